/// The fields of one encoded message, in order, without knowing its type.
enum WireReader {
    enum Value: Equatable {
        case varint(UInt64)
        case bytes([UInt8])
        case fixed([UInt8])
    }

    /// Nil when the bytes are not a message.
    static func fields(_ bytes: [UInt8]) -> [(number: UInt64, value: Value)]? {
        var rest = bytes[...]
        var out: [(number: UInt64, value: Value)] = []
        while !rest.isEmpty {
            guard let key = varint(&rest) else { return nil }
            switch key & 7 {
            case 0:
                guard let value = varint(&rest) else { return nil }
                out.append((key >> 3, .varint(value)))
            case 1:
                guard let value = take(8, &rest) else { return nil }
                out.append((key >> 3, .fixed(value)))
            case 2:
                guard let count = varint(&rest), let value = take(count, &rest) else { return nil }
                out.append((key >> 3, .bytes(value)))
            case 5:
                guard let value = take(4, &rest) else { return nil }
                out.append((key >> 3, .fixed(value)))
            default:
                return nil
            }
        }
        return out
    }

    private static func varint(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            guard let byte = rest.popFirst() else { return nil }
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }

    private static func take(_ count: UInt64, _ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard count <= UInt64(rest.count) else { return nil }
        defer { rest = rest.dropFirst(Int(count)) }
        return Array(rest.prefix(Int(count)))
    }
}
