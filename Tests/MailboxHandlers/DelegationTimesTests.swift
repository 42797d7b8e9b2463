import Contract
import MailboxHandlers
import Messages
import RPC
import Testing

@testable import Due

/// D19: a delegation's begin and end are events, once.
struct DelegationTimesTests {
    let house: House

    init() async throws { house = try await House.built() }

    private static let second: Int64 = 1_000_000
    private static let hour: Int64 = 3600 * second

    private func time(hours: Int64) -> Timestamp { Timestamp(microsecondsSince1970: house.now + hours * Self.hour) }

    @discardableResult
    private func grant(from start: Int64? = nil, to end: Int64? = nil) async throws -> Delegation {
        let granted = try await house.grant(20, acc(1), .open) {
            $0.startTime = start.map(time)
            $0.expireTime = end.map(time)
        }
        return granted.delegation ?? Delegation()
    }

    /// The actions of events so far.
    private func told() async throws -> [String] { try await house.events().map(\.action) }

    @Test("D19 begin and end are an event each, as SYSTEM on behalf of who granted, and the row stays")
    func both() async throws {
        let delegation = try await grant(from: 1, to: 2)
        house.advance(3 * Self.hour)
        #expect(try await house.passTime().done == 2)
        #expect(try await house.passTime().done == 0)
        let events = try await house.events()
        #expect(events.map(\.action) == ["delegation.granted", "delegation.started", "delegation.expired"])
        for event in events.dropFirst() {
            #expect(event.organizationId == org(1))
            #expect(event.target?.id == delegation.id)
            #expect(event.target?.mailboxId == mbx(20))
            #expect(event.target?.subjectId == acc(1))
            #expect(event.outcome == .succeeded)
            #expect(event.changes == [])
            #expect(event.actor?.kind == .system)
            #expect(event.onBehalfOf.map(\.accountId) == [acc(30)])
        }
        let listed = try await house.call(
            DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mbx(20)), as: acc(30))
        #expect(listed.delegates.map(\.delegation?.id) == [delegation.id])
    }

    @Test("D19 a begin in the past begins with the grant, and no time is no entry")
    func none() async throws {
        try await grant()
        #expect(house.schedule.statistics.waiting == 0)
        try await grant(from: -1)
        #expect(try await house.passTime().done == 0)
        #expect(try await told() == ["delegation.granted", "delegation.changed"])
    }

    @Test("D19 an end that was moved is told at its new time only")
    func moved() async throws {
        try await grant(to: 2)
        try await grant(to: 10)
        house.advance(3 * Self.hour)
        #expect(try await house.passTime().done == 0)
        house.advance(8 * Self.hour)
        try await house.passTime()
        #expect(try await told().suffix(1) == ["delegation.expired"])
        #expect(try await told().count { $0 == "delegation.expired" } == 1)
    }

    @Test("D19 one that has ended and is given another end ends a second time; without an end it does not")
    func again() async throws {
        try await grant(to: 1)
        house.advance(2 * Self.hour)
        try await house.passTime()
        try await grant(to: 1)
        house.advance(2 * Self.hour)
        try await house.passTime()
        #expect(try await told().count { $0 == "delegation.expired" } == 2)
        try await grant(to: 1)
        try await grant()
        house.advance(2 * Self.hour)
        #expect(try await house.passTime().done == 0)
    }

    @Test("D19 what was revoked neither begins nor ends")
    func revoked() async throws {
        try await grant(from: 1, to: 2)
        try await house.revoke(20, acc(1))
        #expect(house.schedule.statistics.waiting == 0)
        house.advance(3 * Self.hour)
        #expect(try await house.passTime().done == 0)
        #expect(try await told() == ["delegation.granted", "delegation.revoked"])
    }

    @Test("an entry whose delegation is gone, or ends at another time, does nothing and says nothing")
    func causeGone() async throws {
        let delegation = try await grant(to: 5)
        let entries = [
            DueEntry(.delegationExpire, "dlg_gone", organization: org(1), at: house.now),
            DueEntry(.delegationStart, delegation.id, organization: org(1), at: house.now),
            DueEntry(.delegationExpire, delegation.id, organization: org(1), at: house.now),
        ]
        _ = try await house.store.write { [schedule = house.schedule] tx in for entry in entries { try schedule.put(entry, tx) } }
        let batch = try await house.passTime()
        #expect(batch.done == 3)
        #expect(batch.failures == 0)
        #expect(try await told() == ["delegation.granted"])
    }

    @Test("D19 while a jump of the clock waits to be accepted nothing is told to have ended")
    func jump() async throws {
        try await grant(to: 1)
        house.advance(2 * Self.hour)
        house.world.withLock { $0.pendingJump = 5 * Self.hour }
        #expect(try await house.passTime().done == 0)
        house.world.withLock { $0.pendingJump = 0 }
        #expect(try await house.passTime().done == 1)
    }

    @Test("a full outbox keeps the entry, however often it is tried: it is told within a second when there is room")
    func outboxFull() async throws {
        let house = try await House.built(outboxEventsMax: 100)
        try await house.grant(20, acc(1), .open) {
            $0.expireTime = Timestamp(microsecondsSince1970: house.now + Self.hour)
        }
        _ = try await house.store.write { tx in
            for _ in 0..<99 { try tx.event([0], .withdrawal) }
        }
        house.advance(2 * Self.hour)
        for _ in 0..<20 {
            #expect(try await house.passTime().failures == 1)
            house.advance(Self.second)
        }
        try await house.store.outboxAcknowledge(upTo: 100)
        #expect(house.schedule.statistics.failing == 0)
        #expect(try await house.passTime().done == 1)
        #expect(try await house.events().map(\.action) == ["delegation.expired"])
    }

    @Test("where only what takes access away has room, an end does not wait for its begin")
    func roomForEnds() async throws {
        let house = try await House.built(outboxEventsMax: 100)
        try await house.grant(20, acc(1), .open) {
            $0.startTime = Timestamp(microsecondsSince1970: house.now + Self.hour)
            $0.expireTime = Timestamp(microsecondsSince1970: house.now + 2 * Self.hour)
        }
        _ = try await house.store.write { tx in
            for _ in 0..<89 { try tx.event([0], .change) }
        }
        house.advance(3 * Self.hour)
        let passed = try await house.passTime()
        #expect(passed.done == 1 && passed.failures == 1)
        try await house.store.outboxAcknowledge(upTo: 90)
        #expect(try await house.events().map(\.action) == ["delegation.expired"])
        house.advance(Self.second)
        #expect(try await house.passTime().done == 1)
        #expect(try await house.events().map(\.action) == ["delegation.expired", "delegation.started"])
    }
}
