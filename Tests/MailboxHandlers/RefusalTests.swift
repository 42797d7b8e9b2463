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
}
