package import SQL

/// One resource by what is unique: a key, or the columns of a unique index.
package struct Lookup<Stored: Resource>: Sendable {
    private let table: Table<Stored>
    let sql: String
    /// The last value must not be empty: empty text means none, and the index holds none of those.
    private let isPartial: Bool

    init(_ table: Table<Stored>, _ columns: [String], isPartial: Bool, among condition: String?) {
        self.table = table
        self.isPartial = isPartial
        var conditions = columns.map { "\(table.name).\($0) = ?" }
        if isPartial, let last = columns.last { conditions.append("\(table.name).\(last) <> ''") }
        if let condition { conditions.append("\(table.name).\(condition)") }
        sql = "\(table.selection) WHERE \(conditions.joined(separator: " AND "))"
    }

    package func find(_ values: [Value], _ connection: any Connection) throws(SQLError) -> Stored? {
        if isPartial, values.last == "" { return nil }
        return try connection.first(sql, values) { table.whole($0) }
    }
}

extension Table {
    /// By columns that are unique together, where `condition` is given among the rows that it holds for: it is the index's
    /// and begins with a column, as in `state <> 4`.
    package func lookup(_ columns: String..., among condition: String? = nil) -> Lookup<Stored> {
        Lookup(self, columns, isPartial: false, among: condition)
    }

    /// By columns that are unique together where the last is not empty: `CREATE UNIQUE INDEX … WHERE … <> ''`.
    package func lookup(
        _ columns: String..., whereNotEmpty last: String, among condition: String? = nil
    ) -> Lookup<Stored> {
        Lookup(self, columns + [last], isPartial: true, among: condition)
    }

    /// What some names name: each one look into an index, found or not, and each resource once, in the order of their ids.
    package func named(
        _ names: [Names<Stored>], _ connection: any Connection, where belongs: (Stored) -> Bool = { _ in true }
    ) throws(SQLError) -> [Stored] {
        var byID: [String: Stored] = [:]
        for some in names {
            for name in some.names {
                guard let found = try some.lookup.find(some.within + [.text(name)], connection), belongs(found)
                else { continue }
                byID[id(found)] = found
            }
        }
        return byID.sorted { $0.key < $1.key }.map(\.value)
    }
}

/// Names of one kind, and what finds a resource by one of them.
package struct Names<Stored: Resource> {
    let names: [String]
    let lookup: Lookup<Stored>
    let within: [Value]

    /// `within`: the values of the columns before the name's.
    package init(_ names: [String], _ lookup: Lookup<Stored>, within: Value...) {
        self.names = names
        self.lookup = lookup
        self.within = within
    }
}
