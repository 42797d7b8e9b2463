/// Where a log stands: the number of its leaves and the root of the tree over them.
///
/// Two heads of one log with the same size have the same root, or the log has been forked.
package struct LogHead: Sendable, Hashable {
    package var size: Int
    package var root: TreeHash

    package init(size: Int, root: TreeHash) {
        self.size = size
        self.root = root
    }

    /// Of a log that has no leaves yet.
    package static let empty = LogHead(size: 0, root: .empty)
}
