/// Writes what the pages of list methods have in common.
struct PageSource {
    let schema: Schema

    func write(_ message: MessageType, to out: inout SourceText) {
        let names = Set(message.fields.map(\.protoName))
        if names.isSuperset(of: ["page_size", "page_token"]) {
            out.line()
            out.line("extension \(message.path): PageRequest {}")
        }
        let rows = message.fields.first { if case .message = $0.type { $0.repeated } else { false } }
        guard names.contains("next_page_token"), let rows, case .message(let type) = rows.type else { return }
        out.line()
        out.block("extension \(message.path): ListPage") { out in
            out.line("static var rowsName: String { \(Names.quoted(rows.name)) }")
            guard rows.name != "rows" else { return }
            out.line("var rows: [\(schema.messages[type]?.path ?? type)] { \(Names.escaped(rows.name)) }")
        }
    }
}
