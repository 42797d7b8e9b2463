import CSQLite

/// The libsqlite3 this program runs with.
enum Library {
    static var version: String { unsafe String(cString: sqlite3_libversion()) }

    /// Once, before the first connection: SQLite counts its memory under one lock for all threads, which every
    /// allocation would take. A refusal (somebody else has begun to use the library) costs only that.
    static let isPrepared = csqlite_count_memory(0) == SQLITE_OK
}
