import Messages

/// Ids, base64url and times: each has one spelling, and converting there and back loses nothing.
extension Fuzzed {
    private static let prefixes = ["org", "acc", "grp", "mbx", "dlg", "evt"]

    static func identifiers(_ bytes: [UInt8]) throws(BrokenPromise) {
        let text = String(decoding: bytes, as: UTF8.self)
        for prefix in prefixes {
            guard let bits = Identifier.bits(text, prefix: prefix) else { continue }
            try promise(Identifier.text(bits, prefix: prefix).utf8.elementsEqual(text.utf8), "two spellings of \(text)")
            let others = prefixes.filter { $0 != prefix && Identifier.bits(text, prefix: $0) != nil }
            try promise(others.isEmpty, "\(text) is of kind \(prefix) and \(others)")
        }
        if let decoded = Base64URL.bytes(text) {
            try promise(Base64URL.text(decoded).utf8.elementsEqual(text.utf8), "two spellings of \(text)")
        }
        try promise(Base64URL.bytes(Base64URL.text(bytes)) == bytes, "base64url of \(bytes)")

        let high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        let low = bytes.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        let bits = UInt128(high) << 64 | UInt128(low)
        try promise(Identifier.bits(Identifier.text(bits, prefix: "acc"), prefix: "acc") == bits, "bits \(bits)")
        try times(Int64(bitPattern: high), Int32(truncatingIfNeeded: low))
    }

    private static func times(_ whole: Int64, _ nanos: Int32) throws(BrokenPromise) {
        let time = Timestamp(seconds: whole, nanos: nanos)
        if let micros = time.microsecondsSince1970 {
            let again = Timestamp(microsecondsSince1970: micros)
            try promise(again.seconds == whole && again.nanos == nanos / 1000 * 1000, "\(time) became \(again)")
        }
        let made = Timestamp(microsecondsSince1970: whole)
        try promise(made.microsecondsSince1970.map { $0 == whole } ?? true, "\(whole) microseconds")
        let duration = WireDuration(seconds: whole, nanos: nanos)
        if let nanoseconds = duration.nanoseconds {
            try promise(WireDuration(nanoseconds: nanoseconds) == duration, "\(duration) became \(nanoseconds)")
        }
        try promise(WireDuration(nanoseconds: whole).nanoseconds == whole, "\(whole) nanoseconds")
    }
}
