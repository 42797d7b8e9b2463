import SwiftProtobuf

/// Makes the descriptor set from which protoc-gen-c writes its structs.
///
/// Every `string` becomes `bytes`: the same on the wire, but the C struct keeps
/// the length, which it drops for strings. Custom options and services go, and
/// with them the imports of the files that say what options are. So does the option that makes a
/// repeated message a map, whose key cannot be bytes.
package enum Stripping {
    static let descriptorFile = "google/protobuf/descriptor.proto"

    /// Files that say what options are: nothing of them is sent.
    static let optionFiles: Set = [descriptorFile, RuleNames.file]

    /// - Parameter set: an encoded `google.protobuf.FileDescriptorSet` with imports.
    /// - Returns: the stripped set, encoded, and the names of its files.
    /// - Throws: `GeneratorError` for what the contract must not contain.
    package static func strip(_ set: [UInt8]) throws -> (set: [UInt8], files: [String]) {
        let stripped = try strip(Google_Protobuf_FileDescriptorSet(serializedBytes: set))
        return (try stripped.serializedBytes(), stripped.file.map(\.name).sorted())
    }

    static func strip(
        _ set: Google_Protobuf_FileDescriptorSet
    ) throws(GeneratorError) -> Google_Protobuf_FileDescriptorSet {
        try Refusals(set: set).check()
        var out = set
        out.file.removeAll { optionFiles.contains($0.name) }
        for index in out.file.indices { strip(&out.file[index]) }
        return out
    }

    private static func strip(_ file: inout Google_Protobuf_FileDescriptorProto) {
        file.dependency.removeAll { optionFiles.contains($0) }
        // These two hold indices into the list just shortened; C has no use for them.
        file.publicDependency = []
        file.weakDependency = []
        file.extension = []
        file.service = []
        file.clearSourceCodeInfo()
        file.options.unknownFields = .init()
        for index in file.messageType.indices { strip(&file.messageType[index]) }
        for index in file.enumType.indices { strip(&file.enumType[index]) }
    }

    private static func strip(_ message: inout Google_Protobuf_DescriptorProto) {
        message.clearOptions()
        message.extension = []
        for index in message.field.indices {
            // `packed` is an option C needs; a custom one is in the unknown fields.
            message.field[index].options.unknownFields = .init()
            if message.field[index].type == .string { message.field[index].type = .bytes }
        }
        for index in message.oneofDecl.indices { message.oneofDecl[index].clearOptions() }
        for index in message.nestedType.indices { strip(&message.nestedType[index]) }
        for index in message.enumType.indices { strip(&message.enumType[index]) }
    }

    private static func strip(_ type: inout Google_Protobuf_EnumDescriptorProto) {
        type.clearOptions()
        for index in type.value.indices { type.value[index].clearOptions() }
    }
}
