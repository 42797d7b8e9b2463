/// The right edge of a tree: all that is needed to append, and to know the root.
///
/// 1. There is one hash for each 1 bit of the size: the complete subtrees that make up the tree, widest first.
/// 2. So it is at most 63 hashes, however long the log, and an append touches two hashes on average.
package struct Frontier: Sendable, Equatable {
    package private(set) var size: Int
    package private(set) var subtrees: [TreeHash]

    /// Of a tree without leaves.
    package init() {
        size = 0
        subtrees = []
    }

    /// Nil where invariant 1 does not hold.
    package init?(size: Int, subtrees: [TreeHash]) {
        guard size >= 0, size.nonzeroBitCount == subtrees.count else { return nil }
        self.size = size
        self.subtrees = subtrees
    }

    /// Appends a leaf. `completed` is told, from the leaf up, of every subtree that is complete now.
    package mutating func append(_ leaf: TreeHash, completed: (Subtree, TreeHash) -> Void = { _, _ in }) {
        var hash = leaf
        var level = 0
        completed(Subtree(level: 0, index: size), hash)
        // As in adding 1: each 1 bit at the end of the size is a subtree that now gets its other half.
        while size >> level & 1 == 1 {
            hash = .node(subtrees.removeLast(), hash)
            level += 1
            completed(Subtree(level: level, index: size >> level), hash)
        }
        subtrees.append(hash)
        size += 1
    }

    package var root: TreeHash {
        guard var root = subtrees.last else { return .empty }
        for subtree in subtrees.dropLast().reversed() { root = .node(subtree, root) }
        return root
    }

    package var head: LogHead { LogHead(size: size, root: root) }
}
