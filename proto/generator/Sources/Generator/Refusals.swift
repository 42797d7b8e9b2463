import SwiftProtobuf

/// What the contract must not contain, because protobuf-c 1.4.1 cannot hold it
/// or cannot be held on it: recursive messages (no depth limit), map fields
/// (a key cannot be bytes), proto3 `optional` (protoc-gen-c refuses it), groups
/// and proto2. A map in a file of others becomes what it is on the wire, a
/// repeated message of key and value.
struct Refusals {
    let set: Google_Protobuf_FileDescriptorSet

    func check() throws(GeneratorError) {
        for file in set.file where !Stripping.optionFiles.contains(file.name) {
            guard file.syntax == "proto3" else {
                throw GeneratorError(file.name, "is not proto3")
            }
            for message in file.messageType {
                try check(message, name: message.name, in: file)
            }
        }
        try checkRecursion()
    }

    private func check(
        _ message: Google_Protobuf_DescriptorProto, name: String,
        in file: Google_Protobuf_FileDescriptorProto
    ) throws(GeneratorError) {
        let maps = Set(message.nestedType.filter(\.options.mapEntry).map(\.name))
        for field in message.field {
            let place = "\(file.name): \(name).\(field.name)"
            if field.type == .group { throw GeneratorError(place, "groups are not allowed") }
            if field.options.hasPacked, !field.options.packed {
                throw GeneratorError(place, "packed = false is not allowed: one encoding is enough")
            }
            if field.proto3Optional {
                throw GeneratorError(
                    place, "proto3 optional is not allowed: protoc-gen-c 1.4.1 refuses it")
            }
            if field.type == .message, maps.contains(Self.lastName(field.typeName)),
                !Foreign.isForeign(file.name)
            {
                throw GeneratorError(
                    place, "map fields are not allowed: use a repeated message of key and value")
            }
        }
        for nested in message.nestedType where !nested.options.mapEntry {
            try check(nested, name: "\(name).\(nested.name)", in: file)
        }
    }

    /// A message that can hold itself, over any number of steps, can be nested
    /// as deep as its sender likes.
    private func checkRecursion() throws(GeneratorError) {
        var messages: [String: (file: String, message: Google_Protobuf_DescriptorProto)] = [:]
        func collect(_ message: Google_Protobuf_DescriptorProto, _ prefix: String, _ file: String) {
            let name = "\(prefix).\(message.name)"
            messages[name] = (file, message)
            for nested in message.nestedType { collect(nested, name, file) }
        }
        for file in set.file where !Stripping.optionFiles.contains(file.name) {
            let prefix = file.package.isEmpty ? "" : ".\(file.package)"
            for message in file.messageType { collect(message, prefix, file.name) }
        }
        var finished: Set<String> = []
        var path: [String] = []
        func visit(_ name: String) throws(GeneratorError) {
            guard !finished.contains(name), let (file, message) = messages[name] else { return }
            path.append(name)
            for field in message.field where field.type == .message {
                if let start = path.firstIndex(of: field.typeName) {
                    let way = (path[start...] + [field.typeName])
                        .map { String($0.dropFirst()) }.joined(separator: " > ")
                    throw GeneratorError(
                        "\(file): \(name.dropFirst()).\(field.name)",
                        "recursive messages are not allowed: \(way)")
                }
                try visit(field.typeName)
            }
            path.removeLast()
            finished.insert(name)
        }
        for name in messages.keys.sorted() { try visit(name) }
    }

    private static func lastName(_ typeName: String) -> String {
        typeName.split(separator: ".").last.map(String.init) ?? typeName
    }
}
