import CSQLite
import SQL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a COMMIT that failed has done: nothing, or nobody knows.
///
/// In WAL mode COMMIT does this, in this order (`sqlite3WalFrames` in SQLite's wal.c; the cache may have written frames of
/// the transaction before). What counts is not what SQLite believes, which always rolls back in memory, but what recovery
/// makes of the file if the process ends now: it takes every frame up to the last commit mark whose checksum fits.
///
/// | step | calls | if it fails |
/// |---|---|---|
/// | 1. a WAL that begins anew gets its head | xWrite, xSync on -wal | without it nothing new is recovered: nothing has changed |
/// | 2. a frame for each changed page but the last | xWrite × 2 on -wal | there is no commit mark: nothing has changed |
/// | 3. the last frame, with the commit mark | xWrite × 2 on -wal | cut short it does not fit its checksum, and is cut off (`cutWAL`): nothing has changed. After any other error it may be whole: unknown |
/// | 4. what was written twice gets its checksums | xWrite on -wal | as 3 |
/// | 5. all of it on disk | xSync on -wal | it is whole in the page cache, and may be on disk: unknown. Also for ENOSPC: with delayed allocation a sync is where it shows |
/// | 6. a WAL that was too long is cut | xTruncate on -wal | SQLite passes over it |
/// | 7. the WAL's index learns of the frames | xShmMap on -shm, memory | the commit is whole and on disk, and SQLite has rolled back: unknown |
///
/// A code does not tell the step. So those that can only come from a step before the mark is whole say that nothing has
/// changed, and every other one, known or new, that nobody knows:
///
/// | code | outcome | because |
/// |---|---|---|
/// | SQLITE_BUSY, SQLITE_CONSTRAINT | nothing has changed | refused before step 1 |
/// | SQLITE_FULL | nothing has changed, once the WAL is cut; else unknown | a write that was cut short, in steps 1 to 4 |
/// | SQLITE_IOERR_WRITE with EDQUOT | the same | the same for a quota |
/// | SQLITE_IOERR_WRITE | unknown | step 3: an error does not say how much was written |
/// | SQLITE_IOERR_FSYNC | unknown | step 5 |
/// | SQLITE_IOERR_SHMSIZE, _SHMMAP and the others, whatever the system's error | unknown | step 7 |
/// | SQLITE_NOMEM, SQLITE_CORRUPT, the rest | unknown | step 7 |
enum CommitFailure {
    /// `errno`: as COMMIT left it, having found 0. (`sqlite3_system_errno` may be of an earlier statement.)
    static func error(_ code: Int32, errno: Int32, _ database: OpaquePointer) -> SQLError {
        let error = unsafe SQLError(sqlite: code, database, "COMMIT")
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_CONSTRAINT, SQLITE_FULL: return error
        case SQLITE_IOERR where code == ioWrite && errno == EDQUOT:
            return SQLError(.full, "the disk is full: a quota is used up: COMMIT")
        default: return SQLError(.unknown, "whether COMMIT took place is not known: SQLite \(code), system error \(errno)")
        }
    }

    /// SQLITE_IOERR_WRITE.
    private static let ioWrite = SQLITE_IOERR | 3 << 8
}
