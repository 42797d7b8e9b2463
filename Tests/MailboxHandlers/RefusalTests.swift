import Contract
import Messages
import RPC
import Testing

@testable import Outbox

/// Denials: all on record, and never more of them than the log can hold.
struct RefusalTests {
    @Test("E2 a flood of denials is ten events a minute and a count, and keeps nobody from revoking")
    func flood() async throws {
        let house = try await House.built(outboxEventsMax: 100)
        try await house.grant(20, acc(1), .open)
        for _ in 0..<300 {
            let status = await failure { () throws(Status) in try await house.grant(20, acc(2), .open, by: 32) }
            #expect(status?.reason == .roleLacksScope)
            house.advance(2_000_000)
        }
        #expect(house.store.outboxLength == 20, "the share of refusals")
        try await house.revoke(20, acc(1))
        #expect(try await house.check(1, 20).reason == .noGrant)

        try await house.refusals.writeCounts(all: true)
        let events = try await house.events().filter { $0.outcome == .denied }
        #expect(events.filter { $0.count == 0 }.count == 19)
        let count = try #require(events.last)
        #expect(count.count == 300 - 19 && count.action == "delegation.granted" && count.actor?.id == acc(32))
    }

    @Test("with a full disk who is denied still hears that, and it is counted until there is room")
    func fullDisk() async throws {
        let house = try await House.built(pagesMax: 150)
        var number: Int64 = 0
        func change() async -> Status? {
            number += 1
            let end = Timestamp(microsecondsSince1970: house.now + 1_000_000 * number)
            return await failure { () throws(Status) in try await house.grant(20, acc(2), .open) { $0.expireTime = end } }
        }
        while await change() == nil {}
        let long = String(repeating: "x", count: 500)
        for _ in 0..<8 {
            let status = await failure { () throws(Status) in
                try await house.grant(20, acc(3), .open, by: 32) { $0.justification = long }
            }
            #expect(status?.reason == .roleLacksScope)
        }
        let statistics = house.refusals.statistics
        #expect(statistics.waiting > 0 && statistics.writtenAlone + statistics.waiting == 8)
    }
}
