/// Why a proof does not hold.
package struct ProofError: Error, Sendable, Equatable {
    package enum Code: Sendable, Equatable {
        /// The leaf's index is not below the tree's size.
        case indexOutsideTree
        /// A tree without leaves is the beginning of everything: a proof from it says nothing and is refused.
        case emptyTree
        /// The tree to start from is larger than the one to arrive at: the log has shrunk.
        case treeShrank
        /// The path has fewer or more hashes than the sizes ask for.
        case pathLength
        /// The path leads to another root.
        case otherRoot
    }

    package var code: Code
    package var message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
