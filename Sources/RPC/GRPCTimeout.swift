/// The value of `grpc-timeout`: up to eight digits and a unit (gRPC over HTTP/2, "Requests").
enum GRPCTimeout {
    /// Nanoseconds; nil for what is no timeout. The longest that can be said is 11,000 years, so sums are cut to 2^63 - 1.
    static func nanoseconds(_ text: Span<UInt8>) -> Int64? {
        guard (2...9).contains(text.count) else { return nil }
        var number: Int64 = 0
        for index in 0..<(text.count - 1) {
            guard case UInt8(ascii: "0")...UInt8(ascii: "9") = text[index] else { return nil }
            number = number * 10 + Int64(text[index] - UInt8(ascii: "0"))
        }
        let unit: Int64
        switch text[text.count - 1] {
        case UInt8(ascii: "H"): unit = 3_600_000_000_000
        case UInt8(ascii: "M"): unit = 60_000_000_000
        case UInt8(ascii: "S"): unit = 1_000_000_000
        case UInt8(ascii: "m"): unit = 1_000_000
        case UInt8(ascii: "u"): unit = 1_000
        case UInt8(ascii: "n"): unit = 1
        default: return nil
        }
        let (product, overflow) = number.multipliedReportingOverflow(by: unit)
        return overflow ? .max : product
    }
}
