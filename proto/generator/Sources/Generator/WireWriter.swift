/// Protobuf's wire format, written by hand so that the vectors do not come from
/// the code they test.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    mutating func key(_ number: Int32, _ wireType: UInt64) {
        varint(UInt64(number) << 3 | wireType)
    }

    mutating func varint(_ value: UInt64) {
        var rest = value
        while rest > 0x7f {
            bytes.append(UInt8(rest & 0x7f) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func field(_ number: Int32, _ body: [UInt8]) {
        key(number, 2)
        varint(UInt64(body.count))
        bytes += body
    }

    mutating func fixed32(_ value: UInt32) { for at in 0..<4 { byte(UInt64(value), at) } }
    mutating func fixed64(_ value: UInt64) { for at in 0..<8 { byte(value, at) } }

    private mutating func byte(_ value: UInt64, _ at: Int) {
        bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(at * 8)))
    }
}
