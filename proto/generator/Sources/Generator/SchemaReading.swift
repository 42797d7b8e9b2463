import SwiftProtobuf

/// Turns a descriptor set with source info into a `Schema`.
struct SchemaReading {
    private var schema = Schema()
    private let rules: RuleReading
    /// Whether the file being read is not ours.
    private var isForeign = false

    /// - Throws: `GeneratorError` when two types would get one Swift name.
    static func read(_ set: Google_Protobuf_FileDescriptorSet) throws(GeneratorError) -> Schema {
        var reading = Self(rules: RuleReading(names: RuleNames(set)))
        for file in set.file where !Stripping.optionFiles.contains(file.name) {
            try reading.read(file)
        }
        try reading.checkNames()
        reading.schema.reasons = try ReasonEnum.ordered(reading.schema)
        return reading.schema
    }

    private mutating func read(
        _ file: Google_Protobuf_FileDescriptorProto
    ) throws(GeneratorError) {
        let comments = Comments(file)
        isForeign = Foreign.isForeign(file.name)
        var out = SchemaFile(
            path: file.name, comment: comments[[2]], enums: [], messages: [], services: [])
        for (index, type) in file.enumType.enumerated() {
            let read = try read(type, file.package, nil, comments, [5, Int32(index)])
            if ReasonEnum.isOne(read, in: file) {
                schema.reasons.append(ReasonEnum(package: file.package, type: read))
            } else {
                out.enums.append(read)
            }
        }
        for (index, message) in file.messageType.enumerated() {
            out.messages.append(
                try read(message, file.package, nil, comments, [4, Int32(index)]))
        }
        for (index, service) in file.service.enumerated() {
            out.services.append(
                try read(service, file.package, comments, [6, Int32(index)]))
        }
        schema.files.append(out)
    }

    private mutating func read(
        _ message: Google_Protobuf_DescriptorProto, _ scope: String, _ outer: String?,
        _ comments: Comments, _ path: [Int32]
    ) throws(GeneratorError) -> MessageType {
        let fullName = "\(scope).\(message.name)"
        let name = Names.swift(message.name, in: scope)
        let swiftPath = outer.map { "\($0).\(name)" } ?? name
        var out = MessageType(
            fullName: fullName, name: name, path: swiftPath, comment: comments[path], fields: [],
            oneofs: [], messages: [], enums: [], columns: try ColumnReading.read(message.options, of: fullName),
            isMapEntry: message.options.mapEntry, members: [])
        for (index, oneof) in message.oneofDecl.enumerated() {
            let options = [UInt8](oneof.options.unknownFields.data)
            out.oneofs.append(
                Oneof(
                    name: Names.lowerCamel(oneof.name), protoName: oneof.name, typeName: Names.upperCamel(oneof.name),
                    cCase: CNames.oneofCase(oneof.name),
                    comment: comments[path + [8, Int32(index)]], fields: [],
                    isRequired: try rules.isRequired(oneof: options, "\(fullName).\(oneof.name)")))
        }
        var order: [(isOneof: Bool, index: Int)] = []
        for (index, descriptor) in message.field.enumerated() {
            let field = try read(descriptor, fullName, comments[path + [2, Int32(index)]])
            if descriptor.hasOneofIndex {
                let oneof = Int(descriptor.oneofIndex)
                if field.rules?.required ?? false {
                    throw GeneratorError(field.fullName, "required of one field of a oneof: then the oneof is none")
                }
                if out.oneofs[oneof].fields.isEmpty { order.append((true, oneof)) }
                out.oneofs[oneof].fields.append(field)
            } else {
                order.append((false, out.fields.count))
                out.fields.append(field)
            }
        }
        out.members = order.map { entry -> MessageType.Member in
            entry.isOneof ? .oneof(out.oneofs[entry.index]) : .field(out.fields[entry.index])
        }
        for (index, nested) in message.nestedType.enumerated() {
            out.messages.append(
                try read(nested, fullName, swiftPath, comments, path + [3, Int32(index)]))
        }
        for (index, nested) in message.enumType.enumerated() {
            out.enums.append(
                try read(nested, fullName, swiftPath, comments, path + [4, Int32(index)]))
        }
        schema.messages[fullName] = out
        return out
    }

    private func read(
        _ field: Google_Protobuf_FieldDescriptorProto, _ scope: String, _ comment: [String]
    ) throws(GeneratorError) -> Field {
        let fullName = "\(scope).\(field.name)"
        let typeName = String(field.typeName.dropFirst())
        let type: FieldType =
            switch field.type {
            case .double: .scalar(.double)
            case .float: .scalar(.float)
            case .int64: .scalar(.int64)
            case .uint64: .scalar(.uint64)
            case .int32: .scalar(.int32)
            case .fixed64: .scalar(.fixed64)
            case .fixed32: .scalar(.fixed32)
            case .bool: .scalar(.bool)
            case .uint32: .scalar(.uint32)
            case .sfixed32: .scalar(.sfixed32)
            case .sfixed64: .scalar(.sfixed64)
            case .sint32: .scalar(.sint32)
            case .sint64: .scalar(.sint64)
            case .string: .text
            case .bytes: .bytes
            case .enum: .enumeration(typeName)
            case .message: .message(typeName)
            case .group: throw GeneratorError(fullName, "groups are not allowed")
            }
        return Field(
            fullName: fullName, name: Names.lowerCamel(field.name), protoName: field.name,
            cName: CNames.member(field.name), number: field.number, type: type,
            repeated: field.label == .repeated, options: try FieldOptions(field.options, of: fullName),
            comment: comment,
            rules: try rules.field(
                [UInt8](field.options.unknownFields.data), type, repeated: field.label == .repeated, fullName))
    }

