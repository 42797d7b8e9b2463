internal import Contract
internal import Foundation
internal import Messages

/// Prints a list or one thing: a table for people, JSON for programs.
struct Output {
    let format: OutputOptions.Format

    init(_ options: OutputOptions) {
        format = options.output
    }

    /// One row a message under the columns.
    func list<M: Message>(_ messages: [M], _ columns: [(String, (M) -> String)]) {
        switch format {
        case .json: Terminal.line("[" + messages.map(MessageJSON.text).joined(separator: ",\n ") + "]")
        case .table:
            Terminal.line(Table.text(header: columns.map(\.0), rows: messages.map { message in columns.map { $0.1(message) } }))
        }
    }

    /// One message, as names and values.
    func one<M: Message>(_ message: M, _ lines: [(String, String)]) {
        switch format {
        case .json: Terminal.line(MessageJSON.text(message))
        case .table: tell(Table.text(of: lines))
        }
    }

    /// One message with the secret in it that the command was asked to make.
    func revealed<M: HoldsSecrets>(_ message: M, _ lines: [(String, String)]) {
        switch format {
        case .json: Terminal.line(MessageJSON.revealing(message))
        case .table: tell(Table.text(of: lines))
        }
    }

    /// Nothing of an answer that says no more than that it is done.
    func tell(_ text: String) {
        if !text.isEmpty { Terminal.line(text) }
    }
}

/// Columns as wide as their widest value.
enum Table {
    static func text(header: [String], rows: [[String]]) -> String {
        if rows.isEmpty { return "none" }
        var widths: [Int] = []
        return lines([Table.header(header)] + rows, &widths)
    }

    static func header(_ names: [String]) -> [String] { names.map { $0.uppercased() } }

    /// Rows under others that are printed already: no column gets narrower than it was.
    static func lines(_ rows: [[String]], _ widths: inout [Int]) -> String {
        for row in rows {
            for (column, value) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], value.count)
            }
        }
        return rows.map { row in
            row.enumerated().map { column, value in
                column == row.count - 1
                    ? printable(value) : printable(value) + String(repeating: " ", count: widths[column] - value.count)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// Names come from strangers: no control character of theirs reaches the terminal.
    static func printable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
    }
}

extension Timestamp {
    /// RFC 3339 in UTC, to the second.
    var text: String {
        rfc3339(fractionDigits: 0)
    }
}
