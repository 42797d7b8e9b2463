import CSQLite
import SQL

/// A consistent copy of a database in one new file, which has its name only once it is whole, verified and on disk.
enum DatabaseCopy {
    /// Returns the size in bytes. `finish` may change the copy.
    static func make(
        of source: String, at path: String, _ finish: (any Session) throws(SQLError) -> Void
    ) throws(SQLError) -> Int64 {
        for taken in [path, path + "-wal", path + "-journal"] where FileSystem.exists(taken) {
            throw SQLError(.misuse, "\(taken) exists already: give the path of a new file")
        }
        let partial = path + ".partial"
        try removeAll(partial)
        do throws(SQLError) {
            try FileSystem.createPrivate(partial)
            try fill(partial, from: source, finish)
            try FileSystem.sync(partial)
            CrashPoint.reach(.backupSynced)
            try FileSystem.rename(partial, to: path)
            try FileSystem.sync(FileSystem.folder(of: path))
            return try FileSystem.size(path)
        } catch let failure {
            do throws(SQLError) {
                try removeAll(partial)
            } catch let second {
                throw SQLError(failure.code, "\(failure.message); \(second.message)")
            }
            throw failure
        }
    }

    private static func fill(
        _ path: String, from source: String, _ finish: (any Session) throws(SQLError) -> Void
    ) throws(SQLError) {
        let from = try SQLiteSession(source, .reader, nil)
        defer { from.close() }
        try from.configureReader()
        let copy = try SQLiteSession(path, .copy, nil)
        defer { copy.close() }
        try copy.configureCopy()
        try copyPages(from, copy)
        CrashPoint.reach(.backupCopied)
        try copy.script("PRAGMA journal_mode = DELETE")
        try finish(copy)
        try copy.verify()
    }

    /// In one step: it holds one snapshot and needs no beginning anew when the writer goes on.
    private static func copyPages(_ from: SQLiteSession, _ copy: SQLiteSession) throws(SQLError) {
        guard let backup = unsafe sqlite3_backup_init(try copy.database(), "main", try from.database(), "main")
        else {
            throw unsafe SQLError(sqlite: sqlite3_errcode(try copy.database()), try copy.database(), "begin a copy")
        }
        let step = unsafe sqlite3_backup_step(backup, -1)
        let end = unsafe sqlite3_backup_finish(backup)
        // After SQLITE_DONE the end says whether all of it arrived.
        try copy.check(step == SQLITE_DONE ? end : step, "copy the pages")
    }

    private static func removeAll(_ path: String) throws(SQLError) {
        for suffix in ["", "-journal", "-wal", "-shm"] { try FileSystem.remove(path + suffix) }
    }
}
