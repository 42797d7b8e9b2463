import Foundation
import SwiftProtobuf

/// Writes every file of a descriptor set as server reflection hands it out, with an index of what it declares, so that a
/// server need not read descriptors.
package enum DescriptorSource {
    /// - Parameter set: an encoded `google.protobuf.FileDescriptorSet` with imports.
    package static func write(_ set: [UInt8]) throws -> String {
        try write(Google_Protobuf_FileDescriptorSet(serializedBytes: set))
    }

    static func write(_ set: Google_Protobuf_FileDescriptorSet) throws -> String {
        var out = SourceText(from: "every .proto file")
        out.doc(["Every file of the contract and everything that they import."])
        out.line("package let contractFiles: [ContractFile] = [")
        for var file in set.file {
            // Comments are for people, who read the files.
            file.clearSourceCodeInfo()
            let bytes: [UInt8] = try file.serializedBytes()
            out.indented { out in
                out.line("ContractFile(")
                out.indented { out in
                    out.line("path: \(Names.quoted(file.name)),")
                    list("imports", file.dependency, to: &out)
                    list("symbols", symbols(of: file), to: &out)
                    extensions(of: file, to: &out)
                    out.line("descriptor: \(Names.quoted(Data(bytes).base64EncodedString()))")
                }
                out.line("),")
            }
        }
        out.line("]")
        return out.text
    }

    /// Full names of messages, enums, services, methods and extensions.
    static func symbols(of file: Google_Protobuf_FileDescriptorProto) -> [String] {
        var names: [String] = []
        func collect(_ message: Google_Protobuf_DescriptorProto, _ scope: String) {
            let name = scope + message.name
            names.append(name)
            names += message.enumType.map { "\(name).\($0.name)" } + message.extension.map { "\(name).\($0.name)" }
            for nested in message.nestedType { collect(nested, name + ".") }
        }
        let scope = file.package.isEmpty ? "" : file.package + "."
        for message in file.messageType { collect(message, scope) }
        names += file.enumType.map { scope + $0.name } + file.extension.map { scope + $0.name }
        for service in file.service {
            names.append(scope + service.name)
            names += service.method.map { "\(scope)\(service.name).\($0.name)" }
        }
        return names
    }

    /// By the message they extend, their numbers. Only those at the top of a file: the contract has no others.
    private static func extensions(of file: Google_Protobuf_FileDescriptorProto, to out: inout SourceText) {
        let byType = Dictionary(grouping: file.extension) { String($0.extendee.dropFirst()) }
        guard !byType.isEmpty else { return out.line("extensions: [:],") }
        out.line("extensions: [")
        out.indented { out in
            for (type, extensions) in byType.sorted(by: { $0.key < $1.key }) {
                let numbers = extensions.map { String($0.number) }.joined(separator: ", ")
                out.line("\(Names.quoted(type)): [\(numbers)],")
            }
        }
        out.line("],")
    }

    private static func list(_ label: String, _ names: [String], to out: inout SourceText) {
        guard !names.isEmpty else { return out.line("\(label): [],") }
        out.line("\(label): [")
        out.indented { out in
            for name in names { out.line("\(Names.quoted(name)),") }
        }
        out.line("],")
    }
}
