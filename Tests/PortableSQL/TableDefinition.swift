/// `CREATE TABLE` and `ADD COLUMN`: three types, and STRICT at the end, which makes SQLite keep to them. Another engine's
/// connection leaves it out.
struct TableDefinition {
    private let statement: Portability

    init(_ tokens: [Token]) { statement = Portability(tokens) }

    private static let types: Set<String> = ["integer", "text", "blob"]
    private static let constraints: Set<String> = ["primary", "unique", "check", "foreign", "constraint"]

    /// No name in PostgreSQL (its manual, appendix C, "reserved").
    private static let reserved: Set<String> = [
        "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "both", "case", "cast", "column",
        "create", "default", "desc", "distinct", "do", "else", "end", "except", "fetch", "for", "from", "grant", "group",
        "having", "in", "initially", "intersect", "into", "lateral", "leading", "limit", "localtime", "localtimestamp", "not",
        "null", "offset", "on", "only", "or", "order", "placing", "references", "returning", "select", "session_user", "some",
        "symmetric", "table", "then", "to", "trailing", "union", "user", "using", "variadic", "when", "where", "window", "with",
    ]

    func objections() -> [String] {
        let tokens = statement.tokens
        guard tokens.count > 3, tokens[0].isWord(["create", "alter"]) else { return [] }
        if tokens[0].text == "alter" { return added() }
        guard tokens[1].isWord(["table"]), let open = tokens.firstIndex(where: { $0.isSign("(") }) else { return [] }
        let close = statement.end(of: open)
        var found: [String] = []
        if close >= tokens.count || tokens[tokens.index(after: close)...].map(\.text) != ["strict"] {
            found.append("the table is not STRICT")
        }
        var start = open + 1
        var depth = 0
        for index in start...min(close, tokens.count - 1) {
            if tokens[index].isSign("(") { depth += 1 }
            if tokens[index].isSign(")") { depth -= 1 }
            if depth < 0 || depth == 0 && tokens[index].isSign(",") {
                found += column(Array(tokens[start..<index]))
                start = index + 1
            }
        }
        return found
    }

    private func added() -> [String] {
        guard let at = statement.tokens.firstIndex(where: { $0.isWord(["column"]) }) else { return [] }
        return column(Array(statement.tokens[(at + 1)...]))
    }

    private func column(_ tokens: [Token]) -> [String] {
        guard let name = tokens.first, !name.isWord(Self.constraints) else { return [] }
        var found: [String] = []
        if Self.reserved.contains(name.text) { found.append("\(name.text) is a word of the language") }
        if tokens.count < 2 || !tokens[1].isWord(Self.types) { found.append("\(name.text) has no type of ours") }
        return found
    }
}
