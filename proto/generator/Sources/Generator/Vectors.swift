/// Golden encodings: for every message one instance with every field set, and
/// one more for each further alternative of its oneofs. Lines of full name, a
/// space and hex; the same bytes must come out of decoding and encoding again.
struct Vectors {
    let schema: Schema

    func text() -> String {
        var lines = ["# Generated from every .proto file by proto/generate. Do not edit."]
        for message in schema.messages.values.sorted(by: { $0.fullName < $1.fullName })
        where !message.isMapEntry {
            let alternatives = message.oneofs.map(\.fields.count).max() ?? 1
            for alternative in 0..<max(1, alternatives) {
                let hex = encode(message, alternative).map(Self.hex).joined()
                lines.append(hex.isEmpty ? message.fullName : "\(message.fullName) \(hex)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func encode(_ message: MessageType, _ alternative: Int) -> [UInt8] {
        var fields = message.fields
        for oneof in message.oneofs where !oneof.fields.isEmpty {
            fields.append(oneof.fields[alternative % oneof.fields.count])
        }
        var out = WireWriter()
        for field in fields.sorted(by: { $0.number < $1.number }) { write(field, to: &out) }
        return out.bytes
    }

    private func write(_ field: Field, to out: inout WireWriter) {
        let count = field.repeated ? 2 : 1
        switch field.type {
        case .text:
            for index in 0..<count {
                // Two, three and four bytes a scalar, past the 15 a Swift string keeps inline.
                out.field(field.number, [UInt8]("\(field.name)-\(index)-é-漢-🜚-0123456789".utf8))
            }
        case .bytes:
            for index in 0..<count {
                out.field(field.number, [0, 0xff, UInt8(index), UInt8(field.number & 0x7f)])
            }
        case .message(let name):
            guard let type = schema.messages[name] else { return }
            // A second entry of a map would have the same key.
            for index in 0..<(type.isMapEntry ? 1 : count) { out.field(field.number, encode(type, index)) }
        case .enumeration(let name):
            let number = schema.enums[name]?.values.map(\.number).max() ?? 1
            number32(field, UInt64(bitPattern: Int64(number)), to: &out)
        case .scalar(let scalar):
            write(field, scalar, to: &out)
        }
    }

    private func number32(_ field: Field, _ value: UInt64, to out: inout WireWriter) {
        guard field.repeated else {
            out.key(field.number, 0)
            return out.varint(value)
        }
        var packed = WireWriter()
        packed.varint(value)
        packed.varint(1)
        out.field(field.number, packed.bytes)
    }

    private func write(_ field: Field, _ scalar: Scalar, to out: inout WireWriter) {
        let values: [Int64] = field.repeated ? [Int64(field.number), -1] : [-Int64(field.number)]
        if field.repeated {
            var packed = WireWriter()
            for value in values { Self.write(value, scalar, to: &packed) }
            out.field(field.number, packed.bytes)
        } else {
            out.key(field.number, Self.wireType(scalar))
            for value in values { Self.write(value, scalar, to: &out) }
        }
    }

    private static func wireType(_ scalar: Scalar) -> UInt64 {
        switch scalar {
        case .bool, .int32, .int64, .uint32, .uint64, .sint32, .sint64: 0
        case .fixed64, .sfixed64, .double: 1
        case .fixed32, .sfixed32, .float: 5
        }
    }

    private static func write(_ value: Int64, _ scalar: Scalar, to out: inout WireWriter) {
        switch scalar {
        case .bool: out.varint(1)
        case .int32, .int64, .uint64: out.varint(UInt64(bitPattern: value))
        case .uint32: out.varint(UInt64(UInt32(truncatingIfNeeded: value)))
        case .sint32, .sint64: out.varint(UInt64(bitPattern: value << 1 ^ value >> 63))
        case .fixed32, .sfixed32: out.fixed32(UInt32(truncatingIfNeeded: value))
        case .fixed64, .sfixed64: out.fixed64(UInt64(bitPattern: value))
        case .float: out.fixed32((Float(value) / 4).bitPattern)
        case .double: out.fixed64((Double(value) / 4).bitPattern)
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
