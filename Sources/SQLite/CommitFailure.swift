import CSQLite
import SQL

/// What a COMMIT that failed has done: nothing, or nobody knows.
///
/// In WAL mode COMMIT does this, in this order (`sqlite3WalFrames` in SQLite's wal.c; the cache may have written frames of
/// the transaction before). What counts is not what SQLite believes, which always rolls back in memory, but what recovery
/// makes of the file if the process ends now: it takes every frame up to the last commit mark whose checksum fits.
///
/// | step | calls | if it fails |
/// |---|---|---|
/// | 1. a WAL that begins anew gets its head | xWrite, xSync on -wal | without it nothing is recovered: nothing has changed |
/// | 2. a frame for each changed page but the last | xWrite × 2 on -wal | there is no commit mark: nothing has changed |
/// | 3. the last frame, with the commit mark | xWrite × 2 on -wal | cut short it does not fit its checksum: nothing has changed; after any other error it may be whole: unknown |
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
/// | SQLITE_FULL | nothing has changed | a write that was cut short, in steps 1 to 4 |
/// | SQLITE_IOERR_WRITE with EDQUOT | nothing has changed | the same for a quota |
/// | SQLITE_IOERR_WRITE | unknown | step 3: an error does not say how much was written |
/// | SQLITE_IOERR_FSYNC | unknown | step 5 |
/// | SQLITE_IOERR_SHMSIZE, _SHMMAP and the others, whatever the system's error | unknown | step 7 |
/// | SQLITE_NOMEM, SQLITE_CORRUPT, the rest | unknown | step 7 |
///
/// What is left: a file system that copies on write may run out of room within a WAL that is written over. The frame is cut
/// short then too, and passes for whole only if the bytes missing are those that stood there before.
enum CommitFailure {
    static func error(_ code: Int32, _ database: OpaquePointer) -> SQLError {
        let error = unsafe SQLError(sqlite: code, database, "COMMIT")
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_CONSTRAINT, SQLITE_FULL: return error
        case SQLITE_IOERR where code == ioWrite && error.code == .full: return error
        default: return SQLError(.unknown, "whether COMMIT took place is not known: \(error.message)")
        }
    }

    /// SQLITE_IOERR_WRITE.
    private static let ioWrite = SQLITE_IOERR | 3 << 8
}
