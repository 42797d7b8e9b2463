import SQL
import Synchronization

/// An engine whose writer fails where a test says so, as a full or broken disk would make it.
final class FaultyEngine: Engine {
    enum Fault {
        case begin
        case commit
        /// A statement fails and takes the transaction with it, as SQLite may on a full disk.
        case statement(containing: String)
    }

    private let engine: any Engine
    private let fault = Mutex<Fault?>(nil)

    init(_ engine: any Engine) { self.engine = engine }

    /// Strikes once.
    func arm(_ fault: Fault) { self.fault.withLock { $0 = fault } }

    fileprivate func strikes(_ matches: (Fault) -> Bool) -> Bool {
        fault.withLock { fault in
            guard let armed = fault, matches(armed) else { return false }
            fault = nil
            return true
        }
    }

    func writer() throws(SQLError) -> any Session { FaultySession(try engine.writer(), self) }
    func reader() throws(SQLError) -> any Session { try engine.reader() }

    func backup(to path: String, _ finish: (any Session) throws(SQLError) -> Void) throws(SQLError) -> Int64 {
        try engine.backup(to: path, finish)
    }
}

private final class FaultySession: Session {
    static let full = SQLError(.full, "armed")
    let session: any Session
    let engine: FaultyEngine

    init(_ session: any Session, _ engine: FaultyEngine) {
        self.session = session
        self.engine = engine
    }

    var isInTransaction: Bool { session.isInTransaction }
    var changedRows: Int64 { session.changedRows }

    func run(_ sql: String, _ values: [Value]) throws(SQLError) -> Int {
        let strikes = engine.strikes { fault in
            if case .statement(let part) = fault { sql.contains(part) } else { false }
        }
        if strikes {
            try session.rollback()
            throw Self.full
        }
        return try session.run(sql, values)
    }

    func each(_ sql: String, _ values: [Value], _ body: (any Row) throws(SQLError) -> Bool) throws(SQLError) {
        try session.each(sql, values, body)
    }

    func begin() throws(SQLError) {
        if engine.strikes({ if case .begin = $0 { true } else { false } }) { throw SQLError(.busy, "armed") }
        try session.begin()
    }

    func commit() throws(SQLError) {
        if engine.strikes({ if case .commit = $0 { true } else { false } }) { throw Self.full }
        try session.commit()
    }

    func script(_ sql: String) throws(SQLError) { try session.script(sql) }
    func rollback() throws(SQLError) { try session.rollback() }
    func savepoint() throws(SQLError) { try session.savepoint() }
    func release() throws(SQLError) { try session.release() }
    func rollbackToSavepoint() throws(SQLError) { try session.rollbackToSavepoint() }
    func giveBackPages(keeping kept: Int) throws(SQLError) -> Int { try session.giveBackPages(keeping: kept) }
    func tables() throws(SQLError) -> [String] { try session.tables() }
    func verify() throws(SQLError) { try session.verify() }
    func checkpointIfDue() throws(SQLError) { try session.checkpointIfDue() }
    func close() { session.close() }
    func abandon() { session.abandon() }
}
