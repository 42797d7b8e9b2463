import SwiftProtobuf

/// One package's reasons of errors: its enum named `…ErrorReason`.
///
/// A reason travels as text, domain and number (`google.rpc.ErrorInfo`), never as a field of the enum's type, so that
/// one that is newer than its reader still arrives. Rules, by which text and number are each enough to know it:
/// 1. a package has one such enum;
/// 2. 1 to 99 are numbers of mandate.rpc.v1, which every server says; every other package has one hundred of its own;
/// 3. no name stands in two packages;
/// 4. every reason says what being refused with it means, so that none is forgotten in the log.
struct ReasonEnum {
    /// As in `mandate.identity.v1`.
    var package: String
    var type: EnumType

    /// Who says so, as in `mandate.identity`: the package without its version, by which nobody tells errors apart.
    var domain: String { package.split(separator: ".").dropLast().joined(separator: ".") }

    /// Without the value for "none", which every enum of proto3 begins with.
    var values: [EnumValue] { type.values.filter { $0.number != 0 } }

    /// 0 of mandate.rpc.v1.
    var hundred: Int32 { (values.first?.number ?? 0) / 100 }

    static func isOne(_ type: EnumType, in file: Google_Protobuf_FileDescriptorProto) -> Bool {
        !Foreign.isForeign(file.name) && type.fullName.hasSuffix("ErrorReason")
    }

    /// By hundreds.
    /// - Throws: `GeneratorError` for what breaks a rule above.
    static func ordered(_ schema: Schema) throws(GeneratorError) -> [ReasonEnum] {
        try checkFields(schema)
        let reasons = schema.reasons.sorted { ($0.hundred, $0.package) < ($1.hundred, $1.package) }
        var hundreds: [Int32: String] = [:]
        var packages: Set<String> = []
        var names: [String: String] = [:]
        for reason in reasons {
            let place = reason.type.fullName
            guard !reason.values.isEmpty else { throw GeneratorError(place, "has no reasons") }
            guard packages.insert(reason.package).inserted else {
                throw GeneratorError(place, "\(reason.package) has two enums of reasons")
            }
            if let other = hundreds.updateValue(place, forKey: reason.hundred) {
                throw GeneratorError(place, "\(other) has the numbers from \(reason.hundred * 100) too")
            }
            guard (reason.hundred == 0) == (reason.package == shared) else {
                throw GeneratorError(place, "numbers below 100 are those of \(shared)")
            }
            for value in reason.values {
                guard value.number / 100 == reason.hundred, value.number > 0 else {
                    throw GeneratorError(
                        "\(place).\(value.protoName)", "is not one of the hundred from \(reason.hundred * 100)")
                }
                guard RefusalReading.known.contains(value.refusal) else {
                    throw GeneratorError(
                        "\(place).\(value.protoName)",
                        "has no option (mandate.rpc.v1.refusal): say whether a rule refuses, and the log tells of it")
                }
                if let other = names.updateValue(place, forKey: value.name) {
                    throw GeneratorError("\(place).\(value.protoName)", "\(other) has that name too")
                }
            }
        }
        return reasons
    }

    private static let shared = "mandate.rpc.v1"

    private static func checkFields(_ schema: Schema) throws(GeneratorError) {
        let types = Set(schema.reasons.map(\.type.fullName))
        for message in schema.messages.values.sorted(by: { $0.fullName < $1.fullName }) {
            for field in message.fields + message.oneofs.flatMap(\.fields) {
                if case .enumeration(let name) = field.type, types.contains(name) {
                    throw GeneratorError(field.fullName, "a reason travels in mandate.rpc.v1.ErrorInfo, not as an enum")
                }
            }
        }
    }
}
