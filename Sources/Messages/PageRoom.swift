/// What is left of an answer while rows are put into it: rows, and bytes of their encoding.
///
/// A list bound by rows alone can grow beyond what a frame may hold, and then it fails at the same place for ever.
package struct PageRoom: Sendable {
    /// What a field of the answer costs besides the row in it: a tag and a length.
    private static let fieldBytes = 6

    private var rows: Int
    private var bytes: Int
    private var isUntouched = true

    package init(rows: Int, bytes: Int) {
        self.rows = rows
        self.bytes = bytes
    }

    /// Whether the row still goes into the answer. The first does, whatever its size, so that no list stops at a row.
    package mutating func take(_ row: some Message) -> Bool {
        take(bytes: row.encode { _ in })
    }

    /// The same for a row of which only the size is known.
    package mutating func take(bytes taken: Int) -> Bool {
        rows -= 1
        bytes -= taken + Self.fieldBytes
        defer { isUntouched = false }
        return isUntouched || (rows >= 0 && bytes >= 0)
    }
}
