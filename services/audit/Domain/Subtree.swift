/// A complete subtree: it covers the leaves `index << level ..< (index + 1) << level`.
///
/// Once its last leaf is there its hash never changes, whatever is appended: that is what tiles keep.
package struct Subtree: Sendable, Hashable {
    /// 0 is a leaf.
    package var level: Int
    /// Counted from the left among the subtrees of its level.
    package var index: Int

    package init(level: Int, index: Int) {
        self.level = level
        self.index = index
    }
}
