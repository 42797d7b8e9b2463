import Foundation
import SwiftProtobuf

@testable import Generator

/// The file of rules, as the committed descriptor set has it.
let rulesFile: FileDescriptor = {
    let set = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../mandate.binpb").standardizedFileURL
    guard let bytes = try? Data(contentsOf: set),
        let files = try? Google_Protobuf_FileDescriptorSet(serializedBytes: bytes).file,
        let file = files.first(where: { $0.name == RuleNames.file })
    else { fatalError("proto/mandate.binpb has no \(RuleNames.file)") }
    return file
}()

/// One message `mandate.a.v1.A` with these fields.
func ruled(_ fields: FieldDescriptor...) -> Google_Protobuf_FileDescriptorSet {
    var a = message("A")
    a.field = fields
    for index in a.field.indices { a.field[index].number = Int32(index + 1) }
    return contract(rulesFile, file("a", a))
}

/// A field with rules: the bytes of FieldRules.
func field(_ name: String, _ type: FieldDescriptor.TypeEnum, _ rules: [UInt8], repeated: Bool = false) -> FieldDescriptor {
    var out = field(name, type)
    out.label = repeated ? .repeated : .optional
    out.setRules(rules)
    return out
}

extension FieldDescriptor {
    mutating func setRules(_ rules: [UInt8]) {
        options = (try? Google_Protobuf_FieldOptions(serializedBytes: body(1159, rules))) ?? .init()
    }
}

/// One field of a message, encoded.
func body(_ number: Int32, _ bytes: [UInt8]) -> [UInt8] {
    var out = WireWriter()
    out.field(number, bytes)
    return out.bytes
}

func body(_ number: Int32, _ text: String) -> [UInt8] { body(number, Array(text.utf8)) }

func body(_ number: Int32, _ value: UInt64) -> [UInt8] {
    var out = WireWriter()
    out.key(number, 0)
    out.varint(value)
    return out.bytes
}
