import Contract
import MailboxHandlers
import Messages
import RPC
import Testing

/// D19: what is not exact is never made more than was said.
struct GrantTimesTests {
    let house: House

    init() async throws { house = try await House.built() }

    @Test("D19 an end is never later than written, and a begin never earlier")
    func rounding() async throws {
        let second = house.now / 1_000_000 + 3600
        let granted = try await house.grant(20, acc(1), .open) {
            $0.startTime = Timestamp(seconds: second, nanos: 1)
            $0.expireTime = Timestamp(seconds: second + 60, nanos: 999_999_999)
        }
        #expect(granted.delegation?.startTime == Timestamp(seconds: second, nanos: 1_000))
        #expect(granted.delegation?.expireTime == Timestamp(seconds: second + 60, nanos: 999_999_000))
    }

    @Test("D19 a window that holds no microsecond ends before it begins")
    func nothingLeft() async throws {
        let second = house.now / 1_000_000 + 3600
        let refused = await failure { () throws(Status) in
            try await house.grant(20, acc(1), .open) {
                $0.startTime = Timestamp(seconds: second, nanos: 1)
                $0.expireTime = Timestamp(seconds: second, nanos: 999)
            }
        }
        #expect(refused?.code == .invalidArgument)
    }

    static let broken: [(Int64, Int32)] = [
        (1_900_000_000, -1), (1_900_000_000, 1_000_000_000), (1_900_000_000, .max), (253_402_300_800, 0), (.max, 0), (.min, 0),
        (-62_135_596_801, 0),
    ]

    @Test("D19 what is no time is refused by its field, and nothing is written", arguments: broken)
    func refused(seconds: Int64, nanos: Int32) async throws {
        let position = house.store.position
        let time = Timestamp(seconds: seconds, nanos: nanos)
        let begin = await failure { () throws(Status) in try await house.grant(20, acc(1), .open) { $0.startTime = time } }
        let end = await failure { () throws(Status) in try await house.grant(20, acc(1), .open) { $0.expireTime = time } }
        #expect(begin?.reason == .invalidField && begin?.metadata["field"] == "start_time")
        #expect(end?.reason == .invalidField && end?.metadata["field"] == "expire_time")
        #expect(house.store.position == position)
    }

    @Test("D19 a begin in the last microsecond has no time above it, and is not taken for none")
    func last() async throws {
        let refused = await failure { () throws(Status) in
            try await house.grant(20, acc(1), .open) { $0.startTime = Timestamp(seconds: 253_402_300_799, nanos: 999_999_999) }
        }
        #expect(refused?.metadata["field"] == "start_time")
    }
}
