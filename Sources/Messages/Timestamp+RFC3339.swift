// The one reader and the one writer of times as text.

extension Timestamp {
    /// A date-time of RFC 3339 §5.6 and nothing else: `2026-12-01T08:00:00Z`, `2026-12-01t09:00:00.25+01:00`.
    ///
    /// Nil for what is none: a day that the month does not have, an hour 24, text before or behind, no zone, a fraction of
    /// more than nine digits, a year that is not 1 to 9999 in UTC. Nothing is rounded or carried over, because access would
    /// last longer than written. A leap second (`:60`) is none either: a Timestamp has no place for it.
    package init?(rfc3339 text: String) {
        var rest = DateTimeText(rest: text.utf8[...])
        guard let year = rest.number(4), rest.take("-"), let month = rest.number(2), rest.take("-"),
            let day = rest.number(2), rest.take("T", "t"), let hour = rest.number(2), rest.take(":"),
            let minute = rest.number(2), rest.take(":"), let second = rest.number(2), let nanos = rest.fraction(),
            let offset = rest.offset(), rest.rest.isEmpty
        else { return nil }
        guard 1...12 ~= month, 1...Self.days(in: month, of: year) ~= day, hour < 24, minute < 60, second < 60
        else { return nil }
        let seconds = Self.daysSince1970(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset
        guard Self.secondsRange.contains(seconds) else { return nil }
        self.init(seconds: seconds, nanos: Int32(nanos))
    }

    /// RFC 3339 in UTC with no more of the fraction than there is, in threes as protobuf's JSON has it.
    package var rfc3339: String {
        let digits = nanos == 0 ? 0 : nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9
        return rfc3339(fractionDigits: digits)
    }

    /// RFC 3339 in UTC; what the fraction has beyond `fractionDigits`, 0 to 9, is left out. For a time within its range.
    package func rfc3339(fractionDigits: Int) -> String {
        let (days, time) = Self.floored(seconds, by: 86_400)
        let (year, month, day) = Self.date(daysSince1970: days)
        let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        let clock = "\(Self.padded(time / 3600, 2)):\(Self.padded(time / 60 % 60, 2)):\(Self.padded(time % 60, 2))"
        let fraction = fractionDigits == 0 ? "" : "." + Self.padded(Int64(nanos), 9).prefix(fractionDigits)
        return "\(date)T\(clock)\(fraction)Z"
    }

    private static func days(in month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let (era, yearOfEra) = floored(month <= 2 ? year - 1 : year, by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The same, `civil_from_days`.
    private static func date(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = floored(days + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func floored(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

/// What is left to read of a date-time. Each step takes exactly its bytes, or nothing.
private struct DateTimeText {
    var rest: Substring.UTF8View

    mutating func take(_ bytes: Unicode.Scalar...) -> Bool {
        guard let first = rest.first, bytes.contains(where: { UInt8(ascii: $0) == first }) else { return false }
        rest.removeFirst()
        return true
    }

    /// A number of exactly so many digits.
    mutating func number(_ digits: Int) -> Int64? {
        guard rest.count >= digits, rest.prefix(digits).allSatisfy(isDigit) else { return nil }
        defer { rest.removeFirst(digits) }
        return rest.prefix(digits).reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    /// Nanoseconds: 0 without a fraction.
    mutating func fraction() -> Int64? {
        guard take(".") else { return 0 }
        let digits = rest.prefix(while: isDigit).count
        guard 1...9 ~= digits, let number = number(digits) else { return nil }
        return (digits..<9).reduce(number) { number, _ in number * 10 }
    }

    /// Seconds that the zone is ahead of UTC. `-00:00` is UTC too (RFC 3339 §4.3).
    mutating func offset() -> Int64? {
        if take("Z", "z") { return 0 }
        let sign: Int64
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
