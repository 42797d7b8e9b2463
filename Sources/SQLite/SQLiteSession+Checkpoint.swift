import CSQLite
import SQL

/// Checkpoints: copying the WAL into the database. The writer makes them itself, because SQLite keeps the failures of its
/// own (`wal_autocheckpoint`) to itself.
///
/// After a sync that failed, the page cache is not the disk: Linux has told of the failure once, and takes the pages for
/// clean. So:
/// 1. Before the writer serves, all that is in the WAL is in the database and synced, and the WAL is empty. What a process
///    before left in it may be of a sync that failed, and recovery takes it from the page cache.
/// 2. A checkpoint whose sync failed is the end of the session. A round that a reader held up was not synced, and what it
///    copied is not copied again; in a new process everything in the WAL is.
/// 3. Any other failure leaves the WAL longer, and the next round does it again.
extension SQLiteSession {
    /// After how many pages (of 4 KiB) written to the WAL a checkpoint is due.
    static let checkpointPages = 1_000

    /// Waits for readers, of other programs: there are none of ours yet.
    func emptyWAL() throws(SQLError) {
        try check(
            unsafe sqlite3_wal_checkpoint_v2(try database(), "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil),
            "copy the WAL into the database")
    }

    func checkpointIfDue() throws(SQLError) {
        pagesSinceCheckpoint += try pagesWritten()
        guard pagesSinceCheckpoint >= checkpointPages else { return }
        var (frames, copied) = (Int32(0), Int32(0))
        let code = unsafe sqlite3_wal_checkpoint_v2(try database(), "main", SQLITE_CHECKPOINT_PASSIVE, &frames, &copied)
        if SQLError.isOfSync(code) { try check(code, "sync a checkpoint") }
        if code == SQLITE_OK && copied == frames { pagesSinceCheckpoint = 0 }
    }

    /// Since it was last asked.
    private func pagesWritten() throws(SQLError) -> Int {
        var (pages, unused) = (Int32(0), Int32(0))
        try check(
            unsafe sqlite3_db_status(try database(), SQLITE_DBSTATUS_CACHE_WRITE, &pages, &unused, 1), "count pages written")
        return Int(pages)
    }
}
