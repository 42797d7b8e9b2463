internal import Messages

/// An answer as people read it.
protocol Shown: Message {
    /// A name and its value.
    typealias Line = (String, String)

    /// In order; what is empty is not shown.
    var lines: [Line] { get }
    /// The whole of it.
    var shown: String { get }
}

extension Shown {
    var lines: [Line] { [] }
    var shown: String { Table.text(of: lines) }
}

/// What stands in a table of many.
protocol Listed: Message {
    /// Of one of them, by the names of the columns.
    typealias Column = (name: String, text: (Self) -> String)

    static var columns: [Column] { get }
}

extension Output {
    /// For programs the method's response as it is.
    func show(_ answer: some Shown) {
        switch format {
        case .json: Terminal.line(MessageJSON.text(answer))
        case .table: tell(answer.shown)
        }
    }
}

extension Table {
    /// Names and values, one pair a line.
    static func text(of lines: [(String, String)]) -> String {
        let told = lines.filter { !$0.1.isEmpty }
        let width = told.map(\.0.count).max() ?? 0
        return told.map { name, value in
            name + String(repeating: " ", count: width - name.count) + "  " + printable(value)
        }.joined(separator: "\n")
    }

    static func text<Row: Listed>(of rows: [Row]) -> String {
        let columns = Row.columns
        return text(header: columns.map(\.name), rows: rows.map { row in columns.map { $0.text(row) } })
    }
}
