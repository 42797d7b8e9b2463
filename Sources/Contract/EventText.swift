package import Messages

// How the log writes a field's value. What a field has without being set is empty text: nothing.

extension String {
    package var eventText: String { self }
}

extension Bool {
    package var eventText: String { self ? "true" : "" }
}

extension FixedWidthInteger {
    package var eventText: String { self == 0 ? "" : "\(self)" }
}

extension MessageEnum {
    /// As in `full_admin`; a number that this version does not know is that number.
    package var eventText: String { rawValue == 0 ? "" : shortName.lowercased() }
}

extension Timestamp {
    /// As in `2026-03-01T09:00:00.000000Z`: to the microsecond, as it is stored.
    package var eventText: String { rfc3339(fractionDigits: 6) }
}

extension WireDuration {
    /// As in `90.000000000s`.
    package var eventText: String {
        let fraction = "\(nanos.magnitude)"
        let sign = seconds < 0 || nanos < 0 ? "-" : ""
        return "\(sign)\(seconds.magnitude).\(String(repeating: "0", count: max(0, 9 - fraction.count)))\(fraction)s"
    }
}

extension [UInt8] {
    /// In hex.
    package var eventText: String { hex }

    var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension [String] {
    /// As in `"a", "b, c"`: quoted as in JSON, so that no value can look like two.
    package var eventText: String { map { JSONText.quoted($0) }.joined(separator: ", ") }
}

extension Array where Element: MessageEnum {
    /// As in `open, send`.
    package var eventText: String {
        map { $0.rawValue == 0 ? "unspecified" : $0.shortName.lowercased() }.joined(separator: ", ")
    }
}
