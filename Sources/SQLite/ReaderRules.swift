import CSQLite
import SQL

/// Keeps readers from what would touch the files.
///
/// A read-only connection cannot write pages, yet SQLite opens the WAL read-write even for it, and a checkpoint that
/// has nothing left to copy may still begin the WAL anew. So a reader may not prepare one, nor set any pragma.
enum ReaderRules {
    static func install(on session: SQLiteSession) throws(SQLError) {
        try session.check(
            unsafe sqlite3_set_authorizer(
                try session.database(),
                { _, action, first, second, _, _ in
                    unsafe ReaderRules.judge(action, first, second)
                }, nil),
            "set the rules of a reader")
    }

    /// For SQLITE_PRAGMA `first` is the pragma's name and `second` its argument, or nil.
    private static func judge(
        _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
    ) -> Int32 {
        guard action == SQLITE_PRAGMA else {
            return action == SQLITE_ATTACH || action == SQLITE_DETACH ? SQLITE_DENY : SQLITE_OK
        }
        guard let first = unsafe first else { return SQLITE_DENY }
        switch unsafe String(cString: first) {
        case "integrity_check", "foreign_key_check": return SQLITE_OK
        case "wal_checkpoint", "optimize", "incremental_vacuum": return SQLITE_DENY
        default: return unsafe second == nil ? SQLITE_OK : SQLITE_DENY
        }
    }
}
