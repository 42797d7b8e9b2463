import SwiftProtobuf

/// The names of rules by their numbers, as rules/buf/validate/validate.proto declares them.
struct RuleNames {
    /// The file, which is no part of the contract.
    static let file = "buf/validate/validate.proto"

    private var messages: [String: [UInt64: Google_Protobuf_FieldDescriptorProto]] = [:]

    init(_ set: Google_Protobuf_FileDescriptorSet) {
        for message in set.file.first(where: { $0.name == Self.file })?.messageType ?? [] {
            messages[message.name] = Dictionary(
                message.field.map { (UInt64($0.number), $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// As in `max_len`; the number where the file names none.
    func name(_ number: UInt64, in message: String) -> String {
        messages[message]?[number]?.name ?? "number \(number)"
    }

    /// The message that holds the rules of a type, as `StringRules` for number 14 of FieldRules.
    func type(_ number: UInt64) -> String? {
        guard let field = messages["FieldRules"]?[number], field.type == .message else { return nil }
        return field.typeName.split(separator: ".").last.map(String.init)
    }
}
