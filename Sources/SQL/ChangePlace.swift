/// A place in the change log: behind all changes up to `position`, and behind so many of the next position's.
///
/// A transaction can be larger than what is read or sent at once, so that a place may lie within one. A whole number is the
/// place behind that position.
package struct ChangePlace: Sendable, Hashable, ExpressibleByIntegerLiteral {
    package var position: Int64
    package var taken: Int

    package init(_ position: Int64, taken: Int = 0) {
        self.position = position
        self.taken = taken
    }

    package init(integerLiteral position: Int64) { self.init(position) }
}
