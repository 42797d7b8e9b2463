/// Writes what stands in every handler of a service: what the log calls each request, and what a change asks and answers.
///
/// The protocols stand in Sources/Contract: LoggedRequest, ChangeRequest, ChangeAnswer, PagedRequest.
struct ChangeSource {
    let schema: Schema
    let file: String

    /// Nil for a service of which there is nothing to say.
    func write(_ service: Service) throws(GeneratorError) -> String? {
        var out = SourceText(from: file)
        out.line("package import Messages")
        var isEmpty = true
        for method in service.methods {
            guard let request = schema.messages[method.input], let response = schema.messages[method.output] else { continue }
            let place = "\(service.fullName).\(method.protoName)"
            try ChangeRules.check(method, request, response, of: place)
            if request.field("page_token") != nil {
                out.line()
                out.line("extension \(request.path): PagedRequest {}")
                isEmpty = false
            }
            let named = try NamedDemands(method, request, schema, of: place)
            guard let log = method.log else { continue }
            let lines = try occurrence(log, request, of: place)
            let organization = try organization(log, request, of: place)
            let unit = try method.access.flatMap(\.unitPath).map { path throws(GeneratorError) in
                try FieldPath.text(path, in: request, schema, of: place)
            }
            let isChange = ChangeRules.isChange(method, request)
            let etag = isChange ? try self.etag(log, request, of: place) : nil
            out.line()
            out.block("extension \(request.path): \(isChange ? "ChangeRequest" : "LoggedRequest")") { out in
                if isChange { writeChange(log, request, etag, to: &out) }
                out.block("package var occurrence: Occurrence") { out in for line in lines { out.line(line) } }
                if let organization {
                    out.block("package var organizationNamed: String") { $0.line(organization) }
                }
                if let unit { out.block("package var unitNamed: String") { $0.line(unit) } }
                if let named {
                    out.block("package var demandsNamed: [AccessDemand]") { out in for line in named.lines { out.line(line) } }
                }
            }
            if isChange { writeAnswer(response, to: &out) }
            isEmpty = false
        }
        return isEmpty ? nil : out.text
    }

    private func writeChange(
        _ log: LogDeclaration, _ request: MessageType, _ etag: String?, to out: inout SourceText
    ) {
        if log.takesAway { out.line("package static var takesAway: Bool { true }") }
        if request.field("validate_only") == nil { out.line("package var validateOnly: Bool { false }") }
        if request.field("justification") == nil { out.line("package var justification: String { \"\" }") }
        if request.field("etag") == nil { out.line("package var etag: String { \(etag ?? "\"\"") }") }
    }

    private func writeAnswer(_ response: MessageType, to out: inout SourceText) {
        out.line()
        if response.field("unchanged") != nil {
            out.line("extension \(response.path): ChangeAnswer {}")
        } else {
            out.block("extension \(response.path): ChangeAnswer") {
                $0.line("package var unchanged: Bool { false }")
            }
        }
    }

    private func occurrence(
        _ log: LogDeclaration, _ request: MessageType, of place: String
    ) throws(GeneratorError) -> [String] {
        var parts = [".\(ActionName.swift(log.action))", Names.quoted(log.resourceType)]
        for (label, path) in [("", log.target), ("mailbox: ", log.mailbox), ("subject: ", log.subject)] where !path.isEmpty {
            parts.append(label + (try FieldPath.text(path, in: request, schema, of: place)))
        }
        for (label, name) in [
            ("justification", "justification"), ("requestID", "request_id"), ("validateOnly", "validate_only"),
        ] {
            if let field = request.field(name) { parts.append("\(label): \(Names.escaped(field.name))") }
        }
        return ["Occurrence("]
            + parts.enumerated().map { index, part in
                "    \(part)\(index + 1 < parts.count ? "," : ")")"
            }
    }

    /// Of what is to be touched, where the request says it: itself, or in the resource that it would make.
    private func organization(
        _ log: LogDeclaration, _ request: MessageType, of place: String
    ) throws(GeneratorError) -> String? {
        if request.field("organization_id") != nil {
            return try FieldPath.text("organization_id", in: request, schema, of: place)
        }
        guard request.field("update_mask") == nil, let inner = inner(log, request), inner.field("organization_id") != nil else {
            return nil
        }
        return try FieldPath.text("\(log.resourceType).organization_id", in: request, schema, of: place)
    }

    /// Of the resource as the caller saw it: in what replaces it (AIP-154).
    private func etag(
        _ log: LogDeclaration, _ request: MessageType, of place: String
    ) throws(GeneratorError) -> String? {
        guard request.field("update_mask") != nil, let inner = inner(log, request), inner.field("etag") != nil else {
            return nil
        }
        return try FieldPath.text("\(log.resourceType).etag", in: request, schema, of: place)
    }

    /// The resource in the request, which has its name.
    private func inner(_ log: LogDeclaration, _ request: MessageType) -> MessageType? {
        guard case .message(let name)? = request.field(log.resourceType)?.type else { return nil }
        return schema.messages[name]
    }
}
