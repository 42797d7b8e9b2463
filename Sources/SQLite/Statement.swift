import CSQLite
import SQL

/// A prepared statement; the only owner of its handle.
@safe final class Statement {
    private let handle: OpaquePointer
    private let database: OpaquePointer
    let sql: String
    private(set) var isBusy = false
    /// Where bound texts and blobs lie until `reset`, one behind the other. Left to copy them, SQLite would allocate and
    /// free memory for each.
    private var room = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
    /// What a statement keeps of it for the next time.
    private static let roomKept = 64 * 1_024

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

    deinit {
        unsafe sqlite3_finalize(handle)
        unsafe room.deallocate()
    }

    var row: SQLiteRow { unsafe SQLiteRow(statement: handle) }

    func bind(_ values: [Value]) throws(SQLError) {
        let wanted = Int(unsafe sqlite3_bind_parameter_count(handle))
        guard wanted == values.count else {
            throw SQLError(.misuse, "\(values.count) values for \(wanted) parameters: \(sql)")
        }
        makeRoom(for: values)
        var used = 0
        for (index, value) in values.enumerated() {
            let code = bind(value, Int32(index + 1), &used)
            guard code == SQLITE_OK else { throw unsafe SQLError(sqlite: code, database, sql) }
        }
        isBusy = true
    }

    private func makeRoom(for values: [Value]) {
        // One byte at least: a null pointer would bind an empty text as NULL.
        var needed = 1
        for value in values {
            switch value {
            case .null, .integer: break
            case .text(let text): needed += text.utf8.count
            case .blob(let bytes): needed += bytes.count
            }
        }
        guard unsafe needed > room.count else { return }
        unsafe room.deallocate()
        unsafe room = .allocate(byteCount: needed, alignment: 1)
    }

    private func bind(_ value: Value, _ index: Int32, _ used: inout Int) -> Int32 {
        switch value {
        case .null:
            return unsafe sqlite3_bind_null(handle, index)
        case .integer(let integer):
            return unsafe sqlite3_bind_int64(handle, index, integer)
        case .text(let text):
            let bytes = unsafe keep(text.utf8Span.span.bytes, &used)
            return unsafe sqlite3_bind_text64(
                handle, index, bytes?.assumingMemoryBound(to: CChar.self), UInt64(text.utf8.count), nil, UInt8(SQLITE_UTF8))
        case .blob(let blob):
            return unsafe sqlite3_bind_blob64(handle, index, keep(blob.span.bytes, &used), UInt64(blob.count), nil)
        }
    }

    /// Puts bytes behind those that are used, and says where they lie.
    private func keep(_ bytes: RawSpan, _ used: inout Int) -> UnsafeRawPointer? {
        let place = unsafe UnsafeMutableRawBufferPointer(rebasing: room[used...])
        unsafe bytes.withUnsafeBytes { unsafe place.copyMemory(from: $0) }
        used += bytes.byteCount
        return UnsafeRawPointer(place.baseAddress)
    }

    /// True while there is a row.
    func step() throws(SQLError) -> Bool {
        let code = advance()
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw unsafe SQLError(sqlite: code, database, sql)
        }
    }

    /// SQLite's own code of a step, for whom it tells more than an error of ours.
    func advance() -> Int32 { unsafe sqlite3_step(handle) }

    /// Its code repeats the error of the last step, which was thrown there.
    func reset() {
        _ = unsafe sqlite3_reset(handle)
        _ = unsafe sqlite3_clear_bindings(handle)
        isBusy = false
        if unsafe room.count > Self.roomKept {
            unsafe room.deallocate()
            unsafe room = UnsafeMutableRawBufferPointer(start: nil, count: 0)
        }
    }
}
