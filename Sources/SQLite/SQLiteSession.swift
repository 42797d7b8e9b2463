import CSQLite
import SQL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One connection. Owns its handle and its prepared statements; used by one thread at a time.
@safe final class SQLiteSession: Session {
    enum Role {
        case writer
        case reader
        /// A file that nobody else has open: a copy in the making.
        case copy
    }

    /// Texts of statements kept prepared. At the limit all are dropped: a program with more builds them at run time.
    private static let statementsMax = 512

    /// At once. Each is 0.03 ms, and the writes of others wait meanwhile.
    private static let pagesGivenBack = 128

    private var handle: OpaquePointer?
    private var statements: [String: Statement] = [:]
    /// The one used last. What is done in numbers runs the same one again, and to hash its text would cost more than to
    /// bind and reset it.
    private var last: Statement?
    private let lock: ExclusiveLock?
    let role: Role
    let checkpointPages: Int
    var pagesSinceCheckpoint = 0

    /// `vfs`: the name of a registered one; nil for SQLite's own.
    init(
        _ path: String, _ role: Role, _ lock: ExclusiveLock?, vfs: String? = nil,
        checkpointPages: Int = SQLiteSession.checkpointPages
    ) throws(SQLError) {
        self.role = role
        self.checkpointPages = checkpointPages
        self.lock = lock
        _ = Library.isPrepared
        let access =
            switch role {
            case .writer, .copy: SQLITE_OPEN_READWRITE
            case .reader: SQLITE_OPEN_READONLY
            }
        // No mutex inside: a session has one thread.
        let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        var opened: OpaquePointer?
        let code =
            if let vfs {
                unsafe sqlite3_open_v2(path, &opened, flags, vfs)
            } else {
                unsafe sqlite3_open_v2(path, &opened, flags, nil)
            }
        guard code == SQLITE_OK else {
            let error = unsafe SQLError(sqlite: code, opened, "open \(path)")
            unsafe sqlite3_close_v2(opened)
            throw error
        }
        unsafe handle = opened
    }

    deinit { close() }

    func close() {
        // Statements first: a handle with statements does not close.
        statements = [:]
        last = nil
        unsafe sqlite3_close_v2(handle)
        unsafe handle = nil
        lock?.release()
    }

    func abandon() {
        // Else the last to close checkpoints and removes the WAL.
        if let handle = unsafe handle { _ = unsafe csqlite_switch(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1) }
        close()
    }

    /// The open handle.
    func database() throws(SQLError) -> OpaquePointer {
        guard let handle = unsafe handle else { throw SQLError(.closed, "the connection is closed") }
        return unsafe handle
    }

    /// Throws unless `code` is SQLITE_OK.
    func check(_ code: Int32, _ doing: @autoclosure () -> String) throws(SQLError) {
        guard code == SQLITE_OK else { throw unsafe SQLError(sqlite: code, handle, doing()) }
    }

    // MARK: Statements

    @discardableResult
    func run(_ sql: String, _ values: [Value]) throws(SQLError) -> Int {
        let before = changedRows
        try each(sql, values) { (_: any Row) throws(SQLError) -> Bool in true }
        // sqlite3_changes tells of the last statement that changed something, which need not be this one.
        return changedRows == before ? 0 : Int(unsafe sqlite3_changes64(try database()))
    }

    func each(
        _ sql: String, _ values: [Value], _ body: (any Row) throws(SQLError) -> Bool
    ) throws(SQLError) {
        let statement = try prepared(sql)
        try statement.bind(values)
        defer { statement.reset() }
        while try statement.step() {
            guard try body(statement.row) else { return }
        }
    }

    /// From the cache, unless the same text is just being run further up: then one for this time only.
    private func prepared(_ sql: String) throws(SQLError) -> Statement {
        if let last, last.sql == sql, !last.isBusy { return last }
        if let kept = statements[sql] {
            guard kept.isBusy else {
                last = kept
                return kept
            }
            return unsafe try Statement(sql, try database())
        }
        let statement = unsafe try Statement(sql, try database())
        if statements.count >= Self.statementsMax { statements = [:] }
        statements[sql] = statement
        last = statement
        return statement
    }

    func script(_ sql: String) throws(SQLError) {
        try check(unsafe sqlite3_exec(try database(), sql, nil, nil, nil), "run a script")
    }

    // MARK: Transactions

    var isInTransaction: Bool {
        guard let handle = unsafe handle else { return false }
        return unsafe sqlite3_get_autocommit(handle) == 0
    }

    var changedRows: Int64 {
        guard let handle = unsafe handle else { return 0 }
        return unsafe sqlite3_total_changes64(handle)
    }

    func begin() throws(SQLError) {
        switch role {
        case .writer, .copy: try run("BEGIN IMMEDIATE")
        case .reader: try run("BEGIN DEFERRED")
        }
    }

    func commit() throws(SQLError) {
        let statement = try prepared("COMMIT")
        defer { statement.reset() }
        errno = 0
        let code = statement.advance()
        if code == SQLITE_DONE { return }
        let failure = unsafe CommitFailure.error(code, errno: errno, try database())
        if failure.code == .full {
            do throws(SQLError) {
                try cutWAL()
            } catch let second {
                throw SQLError(.unknown, "\(failure.message); \(second.message)")
            }
        }
        throw failure
    }

    func rollback() throws(SQLError) { try run("ROLLBACK") }
    func savepoint() throws(SQLError) { try run("SAVEPOINT part") }
    func release() throws(SQLError) { try run("RELEASE part") }

    func rollbackToSavepoint() throws(SQLError) {
        try run("ROLLBACK TO part")
        try run("RELEASE part")
    }

    func giveBackPages(keeping kept: Int) throws(SQLError) -> Int {
        let free = try freePages()
        if free <= kept { return free }
        // A row a page.
        try each("PRAGMA incremental_vacuum(\(Self.pagesGivenBack))", []) { (_: any Row) throws(SQLError) -> Bool in true }
        return try freePages()
    }

    private func freePages() throws(SQLError) -> Int { try first("PRAGMA freelist_count", []) { $0.int(0) } ?? 0 }

    func tables() throws(SQLError) -> [String] {
        try rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'") {
            $0.text(0)
        }
    }

    func verify() throws(SQLError) {
        let found = try rows("PRAGMA integrity_check(10)") { $0.text(0) }
        guard found == ["ok"] else { throw SQLError(.corrupt, found.joined(separator: "; ")) }
        let orphan = try first("PRAGMA foreign_key_check") { $0.text(0) }
        if let orphan { throw SQLError(.corrupt, "a row of \(orphan) refers to one that is not there") }
    }
}