    private mutating func read(
        _ type: Google_Protobuf_EnumDescriptorProto, _ scope: String, _ outer: String?,
        _ comments: Comments, _ path: [Int32]
    ) throws(GeneratorError) -> EnumType {
        let fullName = "\(scope).\(type.name)"
        let name = Names.swift(type.name, in: scope)
        let prefix = Self.prefix(of: type, isForeign: isForeign)
        var out = EnumType(
            fullName: fullName, name: name, path: outer.map { "\($0).\(name)" } ?? name,
            prefix: prefix, comment: comments[path], values: [])
        var seen: Set<String> = ["unrecognized"]
        var numbers: Set<Int32> = []
        for (index, value) in type.value.enumerated() {
            let place = "\(fullName).\(value.name)"
            guard value.name.hasPrefix(prefix) else {
                throw GeneratorError(place, "does not begin with \(prefix)")
            }
            var swiftName = Names.lowerCamel(String(value.name.dropFirst(prefix.count)))
            if swiftName.first?.isNumber ?? true { swiftName = "_" + swiftName }
            guard seen.insert(swiftName).inserted else {
                throw GeneratorError(place, "a second case would be named \(swiftName)")
            }
            guard numbers.insert(value.number).inserted else {
                throw GeneratorError(place, "aliases are not allowed")
            }
            out.values.append(
                EnumValue(
                    protoName: value.name, name: swiftName, number: value.number,
                    comment: comments[path + [2, Int32(index)]],
                    demand: try AccessDeclaration.Demand(value.options, of: place),
                    refusal: try RefusalReading.read(value.options, of: place)))
        }
        schema.enums[fullName] = out
        return out
    }

    /// In front of every value's name; others need not keep that rule.
    private static func prefix(of type: Google_Protobuf_EnumDescriptorProto, isForeign: Bool) -> String {
        let prefix = Names.upperSnake(type.name) + "_"
        let isKept = type.value.allSatisfy { $0.name.hasPrefix(prefix) }
        return isKept || !isForeign ? prefix : ""
    }

    private func read(
        _ service: Google_Protobuf_ServiceDescriptorProto, _ package: String,
        _ comments: Comments, _ path: [Int32]
    ) throws(GeneratorError) -> Service {
        let fullName = "\(package).\(service.name)"
        var methods: [ServiceMethod] = []
        let foreign = Foreign.access[fullName]
        for (index, method) in service.method.enumerated() {
            let place = "\(fullName).\(method.name)"
            let declared = try AccessDeclaration(method.options, of: place)
            methods.append(
                ServiceMethod(
                    protoName: method.name, name: Names.lowerCamel(method.name),
                    input: String(method.inputType.dropFirst()),
                    output: String(method.outputType.dropFirst()),
                    clientStreaming: method.clientStreaming,
                    serverStreaming: method.serverStreaming,
                    access: foreign ?? declared, log: try LogDeclaration(method.options, of: place),
                    comment: comments[path + [2, Int32(index)]]))
        }
        return Service(
            fullName: fullName, name: Names.swift(service.name, in: package), comment: comments[path],
            methods: methods, also: try LoggedAction.read(service.options, of: fullName))
    }

    /// One Swift name, one type: packages vanish in Swift, so two packages can clash.
    private func checkNames() throws(GeneratorError) {
        var owners: [String: String] = [:]
        var services: [String: String] = [:]
        for file in schema.files {
            for (name, fullName) in file.enums.map({ ($0.name, $0.fullName) })
                + file.messages.map({ ($0.name, $0.fullName) })
            {
                let place = "\(file.path): \(fullName)"
                if Names.taken.contains(name) {
                    throw GeneratorError(
                        place, "\(name) is taken in Swift; add it to Names.renamed")
                }
                if let other = owners.updateValue(fullName, forKey: name) {
                    throw GeneratorError(
                        place, "\(other) has the Swift name \(name) too; add one to Names.renamed")
                }
            }
            for service in file.services {
                if let other = services.updateValue(service.fullName, forKey: service.name) {
                    throw GeneratorError(
                        "\(file.path): \(service.fullName)", "\(other) has that name too")
                }
            }
            for message in file.messages { try checkMembers(message, file.path) }
        }
    }

    private func checkMembers(_ message: MessageType, _ file: String) throws(GeneratorError) {
        var types: Set<String> = []
        for name in message.messages.map(\.name) + message.enums.map(\.name)
            + message.oneofs.map(\.typeName)
        where !types.insert(name).inserted {
            throw GeneratorError("\(file): \(message.fullName)", "has two types named \(name)")
        }
        let members = (message.fields + message.oneofs.flatMap(\.fields)).map(\.name)
        for name in members + message.oneofs.map(\.name) where Names.keptBehindDots.contains(name) {
            throw GeneratorError(
                "\(file): \(message.fullName)", "Swift cannot have a member named \(name)")
        }
        for nested in message.messages { try checkMembers(nested, file) }
    }
}
