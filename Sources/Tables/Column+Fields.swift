package import Messages
package import SQL

// A field and its column. The migrations say NOT NULL where nothing else is said here.

extension Column {
    package static func text(_ name: String, _ path: Field<String>) -> Column {
        let place = Place(path)
        return Column(name, path, value: { .text(place.get($0)) }, read: { place.set(&$0, $1.text($2)) })
    }

    package static func truth(_ name: String, _ path: Field<Bool>) -> Column {
        let place = Place(path)
        return Column(name, path, value: { Value(place.get($0)) }, read: { place.set(&$0, $1.bool($2)) })
    }

    /// Microseconds UTC; NULL when the field is absent or no time.
    package static func time(_ name: String, _ path: Field<Timestamp?>) -> Column {
        let place = Place(path)
        return Column(name, path, value: { Value(place.get($0)?.microsecondsSince1970) }) { stored, row, at in
            place.set(&stored, row.optionalInteger(at).map { Timestamp(microsecondsSince1970: $0) })
        }
    }

    /// A number that cannot leave 32 bits: its rules in the contract and the table's constraints say so.
    package static func count(_ name: String, _ path: Field<Int32>) -> Column {
        let place = Place(path)
        return Column(name, path, value: { .integer(Int64(place.get($0))) }) { stored, row, at in
            place.set(&stored, Int32(clamping: row.integer(at)))
        }
    }

    /// The enumeration's number.
    package static func number<Choice: MessageEnum>(_ name: String, _ path: Field<Choice>) -> Column {
        let place = Place(path)
        return Column(name, path, value: { .integer(Int64(place.get($0).rawValue)) }) { stored, row, at in
            place.set(&stored, Choice(rawValue: Int32(truncatingIfNeeded: row.integer(at))))
        }
    }

    /// Counts the changes of the row: 1 when it is new. A table has one at most.
    package static func revision(_ name: String, _ path: Field<Int64>) -> Column {
        let place = Place(path)
        var column = Column(name, path, value: { .integer(place.get($0)) }, read: { place.set(&$0, $1.integer($2)) })
        column.use = .revision
        column.counter = place
        return column
    }

    /// The position of the write that inserted the row: which of two writes was the earlier one. It is in no message, and no
    /// part of the etag. A table has one at most.
    package static func position(_ name: String) -> Column {
        var column = Column(name, value: { _ in .null }, read: { _, _, _ in })
        column.use = .position
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

    /// Of one field.
    private init<Content>(
        _ name: String, _ path: Field<Content>, value: @escaping @Sendable (Stored) -> Value,
        read: @escaping @Sendable (inout Stored, any Row, Int) -> Void
    ) {
        self.init(name, value: value, read: read)
        forget = { $0[keyPath: path] = Stored()[keyPath: path] }
    }
}
