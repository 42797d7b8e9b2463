import CSQLite
import SQL

/// The settings of each kind of connection. `PRAGMA`s that did not take are refused, not ignored.
extension SQLiteSession {
    private static let busyMilliseconds: Int32 = 5_000
    /// The WAL is cut to this size when it begins anew after it grew (a long read does that).
    private static let walBytesMax = 64 * 1_024 * 1_024
    /// Negative: KiB.
    private static let writerCache = -32 * 1_024

    func configureWriter(pagesMax: Int?) throws(SQLError) {
        try configureCommon()
        try keepFreePages()
        guard try first("PRAGMA journal_mode = WAL", [], { $0.text(0) }) == "wal" else {
            throw SQLError(.io, "this file system cannot hold a WAL database")
        }
        // FULL: each commit is on disk when it returns. Checkpoints are made by `checkpointIfDue`.
        try script(
            """
            PRAGMA synchronous = FULL;
            PRAGMA wal_autocheckpoint = 0;
            PRAGMA journal_size_limit = \(Self.walBytesMax);
            PRAGMA cache_size = \(Self.writerCache);
            """)
        if let pagesMax { try script("PRAGMA max_page_count = \(pagesMax)") }
        try emptyWAL()
    }

    /// What is deleted later must free the disk, so the database says of each page who points at it: pages can be moved to
    /// where others have become free, and the file ends sooner (`giveBackPages`). That costs a page in 820, nothing that can be
    /// measured beside a commit, and can be chosen only before there is anything in the file.
    private func keepFreePages() throws(SQLError) {
        if try keepsFreePages { return }
        // Said to a file that is so already it is a write, and a start must not need one: the disk may be full.
        try script("PRAGMA auto_vacuum = INCREMENTAL")
        guard try keepsFreePages else {
            throw SQLError(
                .schema,
                "the file of this database could never become smaller; with the server stopped, make it anew once: "
                    + "sqlite3 <file> 'PRAGMA auto_vacuum = INCREMENTAL; VACUUM'")
        }
    }

    private var keepsFreePages: Bool {
        get throws(SQLError) { try first("PRAGMA auto_vacuum", [], { $0.integer(0) }) == 2 }
    }

    func configureReader() throws(SQLError) {
        try configureCommon()
        try setSwitch(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        try script("PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0")
        try ReaderRules.install(on: self)
    }

    /// A copy ends as one file, without a WAL beside it.
    func configureCopy() throws(SQLError) {
        try configureCommon()
        try script("PRAGMA synchronous = FULL")
    }

    private func configureCommon() throws(SQLError) {
        try check(unsafe sqlite3_busy_timeout(try database(), Self.busyMilliseconds), "set the busy timeout")
        // Against files and statements made to harm: what a schema says is not trusted, shadow tables and the schema
        // table are not writable, "text" in double quotes is not a string, nothing can be attached.
        try setSwitch(SQLITE_DBCONFIG_DEFENSIVE, true)
        try setSwitch(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
        try setSwitch(SQLITE_DBCONFIG_DQS_DML, false)
        try setSwitch(SQLITE_DBCONFIG_DQS_DDL, false)
        try setSwitch(SQLITE_DBCONFIG_ENABLE_FKEY, true)
        _ = unsafe sqlite3_limit(try database(), SQLITE_LIMIT_ATTACHED, 0)
        try script("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY")
        guard try first("PRAGMA foreign_keys", [], { $0.integer(0) }) == 1 else {
            throw SQLError(.misuse, "this libsqlite3 was built without foreign keys")
        }
    }

    private func setSwitch(_ option: Int32, _ on: Bool) throws(SQLError) {
        try check(unsafe csqlite_switch(try database(), option, on ? 1 : 0), "set option \(option)")
    }
}
