/// A level of the role matrix. Edit includes view.
package enum Level: Int64, Sendable, Comparable, CaseIterable {
    case none, view, edit

    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}
