/// What a `ProbingTable` holds.
protocol TableEntry: Sendable {
    associatedtype Key: Equatable
    /// Well mixed in all bits but the lowest eight.
    static func hash(_ key: Key) -> UInt64
    /// What stands at a position that is not taken.
    static var nothing: Self { get }
    var key: Key { get }
}

/// An open-addressing table that costs one cache miss a look-up when the key is there, and hardly any when it is not.
///
/// Beside the entries stands one byte a position, its tag: 0 while it is free, 1 when what was there has left, and
/// otherwise eight bits of the key's hash. A look-up reads tags, eight at a time in a word, and only then the entry
/// that it almost certainly wants. The tags of a million entries are little more than a megabyte, which stays in the
/// processor's cache as the entries do not; a miss costs more than all the rest of a decision.
///
/// Invariants:
/// 1. An entry is in the first word, from its hash's home on and around, that had a position for it; so it is found
///    before any word with a free position is passed. What leaves a word without a free position leaves a 1.
/// 2. At most seven positions in eight are not free, so every search ends. When there would be more, everything moves
///    to a table that it fills to five sevenths: 22 in 100 larger, or less where much has left.
/// 3. A home grows with the hash, whatever the size: moving reads and writes both tables from front to back.
///
/// A position is good until the next insertion, not longer.
struct ProbingTable<Entry: TableEntry>: Sendable {
    private(set) var count = 0
    private var left = 0
    private var tags: ContiguousArray<UInt64>
    private var entries: ContiguousArray<Entry>

    private static var perWord: Int { 8 }
    /// A one in each byte.
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    init() { self.init(words: 1) }

    private init(words: Int) {
        tags = ContiguousArray(repeating: 0, count: words)
        entries = ContiguousArray(repeating: .nothing, count: words * Self.perWord)
    }

    subscript(_ position: Int) -> Entry {
        @inline(__always) get { entries[position] }
        @inline(__always) _modify { yield &entries[position] }
    }

    /// The position of a key's entry; nil when there is none.
    @inline(__always)
    func find(_ key: Entry.Key, hash: UInt64) -> Int? {
        let wanted = Self.ones &* Self.tag(hash)
        var word = home(hash)
        while true {
            let here = tags[word]
            var candidates = Self.zeroBytes(here ^ wanted)
            while candidates != 0 {
                let position = word * Self.perWord + candidates.trailingZeroBitCount / 8
                if entries[position].key == key { return position }
                candidates &= candidates &- 1
            }
            if Self.zeroBytes(here) != 0 { return nil }
            word = after(word)
        }
    }

    @inline(__always)
    func find(_ key: Entry.Key) -> Int? { find(key, hash: Entry.hash(key)) }

    /// Adds an entry whose key is not there.
    mutating func insert(_ entry: Entry) {
        if Self.words(for: count + left + 1) > tags.count { move(to: (count + 1) * 7 / (5 * Self.perWord) + 1) }
        place(entry)
    }

    mutating func remove(_ position: Int) {
        let (word, shift) = (position / Self.perWord, position % Self.perWord * 8)
        let hasFree = Self.zeroBytes(tags[word]) != 0
        tags[word] &= ~(0xFF << UInt64(shift))
        if !hasFree {
            tags[word] |= 1 << UInt64(shift)
            left += 1
        }
        entries[position] = .nothing
        count -= 1
    }

    /// Room for this many in all, so that loading moves nothing.
    mutating func reserve(_ count: Int) {
        if Self.words(for: count + left) > tags.count { move(to: Self.words(for: count)) }
    }

    var bytesHeld: Int {
        entries.capacity * MemoryLayout<Entry>.stride + tags.capacity * MemoryLayout<UInt64>.stride
    }

    // MARK: Growing

    /// The fewest words in which so many positions are at most seven eighths.
    private static func words(for taken: Int) -> Int { (taken + 6) / 7 }

    private mutating func move(to words: Int) {
        var moved = ProbingTable(words: words)
        for position in entries.indices where isTaken(position) { moved.place(entries[position]) }
        self = moved
    }

    private func isTaken(_ position: Int) -> Bool {
        tags[position / Self.perWord] >> UInt64(position % Self.perWord * 8) & 0xFF > 1
    }

    private mutating func place(_ entry: Entry) {
        let hash = Entry.hash(entry.key)
        var word = home(hash)
        while true {
            // Free or left: all bits but the lowest are zero.
            let open = Self.zeroBytes(tags[word] & ~Self.ones)
            if open != 0 {
                let place = open.trailingZeroBitCount / 8
                let shift = UInt64(place * 8)
                if tags[word] >> shift & 0xFF == 1 { left -= 1 }
                tags[word] = tags[word] & ~(0xFF << shift) | Self.tag(hash) << shift
                entries[word * Self.perWord + place] = entry
                count += 1
                return
            }
            word = after(word)
        }
    }

    // MARK: Tags

    /// The word to begin with: the hash as a fraction of one, times the number of words.
    @inline(__always)
    private func home(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(truncatingIfNeeded: tags.count)).high)
    }

    @inline(__always)
    private func after(_ word: Int) -> Int { word + 1 == tags.count ? 0 : word + 1 }

    /// Bits 8 to 15, which neither the home nor the shard of a `Directory` uses; never 0 or 1.
    @inline(__always)
    private static func tag(_ hash: UInt64) -> UInt64 {
        let tag = hash >> 8 & 0xFF
        return tag < 2 ? tag + 2 : tag
    }

    /// The top bit of each byte that is zero. Above the lowest such byte a byte of one may be marked too
    /// (Hacker's Delight, 6-1): whoever looks further than the lowest compares keys anyway.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- ones) & ~word & (ones << 7)
    }
}
