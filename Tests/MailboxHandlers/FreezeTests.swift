import Contract
import MailboxHandlers
import Messages
import RPC
import Testing

/// One delegation stopped, without losing it (D2).
struct FreezeTests {
    let house: House

    init() async throws { house = try await House.built() }

    @Test("D2 D17 what is frozen does not count from the answer on, and counts again when it is not, as it was")
    func roundAbout() async throws {
        let granted = try #require(try await house.grant(20, acc(1), .open).delegation)
        for number in 1...20 {
            let frozen = try await house.freeze(20, acc(1))
            #expect(frozen.delegation?.frozen == true && !frozen.unchanged && !frozen.eventId.isEmpty)
            #expect(try await house.check(1, 20).reason == .grantFrozen)
            let back = try #require(try await house.unfreeze(20, acc(1)).delegation)
            #expect(try await house.check(1, 20).reason == .allowedGrant)
            #expect(!back.frozen && back.id == granted.id && back.rights == granted.rights)
            #expect(back.grantedBy == granted.grantedBy && back.revision == granted.revision + Int64(2 * number))
        }
    }

    @Test("D2 other delegations still count: of the same account through a group, and of others")
    func others() async throws {
        try await house.group(50, acc(1))
        try await house.grant(20, grp(50), .open)
        try await house.grant(20, acc(1), .open)
        try await house.grant(20, acc(2), .open)
        try await house.freeze(20, acc(1))
        #expect(try await house.check(1, 20).reason == .allowedGroupGrant)
        #expect(try await house.check(2, 20).reason == .allowedGrant)
        try await house.freeze(20, grp(50))
        #expect(try await house.check(1, 20).reason == .grantFrozen)
    }

    @Test("to freeze what is frozen changes nothing and says so, and to unfreeze what is not")
    func unchanged() async throws {
        try await house.grant(20, acc(1), .open)
        let never = try await house.unfreeze(20, acc(1))
        #expect(never.unchanged && never.eventId.isEmpty)
        let frozen = try await house.freeze(20, acc(1))
        let position = house.store.position
        let again = try await house.freeze(20, acc(1))
        #expect(again.unchanged && again.eventId.isEmpty && again.delegation == frozen.delegation)
        #expect(house.store.position == position)
    }

    @Test("D1 D2 granting what is there changes nothing, also when it is frozen; other terms leave it frozen")
    func granting() async throws {
        try await house.grant(20, acc(1), .open)
        let frozen = try #require(try await house.freeze(20, acc(1)).delegation)
        let again = try await house.grant(20, acc(1), .open)
        #expect(again.unchanged && again.delegation == frozen)
        let other = try await house.grant(20, acc(1), .open, .send)
        #expect(!other.unchanged && other.delegation?.frozen == true)
        #expect(try await house.check(1, 20, .send).reason == .grantFrozen)
        let updated = try await house.update(20, acc(1), "rights") { $0.delegation?.rights = [.send] }
        #expect(updated.delegation?.frozen == true && updated.delegation?.rights == [.send])
        try await house.unfreeze(20, acc(1))
        #expect(try await house.check(1, 20, .send).reason == .allowedGrant)
    }

    @Test("a delegation is named by its id, by mailbox and grantee, or by both where they agree")
    func selectors() async throws {
        let granted = try #require(try await house.grant(20, acc(1), .open).delegation)
        let named: [(inout FreezeDelegationRequest) -> Void] = [
            { $0 = FreezeDelegationRequest(delegationId: granted.id) }, { $0.delegationId = granted.id }, { _ in },
        ]
        for name in named {
            #expect(try await house.freeze(20, acc(1), by: 30, name).delegation?.frozen == true)
            try await house.unfreeze(20, acc(1))
        }
        for (change, field) in [
            ({ $0.mailboxId = mbx(30) }, "mailbox_id"), ({ $0.granteeId = acc(2) }, "grantee_id"),
        ] as [((inout FreezeDelegationRequest) -> Void, String)] {
            let status = await failure { () throws(Status) in
                try await house.freeze(20, acc(1)) { request in
                    request.delegationId = granted.id
                    change(&request)
                }
            }
            #expect(status?.reason == .selectorsDisagree && status?.metadata["field"] == field)
        }
        for empty in [FreezeDelegationRequest(), FreezeDelegationRequest(mailboxId: mbx(20))] {
            let status = await failure { () throws(Status) in
                try await house.call(DelegationServiceMethods.freezeDelegation, empty, as: acc(30))
            }
            #expect(status?.reason == .missingField)
        }
        let nothing = await failure { () throws(Status) in try await house.unfreeze(20, acc(3)) }
        #expect(nothing?.reason == .notFound)
    }

    @Test("D17 to freeze needs no fresh view, as to revoke; to unfreeze does")
    func stale() async throws {
        try await house.grant(20, acc(1), .open)
        house.world.withLock { $0.freshness = .stale(for: .seconds(9)) }
        try await house.freeze(20, acc(1))
        #expect(await failure { () throws(Status) in try await house.unfreeze(20, acc(1)) }?.reason == .stale)
        house.world.withLock { $0.freshness = .fresh }
        #expect(try await house.check(1, 20).reason == .grantFrozen)
    }

    @Test("D26 E2 what is only tried out changes nothing; a request id gives the answer again; events have before and after")
    func events() async throws {
        try await house.grant(20, acc(1), .open)
        #expect(try await house.freeze(20, acc(1)) { $0.validateOnly = true }.delegation?.frozen == true)
        #expect(try await house.check(1, 20).allowed)
        let frozen = try await house.freeze(20, acc(1)) { ($0.requestId, $0.justification) = ("r", "on leave") }
        try await house.unfreeze(20, acc(1)) { $0.requestId = "s" }
        let again = try await house.freeze(20, acc(1)) { ($0.requestId, $0.justification) = ("r", "on leave") }
        #expect(again.delegation == frozen.delegation && again.eventId == frozen.eventId)
        #expect(try await house.check(1, 20).allowed, "a repetition does nothing")
        let events = try await house.events()
        #expect(events.map(\.action) == ["delegation.granted", "delegation.frozen", "delegation.unfrozen"])
        #expect(events[1].changes.contains(EventChange(path: "frozen", before: "", after: "true")))
        #expect(events[2].changes.contains(EventChange(path: "frozen", before: "true", after: "")))
        #expect(events[1].target?.mailboxId == mbx(20) && events[1].target?.subjectId == acc(1))
        #expect(try await house.told()[1]["justification"] == "on leave")
    }

    @Test("D19 what is frozen ends when it was said to")
    func times() async throws {
        let end = Timestamp(microsecondsSince1970: house.now + 1_000_000)
        try await house.grant(20, acc(1), .open) { $0.expireTime = end }
        try await house.freeze(20, acc(1))
        house.advance(2_000_000)
        #expect(try await house.passTime().done == 1)
        #expect(try await house.events().last?.action == "delegation.expired")
        try await house.unfreeze(20, acc(1))
        #expect(try await house.check(1, 20).reason == .grantExpired)
    }

    @Test("who lists sees what is frozen; flattened it is not there, for it lets nobody do anything")
    func listed() async throws {
        try await house.grant(20, acc(1), .open)
        try await house.grant(20, acc(2), .open)
        try await house.freeze(20, acc(1))
        #expect(try await house.delegates(20).map { $0.delegation?.frozen } == [true, false])
        #expect(try await house.delegates(20, flatten: true).map(\.accountId) == [acc(2)])
    }
}
