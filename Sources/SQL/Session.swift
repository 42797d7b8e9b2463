/// A connection with what only the store may do: transactions, migrations, closing.
package protocol Session: Connection {
    /// False also after the engine has ended a transaction by itself (a full disk may do that).
    var isInTransaction: Bool { get }

    /// Rows changed since the session was opened, by statements, triggers and cascades. Only differences matter.
    var changedRows: Int64 { get }

    /// Runs several statements, parted by semicolons: a migration.
    func script(_ sql: String) throws(SQLError)

    /// A writer takes the write lock at once; a reader gets one snapshot.
    func begin() throws(SQLError)
    /// Throws `.unknown` where it may have taken place all the same; any other error says that nothing has changed.
    func commit() throws(SQLError)
    func rollback() throws(SQLError)

    /// Savepoints nest; the other two act on the innermost.
    func savepoint() throws(SQLError)
    func release() throws(SQLError)
    /// Undoes and removes it.
    func rollbackToSavepoint() throws(SQLError)

    /// Gives a bounded part of what was deleted back to the disk, within a transaction, if more than `kept` pages of the
    /// file are free. Returns how many are free then; an engine that does this by itself returns 0.
    func giveBackPages(keeping kept: Int) throws(SQLError) -> Int

    /// Names of the tables there are.
    func tables() throws(SQLError) -> [String]

    /// Reads the whole database; throws `.corrupt` with what it found.
    func verify() throws(SQLError)

    /// Behind a commit: what the engine need not do within it. Throws where the session must not be used any more.
    func checkpointIfDue() throws(SQLError)

    /// Does nothing the second time.
    func close()

    /// Like `close`, but leaves the files just as the end of the process would.
    func abandon()
}
