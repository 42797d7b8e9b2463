@testable import mandatectl

/// The import's CSV reader.
extension Fuzzed {
    private static let required = ["address", "display_name"]
    private static let optional = ["external_id"]

    /// The bytes are a file; with a first byte below 128 they stand behind a good header.
    ///
    /// 1. It is read or refused with its name and, but for an empty file, a line that it has; so is each row.
    /// 2. Rows begin on rising lines, and so do faults; no value holds NUL.
    /// 3. What was read, written again, reads the same.
    static func csv(_ bytes: [UInt8]) throws(BrokenPromise) {
        let header = bytes.first ?? 0 < 128 ? Array("address,external_id,display_name\n".utf8) : []
        let file = header + bytes.dropFirst()
        let lines = file.count { $0 == UInt8(ascii: "\n") } + 1
        let table: CSVTable
        do throws(Failure) {
            table = try read(file)
        } catch {
            let what = error.what
            try promise(what.hasPrefix("people.csv"), "a refusal without the file's name: \(what)")
            guard what != "people.csv is empty" else { return }
            let number = what.split(separator: "line ").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) }
            return try promise(1...lines ~= number ?? 0, "a refusal without a line of the file: \(what)")
        }
        let (rows, faults) = (table.rows, table.faults)
        try promise(faults.allSatisfy { 2...lines ~= $0.line }, "a fault on a line that is not there")
        try promise(zip(faults, faults.dropFirst()).allSatisfy { $0.line < $1.line }, "lines of faults fall")
        try promise(rows.allSatisfy { 2...lines ~= $0.line }, "a line that is not there")
        try promise(zip(rows, rows.dropFirst()).allSatisfy { $0.line < $1.line }, "lines fall")
        try promise(rows.allSatisfy { !values($0).joined().utf8.contains(0) }, "a value holds NUL")
        let written = CSVText.file(required + optional, rows.map(values))
        try promise(
            (try? read(Array(written.utf8)))?.rows.map(values) == rows.map(values), "not the same again: \(rows.map(values))")
    }

    private static func read(_ file: [UInt8]) throws(Failure) -> CSVTable {
        try CSVTable(bytes: file, named: "people.csv", columns: required, optional: optional)
    }

    private static func values(_ row: CSVTable.Row) -> [String] { (required + optional).map { row[$0] } }
}
