import SwiftProtobuf

/// Reads the options buf.validate.field and buf.validate.oneof from the bytes SwiftProtobuf keeps of options it does not know.
///
/// A rule that is not read here stops the generator: the contract must not promise what nobody holds.
struct RuleReading {
    /// Of both options.
    static let number: UInt64 = 1159

    /// Of FieldRules.
    private enum Own {
        static let required: UInt64 = 25
        static let ignore: UInt64 = 27
        static let ignoreIfZeroValue: UInt64 = 1
        static let repeated: UInt64 = 18
    }

    let names: RuleNames

    /// Nil where the field has none.
    func field(
        _ options: [UInt8], _ type: FieldType, repeated: Bool, _ place: String
    ) throws(GeneratorError) -> FieldRules? {
        guard let body = try option(options, place) else { return nil }
        let rules = try read(body, type, repeated: repeated, place)
        return rules.isEmpty ? nil : rules
    }

    /// Whether one of a oneof's fields must be set.
    func isRequired(oneof options: [UInt8], _ place: String) throws(GeneratorError) -> Bool {
        var required = false
        for (number, value) in try parts(try option(options, place) ?? [], place) {
            guard number == 1, case .varint(let raw) = value else {
                throw unknown("oneof.\(names.name(number, in: "OneofRules"))", place)
            }
            required = raw != 0
        }
        return required
    }

    private func option(_ options: [UInt8], _ place: String) throws(GeneratorError) -> [UInt8]? {
        for (number, value) in try messages(options, place) where number == Self.number {
            guard case .bytes(let bytes) = value else { throw GeneratorError(place, "its rules are broken") }
            return bytes
        }
        return nil
    }

    private func read(
        _ body: [UInt8], _ type: FieldType, repeated: Bool, _ place: String
    ) throws(GeneratorError) -> FieldRules {
        var out = FieldRules()
        for (number, value) in try messages(body, place) {
            switch (number, value) {
            case (Own.required, .varint(let raw)): out.required = raw != 0
            case (Own.ignore, .varint(0)): out.ignoresZero = false
            case (Own.ignore, .varint(Own.ignoreIfZeroValue)): out.ignoresZero = true
            case (Own.ignore, _): throw unknown("ignore, of another kind than IGNORE_IF_ZERO_VALUE", place)
            case (Own.repeated, .bytes(let bytes)):
                guard repeated else { throw GeneratorError(place, "rules of repeated, and it is not repeated") }
                try list(bytes, type, place, into: &out)
            case (_, .bytes(let bytes)) where names.type(number) != nil:
                let name = names.name(number, in: "FieldRules")
                guard !repeated, Self.rulesName(type) == name else {
                    throw GeneratorError(place, "rules of \(name) do not fit the field's type")
                }
                out.rules = try RuleBody(names: names, kind: name, place: place).read(parts(bytes, place))
            default: throw unknown(names.name(number, in: "FieldRules"), place)
            }
        }
        if out.required, out.ignoresZero { throw GeneratorError(place, "required, and ignored when it is not there") }
        return out
    }

    private func list(
        _ body: [UInt8], _ type: FieldType, _ place: String, into out: inout FieldRules
    ) throws(GeneratorError) {
        var lengths: [(UInt64, WireReader.Value)] = []
        for (number, value) in try messages(body, place) {
            guard names.name(number, in: "RepeatedRules") == "items" else {
                lengths.append((number, value))
                continue
            }
            guard case .bytes(let bytes) = value else { throw GeneratorError(place, "its rules are broken") }
            let items = try read(bytes, type, repeated: false, place + "[]")
            if case .message = type, items.required { throw GeneratorError(place, "an element is always there") }
            if !items.isEmpty { out.items = [items] }
        }
        out.rules = try RuleBody(names: names, kind: "repeated", place: place).read(lengths)
    }

    private func parts(
        _ body: [UInt8], _ place: String
    ) throws(GeneratorError) -> [(number: UInt64, value: WireReader.Value)] {
        guard let parts = WireReader.fields(body) else { throw GeneratorError(place, "its rules are broken") }
        return parts
    }

    /// The same where every field of bytes is a message. What is said rule by rule is encoded more than once: the parts of a
    /// message are one.
    private func messages(
        _ body: [UInt8], _ place: String
    ) throws(GeneratorError) -> [(number: UInt64, value: WireReader.Value)] {
        var out: [(number: UInt64, value: WireReader.Value)] = []
        for part in try parts(body, place) {
            if case .bytes(let more) = part.value, let index = out.firstIndex(where: { $0.number == part.number }),
                case .bytes(let before) = out[index].value
            {
                out[index].value = .bytes(before + more)
            } else {
                out.append(part)
            }
        }
        return out
    }

    private func unknown(_ rule: String, _ place: String) -> GeneratorError {
        GeneratorError(place, "the generator does not know the rule \(rule)")
    }

    /// The name in FieldRules of the rules that a type can have.
    private static func rulesName(_ type: FieldType) -> String? {
        switch type {
        case .scalar(let scalar): scalar.rawValue
        case .text: "string"
        case .bytes: "bytes"
        case .enumeration: "enum"
        case .message("google.protobuf.Timestamp"): "timestamp"
        case .message: nil
        }
    }
}
