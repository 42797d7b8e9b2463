/// Writes how a command's request is made of what was said.
struct RequestSource {
    let leaf: LeafCommand
    let schema: Schema

    /// The body of `request`.
    func write(to out: inout SourceText) {
        guard !leaf.parts.isEmpty else { return out.line("\(leaf.request.path)()") }
        let together = lookedUpTogether
        if together.count > 1 {
            out.line("let ids = try await connections.ids(of: [\(together.map { Names.escaped($0) }.joined(separator: ", "))])")
        }
        let head = together.count > 1 ? "return \(leaf.request.path)(" : "\(leaf.request.path)("
        write(head, leaf.parts, end: ")", to: &out)
    }

    private func write(_ head: String, _ parts: [LeafCommand.Part], end: String, to out: inout SourceText) {
        let lines = parts.compactMap(line)
        let whole = head + lines.joined(separator: ", ") + end
        if lines.count == parts.count, out.fits(whole) { return out.line(whole) }
        out.line(head)
        out.indented { out in
            for (index, part) in parts.enumerated() {
                let end = index == parts.count - 1 ? end : ","
                switch part {
                case .resource(let name, let type, let inner): write("\(name): \(type)(", inner, end: ")" + end, to: &out)
                case .mask(let field): out.list("\(field): try FieldMask([", changes, "])" + end)
                default: out.line((line(part) ?? "") + end)
                }
            }
        }
    }

    /// Nil for a resource.
    private func line(_ part: LeafCommand.Part) -> String? {
        switch part {
        case .parameter(let parameter): "\(parameter.field.name): \(value(parameter))"
        case .standard(let field, let value): "\(field): \(value)"
        case .organization(let field): "\(field): try await connections.organization()"
        case .choice(let field, let parameter): "\(field): .\(parameter.field.name)(\(value(parameter)))"
        case .mask(let field): "\(field): try FieldMask([\(changes.joined(separator: ", "))])"
        case .resource: nil
        }
    }

    private var changes: [String] {
        leaf.parameters.filter(\.isChange).map {
            let name = Names.escaped($0.name)
            let isGiven = $0.field.repeated ? "!\(name).isEmpty" : "\(name) != nil"
            return "(\(Names.quoted($0.field.protoName)), \(isGiven))"
        }
    }

    /// References that must be said: one look-up finds all of them.
    private var lookedUpTogether: [String] {
        leaf.parameters.filter { if case .reference = $0.kind { $0.isRequired && !$0.field.repeated } else { false } }.map(\.name)
    }

    private func value(_ parameter: Parameter) -> String {
        let name = Names.escaped(parameter.name)
        let isOptional = !parameter.isRequired
        if parameter.field.repeated {
            return switch parameter.kind {
            case .reference: "try await connections.ids(of: \(name))"
            case .word: "\(name).map(\\.value)"
            case .role: "\(name).map(\\.id)"
            // An empty one says that there is to be none: without any, the field is not changed.
            case .text where parameter.isChange: "\(name).filter { !$0.isEmpty }"
            case .text, .time, .flag, .number: name
            }
        }
        switch parameter.kind {
        case .reference:
            if isOptional { return "try await connections.id(of: \(name)) ?? \"\"" }
            let together = lookedUpTogether
            guard together.count > 1, let index = together.firstIndex(of: parameter.name) else {
                return "try await connections.id(of: \(name))"
            }
            return "ids[\(index)]"
        case .role: return isOptional ? "\(name)?.id ?? \"\"" : "\(name).id"
        case .text: return isOptional && (parameter.isChange || parameter.isArgument) ? "\(name) ?? \"\"" : name
        case .word(let type):
            let zero: String = schema.enums[type]?.values.first { $0.number == 0 }?.name ?? "unspecified"
            return isOptional ? "\(name)?.value ?? .\(zero)" : "\(name).value"
        case .time: return isOptional ? "\(name)?.value" : "\(name).value"
        case .flag: return parameter.isChange ? "\(name) ?? false" : name
        case .number: return parameter.isChange ? "\(name) ?? 0" : name
        }
    }
}
