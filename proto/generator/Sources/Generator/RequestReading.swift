/// Takes a request apart into what a person says, what every command says, and what follows from who acts.
struct RequestReading {
    private let method: ServiceMethod
    private let place: String
    private let noun: String
    private let schema: Schema
    /// Fields that stand as arguments, by their full names; with a question mark those that need not be said.
    private let arguments: [String]
    private var parameters: [Parameter] = []
    private(set) var groups: [LeafCommand.Group] = []

    init(_ method: ServiceMethod, of service: Service, in schema: Schema) {
        self.method = method
        self.schema = schema
        place = "\(service.fullName)/\(method.protoName)"
        noun = service.noun
        arguments = (CommandPlace.arguments[method.protoName] ?? []).map { "\(method.input).\($0)" }
    }

    mutating func read(
        _ request: MessageType
    ) throws(GeneratorError) -> (parts: [LeafCommand.Part], parameters: [Parameter]) {
        var parts: [LeafCommand.Part] = []
        for member in request.members {
            switch member {
            case .field(let field): parts += try read(field, in: request).map { [$0] } ?? []
            case .oneof(let oneof): parts.append(.choice(oneof.name, try choice(oneof)))
            }
        }
        return (parts, parameters.filter(\.isArgument) + parameters.filter { !$0.isArgument })
    }

    /// Nil for what a command leaves as it is.
    private mutating func read(
        _ field: Field, in request: MessageType
    ) throws(GeneratorError) -> LeafCommand.Part? {
        switch field.protoName {
        case "request_id": return standard(field, "change.requestID", .change)
        case "validate_only": return standard(field, "change.validateOnly", .change)
        case "justification": return standard(field, "justification.justification", .justification)
        case "etag": return standard(field, "etag.etag", .etag)
        case "page_size", "page_token", "consistency_token": return nil
        case "organization_id" where noun != "Organization": return .organization(field.name)
        default: break
        }
        if field.type == Self.mask { return .mask(field.name) }
        if case .message(let type) = field.type, type != "google.protobuf.Timestamp", !field.repeated,
            let resource = schema.messages[type]
        {
            return try read(resource: resource, field, masked: request.fields.first { $0.type == Self.mask })
        }
        let isRequired = field.isRequired || arguments.contains(field.fullName)
        return .parameter(
            try ask(
                for: field, isArgument: isRequired || arguments.contains(field.fullName + "?"), isRequired: isRequired))
    }

    /// What a thing is called by when it is made.
    private static let naming = ["address", "display_name"]
    private static let mask = FieldType.message("google.protobuf.FieldMask")

    /// What the caller sets of it, as the contract says; of an update its id too, and its etag.
    private mutating func read(
        resource: MessageType, _ field: Field, masked mask: Field?
    ) throws(GeneratorError) -> LeafCommand.Part {
        let settable = (mask ?? field).options.settable
        guard !settable.isEmpty, settable.allSatisfy({ name in resource.fields.contains { $0.protoName == name } }) else {
            throw GeneratorError(
                "\(place): \((mask ?? field).fullName)", "does not say, or says wrongly, which fields the caller sets (settable)")
        }
        let naming = mask == nil ? Self.naming.first(where: settable.contains) : nil
        var parts: [LeafCommand.Part] = []
        for inner in resource.fields {
            switch inner.protoName {
            case "id" where mask != nil: parts.append(.parameter(try ask(forIDOf: resource, inner)))
            case "etag" where mask != nil: parts += standard(inner, "etag.etag", .etag).map { [$0] } ?? []
            // What has no id of its own is named by whose it is.
            case "organization_id" where mask != nil && resource.field("id") == nil: parts.append(.organization(inner.name))
            case _ where !settable.contains(inner.protoName): continue
            case "organization_id": parts.append(.organization(inner.name))
            case let name:
                let isRequired = name == naming
                parts.append(
                    .parameter(try ask(for: inner, isArgument: isRequired, isRequired: isRequired, isChange: mask != nil)))
            }
        }
        return .resource(field.name, type: resource.path, parts)
    }

    /// A reference finds by every name, so that of a oneof of names the id is taken.
    private mutating func choice(_ oneof: Oneof) throws(GeneratorError) -> Parameter {
        guard let field = oneof.fields.first(where: { $0.protoName.hasSuffix("_id") }) else {
            throw GeneratorError("\(place): \(oneof.protoName)", "is a choice without an id: write its command by hand")
        }
        return try ask(for: field, isArgument: true, isRequired: true)
    }

    private mutating func ask(forIDOf resource: MessageType, _ field: Field) throws(GeneratorError) -> Parameter {
        var id = field
        id.protoName = Names.upperSnake(resource.name).lowercased() + "_id"
        return try ask(for: id, isArgument: true, isRequired: true)
    }

    private mutating func ask(
        for field: Field, isArgument: Bool, isRequired: Bool, isChange: Bool = false
    ) throws(GeneratorError) -> Parameter {
        guard var parameter = Parameter(field, isArgument: isArgument, isRequired: isRequired),
            !Parameter.kept.contains(parameter.name)
        else {
            throw GeneratorError(
                "\(place): \(field.fullName)",
                "no option can ask for it: write the command by hand, and name the method in CommandPlace")
        }
        parameter.isChange = isChange
        parameters.append(parameter)
        return parameter
    }

    private mutating func standard(_ field: Field, _ value: String, _ group: LeafCommand.Group) -> LeafCommand.Part? {
        if !groups.contains(group) { groups.append(group) }
        return .standard(field.name, value)
    }
}
