import Messages
import Testing

@Suite("Times as text")
struct RFC3339Tests {
    /// The first five are RFC 3339 §5.8, but for its leap seconds.
    static let taken: [(String, Int64, Int32)] = [
        ("1985-04-12T23:20:50.52Z", 482_196_050, 520_000_000),
        ("1996-12-19T16:39:57-08:00", 851_042_397, 0), ("1996-12-20T00:39:57Z", 851_042_397, 0),
        ("1937-01-01T12:00:27.87+00:20", -1_041_337_173, 870_000_000),
        ("1970-01-01T00:00:00Z", 0, 0), ("1970-01-01t00:00:00z", 0, 0), ("1970-01-01T00:00:00-00:00", 0, 0),
        ("1969-12-31T23:59:59.999999999Z", -1, 999_999_999), ("2026-12-01T08:00:00.000000001Z", 1_796_112_000, 1),
        ("2026-12-01T08:00:00.1Z", 1_796_112_000, 100_000_000),
        ("2000-02-29T00:00:00Z", 951_782_400, 0), ("2028-02-29T00:00:00Z", 1_835_395_200, 0),
        ("2026-12-31T23:59:59+23:59", 1_798_675_259, 0),
        ("0001-01-01T00:00:00Z", -62_135_596_800, 0), ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
        ("0001-01-01T01:00:00+01:00", -62_135_596_800, 0), ("0000-12-31T23:00:00-01:00", -62_135_596_800, 0),
    ]

    @Test("A date-time of RFC 3339 is read exactly", arguments: taken)
    func read(text: String, seconds: Int64, nanos: Int32) {
        #expect(Timestamp(rfc3339: text) == Timestamp(seconds: seconds, nanos: nanos))
    }

    @Test(
        "What is not exactly one is refused, and never carried over",
        arguments: [
            // Days and hours that there are not.
            "2027-02-30T00:00:00Z", "2027-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2027-04-31T00:00:00Z",
            "2027-00-01T00:00:00Z", "2027-13-01T00:00:00Z", "2027-01-00T00:00:00Z", "2027-01-32T00:00:00Z",
            "2027-01-01T25:61:00Z", "2027-01-01T24:00:00Z", "2027-01-01T00:60:00Z", "2027-01-01T00:00:61Z",
            // Leap seconds, those that were and those that were not.
            "1990-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00", "2027-01-01T00:00:60Z",
            // Junk around, between and instead.
            "2027-01-01T00:00:00Zjunk", "2027-01-01T00:00:00Z ", " 2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z\n",
            "2027-01-01T00:00:00ZZ", "2027-01-01T00:00:00Z+01:00", "2027-01-01T00:00:00Z\0", "2027-01-01 00:00:00Z",
            "2027-01-01T00:00:00", "2027-01-01", "00:00:00Z", "", "Z", "now", "2027-W01-1T00:00:00Z", "20270101T000000Z",
            "27-01-01T00:00:00Z", "+2027-01-01T00:00:00Z", "-2027-01-01T00:00:00Z", "12027-01-01T00:00:00Z",
            "2027-1-01T00:00:00Z", "2027-01-01T0:00:00Z", "2027-01-01T00:00Z", "2027-01-01T00:00:0Z",
            "2027-01-01T+1:00:00Z", "2027-01-01T-1:00:00Z", "2027-01-01T00.5:00:00Z", "2027/01/01T00:00:00Z",
            "\u{0662}\u{0660}\u{0662}\u{0667}-01-01T00:00:00Z", "２０２７-01-01T00:00:00Z", "2027-01-01T00:00:00\u{0305}Z",
            // Fractions.
            "2027-01-01T00:00:00.Z", "2027-01-01T00:00:00,5Z", "2027-01-01T00:00:00.0000000001Z", "2027-01-01T00:00:00.5.5Z",
            "2027-01-01T00:00:00.-1Z",
            // Zones.
            "2027-01-01T00:00:00+24:00", "2027-01-01T00:00:00+01:60", "2027-01-01T00:00:00+1:00", "2027-01-01T00:00:00+01",
            "2027-01-01T00:00:00+0100", "2027-01-01T00:00:00CET", "2027-01-01T00:00:00\u{2212}01:00",
            // Years that a Timestamp has not.
            "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
        ])
    func refused(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test("What is written is read back the same, over the whole range")
    func back() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<10_000 {
            let seconds = Int64.random(in: -62_135_596_800...253_402_300_799, using: &random)
            let nanos = Int32.random(in: 0...999_999_999, using: &random)
            for nanos in [nanos, nanos / 1000 * 1000, nanos / 1_000_000 * 1_000_000, 0] {
                let time = Timestamp(seconds: seconds, nanos: nanos)
                #expect(Timestamp(rfc3339: time.rfc3339) == time)
            }
        }
    }

    @Test(
        "A time is written with no more of the fraction than there is",
        arguments: [
            (Int32(0), "2026-03-01T09:00:00Z"), (500_000_000, "2026-03-01T09:00:00.500Z"), (1_000, "2026-03-01T09:00:00.000001Z"),
            (1, "2026-03-01T09:00:00.000000001Z"),
        ])
    func written(nanos: Int32, text: String) {
        let time = Timestamp(seconds: 1_772_355_600, nanos: nanos)
        #expect(time.rfc3339 == text)
        #expect(time.rfc3339(fractionDigits: 0) == "2026-03-01T09:00:00Z")
        #expect(time.rfc3339(fractionDigits: 6).utf8.count == 27)
    }
}
