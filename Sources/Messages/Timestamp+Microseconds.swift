/// Times are stored as microseconds since 1970, UTC.
extension Timestamp {
    /// `google.protobuf.Timestamp` covers the years 1 to 9999.
    static let secondsRange: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Total; whether the time is within the years 1 to 9999 is for its reader to judge.
    package init(microsecondsSince1970 microseconds: Int64) {
        // Rounded down, so that nanos is never negative.
        var (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        if rest < 0 {
            seconds -= 1
            rest += 1_000_000
        }
        self.init(seconds: seconds, nanos: Int32(rest * 1000))
    }

    /// Rounded down to a microsecond; nil outside the years 1 to 9999 or when
    /// nanos is not between 0 and 999,999,999.
    package var microsecondsSince1970: Int64? {
        guard Self.secondsRange.contains(seconds), 0...999_999_999 ~= nanos else { return nil }
        return seconds * 1_000_000 + Int64(nanos / 1000)
    }

    /// Rounded up to a microsecond: for a begin, which must not come earlier than it was written. Nil as above, and where
    /// the microsecond above is past the year 9999.
    package var microsecondsSince1970RoundedUp: Int64? {
        guard let down = microsecondsSince1970 else { return nil }
        if nanos % 1000 == 0 { return down }
        return Timestamp(microsecondsSince1970: down + 1).microsecondsSince1970
    }
}
