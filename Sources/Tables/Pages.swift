package import SQL

/// Resources page by page, in the order of one column's bytes.
package struct Pages<Stored: Resource>: Sendable {
    private let table: Table<Stored>
    let sql: String
    private let within: Int
    private let filters: Int

    init(_ table: Table<Stored>, within: [String], behind: String, filters: [String], among condition: String?) {
        self.table = table
        self.within = within.count
        self.filters = filters.count
        let name = table.name
        // One text for every choice of filters: where one is not asked for, the number in front of it is 0.
        var conditions = within.map { "\(name).\($0) = ?" } + ["\(name).\(behind) > ?"]
        conditions += filters.map { "(? = 0 OR \(name).\($0) = ?)" }
        if let condition { conditions.append("\(name).\(condition)") }
        sql = """
            \(table.selection) WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(name).\(behind) LIMIT ?
            """
    }

    /// At most `limit` behind `key`; the first with an empty one. `numbers` are what the filters ask for, in their order;
    /// 0 asks for nothing.
    package func read(
        _ connection: any Connection, within: Value..., after key: String, limit: Int, numbers: [Int64] = []
    ) throws(SQLError) -> [Stored] {
        precondition(
            within.count == self.within && numbers.count == filters,
            "\(within.count) values for \(self.within) columns, \(numbers.count) numbers for \(filters) filters")
        var values = within
        values.append(.text(key))
        for number in numbers { values += [.integer(number), .integer(number)] }
        values.append(Value(limit))
        return try connection.rows(sql, values) { table.whole($0) }
    }
}

extension Table {
    /// `within`: the columns of what they belong to. `behind`: the text that orders them, unique within that. `filters`:
    /// columns of numbers above 0. `condition`: as of `lookup`.
    package func pages(
        within: String..., behind: String, filters: [String] = [], among condition: String? = nil
    ) -> Pages<Stored> {
        Pages(self, within: within, behind: behind, filters: filters, among: condition)
    }
}
