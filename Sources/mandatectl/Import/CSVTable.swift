internal import Foundation

/// A CSV file with a header (RFC 4180: commas, quotes doubled inside quotes, CRLF or LF, UTF-8), read whole. What
/// `CSVText` wrote reads as it was.
///
/// Ours, because an import's errors must name the line, and libraries at hand give columns without lines.
struct CSVTable {
    /// One row, with the line it began on.
    struct Row {
        let line: Int
        fileprivate let values: [String]
        fileprivate let columns: [String: Int]

        /// The value in a column; empty when the file has no such column.
        subscript(column: String) -> String {
            guard let index = columns[column] else { return "" }
            return values[index]
        }
    }

    let rows: [Row]

    /// Reads a file that must have `columns` and may have `optional` ones.
    init(file: String, columns: [String], optional: [String] = []) throws(Failure) {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw Failure("\(file) cannot be read", todo: "is the path right?")
        }
        try self.init(bytes: Array(bytes), named: file, columns: columns, optional: optional)
    }

    init(bytes: [UInt8], named file: String, columns: [String], optional: [String] = []) throws(Failure) {
        guard bytes.count <= 1 << 30 else { throw Failure("\(file) is larger than 1 GiB", todo: "split it") }
        guard let records = try CSVTable.records(bytes, file).nonEmpty, let header = records.first else {
            throw Failure("\(file) is empty", todo: "its first line must be \(columns.joined(separator: ","))")
        }
        var indices: [String: Int] = [:]
        for (index, name) in header.values.enumerated() {
            guard columns.contains(name) || optional.contains(name) else {
                throw Failure(
                    "\(file), line 1: unknown column '\(name)'",
                    todo: "columns are \((columns + optional).joined(separator: ", "))")
            }
            guard indices.updateValue(index, forKey: name) == nil else {
                throw Failure("\(file), line 1: column '\(name)' stands twice")
            }
        }
        for column in columns where indices[column] == nil {
            throw Failure(
                "\(file), line 1: column '\(column)' is missing",
                todo: "the header must have \(columns.joined(separator: ","))")
        }
        rows = try records.dropFirst().map { record throws(Failure) in
            guard record.values.count == header.values.count else {
                throw Failure(
                    "\(file), line \(record.line): \(record.values.count) fields, the header has \(header.values.count)")
            }
            return Row(line: record.line, values: record.values, columns: indices)
        }
    }

    private struct Record {
        var line: Int
        var values: [String]
    }

    private static func records(_ bytes: [UInt8], _ file: String) throws(Failure) -> [Record] {
        var records: [Record] = []
        var values: [String] = []
        var field: [UInt8] = []
        var line = 1
        var startLine = 1
        var quoted = false  // inside quotes
        var wasQuoted = false  // the field began with a quote

        func endField() throws(Failure) {
            guard let text = String(validating: field, as: UTF8.self), !field.contains(0) else {
                throw Failure("\(file), line \(line): not UTF-8 text", todo: "save the file as UTF-8")
            }
            values.append(CSVText.unguarded(text))
            field.removeAll(keepingCapacity: true)
            wasQuoted = false
        }
        func endRecord() throws(Failure) {
            // An empty line is no record; a pair of quotes is one with an empty value.
            let isEmptyLine = values.isEmpty && field.isEmpty && !wasQuoted
            try endField()
            if !isEmptyLine { records.append(Record(line: startLine, values: values)) }
            values.removeAll(keepingCapacity: true)
        }

        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if quoted {
                if byte != UInt8(ascii: "\"") {
                    if byte == UInt8(ascii: "\n") { line += 1 }
                    field.append(byte)
                } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                    field.append(byte)
                    index += 1
                } else {
                    quoted = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: ","): try endField()
            case UInt8(ascii: "\r") where index < bytes.count && bytes[index] == UInt8(ascii: "\n"): break
            case UInt8(ascii: "\n"):
                try endRecord()
                line += 1
                startLine = line
            case UInt8(ascii: "\"") where field.isEmpty && !wasQuoted:
                quoted = true
                wasQuoted = true
            default:
                guard !wasQuoted, byte != UInt8(ascii: "\"") else {
                    throw Failure(
                        "\(file), line \(line): a quote stands where none may",
                        todo: "quote the whole field and double the quotes inside it")
                }
                field.append(byte)
            }
        }
        guard !quoted else { throw Failure("\(file), line \(startLine): a quoted field has no end") }
        if !field.isEmpty || !values.isEmpty || wasQuoted { try endRecord() }
        return records
    }
}

extension Array {
    fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
