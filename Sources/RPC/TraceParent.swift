/// The value of `traceparent` (W3C Trace Context §3.2): a version, the trace, the span in it and flags, in lower-case hex.
///
/// A value that is none is not passed on and refuses nothing: "vendors MUST ignore the traceparent". A later version may
/// have more behind the four parts, after another dash.
enum TraceParent {
    private static let partBytes = [2, 32, 16, 2]
    private static let byteCount = partBytes.reduce(0, +) + 3
    /// Of a version that is not known yet. Bounds what a caller has carried on.
    private static let byteCountMax = 256

    static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8.prefix(byteCountMax + 1))
        guard (byteCount...byteCountMax).contains(bytes.count) else { return false }
        var parts: [ArraySlice<UInt8>] = []
        var at = 0
        for count in partBytes {
            parts.append(bytes[at..<at + count])
            at += count + 1
            guard at > byteCount || bytes[at - 1] == UInt8(ascii: "-") else { return false }
        }
        guard parts.allSatisfy({ $0.allSatisfy(isLowerHex) }), !isAll("f", parts[0]), !isAll("0", parts[1]),
            !isAll("0", parts[2])
        else { return false }
        guard bytes.count > byteCount else { return true }
        return !isAll("0", parts[0]) && bytes[byteCount] == UInt8(ascii: "-")
            && bytes.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func isAll(_ digit: Unicode.Scalar, _ part: ArraySlice<UInt8>) -> Bool {
        part.allSatisfy { $0 == UInt8(ascii: digit) }
    }

    private static func isLowerHex(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }
}
