package import SQL

/// Resources page by page, in the order of one column's bytes.
package struct Pages<Stored: Resource>: Sendable {
    private let table: Table<Stored>
    let sql: String
    private let filters: Int

    init(_ table: Table<Stored>, within: String?, behind: String, filters: [String], among condition: String?) {
        self.table = table
        self.filters = filters.count
        let name = table.name
        // One text for every choice of filters: where one is not asked for, the number in front of it is 0.
        let conditions =
            (within.map { ["\(name).\($0) = ?"] } ?? []) + ["\(name).\(behind) > ?"]
            + filters.map { "(? = 0 OR \(name).\($0) = ?)" } + (condition.map { ["\(name).\($0)"] } ?? [])
        sql = """
            \(table.selection) WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(name).\(behind) LIMIT ?
            """
    }

    /// At most `limit` behind `key`; the first with an empty one. `numbers` are what the filters ask for, in their order;
    /// 0 asks for nothing.
    package func read(
        _ connection: any Connection, within: Value? = nil, after key: String, limit: Int, numbers: [Int64] = []
    ) throws(SQLError) -> [Stored] {
        precondition(numbers.count == filters, "\(numbers.count) numbers for \(filters) filters")
        var values = within.map { [$0] } ?? []
        values.append(.text(key))
        for number in numbers { values += [.integer(number), .integer(number)] }
        values.append(Value(limit))
        return try connection.rows(sql, values) { table.whole($0) }
    }
}

extension Table {
    /// `within`: the column of what they belong to. `behind`: the text that orders them, unique within that. `filters`:
    /// columns of numbers above 0. `condition`: as of `lookup`.
    package func pages(
        within: String? = nil, behind: String, filters: [String] = [], among condition: String? = nil
    ) -> Pages<Stored> {
        Pages(self, within: within, behind: behind, filters: filters, among: condition)
    }
}
