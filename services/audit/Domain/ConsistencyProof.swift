/// The proof that a smaller tree is the beginning of a larger one: nothing was changed or taken out (RFC 6962, 2.1.2).
package struct ConsistencyProof: Sendable, Equatable {
    package var path: [TreeHash]

    package init(path: [TreeHash]) {
        self.path = path
    }

    /// Throws unless the leaves of `first` are the first leaves of `second` (RFC 9162, 2.1.4.2).
    package func verify(from first: LogHead, to second: LogHead) throws(ProofError) {
        guard first.size > 0 else { throw ProofError(.emptyTree, "there is no proof from a tree without leaves") }
        guard first.size <= second.size else {
            throw ProofError(.treeShrank, "\(second.size) leaves cannot follow \(first.size)")
        }
        if first.size == second.size {
            guard path.isEmpty else { throw ProofError(.pathLength, "trees of one size need no path") }
            guard first.root == second.root else {
                throw ProofError(.otherRoot, "two roots for \(first.size) leaves: the log has been forked")
            }
            return
        }
        try walk(from: first, to: second)
    }

    private func walk(from first: LogHead, to second: LogHead) throws(ProofError) {
        // Where the smaller tree is itself a complete subtree of the larger, its root is the first hash and is left out.
        var hashes = path[...]
        let start = first.size.nonzeroBitCount == 1 ? first.root : hashes.popFirst()
        guard let start else { throw ProofError(.pathLength, "the path is empty") }

        var position = first.size - 1
        var last = second.size - 1
        while position & 1 == 1 {
            position >>= 1
            last >>= 1
        }
        var smaller = start
        var larger = start
        for sibling in hashes {
            guard last > 0 else { throw ProofError(.pathLength, "the path is longer than the tree is high") }
            if position & 1 == 1 || position == last {
                smaller = .node(sibling, smaller)
                larger = .node(sibling, larger)
                while position & 1 == 0 && position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                larger = .node(larger, sibling)
            }
            position >>= 1
            last >>= 1
        }
        guard last == 0 else { throw ProofError(.pathLength, "the path ends below the root") }
        guard smaller == first.root else {
            throw ProofError(.otherRoot, "the path does not lead to the root of \(first.size) leaves")
        }
        guard larger == second.root else {
            throw ProofError(.otherRoot, "the path does not lead to the root of \(second.size) leaves")
        }
    }
}
