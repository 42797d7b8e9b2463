internal import Messages

/// Writes rows as they come, so that a list of any length needs no memory: a table for people; for programs one JSON object,
/// the method's response over all its pages, with the token of what was left out.
struct ListWriter<Page: ListPage> {
    typealias Column = (name: String, text: (Page.Row) -> String)

    private let format: OutputOptions.Format
    private let columns: [Column]
    private let write: (String) -> Void
    private var widths: [Int] = []
    private var isEmpty = true

    init(_ format: OutputOptions.Format, _ columns: [Column], write: @escaping (String) -> Void) {
        self.format = format
        self.columns = columns
        self.write = write
    }

    mutating func add(_ rows: [Page.Row]) {
        if rows.isEmpty { return }
        switch format {
        case .json:
            let start = isEmpty ? "{\"\(Page.rowsName)\":[" : ",\n "
            write(start + rows.map(MessageJSON.text).joined(separator: ",\n "))
        case .table:
            let header = isEmpty ? [Table.header(columns.map(\.name))] : []
            write(Table.lines(header + rows.map { row in columns.map { $0.text(row) } }, &widths) + "\n")
        }
        isEmpty = false
    }

    /// `next`: the token of what was left out; empty when that is nothing.
    func finish(next: String) {
        switch format {
        case .json:
            let token = next.isEmpty ? "" : ",\"nextPageToken\":\(JSONText.quoted(next))"
            write((isEmpty ? "{\"\(Page.rowsName)\":[" : "") + "]" + token + "}\n")
        case .table:
            if isEmpty { write("none\n") }
        }
    }
}
