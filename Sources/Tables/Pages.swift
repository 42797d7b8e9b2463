package import SQL

/// Resources page by page, in the order of one column's bytes.
package struct Pages<Stored: Resource>: Sendable {
    private let table: Table<Stored>
    let sql: String
    private let within: Int
    private let filters: Int
    private let isBounded: Bool

    init(
        _ table: Table<Stored>, within: [String], behind: String, filters: [String], upTo bound: String?, among condition: String?
    ) {
        self.table = table
        self.within = within.count
        self.filters = filters.count
        isBounded = bound != nil
        let name = table.name
        // One text for every choice of filters: where one is not asked for, the number in front of it is 0.
        var conditions = within.map { "\(name).\($0) = ?" } + ["\(name).\(behind) > ?"]
        conditions += filters.map { "(? = 0 OR \(name).\($0) = ?)" }
        if let bound { conditions.append("\(name).\(bound) <= ?") }
        if let condition { conditions.append("\(name).\(condition)") }
        sql = """
            \(table.selection) WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(name).\(behind) LIMIT ?
            """
    }

    /// At most `limit` behind `key`; the first with an empty one. `numbers` are what the filters ask for, in their order;
    /// 0 asks for nothing. `bound`: of the column that `upTo` named.
    package func read(
        _ connection: any Connection, within: Value..., after key: String, limit: Int, numbers: [Int64] = [],
        upTo bound: Int64? = nil
    ) throws(SQLError) -> [Stored] {
        precondition(
            within.count == self.within && numbers.count == filters,
            "\(within.count) values for \(self.within) columns, \(numbers.count) numbers for \(filters) filters")
        precondition((bound != nil) == isBounded, "a bound is given for a column, and for each column one")
        var values = within
        values.append(.text(key))
        for number in numbers { values += [.integer(number), .integer(number)] }
        if let bound { values.append(.integer(bound)) }
        values.append(Value(limit))
        return try connection.rows(sql, values) { table.whole($0) }
    }
}

extension Table {
    /// `within`: the columns of what they belong to. `behind`: the text that orders them, unique within that. `filters`:
    /// columns of numbers above 0. `upTo`: a column of numbers, of which those up to one are asked for. `condition`: as of
    /// `lookup`.
    package func pages(
        within: String..., behind: String, filters: [String] = [], upTo bound: String? = nil, among condition: String? = nil
    ) -> Pages<Stored> {
        Pages(self, within: within, behind: behind, filters: filters, upTo: bound, among: condition)
    }
}
