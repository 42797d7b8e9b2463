import Messages
import Testing

@Suite struct TimeTests {
    @Test(
        "microseconds since 1970",
        arguments: [
            (Int64(0), Int64(0), Int32(0)),
            (1, 0, 1_000),
            (-1, -1, 999_999_000),
            (-1_000_000, -1, 0),
            (1_700_000_000_123_456, 1_700_000_000, 123_456_000),
            (253_402_300_799_999_999, 253_402_300_799, 999_999_000),
            (-62_135_596_800_000_000, -62_135_596_800, 0),
        ])
    func timestamp(_ microseconds: Int64, _ seconds: Int64, _ nanos: Int32) {
        let timestamp = Timestamp(microsecondsSince1970: microseconds)
        #expect(timestamp == Timestamp(seconds: seconds, nanos: nanos))
        #expect(timestamp.microsecondsSince1970 == microseconds)
    }

    @Test(
        "a begin is rounded up, and never past the last year",
        arguments: [
            (Int64(0), Int32(0), Int64(0)), (0, 1, 1), (0, 1_000, 1), (0, 999_999_001, 1_000_000), (-1, 999_999_999, 0),
            (253_402_300_799, 999_999_000, 253_402_300_799_999_999), (253_402_300_799, 999_999_001, nil), (0, -1, nil),
        ] as [(Int64, Int32, Int64?)])
    func roundedUp(_ seconds: Int64, _ nanos: Int32, _ microseconds: Int64?) {
        #expect(Timestamp(seconds: seconds, nanos: nanos).microsecondsSince1970RoundedUp == microseconds)
    }

    @Test(
        "times that are none",
        arguments: [
            (Int64(253_402_300_800), Int32(0)), (-62_135_596_801, 0), (.max, 0), (.min, 0),
            (0, -1), (0, 1_000_000_000), (0, .max),
        ])
    func notATime(_ seconds: Int64, _ nanos: Int32) {
        #expect(Timestamp(seconds: seconds, nanos: nanos).microsecondsSince1970 == nil)
    }

    @Test("any Int64 can be written, and is judged when read")
    func anyMicroseconds() {
        for microseconds in [Int64.min, .max] {
            #expect(Timestamp(microsecondsSince1970: microseconds).microsecondsSince1970 == nil)
        }
    }

    @Test(
        "nanoseconds",
        arguments: [
            (Int64(0), Int64(0), Int32(0)), (1, 0, 1), (-1, 0, -1), (1_500_000_000, 1, 500_000_000),
            (-1_500_000_000, -1, -500_000_000), (.max, 9_223_372_036, 854_775_807),
            (.min, -9_223_372_036, -854_775_808),
        ])
    func duration(_ nanoseconds: Int64, _ seconds: Int64, _ nanos: Int32) {
        let duration = WireDuration(nanoseconds: nanoseconds)
        #expect(duration == WireDuration(seconds: seconds, nanos: nanos))
        #expect(duration.nanoseconds == nanoseconds)
        #expect(duration.duration == .nanoseconds(nanoseconds))
        #expect(WireDuration(.nanoseconds(nanoseconds)) == duration)
    }

    @Test(
        "a duration as protobuf's JSON has it",
        arguments: [
            (Int64(604_800), Int32(0), "604800s"), (0, 0, "0s"), (1, 500_000_000, "1.500s"), (0, -1, "-0.000000001s"),
            (-2, -1000, "-2.000001s"), (.min, 0, "-9223372036854775808s"), (0, .min, "-0.2147483648s"),
        ])
    func durationInJSON(_ seconds: Int64, _ nanos: Int32, _ text: String) {
        #expect(WireDuration(seconds: seconds, nanos: nanos).jsonText == text)
    }

    @Test(
        "durations that are none",
        arguments: [
            (Int64(1), Int32(-1)), (-1, 1), (0, 1_000_000_000), (0, -1_000_000_000),
            (9_223_372_037, 0), (.max, 0), (.min, 0), (0, .min),
        ])
    func notADuration(_ seconds: Int64, _ nanos: Int32) {
        #expect(WireDuration(seconds: seconds, nanos: nanos).nanoseconds == nil)
    }
}
