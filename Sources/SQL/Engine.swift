/// A database: SQLite today, PostgreSQL through libpq next.
package protocol Engine: Sendable {
    /// The only session that writes. A second one, of any process, is refused with `.busy`.
    func writer() throws(SQLError) -> any Session

    /// A session that cannot write. There must be a writer.
    func reader() throws(SQLError) -> any Session

    /// A consistent copy while others read and write, verified and on disk when this returns.
    /// `finish` changes the copy before it takes its name. Returns the size of the copy in bytes.
    func backup(
        to path: String, _ finish: (any Session) throws(SQLError) -> Void
    ) throws(SQLError) -> Int64
}
