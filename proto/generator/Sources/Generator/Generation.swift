import SwiftProtobuf

/// Everything written from one descriptor set: file name to text.
package struct Generation {
    /// Files of Sources/Messages/Generated.
    package let messages: [String: String]
    /// Files of Sources/Contract/Generated.
    package let contract: [String: String]
    /// proto/vectors.txt.
    package let vectors: String
    /// proto/METHODS.md.
    package let methodTable: String

    private let schema: Schema

    /// A file of messages longer than this becomes one file per message.
    private static let linesMax = 400

    /// - Parameter set: an encoded `google.protobuf.FileDescriptorSet` with imports and source info.
    /// - Throws: `GeneratorError` for what the contract must not contain.
    package init(_ set: [UInt8]) throws {
        try self.init(Google_Protobuf_FileDescriptorSet(serializedBytes: set))
    }

    init(_ set: Google_Protobuf_FileDescriptorSet) throws(GeneratorError) {
        try Refusals(set: set).check()
        schema = try SchemaReading.read(set)
        let rules = RuleSource(schema)
        var messages: [String: String] = [:]
        var contract: [String: String] = [:]
        for file in schema.files {
            let stem = Self.stem(file.path)
            for (name, text) in Self.messageFiles(file, stem, schema, rules) { messages[name] = text }
            let source = ServiceSource(schema: schema, file: file.path)
            for service in file.services {
                contract["\(stem).\(service.name).swift"] = source.write(service)
                contract["\(stem).\(service.name).changes.swift"] =
                    try ChangeSource(schema: schema, file: file.path).write(service)
            }
        }
        if let patterns = rules.patterns.source() { messages["patterns.swift"] = patterns }
        messages["errorReasons.swift"] = ReasonSource.write(schema.reasons)
        messages["eventActions.swift"] = try ActionSource(schema: schema).write()
        messages["messageTypes.swift"] = Self.registry(schema)
        contract["contractMethods.swift"] = Self.methods(schema)
        try ChangeRules.checkOneEach(schema)
        try NamedDemands.checkAsked(schema)
        contract["contractResources.swift"] = try ResourceSource(schema: schema).write()
        contract["contractSecrets.swift"] = SecretSource(schema: schema).write()
        self.messages = messages
        self.contract = contract
        vectors = Vectors(schema: schema).text()
        methodTable = try MethodTable(schema: schema).text()
    }

    /// Files of Sources/mandatectl/Generated.
    ///
    /// - Throws: `GeneratorError` for a method that no command can be made of.
    package func commands() throws -> [String: String] {
        try Commands(schema).files()
    }

    /// `mandate/rpc/v1/frame.proto` to `rpc.v1.frame`. No two files of a Swift
    /// module may have one name, hence the package in front.
    static func stem(_ path: String) -> String {
        path.split(separator: "/").drop { $0 == "mandate" }.joined(separator: ".")
            .replacing(/\.proto$/, with: "")
    }

    private static func messageFiles(
        _ file: SchemaFile, _ stem: String, _ schema: Schema, _ rules: RuleSource
    ) -> [String: String] {
        guard !file.messages.isEmpty || !file.enums.isEmpty else { return [:] }
        let source = MessageSource(schema: schema, rules: rules)
        var whole = head(file.path)
        var enums = SourceText(from: file.path)
        var single: [String: String] = [:]
        for (index, type) in file.enums.enumerated() {
            if index > 0 { enums.line() }
            EnumSource.write(type, to: &enums)
            whole.line()
            EnumSource.write(type, to: &whole)
        }
        for message in file.messages {
            var out = head(file.path)
            out.line()
            source.write(message, to: &out)
            single["\(stem).\(message.name).swift"] = out.text
            whole.line()
            source.write(message, to: &whole)
        }
        if !file.messages.isEmpty, whole.lines.count <= linesMax {
            return ["\(stem).swift": whole.text]
        }
        if !file.enums.isEmpty { single["\(stem).enums.swift"] = enums.text }
        return single
    }

    private static func head(_ path: String) -> SourceText {
        var out = SourceText(from: path)
        out.line("import CMessages")
        return out
    }

    private static func registry(_ schema: Schema) -> String {
        var out = SourceText(from: "every .proto file")
        out.doc(["Every message of the contract by its full name."])
        out.line("package let messageTypes: [String: any Message.Type] = [")
        out.indented { out in
            for (fullName, message) in schema.messages.sorted(by: { $0.key < $1.key })
            where !message.isMapEntry {
                out.line("\(Names.quoted(fullName)): \(message.path).self,")
            }
        }
        out.line("]")
        return out.text
    }

    private static func methods(_ schema: Schema) -> String {
        var out = SourceText(from: "every .proto file")
        out.line("package import RPC")
        out.line()
        out.doc(["Every method of every service of the contract."])
        out.line("package let contractMethods: [MethodDescriptor] = [")
        out.indented { out in
            for service in schema.files.flatMap(\.services).sorted(by: { $0.fullName < $1.fullName }) {
                out.line("\(service.name)Methods.all,")
            }
        }
        out.line("].flatMap { $0 }")
        return out.text
    }
}
