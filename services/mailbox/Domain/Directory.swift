import Synchronization

/// Where each account, or each group, of the installation is: its organization's index and its handle there.
///
/// The one structure that all organizations share, so it is cut into shards, each under its own lock:
/// a look-up takes tens of nanoseconds and meets another only in one of 64 cases. An id that was
/// once entered stays: handles are never given to another id, so a handle read here means the same
/// later, under the organization's lock.
///
/// Lock order: an organization's lock, then a shard's, then a shard's of a higher number. Never two organizations.
final class Directory: Sendable {
    struct Place: Sendable {
        let organization: OrganizationIndex
        let handle: UInt32
    }

    private final class Shard: Sendable {
        let table = Mutex(IDTable())
    }

    private static let shardBits: UInt64 = 6
    private let shards: [Shard] = (0..<(1 << shardBits)).map { _ in Shard() }

    func place(of bits: UInt128) -> Place? {
        let hash = IDTable.hash(bits)
        return shard(hash).table.withLock { $0.place($0.find(bits, hash: hash)) }
    }

    /// The place of one id, and the handle of another if it is in the same organization.
    ///
    /// Both tables are searched before either result is touched: the processor then waits for memory once and
    /// not twice, which is a third of a decision when a million are known.
    @inline(__always)
    func place(of one: UInt128, with other: UInt128) -> (place: Place, other: UInt32?)? {
        let (oneHash, otherHash) = (IDTable.hash(one), IDTable.hash(other))
        let (oneShard, otherShard) = (number(oneHash), number(otherHash))
        if oneShard == otherShard {
            return shards[oneShard].table.withLock { table in
                table.join(table.find(one, hash: oneHash), table, table.find(other, hash: otherHash))
            }
        }
        if oneShard < otherShard {
            return shards[oneShard].table.withLock { oneTable in
                shards[otherShard].table.withLock { otherTable in
                    oneTable.join(oneTable.find(one, hash: oneHash), otherTable, otherTable.find(other, hash: otherHash))
                }
            }
        }
        return shards[otherShard].table.withLock { otherTable in
            shards[oneShard].table.withLock { oneTable in
                oneTable.join(oneTable.find(one, hash: oneHash), otherTable, otherTable.find(other, hash: otherHash))
            }
        }
    }

    /// Enters an id, or gives it another place.
    func enter(_ bits: UInt128, _ place: Place) {
        let hash = IDTable.hash(bits)
        shard(hash).table.withLock { $0.enter(bits, hash: hash, place) }
    }

    private func shard(_ hash: UInt64) -> Shard { shards[number(hash)] }

    private func number(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash & ((1 << Self.shardBits) - 1))
    }
}

/// An open-addressing table from 128-bit ids to places, key and value side by side: one cache line a look-up.
///
/// Ids are UUIDv7 made by our own servers, 62 of whose bits are random: nobody outside chooses them, so
/// a multiplication is hash enough.
struct IDTable: Sendable {
    private struct Entry {
        var bits: UInt128
        /// Nil: the entry is free.
        var organization: OrganizationIndex?
        var handle: UInt32
    }

    private var entries = ContiguousArray(repeating: Entry(bits: 0, organization: nil, handle: 0), count: 16)
    private var count = 0
    private var shift: UInt64 = 60

    static func hash(_ bits: UInt128) -> UInt64 {
        let folded = UInt64(truncatingIfNeeded: bits) ^ UInt64(truncatingIfNeeded: bits >> 64).byteSwapped
        let mixed = folded &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 32)
    }

    /// The index of an id's entry, or of the free entry where it would be.
    func find(_ bits: UInt128, hash: UInt64) -> Int {
        let mask = entries.count - 1
        var index = Int(truncatingIfNeeded: hash >> shift)
        while entries[index].bits != bits, entries[index].organization != nil { index = (index + 1) & mask }
        return index
    }

    func place(_ index: Int) -> Directory.Place? {
        guard let organization = entries[index].organization else { return nil }
        return Directory.Place(organization: organization, handle: entries[index].handle)
    }

    /// What `Directory.place(of:with:)` answers, from what was found in this table and in another.
    func join(_ index: Int, _ table: borrowing IDTable, _ other: Int) -> (place: Directory.Place, other: UInt32?)? {
        guard let place = place(index) else { return nil }
        return (place, table.entries[other].organization === place.organization ? table.entries[other].handle : nil)
    }

    mutating func enter(_ bits: UInt128, hash: UInt64, _ place: Directory.Place) {
        if count * 3 >= entries.count * 2 { grow() }
        put(Entry(bits: bits, organization: place.organization, handle: place.handle), hash: hash)
    }

    private mutating func put(_ entry: Entry, hash: UInt64) {
        let index = find(entry.bits, hash: hash)
        if entries[index].organization == nil { count += 1 }
        entries[index] = entry
    }

    private mutating func grow() {
        let old = entries
        entries = ContiguousArray(
            repeating: Entry(bits: 0, organization: nil, handle: 0), count: old.count * 2)
        shift -= 1
        count = 0
        for entry in old where entry.organization != nil { put(entry, hash: Self.hash(entry.bits)) }
    }
}
