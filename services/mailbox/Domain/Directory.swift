import Synchronization

/// Where each account and registered mailbox, each group, or each address of the installation is: its organization's index
/// and its handle there.
///
/// The one structure that all organizations share, so it is cut into shards, each under its own lock:
/// a look-up takes tens of nanoseconds and meets another only in one of 64 cases. An id that was
/// once entered stays: handles are never given to another id, so a handle read here means the same
/// later, under the organization's lock. An address can move, so it is to be asked for again there.
///
/// Lock order: an organization's lock, then a shard's, then a shard's of a higher number. Never two organizations.
final class Directory<Key: DirectoryKey>: Sendable {
    /// One key and its place: 32 bytes, two a cache line.
    struct Entry: TableEntry {
        let key: Key
        let place: Place?
        /// What is there does not have it yet, or not any more for long: while a snapshot takes the place of what was.
        var isProvisional = false

        static var nothing: Entry { Entry(key: .none, place: nil) }

        @inline(__always)
        static func hash(_ key: Key) -> UInt64 { Key.hash(key) }
    }

    private final class Shard: Sendable {
        let table = Mutex(ProbingTable<Entry>())
    }

    private static var shardBits: UInt64 { 6 }
    private let shards: [Shard] = (0..<(1 << shardBits)).map { _ in Shard() }

    func place(of key: Key) -> Place? { found(key)?.place }

    /// Provisional: it may not be had there, and then nobody has it.
    func found(_ key: Key) -> (place: Place, isProvisional: Bool)? {
        let hash = Entry.hash(key)
        return shards[number(hash)].table.withLock { table in
            guard let position = table.find(key, hash: hash), let place = table[position].place else { return nil }
            return (place, table[position].isProvisional)
        }
    }

    /// The place of one id, and the handle of another if it is in the same organization.
    ///
    /// Both tables are searched before either result is looked at: the processor then waits for memory once and
    /// not twice, which is a third of a decision when a million are known.
    @inline(__always)
    func place(of one: Key, with other: Key) -> (place: Place, other: UInt32?)? {
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

    /// Enters a key, or gives it another place.
    func enter(_ key: Key, _ place: Place) {
        let hash = Entry.hash(key)
        let entry = Entry(key: key, place: place)
        shards[number(hash)].table.withLock { table in
            if let position = table.find(key, hash: hash) {
                table[position] = entry
            } else {
                table.insert(entry)
            }
        }
    }

    /// Enters a key that has no place, provisionally. Returns the place it has, if it has one.
    func announce(_ key: Key, _ place: Place) -> Place? {
        let hash = Entry.hash(key)
        return shards[number(hash)].table.withLock { table in
            if let position = table.find(key, hash: hash) { return table[position].place }
            table.insert(Entry(key: key, place: place, isProvisional: true))
            return nil
        }
    }

    /// Of a key, unless it has another place.
    func set(_ key: Key, _ place: Place, provisional: Bool) {
        let hash = Entry.hash(key)
        shards[number(hash)].table.withLock { table in
            guard let position = table.find(key, hash: hash), table[position].place == place else { return }
            table[position].isProvisional = provisional
        }
    }

    /// Takes a key out, unless it has another place by now.
    func leave(_ key: Key, _ place: Place) {
        let hash = Entry.hash(key)
        shards[number(hash)].table.withLock { table in
            guard let position = table.find(key, hash: hash), table[position].place == place else { return }
            table.remove(position)
        }
    }

    /// The lowest bits choose the shard, others the position in it.
    private func number(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash & ((1 << Self.shardBits) - 1))
    }
}

/// An organization's index, and a handle there.
struct Place: Sendable, Equatable {
    let organization: OrganizationIndex
    let handle: UInt32

    static func == (one: Place, other: Place) -> Bool {
        one.organization === other.organization && one.handle == other.handle
    }
}

/// What a `Directory` finds by.
protocol DirectoryKey: Equatable, Sendable {
    /// Well mixed in all bits: see `TableEntry`; the lowest choose a shard.
    static func hash(_ key: Self) -> UInt64
    /// Nothing's.
    static var none: Self { get }
}

/// The bits of an id. UUIDv7 made by our own servers, 62 of whose bits are random: nobody outside chooses them, so
/// a multiplication is hash enough.
extension UInt128: DirectoryKey {
    static var none: UInt128 { 0 }

    @inline(__always)
    static func hash(_ key: UInt128) -> UInt64 {
        let folded = UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 64).byteSwapped
        let mixed = folded &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 32)
    }
}

/// Addresses are chosen outside, so their hash has a secret: the standard library's, drawn at the start of the process.
extension AddressKey: DirectoryKey {
    static func hash(_ key: AddressKey) -> UInt64 { UInt64(bitPattern: Int64(key.hashValue)) }
}

/// Where everything is that a question or a change names.
struct Directories: Sendable {
    /// Accounts, whose places are their mailboxes' too, and registered mailboxes: an account and a mailbox are one probe each.
    let accounts = Directory<UInt128>()
    let groups = Directory<UInt128>()
    /// Of accounts and thereby of their mailboxes. An account with one address of some 25 bytes takes some 120 bytes for it:
    /// 38 to 47 here, 16 beside its name, and the text, which the name shares when it is written like its key.
    let addresses = Directory<AddressKey>()
    /// Of registered mailboxes: apart, so that the address of one names no account.
    let registeredAddresses = Directory<AddressKey>()
}
