/// The proof that a leaf is in a tree: the hashes beside the way from the leaf up to the root (RFC 6962, 2.1.1).
package struct InclusionProof: Sendable, Equatable {
    package var index: Int
    package var path: [TreeHash]

    package init(index: Int, path: [TreeHash]) {
        self.index = index
        self.path = path
    }

    /// Throws unless `leaf` is at `index` in the tree of `head`. Trusts nothing but `head` (RFC 9162, 2.1.3.2).
    package func verify(leaf: TreeHash, in head: LogHead) throws(ProofError) {
        guard 0 <= index, index < head.size else {
            throw ProofError(.indexOutsideTree, "leaf \(index) is not in a tree of \(head.size) leaves")
        }
        var position = index
        var last = head.size - 1
        var hash = leaf
        for sibling in path {
            guard last > 0 else { throw ProofError(.pathLength, "the path is longer than the tree is high") }
            if position & 1 == 1 || position == last {
                hash = .node(sibling, hash)
                // The last node of a level without a sibling goes up as it is.
                while position & 1 == 0 && position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                hash = .node(hash, sibling)
            }
            position >>= 1
            last >>= 1
        }
        guard last == 0 else { throw ProofError(.pathLength, "the path ends below the root") }
        guard hash == head.root else {
            throw ProofError(.otherRoot, "the path leads to \(hash), the tree of \(head.size) leaves has \(head.root)")
        }
    }
}
