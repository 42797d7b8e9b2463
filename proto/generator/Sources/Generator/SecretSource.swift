/// Writes how a message looks without what is secret in it: for every message that holds a secret, at whatever depth.
struct SecretSource {
    let schema: Schema

    /// Nil where there is none.
    func write() -> String? {
        let holders = schema.messages.values.filter(holdsSecret).sorted { $0.fullName < $1.fullName }
        if holders.isEmpty { return nil }
        var out = SourceText(from: "every .proto file")
        out.line("package import Messages")
        for message in holders {
            out.line()
            out.block("extension \(message.path): HoldsSecrets") { out in
                out.block("package var withoutSecrets: \(message.path)") { out in
                    out.line("var out = self")
                    for field in message.fields { write(field, to: &out) }
                    for oneof in message.oneofs { write(oneof, to: &out) }
                    out.line("return out")
                }
            }
        }
        return out.text
    }

    /// Messages hold no message of their own kind, so this ends.
    private func holdsSecret(_ message: MessageType) -> Bool {
        (message.fields + message.oneofs.flatMap(\.fields)).contains { $0.options.secret || inner($0) != nil }
    }

    /// The message in a field, when it holds a secret.
    private func inner(_ field: Field) -> MessageType? {
        guard case .message(let name) = field.type, let message = schema.messages[name], holdsSecret(message) else { return nil }
        return message
    }

    private func write(_ field: Field, to out: inout SourceText) {
        let name = "out.\(Names.escaped(field.name))"
        if field.options.secret {
            out.line("\(name) = \(nothing(field))")
        } else if inner(field) != nil {
            out.line("\(name) = \(name)\(field.repeated ? ".map(\\.withoutSecrets)" : "?.withoutSecrets")")
        }
    }

    /// Which alternative was chosen is no secret; what stands in it is.
    private func write(_ oneof: Oneof, to out: inout SourceText) {
        let name = "out.\(Names.escaped(oneof.name))"
        for field in oneof.fields {
            let alternative = ".\(Names.escaped(field.name))"
            if field.options.secret {
                out.line("if case \(alternative)? = \(name) { \(name) = \(alternative)(\(alternativeNothing(field))) }")
            } else if inner(field) != nil {
                out.line(
                    "if case \(alternative)(let value)? = \(name) { \(name) = \(alternative)(value.withoutSecrets) }")
            }
        }
    }

    /// A oneof holds its message itself, not an optional of it.
    private func alternativeNothing(_ field: Field) -> String {
        if case .message = field.type { ".init()" } else { nothing(field) }
    }

    private func nothing(_ field: Field) -> String {
        if field.repeated { return "[]" }
        return switch field.type {
        case .scalar(.bool): "false"
        case .scalar: "0"
        case .text: "\"\""
        case .bytes: "[]"
        case .enumeration: ".init(rawValue: 0)"
        case .message: "nil"
        }
    }
}
