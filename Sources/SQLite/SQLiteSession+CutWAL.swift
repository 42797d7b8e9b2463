import CSQLite
import SQL

extension SQLiteSession {
    /// Cuts off what a commit that failed has left in the WAL, behind the last commit that counts.
    ///
    /// Nobody reads there: SQLite would write over it with the next commit, but recovery after a crash would look at it. A
    /// frame that was cut short within a WAL that is written over may still pass for whole, if the bytes that are missing
    /// are those that stood there before; a file system that copies on write runs out of room that way.
    func cutWAL() throws(SQLError) {
        let wal = unsafe try file(SQLITE_FCNTL_JOURNAL_POINTER)
        guard let truncate = unsafe wal.pointee.pMethods.pointee.xTruncate else { throw noFile }
        try check(unsafe truncate(wal, try committedBytes()), "cut off what a commit left in the WAL")
    }

    /// Of the WAL, as its index says (https://sqlite.org/walformat.html, 2.1): at 14 the size of a page, where 1 is
    /// 65,536, and at 16 the number of frames that count. The writer alone changes them. A frame has a head of 24 bytes, and
    /// the WAL one of 32.
    private func committedBytes() throws(SQLError) -> Int64 {
        let main = unsafe try file(SQLITE_FCNTL_FILE_POINTER)
        var index: UnsafeMutableRawPointer?
        guard let map = unsafe main.pointee.pMethods.pointee.xShmMap else { throw noFile }
        try check(unsafe map(main, 0, 32_768, 0, &index), "look into the WAL's index")
        guard let index = unsafe index else { throw noFile }
        let page = unsafe index.load(fromByteOffset: 14, as: UInt16.self)
        let frames = unsafe index.load(fromByteOffset: 16, as: UInt32.self)
        return 32 + Int64(frames) * (24 + (page == 1 ? 65_536 : Int64(page)))
    }

    /// SQLite's own opened file, of this connection.
    private func file(_ which: Int32) throws(SQLError) -> UnsafeMutablePointer<sqlite3_file> {
        var file: UnsafeMutablePointer<sqlite3_file>?
        try check(unsafe sqlite3_file_control(try database(), "main", which, &file), "find a file of the database")
        guard let file = unsafe file, unsafe file.pointee.pMethods != nil else { throw noFile }
        return unsafe file
    }

    private var noFile: SQLError { SQLError(.io, "SQLite does not show a file of the database") }
}
