/// A way from a message to a field in it, as an option writes it: `account.id`. Of a oneof the member's own name stands.
struct FieldPath {
    /// The field at its end.
    let field: Field
    /// Swift text of the field's value: its type where it is always there, else an optional.
    let expression: String
    let isOptional: Bool

    /// - Parameter place: what names the path, for what is wrong with it.
    /// - Throws: `GeneratorError` for a path that does not exist, and for one through a list.
    init(_ path: String, in message: MessageType, _ schema: Schema, of place: String) throws(GeneratorError) {
        var message = message
        var expression = ""
        var isOptional = false
        var last: Field?
        for name in path.split(separator: ".", omittingEmptySubsequences: false) {
            if let last {
                guard case .message(let type) = last.type, let inner = schema.messages[type] else {
                    throw GeneratorError(place, "\(path): \(last.protoName) is no message, so it has no \(name)")
                }
                message = inner
            }
            guard let (field, oneof) = Self.find(String(name), in: message) else {
                throw GeneratorError(place, "\(path): \(message.fullName) has no field \(name)")
            }
            if field.repeated { throw GeneratorError(place, "\(path): \(name) is a list") }
            let dot = expression.isEmpty ? "" : isOptional ? "?." : "."
            if let oneof {
                // An alternative that was not chosen is as good as absent.
                expression = schema.alternative(field, of: "\(expression)\(dot)\(Names.escaped(oneof.name))")
                isOptional = true
            } else {
                expression += dot + Names.escaped(field.name)
                if case .message = field.type { isOptional = true }
            }
            last = field
        }
        guard let last else { throw GeneratorError(place, "names a field by an empty path") }
        field = last
        self.expression = expression
        self.isOptional = isOptional
    }

    /// Swift text of a `String`; empty where the field is not there.
    /// - Throws: `GeneratorError` when the field is no text.
    static func text(
        _ path: String, in message: MessageType, _ schema: Schema, of place: String
    ) throws(GeneratorError) -> String {
        let found = try FieldPath(path, in: message, schema, of: place)
        guard found.field.type == .text else { throw GeneratorError(place, "\(path) is no text") }
        return found.isOptional ? "\(found.expression) ?? \"\"" : found.expression
    }

    private static func find(_ name: String, in message: MessageType) -> (Field, Oneof?)? {
        if let field = message.fields.first(where: { $0.protoName == name }) { return (field, nil) }
        for oneof in message.oneofs {
            if let field = oneof.fields.first(where: { $0.protoName == name }) { return (field, oneof) }
        }
        return nil
    }
}
