/// Writes how mandatectl shows answers: one as names and values, many as a table.
struct ShownSource {
    let schema: Schema

    /// What each message is shown as, by its full name. Only what the commands need.
    private var shown: Set<String> = []
    private var listed: Set<String> = []

    init(_ leaves: [LeafCommand], in schema: Schema) {
        self.schema = schema
        for leaf in leaves {
            if let row = leaf.row, case .message(let type) = row.type {
                listed.insert(type)
            } else {
                show(leaf.response)
            }
        }
    }

    private mutating func show(_ message: MessageType) {
        guard shown.insert(message.fullName).inserted else { return }
        for field in message.fields {
            guard case .message(let type) = field.type, let inner = schema.messages[type], !Self.isTime(type) else { continue }
            if field.repeated { listed.insert(type) } else { show(inner) }
        }
    }

    /// Writes the extension of one message; nothing where no command shows it.
    func write(_ message: MessageType, to out: inout SourceText) throws(GeneratorError) {
        let isShown = shown.contains(message.fullName)
        let isListed = listed.contains(message.fullName)
        let protocols = (isShown ? ["Shown"] : []) + (isListed ? ["Listed"] : []) + (isAddressed(message) ? ["Addressed"] : [])
        guard !protocols.isEmpty else { return }
        let columns = isListed ? try self.columns(message) : []
        let head = "extension \(message.path): \(protocols.joined(separator: ", "))"
        out.line()
        guard isListed || (isShown && !message.fields.isEmpty) else { return out.line(head + " {}") }
        out.block(head) { out in
            if isListed {
                out.block("static var columns: [Column]") { list(columns, to: &$0) }
            }
            if isShown {
                if isListed { out.line() }
                write(shown: message, to: &out)
            }
        }
    }

    /// Writes the sentences of an enum that warns: those of its values' comments. Nothing where no command shows it.
    func write(_ type: EnumType, to out: inout SourceText) {
        let isWarning = shown.compactMap { schema.messages[$0] }.flatMap(\.fields)
            .contains { $0.protoName == ValueText.warnings && $0.type == .enumeration(type.fullName) }
        guard isWarning else { return }
        out.line()
        out.block("extension \(type.path)") { out in
            out.block("var sentence: String") { out in
                out.choice("switch self") { out in
                    for value in type.values {
                        out.line("case .\(Names.escaped(value.name)): \(Names.quoted(Help.first(value.comment)))")
                    }
                    out.line("case .unrecognized: word")
                }
            }
        }
    }

    /// Whether an address of its is shown, by itself or in a column of another.
    private func isAddressed(_ message: MessageType) -> Bool {
        guard message.fields.contains(where: { $0.protoName == "address" && $0.type == .text }) else { return false }
        if shown.contains(message.fullName) || listed.contains(message.fullName) { return true }
        return listed.contains { name in
            guard let holder = schema.messages[name] else { return false }
            let holding = holder.fields.filter { $0.type == .message(message.fullName) }.map { "\($0.protoName).address" }
            return holder.columns.contains(where: holding.contains)
        }
    }

    // MARK: one

    private func write(shown message: MessageType, to out: inout SourceText) {
        let tables = message.fields.filter { field in
            if case .message(let type) = field.type { field.repeated && !Self.isTime(type) } else { false }
        }
        if message.fields.count == tables.count, let table = tables.first {
            out.line("var shown: String { Table.text(of: \(table.name)) }")
            return
        }
        let parts = message.fields.filter { resource($0) != nil }.map { "(\(Names.escaped($0.name))?.lines ?? [])" }
        let lines = message.fields.filter { isLine($0, of: message) }.map { line($0, of: message) }
        out.block("var lines: [Line]") { out in
            if parts.isEmpty { return list(lines, to: &out) }
            if lines.isEmpty, parts.count == 1 { return out.line(String(parts[0].dropFirst().dropLast())) }
            if lines.isEmpty { return out.line(parts.joined(separator: " + ")) }
            let whole = "\(parts.joined(separator: " + ")) + [\(lines.joined(separator: ", "))]"
            guard !out.fits(whole) else { return out.line(whole) }
            out.line(parts.joined(separator: " + "))
            out.indented { out in
                out.line("+ [")
                out.indented { out in for line in lines { out.line(line + ",") } }
                out.line("]")
            }
        }
    }

    private func resource(_ field: Field) -> MessageType? {
        guard case .message(let type) = field.type, !field.repeated, !Self.isTime(type) else { return nil }
        return schema.messages[type]
    }

    /// What is for programs only is left out: a revision, a token, the address that stands beside as given, and secrets.
    private func isLine(_ field: Field, of message: MessageType) -> Bool {
        if case .message(let type) = field.type, field.repeated || !Self.isTime(type) { return false }
        return !field.options.secret && !["revision", "consistency_token", "ascii_address"].contains(field.protoName)
    }

    private func line(_ field: Field, of message: MessageType) -> String {
        if field.protoName == "unchanged" {
            let before = Help.first(field.comment).firstMatch(of: /^True if (.*): nothing changed/)?.output.1
            let nothing = Names.quoted("nothing" + (before.map { ": \($0)" } ?? ""))
            return "(\"changed\", unchanged ? \(nothing) : \"yes\")"
        }
        let label = Labels.label(field.protoName, of: message.name)
        return "(\(Names.quoted(label)), \(ValueText(field).text(of: "")))"
    }

    // MARK: many

    private func columns(_ message: MessageType) throws(GeneratorError) -> [String] {
        guard !message.columns.isEmpty else {
            let passed = ["organization_id", "etag"]
            return message.fields.filter { isLine($0, of: message) && !passed.contains($0.protoName) }.map { field in
                "(\(Names.quoted(Labels.label(field.protoName, of: message.name))), { \(ValueText(field).text(of: "$0.")) })"
            }
        }
        var out: [String] = []
        for path in message.columns { out.append(try column(path, of: message)) }
        return out
    }

    /// - Parameter path: as in `delegation.grantee_id`.
    private func column(_ path: String, of message: MessageType) throws(GeneratorError) -> String {
        var holder = message
        var prefix = "$0."
        var steps = path.split(separator: ".").map(String.init)[...]
        while let step = steps.popFirst(), let field = holder.fields.first(where: { $0.protoName == step }) {
            if steps.isEmpty {
                let label = Labels.label(step, of: holder.name)
                return "(\(Names.quoted(label)), { \(ValueText(field).text(of: prefix)) })"
            }
            guard let inner = resource(field) else { break }
            prefix += "\(Names.escaped(field.name))?."
            holder = inner
        }
        throw GeneratorError(message.fullName, "its columns name \(path), which is no field to show")
    }

    private func list(_ items: [String], to out: inout SourceText) {
        if items.count == 1, out.fits("[\(items[0])]") { return out.line("[\(items[0])]") }
        out.line("[")
        out.indented { out in for item in items { out.line(item + ",") } }
        out.line("]")
    }

    private static func isTime(_ type: String) -> Bool {
        ["google.protobuf.Timestamp", "google.protobuf.Duration"].contains(type)
    }
}
