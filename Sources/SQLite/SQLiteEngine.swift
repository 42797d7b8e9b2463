package import SQL

/// One SQLite database file, with WAL.
///
/// SQLite before 3.51.3 can damage a WAL database when two connections write or checkpoint at the same instant
/// (the "WAL-reset bug"; Debian 12 ships 3.40.1). So:
/// 1. There is one writer: an exclusive lock on `<path>.lock` keeps any second one out, of this process or another.
/// 2. The writer alone checkpoints. Readers are opened read-only, may not run a checkpoint (see `ReaderRules`) and
///    make none when they close.
/// A backup only reads, in one snapshot.
package struct SQLiteEngine: Engine {
    package let path: String
    /// Pages of 4 KiB the file may have; nil leaves it to the disk.
    private let pagesMax: Int?
    /// Of a registered VFS; nil for SQLite's own.
    private let vfs: String?
    private let checkpointPages: Int

    /// `vfs` and `checkpointPages` are for tests: one that fails, and so that it does so soon.
    package init(path: String, pagesMax: Int? = nil, vfs: String? = nil, checkpointPages: Int? = nil) {
        self.path = path
        self.pagesMax = pagesMax
        self.vfs = vfs
        self.checkpointPages = checkpointPages ?? SQLiteSession.checkpointPages
    }

    /// Of the library in use, like "3.40.1".
    package static var libraryVersion: String { Library.version }

    package func writer() throws(SQLError) -> any Session {
        let lock = try ExclusiveLock(path + ".lock")
        try FileSystem.createPrivate(path)
        let session = try SQLiteSession(path, .writer, lock, vfs: vfs, checkpointPages: checkpointPages)
        do throws(SQLError) {
            try session.configureWriter(pagesMax: pagesMax)
        } catch {
            session.abandon()
            throw error
        }
        return session
    }

    package func reader() throws(SQLError) -> any Session {
        let session = try SQLiteSession(path, .reader, nil, vfs: vfs)
        try session.configureReader()
        return session
    }

    package func backup(
        to path: String, _ finish: (any Session) throws(SQLError) -> Void
    ) throws(SQLError) -> Int64 {
        try DatabaseCopy.make(of: self.path, at: path, finish)
    }

    /// Puts a verified copy of a backup at `path`, where there must be no database. It begins a new epoch when a
    /// server first opens it: followers start again from a snapshot, and the log sees no sequence go back.
    @discardableResult
    package static func restore(backup: String, to path: String) throws(SQLError) -> Backup {
        let lock = try ExclusiveLock(path + ".lock")
        defer { lock.release() }
        var position: Int64 = 0
        let bytes = try DatabaseCopy.make(of: backup, at: path) { (copy: any Session) throws(SQLError) in
            position = try Backup.mark(copy)
        }
        return Backup(position: position, bytes: bytes)
    }
}
