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

    /// One id and its place: 32 bytes, two a cache line.
    ///
    /// Ids are UUIDv7 made by our own servers, 62 of whose bits are random: nobody outside chooses them, so
    /// a multiplication is hash enough.
    struct Entry: TableEntry {
        let key: UInt128
        let place: Place?

        static let nothing = Entry(key: 0, place: nil)

        static func hash(_ key: UInt128) -> UInt64 {
            let folded = UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 64).byteSwapped
            let mixed = folded &* 0x9E37_79B9_7F4A_7C15
            return mixed ^ (mixed >> 32)
        }
    }

    private final class Shard: Sendable {
        let table = Mutex(ProbingTable<Entry>())
    }

    private static let shardBits: UInt64 = 6
    private let shards: [Shard] = (0..<(1 << shardBits)).map { _ in Shard() }

    func place(of bits: UInt128) -> Place? {
        let hash = Entry.hash(bits)
        return shards[number(hash)].table.withLock { table in
            table.find(bits, hash: hash).flatMap { table[$0].place }
        }
    }

    /// The place of one id, and the handle of another if it is in the same organization.
    ///
    /// Both tables are searched before either result is looked at: the processor then waits for memory once and
    /// not twice, which is a third of a decision when a million are known.
    @inline(__always)
    func place(of one: UInt128, with other: UInt128) -> (place: Place, other: UInt32?)? {
        let (oneHash, otherHash) = (Entry.hash(one), Entry.hash(other))
        let (oneShard, otherShard) = (number(oneHash), number(otherHash))
        if oneShard == otherShard {
            return shards[oneShard].table.withLock { table in
                Self.join(table, table.find(one, hash: oneHash), table, table.find(other, hash: otherHash))
            }
        }
        if oneShard < otherShard {
            return shards[oneShard].table.withLock { oneTable in
                shards[otherShard].table.withLock { otherTable in
                    Self.join(
                        oneTable, oneTable.find(one, hash: oneHash), otherTable, otherTable.find(other, hash: otherHash))
                }
            }
        }
        return shards[otherShard].table.withLock { otherTable in
            shards[oneShard].table.withLock { oneTable in
                Self.join(
                    oneTable, oneTable.find(one, hash: oneHash), otherTable, otherTable.find(other, hash: otherHash))
            }
        }
    }

    @inline(__always)
    private static func join(
        _ oneTable: borrowing ProbingTable<Entry>, _ one: Int?, _ otherTable: borrowing ProbingTable<Entry>,
        _ other: Int?
    ) -> (place: Place, other: UInt32?)? {
        guard let one, let place = oneTable[one].place else { return nil }
        guard let other, let second = otherTable[other].place, second.organization === place.organization else {
            return (place, nil)
        }
        return (place, second.handle)
    }

    /// Enters an id, or gives it another place.
    func enter(_ bits: UInt128, _ place: Place) {
        let hash = Entry.hash(bits)
        let entry = Entry(key: bits, place: place)
        shards[number(hash)].table.withLock { table in
            if let position = table.find(bits, hash: hash) {
                table[position] = entry
            } else {
                table.insert(entry)
            }
        }
    }

    /// The lowest bits choose the shard, others the position in it.
    private func number(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash & ((1 << Self.shardBits) - 1))
    }
}
