package import SQL

/// One column of a resource's table: its name, and how a message is read from it and written into it.
///
/// With its line in a migration this is all that says of a field that it is stored.
package struct Column<Stored: Resource>: Sendable {
    /// A field of the message.
    package typealias Field<Content> = any WritableKeyPath<Stored, Content> & Sendable

    enum Use: Sendable {
        /// Names the row, and stays.
        case key
        /// Written once.
        case fixed
        case changeable
        /// The table counts it up.
        case revision
        /// The position of the write that inserted the row.
        case position
        /// An expression, read and never written.
        case derived
    }

    /// Of a derived one: the expression.
    let name: String
    var use = Use.changeable
    let value: @Sendable (Stored) -> Value
    let read: @Sendable (inout Stored, any Row, Int) -> Void
    /// Leaves the field as it is in an empty message; nil where the column is not one field.
    var forget: (@Sendable (inout Stored) -> Void)?
    var isFollowed = true
    /// Of the revision.
    var counter: Place<Stored, Int64>?

    /// What is more than a field and its text or number.
    package init(
        _ name: String, value: @escaping @Sendable (Stored) -> Value,
        read: @escaping @Sendable (inout Stored, any Row, Int) -> Void
    ) {
        self.name = name
        self.value = value
        self.read = read
    }

    /// A part of what names the row.
    package var key: Column { with(.key) }

    /// An update leaves it as it is.
    package var fixed: Column { with(.fixed) }

    /// Stored and answered, and no follower learns it.
    package var unfollowed: Column {
        precondition(forget != nil, "\(name) is not one field, so nobody knows how to leave it out")
        var column = self
        column.isFollowed = false
        return column
    }

    private func with(_ use: Use) -> Column {
        var column = self
        column.use = use
        return column
    }
}
