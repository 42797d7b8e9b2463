/// Writes what is different between two states of each resource, for the log.
///
/// A resource is what a change answers with. Of its fields are left out: those that the server sets, and those that only
/// say which one it is, and in which state.
struct ResourceSource {
    let schema: Schema

    private static let identifying: Set<String> = ["id", "organization_id", "etag"]
    private static let timestamp = "google.protobuf.Timestamp"
    private static let duration = "google.protobuf.Duration"

    /// In the order of their names.
    var resources: [MessageType] {
        var names: Set<String> = []
        for method in schema.files.flatMap(\.services).flatMap(\.methods) {
            guard let request = schema.messages[method.input], ChangeRules.isChange(method, request) else { continue }
            for field in schema.messages[method.output]?.fields ?? [] {
                if case .message(let name) = field.type, name.hasPrefix("mandate.") { names.insert(name) }
            }
        }
        return names.sorted().compactMap { schema.messages[$0] }.filter(isResource)
    }

    /// What is nobody's says something of others.
    private func isResource(_ message: MessageType) -> Bool {
        message.field("id") != nil || message.field("organization_id") != nil
    }

    /// Nil where there is none.
    func write() throws(GeneratorError) -> String? {
        let resources = resources
        if resources.isEmpty { return nil }
        var out = SourceText(from: "every .proto file")
        out.line("package import Messages")
        for resource in resources {
            let lines = try differences(of: resource, before: "before?", after: "after?", path: "")
            out.line()
            out.block("extension \(resource.path): LoggedResource") { out in
                if resource.field("id") == nil {
                    out.line("package var resourceID: String { \"\" }")
                } else {
                    out.line("package var resourceID: String { id }")
                }
                let organization = resource.field("organization_id") == nil ? "id" : "organizationId"
                out.line("package var resourceOrganization: String { \(organization) }")
                out.line()
                out.line("package static func differences(")
                out.line("    _ before: \(resource.path)?, _ after: \(resource.path)?, _ secrets: SecretHash")
                out.block(") -> Differences") { out in
                    out.line("var out = Differences()")
                    for line in lines { out.line(line) }
                    out.line("return out")
                }
            }
        }
        return out.text
    }

    /// `before`, `after`: Swift text of the two states, each optional.
    private func differences(
        of message: MessageType, before: String, after: String, path: String, within outer: FieldOptions = FieldOptions()
    ) throws(GeneratorError) -> [String] {
        var lines: [String] = []
        for field in message.fields where !field.options.outputOnly {
            if path.isEmpty, Self.identifying.contains(field.protoName) { continue }
            let name = Names.escaped(field.name)
            lines += try line(field, "\(before).\(name)", "\(after).\(name)", path, within: outer)
        }
        for oneof in message.oneofs {
            for field in oneof.fields where !field.options.outputOnly {
                let name = Names.escaped(oneof.name)
                let (from, to) = ("\(before).\(name)", "\(after).\(name)")
                lines += try line(
                    field, schema.alternative(field, of: from), schema.alternative(field, of: to), path, within: outer,
                    isOptional: true)
            }
        }
        return lines
    }

    private func line(
        _ field: Field, _ before: String, _ after: String, _ path: String, within outer: FieldOptions, isOptional: Bool = false
    ) throws(GeneratorError) -> [String] {
        let place = path + field.protoName
        // What stands in a secret or personal message is so too.
        var options = field.options
        options.secret = options.secret || outer.secret
        options.personal = options.personal || outer.personal
        options.confidential = options.confidential || outer.confidential
        var step = isOptional ? "?" : ""
        if case .message(let name) = field.type {
            if field.repeated {
                throw GeneratorError(
                    field.fullName, "a list of messages has no before and after: make them resources of their own")
            }
            guard name == Self.timestamp || name == Self.duration else {
                guard let inner = schema.messages[name] else { return [] }
                return try differences(of: inner, before: "\(before)?", after: "\(after)?", path: "\(place).", within: options)
            }
            step = "?"
        }
        let kind = options.secret || options.confidential ? ", secrets" : options.personal ? ", .personal" : ""
        let text = ["\(before)\(step).eventText", "\(after)\(step).eventText"]
        return ["out.add(\(Names.quoted(place)), \(text[0]), \(text[1])\(kind))"]
    }
}
