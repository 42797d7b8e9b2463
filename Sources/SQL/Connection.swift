/// Where statements run: a connection of an engine, or the transaction of a write. Used by one thread at a time.
///
/// SQL is portable and spelled as SQLite spells it. What another engine says otherwise (`?` for a parameter,
/// `INTEGER` of 64 bits, `BLOB`, `STRICT` at the end of a table) its connection rewrites, in that one place. Text is
/// compared and ordered by its bytes: where an engine would go by a language, its connection says so of every `TEXT`
/// column, and no statement says a collation.
package protocol Connection: AnyObject {
    /// Runs one statement and returns the number of rows it changed itself. The prepared statement is kept by its text.
    @discardableResult
    func run(_ sql: String, _ values: [Value]) throws(SQLError) -> Int

    /// Hands over row after row until there is no more or `body` returns false.
    func each(
        _ sql: String, _ values: [Value], _ body: (any Row) throws(SQLError) -> Bool
    ) throws(SQLError)
}

extension Connection {
    @discardableResult
    package func run(_ sql: String) throws(SQLError) -> Int {
        try run(sql, [])
    }

    /// All rows, in memory. For what may be large use `each` or a LIMIT.
    package func rows<T>(
        _ sql: String, _ values: [Value] = [], _ read: (any Row) throws(SQLError) -> T
    ) throws(SQLError) -> [T] {
        var found: [T] = []
        try each(sql, values) { (row: any Row) throws(SQLError) -> Bool in
            found.append(try read(row))
            return true
        }
        return found
    }

    /// The first row, or nil.
    package func first<T>(
        _ sql: String, _ values: [Value] = [], _ read: (any Row) throws(SQLError) -> T
    ) throws(SQLError) -> T? {
        var found: T?
        try each(sql, values) { (row: any Row) throws(SQLError) -> Bool in
            found = try read(row)
            return false
        }
        return found
    }

    /// Whether the query has a row.
    package func exists(_ sql: String, _ values: [Value] = []) throws(SQLError) -> Bool {
        try first(sql, values) { (_: any Row) throws(SQLError) -> Bool in true } ?? false
    }
}
