import CSQLite
import SQL

/// A prepared statement; the only owner of its handle.
@safe final class Statement {
    private let handle: OpaquePointer
    private let database: OpaquePointer
    private let sql: String
    private(set) var isBusy = false

    /// Refuses text with more than one statement: the rest would be passed over in silence.
    init(_ sql: String, _ database: OpaquePointer) throws(SQLError) {
        var prepared: OpaquePointer?
        var more = false
        var text = sql
        let code = text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                var tail: UnsafePointer<CChar>?
                let code = unsafe sqlite3_prepare_v3(
                    database, characters.baseAddress, Int32(characters.count),
                    UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, &tail)
                if let start = characters.baseAddress, let tail = unsafe tail {
                    more = unsafe characters[(tail - start)...].contains { $0 > 32 && $0 != 59 }
                }
                return code
            }
        }
        guard code == SQLITE_OK else { throw unsafe SQLError(sqlite: code, database, sql) }
        guard let handle = unsafe prepared, !more else {
            unsafe sqlite3_finalize(prepared)
            throw SQLError(.misuse, "one statement at a time: \(sql)")
        }
        unsafe self.handle = unsafe handle
        unsafe self.database = unsafe database
        self.sql = sql
    }

    deinit { unsafe sqlite3_finalize(handle) }

    var row: SQLiteRow { unsafe SQLiteRow(statement: handle) }

    func bind(_ values: [Value]) throws(SQLError) {
        let wanted = Int(unsafe sqlite3_bind_parameter_count(handle))
        guard wanted == values.count else {
            throw SQLError(.misuse, "\(values.count) values for \(wanted) parameters: \(sql)")
        }
        for (index, value) in values.enumerated() {
            let code = bind(value, Int32(index + 1))
            guard code == SQLITE_OK else { throw unsafe SQLError(sqlite: code, database, sql) }
        }
        isBusy = true
    }

    private func bind(_ value: Value, _ index: Int32) -> Int32 {
        switch value {
        case .null:
            return unsafe sqlite3_bind_null(handle, index)
        case .integer(let integer):
            return unsafe sqlite3_bind_int64(handle, index, integer)
        case .text(var text):
            // A null pointer would bind NULL, and an empty string or array may have one.
            if text.isEmpty { return unsafe csqlite_bind_text(handle, index, "", 0) }
            return text.withUTF8 { bytes in
                unsafe bytes.withMemoryRebound(to: CChar.self) {
                    unsafe csqlite_bind_text(handle, index, $0.baseAddress, UInt64($0.count))
                }
            }
        case .blob(let bytes):
            if bytes.isEmpty { return unsafe sqlite3_bind_zeroblob(handle, index, 0) }
            return unsafe bytes.withUnsafeBytes {
                unsafe csqlite_bind_blob(handle, index, $0.baseAddress, UInt64($0.count))
            }
        }
    }

    /// True while there is a row.
    func step() throws(SQLError) -> Bool {
        let code = unsafe sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw unsafe SQLError(sqlite: code, database, sql)
        }
    }

    /// Its code repeats the error of the last step, which was thrown there.
    func reset() {
        _ = unsafe sqlite3_reset(handle)
        _ = unsafe sqlite3_clear_bindings(handle)
        isBusy = false
    }
}
