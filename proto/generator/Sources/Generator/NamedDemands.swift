import SwiftProtobuf

/// What a request's value demands besides what its method does: the field that the access' `by` names is an enum, or an
/// update mask.
struct NamedDemands {
    /// A value or a path, and what naming it needs.
    struct Entry {
        /// As the contract writes it; of an enum without what stands before each value.
        var name: String
        var demand: AccessDeclaration.Demand
        /// Swift text of a pattern that matches it.
        var pattern: String
    }

    /// As the contract declares them. Never empty.
    let entries: [Entry]
    /// The enum, or the message whose fields the mask names.
    let owner: String
    private let path: FieldPath
    private let isMask: Bool

    private static let mask = FieldType.message("google.protobuf.FieldMask")

    /// Nil for a method whose access is by nothing.
    ///
    /// - Parameter place: the method's full name.
    /// - Throws: `GeneratorError` for a path that does not exist or is neither, and for a value that could be named and
    ///   would need nothing.
    init?(
        _ method: ServiceMethod, _ request: MessageType, _ schema: Schema, of place: String
    ) throws(GeneratorError) {
        guard let by = method.access?.by, !by.isEmpty else { return nil }
        guard let log = method.log else {
            throw GeneratorError(place, "its access is by \(by), and the log has no name for it")
        }
        path = try FieldPath(by, in: request, schema, of: place)
        switch path.field.type {
        case Self.mask:
            isMask = true
            guard case .message(let name)? = request.field(log.resourceType)?.type, let resource = schema.messages[name] else {
                throw GeneratorError(place, "its access is by a mask, and its request has no \(log.resourceType) to change")
            }
            owner = name
            entries = try Self.fields(path.field, of: resource)
        case .enumeration(let name):
            isMask = false
            guard let type = schema.enums[name] else { throw GeneratorError(place, "\(by): \(name) is no enum of ours") }
            owner = name
            entries = try Self.values(path.field, of: type)
        default:
            throw GeneratorError(place, "its access is by \(by), which is neither an enum nor an update mask")
        }
    }

    /// The body of `demandsNamed`. What is no field of the mask needs nothing here: the method refuses it as form.
    var lines: [String] {
        let cases = entries.map { "case \($0.pattern): [\(Self.text($0.demand))]" }
        if isMask {
            return ["(\(path.expression)?.paths ?? []).flatMap { path -> [AccessDemand] in", "    switch path {"]
                + cases.map { "    \($0)" } + ["    default: []", "    }", "}"]
        }
        let value = path.isOptional ? "\(path.expression) ?? .unspecified" : path.expression
        return ["switch \(value) {"] + cases + ["default: []", "}"]
    }

    private static func fields(_ mask: Field, of resource: MessageType) throws(GeneratorError) -> [Entry] {
        guard !mask.options.settable.isEmpty else {
            throw GeneratorError(mask.fullName, "names what is demanded, and does not say which fields it can name (settable)")
        }
        var found: [Entry] = []
        for name in mask.options.settable {
            let place = "\(resource.fullName).\(name)"
            guard let field = resource.field(name) else { throw GeneratorError(place, "is settable, and no field") }
            guard let demand = field.options.demand else {
                throw GeneratorError(place, "can be named by \(mask.fullName), and says no demand")
            }
            found.append(Entry(name: name, demand: demand, pattern: Names.quoted(name)))
        }
        for field in resource.fields where field.options.demand != nil && !mask.options.settable.contains(field.protoName) {
            throw GeneratorError(field.fullName, "has a demand, and \(mask.fullName) cannot name it")
        }
        return found
    }

    private static func values(_ field: Field, of type: EnumType) throws(GeneratorError) -> [Entry] {
        guard field.rules?.rules.contains(where: { $0.demand == .definedOnly }) ?? false else {
            throw GeneratorError(field.fullName, "names what is demanded, so it must be enum.defined_only")
        }
        var found: [Entry] = []
        for value in type.values {
            guard let demand = value.demand else {
                if value.number == 0, field.rules?.required ?? false { continue }
                throw GeneratorError(
                    "\(type.fullName).\(value.protoName)", "can be named by \(field.fullName), and says no value_demand")
            }
            let name = String(value.protoName.dropFirst(type.prefix.count))
            found.append(Entry(name: name, demand: demand, pattern: ".\(Names.escaped(value.name))"))
        }
        return found
    }

    private static func text(_ demand: AccessDeclaration.Demand) -> String {
        "AccessDemand(scope: \(Names.quoted(demand.scope)), level: \(demand.level == 2 ? ".edit" : ".view"))"
    }
}

extension NamedDemands {
    /// Demands that no method is by would promise what no code asks for.
    static func checkAsked(_ schema: Schema) throws(GeneratorError) {
        var owners: Set<String> = []
        for service in schema.files.flatMap(\.services) {
            for method in service.methods {
                guard let request = schema.messages[method.input] else { continue }
                let place = "\(service.fullName).\(method.protoName)"
                if let named = try NamedDemands(method, request, schema, of: place) { owners.insert(named.owner) }
            }
        }
        for (name, message) in schema.messages.sorted(by: { $0.key < $1.key }) where !owners.contains(name) {
            for field in message.fields + message.oneofs.flatMap(\.fields) where field.options.demand != nil {
                throw GeneratorError(field.fullName, "has a demand, and no method's access is by a mask of it")
            }
        }
        for (name, type) in schema.enums.sorted(by: { $0.key < $1.key }) where !owners.contains(name) {
            for value in type.values where value.demand != nil {
                throw GeneratorError("\(name).\(value.protoName)", "has a demand, and no method's access is by the enum")
            }
        }
    }
}

extension AccessDeclaration.Demand {
    static let valueNumber: UInt64 = 50731

    /// What an enum's value says of itself; nil when it says nothing. `place`: its full name.
    init?(_ options: Google_Protobuf_EnumValueOptions, of place: String) throws(GeneratorError) {
        let reading = try OptionReading(
            [UInt8](options.unknownFields.data), of: place, known: [Self.valueNumber, RefusalReading.number])
        guard let found = try reading.message(Self.valueNumber, Self.numbers) else { return nil }
        try self.init(found)
        try check(of: place)
    }

    /// A demand of half would be met by everybody, or by nobody.
    func check(of place: String) throws(GeneratorError) {
        if scope.isEmpty || ![1, 2].contains(level) { throw GeneratorError(place, "demands no scope, or no level of it") }
    }
}
