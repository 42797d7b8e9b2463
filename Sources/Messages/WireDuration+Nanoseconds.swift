/// Between `google.protobuf.Duration` and what Swift counts with.
extension WireDuration {
    package init(nanoseconds: Int64) {
        let (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        self.init(seconds: seconds, nanos: Int32(rest))
    }

    /// Rounded toward zero to a nanosecond.
    package init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self.init(seconds: seconds, nanos: Int32(attoseconds / 1_000_000_000))
    }

    /// Nil when the parts disagree in sign, nanos is a second or more, or the
    /// sum is past what 64 bits hold (292 years).
    package var nanoseconds: Int64? {
        guard -999_999_999...999_999_999 ~= nanos else { return nil }
        guard seconds == 0 || nanos == 0 || (seconds < 0) == (nanos < 0) else { return nil }
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, carried) = product.addingReportingOverflow(Int64(nanos))
        return overflow || carried ? nil : sum
    }

    /// As protobuf's JSON has it: seconds with as many digits behind the point as are needed, in threes, and an `s`.
    package var jsonText: String {
        if nanos == 0 { return "\(seconds)s" }
        let sign = seconds < 0 || nanos < 0 ? "-" : ""
        let digits = String(nanos.magnitude)
        var fraction = String(repeating: "0", count: max(0, 9 - digits.count)) + digits
        while fraction.hasSuffix("000") { fraction.removeLast(3) }
        return "\(sign)\(seconds.magnitude).\(fraction)s"
    }

    /// Nil when `nanoseconds` is.
    package var duration: Duration? { nanoseconds.map { .nanoseconds($0) } }
}
