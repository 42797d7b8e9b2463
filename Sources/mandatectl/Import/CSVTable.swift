internal import Foundation

/// A CSV file with a header (RFC 4180: commas, quotes doubled inside quotes, CRLF or LF, UTF-8), read whole. What
/// `CSVText` wrote reads as it was.
///
/// A row that cannot be read is a fault with its line and no end of the file: whoever mends the file wants all of them.
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

    /// What is wrong with a row.
    struct Fault {
        let line: Int
        let failure: Failure
    }

    let rows: [Row]
    /// Of rows that are not among `rows`, on rising lines.
    let faults: [Fault]

    /// Reads a file that must have `columns` and may have `optional` ones.
    init(file: String, columns: [String], optional: [String] = []) throws(Failure) {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw Failure("\(file) cannot be read", todo: "is the path right?")
        }
        try self.init(bytes: Array(bytes), named: file, columns: columns, optional: optional)
    }

    /// Throws where not even the header can be read.
    init(bytes: [UInt8], named file: String, columns: [String], optional: [String] = []) throws(Failure) {
        guard bytes.count <= 1 << 30 else { throw Failure("\(file) is larger than 1 GiB", todo: "split it") }
        let records = RecordReader.records(bytes)
        guard let header = records.first else {
            throw Failure("\(file) is empty", todo: "its first line must be \(columns.joined(separator: ","))")
        }
        if let fault = header.fault {
            throw Failure("\(file), line \(fault.line): \(fault.failure.what)", todo: fault.failure.todo)
        }
        let indices = try Self.indices(header.values, file, columns, optional)
        var rows: [Row] = []
        var faults: [Fault] = []
        for record in records.dropFirst() {
            if let fault = record.fault {
                faults.append(fault)
            } else if record.values.count != header.values.count {
                let what = "\(record.values.count) fields, the header has \(header.values.count)"
                faults.append(Fault(line: record.line, failure: Failure(what)))
            } else {
                rows.append(Row(line: record.line, values: record.values, columns: indices))
            }
        }
        (self.rows, self.faults) = (rows, faults)
    }

    /// What `value` makes of the rows, and the faults of all: those that it throws, and of what could not be read.
    func read<Value>(_ value: (Row) throws(Failure) -> Value) -> (values: [Value], faults: [Fault]) {
        var (values, faults) = ([Value](), faults)
        for row in rows {
            do throws(Failure) { values.append(try value(row)) } catch {
                faults.append(Fault(line: row.line, failure: error))
            }
        }
        return (values, faults.sorted { $0.line < $1.line })
    }

    /// Where each column stands.
    private static func indices(
        _ header: [String], _ file: String, _ columns: [String], _ optional: [String]
    ) throws(Failure) -> [String: Int] {
        var indices: [String: Int] = [:]
        for (index, name) in header.enumerated() {
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
        return indices
    }
}

/// Takes a file apart, byte by byte.
///
/// 1. Every line belongs to one record at most, and a record holds either all its values or a fault.
/// 2. Behind a quote that stands where none may, the rest of the line is not looked at: the next begins a new record.
private struct RecordReader {
    struct Record {
        /// Which it began on.
        let line: Int
        let values: [String]
        let fault: CSVTable.Fault?
    }

    private var records: [Record] = []
    private var values: [String] = []
    private var field: [UInt8] = []
    private var line = 1
    private var startLine = 1
    private var isQuoted = false  // inside quotes
    private var wasQuoted = false  // the field began with a quote
    private var isLost = false  // behind a quote that stands where none may
    private var fault: CSVTable.Fault?

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")

    static func records(_ bytes: [UInt8]) -> [Record] {
        var reader = RecordReader()
        reader.read(bytes)
        return reader.records
    }

    private mutating func read(_ bytes: [UInt8]) {
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            let next = index < bytes.count ? bytes[index] : nil
            if !isQuoted {
                takeUnquoted(byte, next)
            } else if byte != Self.quote {
                if byte == Self.lineFeed { line += 1 }
                field.append(byte)
            } else if next == Self.quote {
                field.append(byte)
                index += 1
            } else {
                isQuoted = false
            }
        }
        if isQuoted { fail(at: startLine, Failure("a quoted field has no end")) }
        if !field.isEmpty || !values.isEmpty || wasQuoted || fault != nil { endRecord() }
    }

    private mutating func takeUnquoted(_ byte: UInt8, _ next: UInt8?) {
        switch byte {
        case Self.lineFeed:
            endRecord()
            line += 1
            startLine = line
        case _ where isLost: break
        case Self.comma: endField()
        case Self.carriageReturn where next == Self.lineFeed: break
        case Self.quote where field.isEmpty && !wasQuoted:
            isQuoted = true
            wasQuoted = true
        case _ where wasQuoted || byte == Self.quote:
            isLost = true
            fail(
                at: line,
                Failure("a quote stands where none may", todo: "quote the whole field and double the quotes inside it"))
        default: field.append(byte)
        }
    }

    private mutating func endField() {
        if let text = String(validating: field, as: UTF8.self), !field.contains(0) {
            values.append(CSVText.unguarded(text))
        } else {
            fail(at: line, Failure("not UTF-8 text", todo: "save the file as UTF-8"))
        }
        field.removeAll(keepingCapacity: true)
        wasQuoted = false
    }

    private mutating func endRecord() {
        // An empty line is no record; a pair of quotes is one with an empty value.
        let isEmptyLine = values.isEmpty && field.isEmpty && !wasQuoted && fault == nil
        endField()
        if !isEmptyLine { records.append(Record(line: startLine, values: values, fault: fault)) }
        values.removeAll(keepingCapacity: true)
        isLost = false
        fault = nil
    }

    /// The first fault of a record is its fault.
    private mutating func fail(at line: Int, _ failure: Failure) {
        if fault == nil { fault = CSVTable.Fault(line: line, failure: failure) }
    }
}
