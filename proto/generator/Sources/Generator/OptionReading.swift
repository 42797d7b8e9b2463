/// The options of ours on one method or field, from the bytes that SwiftProtobuf keeps of options it does not know.
///
/// An option of another project is none of our business and passes. One of ours (`ours`) that nobody here reads is a
/// mistake: it would promise what no code does.
struct OptionReading {
    /// Numbers of mandate.rpc.v1's extensions.
    private static let ours: ClosedRange<UInt64> = 50700...50799

    private let place: String
    private let fields: [(number: UInt64, value: WireReader.Value)]

    private init(place: String, fields: [(number: UInt64, value: WireReader.Value)]) {
        self.place = place
        self.fields = fields
    }

    /// - Parameter known: the numbers that are read here, of ours.
    /// - Throws: `GeneratorError` for bytes that are no message, and for an option of ours that is not known.
    init(_ unknown: [UInt8], of place: String, known: Set<UInt64>) throws(GeneratorError) {
        self.place = place
        guard let fields = WireReader.fields(unknown) else { throw GeneratorError(place, "its options are broken") }
        for field in fields where Self.ours.contains(field.number) && !known.contains(field.number) {
            throw GeneratorError(place, "has option \(field.number), which the generator does not know")
        }
        self.fields = fields
    }

    /// The fields of an option that is a message; nil where the option is not set.
    ///
    /// An option set field by field is encoded more than once: its parts are one message.
    func message(_ number: UInt64, _ names: Set<UInt64>) throws(GeneratorError) -> OptionReading? {
        var body: [UInt8]?
        for field in fields where field.number == number {
            guard case .bytes(let part) = field.value else { throw broken(number) }
            body = (body ?? []) + part
        }
        guard let body else { return nil }
        let inner = try OptionReading(body, of: place, known: [])
        for field in inner.fields where !names.contains(field.number) {
            throw GeneratorError(place, "option \(number) has a field \(field.number), which the generator does not know")
        }
        return inner
    }

    /// Each message of a list.
    func messages(_ number: UInt64, _ names: Set<UInt64>) throws(GeneratorError) -> [OptionReading] {
        var found: [OptionReading] = []
        for field in fields where field.number == number {
            let one = OptionReading(place: place, fields: [field])
            if let message = try one.message(number, names) { found.append(message) }
        }
        return found
    }

    /// An enum's or integer's value; 0 where it is not set.
    func number(_ number: UInt64) throws(GeneratorError) -> Int32 {
        var found: Int32 = 0
        for field in fields where field.number == number {
            guard case .varint(let raw) = field.value else { throw broken(number) }
            found = Int32(truncatingIfNeeded: raw)
        }
        return found
    }

    func bool(_ number: UInt64) throws(GeneratorError) -> Bool { try self.number(number) != 0 }

    func text(_ number: UInt64) throws(GeneratorError) -> String {
        var found = ""
        for field in fields where field.number == number {
            guard case .bytes(let raw) = field.value else { throw broken(number) }
            guard let text = String(validating: raw, as: UTF8.self) else { throw broken(number) }
            found = text
        }
        return found
    }

    private func broken(_ number: UInt64) -> GeneratorError {
        GeneratorError(place, "field \(number) of its options has another type than options.proto says")
    }
}
