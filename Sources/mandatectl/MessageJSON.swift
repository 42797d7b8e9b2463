internal import Contract
internal import Foundation
internal import Messages

/// Messages as protobuf's JSON: names in lowerCamelCase, 64-bit numbers as text, bytes in base64, times in RFC 3339, lengths
/// of time in seconds as in 604800s, enums by name, what is empty left out.
enum MessageJSON {
    /// Without what the contract marks as secret: output goes into files and logs.
    static func text(_ message: some Message) -> String {
        guard let holder = message as? any HoldsSecrets else { return object(message) }
        return object(holder.withoutSecrets)
    }

    /// For the command that was asked to make the secret: nobody else hands it out.
    static func revealing(_ message: some HoldsSecrets) -> String {
        object(message)
    }

    private static func object(_ message: some Message) -> String {
        if let time = message as? Timestamp { return JSONText.quoted(time.rfc3339) }
        if let length = message as? WireDuration { return JSONText.quoted(length.jsonText) }
        var fields: [String] = []
        for (label, value) in Mirror(reflecting: message).children {
            guard let label else { continue }
            // A oneof is an optional enum with a payload: its case names the field.
            if let chosen = oneof(value) {
                fields.append(JSONText.quoted(chosen.label) + ":" + chosen.value)
            } else if let written = self.value(value) {
                fields.append(JSONText.quoted(label) + ":" + written)
            }
        }
        return "{" + fields.joined(separator: ",") + "}"
    }

    /// Nil for what protobuf's JSON leaves out.
    private static func value(_ any: Any) -> String? {
        switch any {
        case let text as String: return text.isEmpty ? nil : JSONText.quoted(text)
        case let flag as Bool: return flag ? "true" : nil
        case let number as Int32: return number == 0 ? nil : "\(number)"
        case let number as UInt32: return number == 0 ? nil : "\(number)"
        case let number as Int64: return number == 0 ? nil : "\"\(number)\""
        case let number as UInt64: return number == 0 ? nil : "\"\(number)\""
        case let bytes as [UInt8]: return bytes.isEmpty ? nil : JSONText.quoted(Data(bytes).base64EncodedString())
        case let value as any MessageEnum: return value.rawValue == 0 ? nil : JSONText.quoted(value.protoName)
        case let message as any Message: return object(message)
        case let list as [Any]:
            if list.isEmpty { return nil }
            return "[" + list.map { value($0) ?? empty($0) }.joined(separator: ",") + "]"
        default:
            let mirror = Mirror(reflecting: any)
            guard mirror.displayStyle == .optional, let wrapped = mirror.children.first?.value else { return nil }
            return value(wrapped)
        }
    }

    /// What stands in a list for a value that would be left out of an object.
    private static func empty(_ any: Any) -> String {
        switch any {
        case is Bool: "false"
        case is Int32, is UInt32, is Int64, is UInt64: "0"
        case let value as any MessageEnum: JSONText.quoted(value.protoName)
        default: "\"\""
        }
    }

    private static func oneof(_ any: Any) -> (label: String, value: String)? {
        let optional = Mirror(reflecting: any)
        guard optional.displayStyle == .optional, let wrapped = optional.children.first?.value else { return nil }
        let mirror = Mirror(reflecting: wrapped)
        guard mirror.displayStyle == .enum, !(wrapped is any MessageEnum), let child = mirror.children.first,
            let label = child.label
        else { return nil }
        return (label, value(child.value) ?? empty(child.value))
    }
}
