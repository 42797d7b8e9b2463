/// The tree of RFC 6962, section 2.1, over hashes of complete subtrees that somebody else keeps.
///
/// The functions are the RFC's definitions, over ranges of leaves instead of lists. Every split is at the largest
/// power of two smaller than the length, so what they ask for is always a complete subtree. The verifiers
/// (`InclusionProof`, `ConsistencyProof`) use other algorithms, from RFC 9162: a mistake made here shows there.
package struct Tree<Failure: Error> {
    package let size: Int
    private let subtree: (Subtree) throws(Failure) -> TreeHash

    /// `subtree` gives the hash of any complete subtree within `size` leaves; what it throws is thrown on.
    package init(size: Int, subtree: @escaping (Subtree) throws(Failure) -> TreeHash) {
        precondition(size >= 0, "a tree has no negative size")
        self.size = size
        self.subtree = subtree
    }

    package func root() throws(Failure) -> TreeHash {
        size == 0 ? .empty : try root(0..<size)
    }

    package func head() throws(Failure) -> LogHead {
        LogHead(size: size, root: try root())
    }

    /// PATH(m, D[n]), section 2.1.1. `index` is one of the leaves.
    package func inclusion(of index: Int) throws(Failure) -> InclusionProof {
        precondition(0 <= index && index < size, "only a leaf of the tree can be proved")
        return InclusionProof(index: index, path: try path(index, 0..<size))
    }

    /// PROOF(m, D[n]), section 2.1.2. `first` is the smaller size, at least 1.
    package func consistency(from first: Int) throws(Failure) -> ConsistencyProof {
        precondition(1 <= first && first <= size, "only a smaller tree that has leaves can be proved")
        return ConsistencyProof(path: try subproof(first, 0..<size, whole: true))
    }

    /// MTH of the leaves of `range`, which starts where a subtree of its width would.
    private func root(_ range: Range<Int>) throws(Failure) -> TreeHash {
        if range.count.nonzeroBitCount == 1 {
            let level = range.count.trailingZeroBitCount
            return try subtree(Subtree(level: level, index: range.lowerBound >> level))
        }
        let middle = split(range)
        return .node(try root(range.lowerBound..<middle), try root(middle..<range.upperBound))
    }

    private func path(_ index: Int, _ range: Range<Int>) throws(Failure) -> [TreeHash] {
        if range.count == 1 { return [] }
        let middle = split(range)
        if index < middle {
            return try path(index, range.lowerBound..<middle) + [root(middle..<range.upperBound)]
        }
        return try path(index, middle..<range.upperBound) + [root(range.lowerBound..<middle)]
    }

    /// SUBPROOF(m, D[n], b); `first` counts from the start of the log, not of the range.
    private func subproof(_ first: Int, _ range: Range<Int>, whole: Bool) throws(Failure) -> [TreeHash] {
        if first == range.upperBound { return whole ? [] : [try root(range)] }
        let middle = split(range)
        if first <= middle {
            return try subproof(first, range.lowerBound..<middle, whole: whole) + [root(middle..<range.upperBound)]
        }
        return try subproof(first, middle..<range.upperBound, whole: false) + [root(range.lowerBound..<middle)]
    }

    /// Behind the largest power of two that is smaller than the length. The length is at least 2.
    private func split(_ range: Range<Int>) -> Int {
        let bits = Int.bitWidth - (range.count - 1).leadingZeroBitCount
        return range.lowerBound + 1 << (bits - 1)
    }
}
