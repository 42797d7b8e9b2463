package import SQL

/// An engine that runs portable statements only: any other is refused where it is first run, so that every test of what
/// stores something is a test of its statements as well.
package struct PortableEngine: Engine {
    private let engine: any Engine

    package init(_ engine: some Engine) { self.engine = engine }

    package func writer() throws(SQLError) -> any Session { PortableSession(try engine.writer()) }

    package func reader() throws(SQLError) -> any Session { PortableSession(try engine.reader()) }

    package func backup(
        to path: String, _ finish: (any Session) throws(SQLError) -> Void
    ) throws(SQLError) -> Int64 {
        try engine.backup(to: path) { (copy: any Session) throws(SQLError) in try finish(PortableSession(copy)) }
    }
}

/// Of one thread, as the session that it stands before.
private final class PortableSession: Session {
    private let session: any Session
    private var known: Set<String> = []

    init(_ session: any Session) { self.session = session }

    private func judge(_ sql: String) throws(SQLError) {
        if known.contains(sql) { return }
        let objections = Portability.objections(to: sql)
        guard objections.isEmpty else {
            throw SQLError(.misuse, "not portable: \(objections.joined(separator: "; ")): \(sql)")
        }
        known.insert(sql)
    }

    func run(_ sql: String, _ values: [Value]) throws(SQLError) -> Int {
        try judge(sql)
        return try session.run(sql, values)
    }

    func each(_ sql: String, _ values: [Value], _ body: (any Row) throws(SQLError) -> Bool) throws(SQLError) {
        try judge(sql)
        try session.each(sql, values, body)
    }

    func script(_ sql: String) throws(SQLError) {
        try judge(sql)
        try session.script(sql)
    }

    var isInTransaction: Bool { session.isInTransaction }
    var changedRows: Int64 { session.changedRows }
    func begin() throws(SQLError) { try session.begin() }
    func commit() throws(SQLError) { try session.commit() }
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
