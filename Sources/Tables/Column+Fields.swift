package import Messages
package import SQL

// A field and its column. The migrations say NOT NULL where nothing else is said here.

extension Column {
    package static func text(_ name: String, _ path: Field<String>) -> Column {
        field(name, path, { .text($0) }, { $0.text($1) })
    }

    package static func truth(_ name: String, _ path: Field<Bool>) -> Column {
        field(name, path, { Value($0) }, { $0.bool($1) })
    }

    /// Microseconds UTC; NULL when the field is absent or no time.
    package static func time(_ name: String, _ path: Field<Timestamp?>) -> Column {
        field(
            name, path, { Value($0?.microsecondsSince1970) },
            { row, at in row.optionalInteger(at).map { Timestamp(microsecondsSince1970: $0) } })
    }

    /// The enumeration's number.
    package static func number<Choice: MessageEnum>(
        _ name: String, _ path: Field<Choice>
    ) -> Column {
        field(
            name, path, { .integer(Int64($0.rawValue)) }, { Choice(rawValue: Int32(truncatingIfNeeded: $0.integer($1))) })
    }

    /// The enumeration's number; NULL for UNSPECIFIED.
    package static func numberOrNull<Choice: MessageEnum>(
        _ name: String, _ path: Field<Choice>
    ) -> Column {
        field(
            name, path, { $0.rawValue == 0 ? .null : .integer(Int64($0.rawValue)) },
            { Choice(rawValue: Int32(truncatingIfNeeded: $0.integer($1))) })
    }

    /// Counts the changes of the row: 1 when it is new. A table has one at most.
    package static func revision(_ name: String, _ path: Field<Int64>) -> Column {
        var column = field(name, path, { .integer($0) }, { $0.integer($1) })
        column.use = .revision
        column.counter = path
        return column
    }

    /// What another row says. `expression` is of a table that the table's `join` names.
    package static func derived(
        _ expression: String, _ read: @escaping @Sendable (inout Stored, any Row, Int) -> Void
    ) -> Column {
        var column = Column(expression, value: { _ in .null }, read: read)
        column.use = .derived
        return column
    }

    private static func field<Content>(
        _ name: String, _ path: Field<Content>,
        _ value: @escaping @Sendable (Content) -> Value, _ read: @escaping @Sendable (any Row, Int) -> Content
    ) -> Column {
        var column = Column(
            name, value: { value($0[keyPath: path]) }, read: { $0[keyPath: path] = read($1, $2) })
        column.forget = { $0[keyPath: path] = Stored()[keyPath: path] }
        return column
    }
}
