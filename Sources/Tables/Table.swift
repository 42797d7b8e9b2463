package import SQL

/// Where resources of one kind are stored: the mapping between a message and its row, with every statement made from it.
///
/// 1. What is stored is told to the followers in the same write, so there is no change that they do not learn; but of a
///    table that says that none follows it.
/// 2. The texts of the statements are made once: to put one together costs more than to run it.
/// 3. They say what SQLite and PostgreSQL both take. Text is compared and ordered by its bytes: see `Connection`.
///
/// Not a query builder: what is asked in another way than by key, by unique index or page by page is a statement written
/// out where it is asked.
package struct Table<Stored: Resource>: Sendable {
    package let name: String
    private let organization: @Sendable (Stored) -> String
    let id: @Sendable (Stored) -> String
    // Of columns only what is called for each row: to take a whole column from an array costs more than its value.
    /// Of all that is stored, in the order of `insertion`.
    let values: [@Sendable (Stored) -> Value]
    /// Of what an update writes, the revision among it, and then of the key: in the order of `change`.
    let changedValues: [@Sendable (Stored) -> Value]
    let keyValues: [@Sendable (Stored) -> Value]
    /// In the order of `selection`: stored, then derived.
    private let readers: [@Sendable (inout Stored, any Row, Int) -> Void]
    let counter: Place<Stored, Int64>?
    /// A row says which write inserted it, in the last column of `insertion`.
    let hasPosition: Bool
    /// Make of a resource what followers learn.
    private let forgetting: [@Sendable (inout Stored) -> Void]
    let isFollowed: Bool

    /// All rows. A condition can follow.
    let selection: String
    let insertion: String
    let change: String
    let removal: String

    /// `reading`: a view of the table with all its columns, of the rows that are there for whoever reads; else all are.
    /// `join`: what derived columns need, as in `JOIN organizations ON …`; it must find exactly one row for each.
    /// `id` names the resource among its kind, for followers and for the order of `named`. `told` makes of it what they
    /// learn, where that is more than some fields less. `isFollowed`: whether they learn anything.
    package init(
        _ name: String, _ columns: [Column<Stored>], reading view: String? = nil, join: String = "",
        organization: @escaping @Sendable (Stored) -> String, id: @escaping @Sendable (Stored) -> String,
        told: (@Sendable (inout Stored) -> Void)? = nil, isFollowed: Bool = true
    ) {
        self.name = name
        self.isFollowed = isFollowed
        self.organization = organization
        self.id = id
        let stored = columns.filter { $0.use != .derived && $0.use != .position }
        let positions = columns.filter { $0.use == .position }
        let derived = columns.filter { $0.use == .derived }
        let keys = columns.filter { $0.use == .key }
        let changing = columns.filter { $0.use == .changeable || $0.use == .revision }
        values = stored.map(\.value)
        changedValues = (changing + keys).map(\.value)
        keyValues = keys.map(\.value)
        readers = (stored + derived).map(\.read)
        counter = columns.lazy.compactMap(\.counter).first
        forgetting = columns.filter { !$0.isFollowed }.compactMap(\.forget) + (told.map { [$0] } ?? [])
        hasPosition = !positions.isEmpty
        let names = (stored + positions).map(\.name)
        precondition(
            !keys.isEmpty && positions.count < 2 && Set(names).count == names.count, "\(name) needs a key and each column once")
        let read = stored.map { "\(name).\($0.name)" } + derived.map(\.name)
        let source = view.map { "\($0) AS \(name)" } ?? name
        let key = keys.map { "\($0.name) = ?" }.joined(separator: " AND ")
        selection = "SELECT \(read.joined(separator: ", ")) FROM \(source)" + (join.isEmpty ? "" : " " + join)
        insertion = """
            INSERT INTO \(name) (\(names.joined(separator: ", "))) \
            VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
            """
        change = "UPDATE \(name) SET \(changing.map { "\($0.name) = ?" }.joined(separator: ", ")) WHERE \(key)"
        removal = "DELETE FROM \(name) WHERE \(key)"
    }

    /// The resource of a row of `selection`, without its etag.
    func read(_ row: any Row) -> Stored {
        var stored = Stored()
        for index in readers.indices { readers[index](&stored, row, index) }
        return stored
    }

    /// The same with its etag, as every answer shows it.
    func whole(_ row: any Row) -> Stored {
        var stored = read(row)
        stored.etag = etag(of: stored)
        return stored
    }

    /// Of the row that a resource is stored as.
    package func etag(of stored: Stored) -> String {
        var etag = ETag()
        for value in values { etag.add(value(stored)) }
        return etag.text
    }

    func etag(of row: [Value]) -> String {
        var etag = ETag()
        for value in row { etag.add(value) }
        return etag.text
    }

    /// Every one there is, in no order. Without its etag, of which only those who change something have a use.
    package func each(
        _ connection: any Connection, _ body: (Stored) throws(SQLError) -> Void
    ) throws(SQLError) {
        try connection.each(selection, []) { (row: any Row) throws(SQLError) -> Bool in
            try body(read(row))
            return true
        }
    }

    /// Every one there is, as followers learn it.
    package func eachRecord(
        _ connection: any Connection, _ body: (ChangeRecord) -> Void
    ) throws(SQLError) {
        try each(connection) { body(record(of: $0)) }
    }

    /// What followers learn of a resource. Not its etag: it says nothing that the record does not say, no follower changes
    /// the row, and it would be a part of everything that is followed, kept in the change log and sent.
    package func record(of stored: Stored) -> ChangeRecord {
        let value: [UInt8]
        if stored.etag.isEmpty && forgetting.isEmpty {
            value = stored.encoded()
        } else {
            var told = stored
            told.etag = ""
            for forget in forgetting { forget(&told) }
            value = told.encoded()
        }
        return ChangeRecord(organization: organization(stored), id: id(stored), type: Stored.name, value: value)
    }

    /// What they learn when it is gone.
    package func removal(of stored: Stored) -> ChangeRecord {
        ChangeRecord(
            organization: organization(stored), id: id(stored), type: Stored.name, value: [], deleted: true)
    }
}
