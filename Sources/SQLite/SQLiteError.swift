import CSQLite
import SQL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension SQLError {
    /// The one place where SQLite's result codes (https://sqlite.org/rescode.html) become ours.
    init(sqlite code: Int32, _ database: OpaquePointer?, _ doing: String) {
        let text = unsafe database.map { unsafe String(cString: sqlite3_errmsg($0)) } ?? "no connection"
        let readOnly = unsafe database.map { unsafe sqlite3_db_readonly($0, "main") == 1 } ?? false
        var meaning = Self.meaning(of: code, readOnly: readOnly)
        // Where it is the WAL's index that finds no room, SQLite speaks of an I/O error.
        let number = unsafe database.map { unsafe sqlite3_system_errno($0) } ?? 0
        if meaning == .io && !Self.isOfSync(code) && (number == ENOSPC || number == EDQUOT) { meaning = .full }
        let full = meaning == .full ? "the disk is full: " : ""
        self.init(meaning, "\(full)SQLite \(code), \(text): \(doing)")
    }

    /// What was written before a sync that failed may be lost, for want of room as well: that is no refusal of a write.
    static func isOfSync(_ code: Int32) -> Bool {
        code == SQLITE_IOERR | 4 << 8 || code == SQLITE_IOERR | 5 << 8  // SQLITE_IOERR_FSYNC, _DIR_FSYNC
    }

    private static func meaning(of code: Int32, readOnly: Bool) -> Code {
        // The low byte is the primary code, the rest says which kind.
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_FULL: .full
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: .corrupt
        case SQLITE_CONSTRAINT: .constraint(constraint(code))
        case SQLITE_SCHEMA: .schema
        // A reader that writes is our bug; a writer that cannot has lost its disk.
        case SQLITE_READONLY: readOnly ? .misuse : .io
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_NOMEM, SQLITE_NOLFS, SQLITE_PROTOCOL,
            SQLITE_INTERRUPT, SQLITE_ABORT:
            .io
        default: .misuse
        }
    }

    private static func constraint(_ code: Int32) -> Constraint {
        switch code >> 8 {
        case 6, 8, 10: .unique  // SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE, _ROWID
        case 3: .foreignKey  // SQLITE_CONSTRAINT_FOREIGNKEY
        default: .other
        }
    }
}
