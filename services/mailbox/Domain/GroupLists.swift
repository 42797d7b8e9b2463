/// For each account a sorted list of groups, all in one array.
///
/// An array for each account would be an allocation with a header of 32 bytes, for lists of mostly a few groups, and
/// would lie anywhere; here the lists of a hundred thousand accounts fit into the processor's cache.
///
/// Invariants:
/// 1. A span lies within `groups`, and no two spans overlap.
/// 2. The highest bit of a span's count is no part of it: it says that one of the groups is there for a time only, and which
///    and until when stands elsewhere (`Membership`). So who decides learns it with the count.
/// 3. `unused` is the number of places in `groups` that are in no span; at most half of them are, but for a few.
struct GroupLists: Sendable {
    private struct Span {
        static let endsBit: UInt32 = 1 << 31

        var start: UInt32 = 0
        private var countAndEnds: UInt32 = 0

        init(start: UInt32 = 0, count: UInt32 = 0, hasEnds: Bool = false) {
            self.start = start
            countAndEnds = count | (hasEnds ? Self.endsBit : 0)
        }

        var count: UInt32 { countAndEnds & ~Self.endsBit }
        var hasEnds: Bool { countAndEnds >= Self.endsBit }
    }

    private var spans: ContiguousArray<Span> = []
    private var groups: ContiguousArray<UInt32> = []
    private var unused = 0

    private static var unusedAtLeast: Int { 1024 }

    mutating func addAccounts(_ count: Int) { spans.append(contentsOf: repeatElement(Span(), count: count)) }

    mutating func addAccount() { spans.append(Span()) }

    mutating func reserveAccounts(_ count: Int) { spans.reserveCapacity(count) }

    /// Places in use and not.
    var held: Int { groups.count }

    func count(of account: UInt32) -> Int { Int(spans[Int(account)].count) }

    /// Whether one of the groups is there for a time only.
    @inline(__always)
    func hasEnds(_ account: UInt32) -> Bool { spans[Int(account)].hasEnds }

    @inline(__always)
    func forEach(of account: UInt32, _ body: (_ group: UInt32) -> Void) {
        for place in range(of: account) { body(groups[place]) }
    }

    func contains(_ group: UInt32, of account: UInt32) -> Bool { groups[range(of: account)].containsSorted(group) }

    /// The first group that is in both lists.
    func common(_ one: UInt32, _ other: UInt32) -> UInt32? {
        let (mine, theirs) = (range(of: one), range(of: other))
        var (place, other) = (mine.lowerBound, theirs.lowerBound)
        while place < mine.upperBound, other < theirs.upperBound {
            if groups[place] == groups[other] { return groups[place] }
            if groups[place] < groups[other] { place += 1 } else { other += 1 }
        }
        return nil
    }

    /// Puts a list in place of the one before: there, if it is no longer, and otherwise at the end.
    mutating func set(_ list: [UInt32], of account: UInt32, hasEnds: Bool = false) {
        let old = range(of: account)
        var start = UInt32(old.lowerBound)
        if list.count <= old.count {
            groups.replaceSubrange(old.prefix(list.count), with: list)
            unused += old.count - list.count
        } else {
            unused += old.count
            start = UInt32(groups.count)
            groups.append(contentsOf: list)
        }
        spans[Int(account)] = Span(start: start, count: UInt32(list.count), hasEnds: hasEnds)
        if unused > Self.unusedAtLeast, unused * 2 > groups.count { compact() }
    }

    private mutating func compact() {
        var kept: ContiguousArray<UInt32> = []
        kept.reserveCapacity(groups.count - unused)
        for account in spans.indices {
            let start = kept.count
            kept.append(contentsOf: groups[range(of: UInt32(account))])
            spans[account].start = UInt32(start)
        }
        groups = kept
        unused = 0
    }

    @inline(__always)
    private func range(of account: UInt32) -> Range<Int> {
        let span = spans[Int(account)]
        return Int(span.start)..<Int(span.start) + Int(span.count)
    }
}
