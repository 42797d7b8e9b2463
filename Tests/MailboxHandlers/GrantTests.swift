import Contract
import MailboxDomain
import MailboxHandlers
import MailboxStorage
import Messages
import RPC
import SQL
import Testing

struct GrantTests {
    let house: House

    init() async throws { house = try await House.built() }

    @Test("D17 after Revoke returned the next decision denies, and after Grant it allows")
    func roundAbout() async throws {
        for _ in 0..<50 {
            try await house.grant(20, acc(1), .open)
            #expect(try await house.check(1, 20).reason == .allowedGrant)
            try await house.revoke(20, acc(1))
            #expect(try await house.check(1, 20).reason == .noGrant)
        }
    }

    @Test("D1 D3 granting what is there changes nothing and says so; other terms replace it")
    func unchanged() async throws {
        let first = try await house.grant(20, acc(1), .send, .open, .send)
        #expect(!first.unchanged && first.delegation?.rights == [.open, .send] && !first.eventId.isEmpty)
        #expect(first.delegation?.grantedBy == acc(30) && first.delegation?.organizationId == org(1))
        let position = house.store.position
        let again = try await house.grant(20, acc(1), .open, .send)
        #expect(again.unchanged && again.delegation == first.delegation && again.eventId.isEmpty)
        #expect(house.store.position == position)
        let other = try await house.grant(20, acc(1), .setUp)
        #expect(!other.unchanged && other.delegation?.id == first.delegation?.id)
        #expect((other.delegation?.revision ?? 0) > (first.delegation?.revision ?? 0))
        #expect(try await house.check(1, 20).reason == .rightMissing)
        #expect(try await house.check(1, 20, .setUp).reason == .allowedGrant)
    }

    @Test("D1 D6 D19 what is there is there, also when the grantee is suspended or deleted since, or the grant has ended")
    func unchangedBeforeTheRules() async throws {
        let end = Timestamp(microsecondsSince1970: house.now + 1_000_000)
        for (grantee, state) in [(1, Messages.AccountState.suspended), (2, .deleted), (3, .active)] {
            let first = try await house.grant(20, acc(grantee), .open) { $0.expireTime = end }
            try await house.person(grantee, .user, state)
            house.advance(2_000_000)
            let again = try await house.grant(20, acc(grantee), .open) { $0.expireTime = end }
            #expect(again.unchanged && again.delegation == first.delegation)
            // Other terms are judged.
            let other = await failure { () throws(Status) in
                try await house.grant(20, acc(grantee), .send) { $0.expireTime = end }
            }
            #expect(other?.reason == .invalidField)
            house.advance(-2_000_000)
        }
    }

    @Test("D6 B2 D3 D19 what is refused, each with its reason, and nothing is written")
    func refusals() async throws {
        try await house.person(40, .user, .invited)
        try await house.person(41, .user, .suspended)
        try await house.person(42, .user, .deleted)
        try await house.group(150, in: 2)
        let table: [(String, String, Code, ErrorReason, String?)] = [
            (mbx(20), acc(40), .failedPrecondition, .wrongState, nil),
            (mbx(20), acc(41), .failedPrecondition, .wrongState, nil),
            (mbx(20), acc(42), .failedPrecondition, .wrongState, nil),
            (mbx(1), acc(1), .failedPrecondition, .selfGrant, nil),
            (mbx(1), acc(20), .failedPrecondition, .wrongType, nil),
            (mbx(20), acc(101), .invalidArgument, .crossOrganization, nil),
            (mbx(20), grp(150), .invalidArgument, .crossOrganization, nil),
            (mbx(20), acc(999), .notFound, .notFound, nil),
            (mbx(20), grp(999), .notFound, .notFound, nil),
            (mbx(999), acc(1), .notFound, .notFound, nil),
            (mbx(120), acc(1), .notFound, .notFound, nil),
            (mbx(42), acc(1), .notFound, .notFound, nil),
            ("", acc(1), .invalidArgument, .missingField, "mailbox_id"),
            ("mbx_x", acc(1), .invalidArgument, .invalidField, "mailbox_id"),
            (mbx(20), "", .invalidArgument, .missingField, "grantee_id"),
            (mbx(20), mbx(1), .invalidArgument, .invalidField, "grantee_id"),
        ]
        for (mailbox, grantee, code, reason, field) in table {
            let status = await failure { () throws(Status) in
                try await house.call(
                    DelegationServiceMethods.grantDelegation,
                    GrantDelegationRequest(mailboxId: mailbox, granteeId: grantee, rights: [.open]), as: acc(30))
            }
            #expect(status?.code == code && status?.reason == reason, "\(mailbox) \(grantee)")
            if let field { #expect(status?.metadata["field"] == field) }
        }
        let now = house.now
        let changes: [((inout GrantDelegationRequest) -> Void, ErrorReason, String)] = [
            ({ $0.rights = [.open, .unspecified] }, .invalidField, "rights[1]"),
            ({ $0.rights = [.unrecognized(9)] }, .invalidField, "rights[0]"),
            ({ $0.expireTime = Timestamp(microsecondsSince1970: now) }, .invalidField, "expire_time"),
            ({ $0.startTime = Timestamp(seconds: 0, nanos: -1) }, .invalidField, "start_time"),
            (
                {
                    $0.startTime = Timestamp(microsecondsSince1970: now + 5)
                    $0.expireTime = Timestamp(microsecondsSince1970: now + 5)
                }, .invalidField, "expire_time"
            ),
            ({ $0.justification = String(repeating: "x", count: 1001) }, .tooLong, "justification"),
            ({ $0.requestId = String(repeating: "x", count: 101) }, .tooLong, "request_id"),
        ]
        for (change, reason, field) in changes {
            let status = await failure { () throws(Status) in try await house.grant(20, acc(1), .open, by: 30, change) }
            #expect(status?.reason == reason && status?.metadata["field"] == field)
        }
        // Of what is refused there are events, and nothing else.
        for mailbox in [1, 2, 20, 120].map({ MailboxID(bits: $0) }) {
            #expect(try await house.store.read { try $0.delegations(of: mailbox, after: "", limit: 9) }.isEmpty)
        }
    }

    @Test("validate_only checks everything and changes nothing")
    func validateOnly() async throws {
        let position = house.store.position
        let rehearsed = try await house.grant(20, acc(1), .open) { $0.validateOnly = true }
        #expect(rehearsed.delegation?.rights == [.open] && rehearsed.consistencyToken.isEmpty)
        #expect(rehearsed.eventId.isEmpty, "no event will be found in any log")
        #expect(try await house.check(1, 20).reason == .noGrant)
        #expect(house.store.position == position)
        try await house.grant(20, acc(1), .open)
        #expect(try await house.revoke(20, acc(1)) { $0.validateOnly = true }.eventId.isEmpty)
        #expect(try await house.check(1, 20).reason == .allowedGrant)
    }

    @Test("E2 what is denied is an event, also when it was only tried out")
    func deniedRehearsal() async throws {
        // The one is denied inside the write, the other before it.
        for (mailbox, admin) in [(30, 31), (20, 32)] {
            let status = await failure { () throws(Status) in
                try await house.grant(mailbox, acc(1), .open, by: admin) { $0.validateOnly = true }
            }
            #expect(status?.code == .permissionDenied)
        }
        let denied = try await house.events()
        #expect(denied.map { $0.decision?.reason } == ["FULL_ADMIN_ONLY", "ROLE_LACKS_SCOPE"])
        #expect(denied.allSatisfy { $0.outcome == .denied && $0.flags == [.validateOnly] })
    }

    @Test("a request id gives the same answer again, and refuses other bytes")
    func requestIDs() async throws {
        let first = try await house.grant(20, acc(1), .open) { $0.requestId = "r" }
        #expect(try await house.grant(20, acc(1), .open) { $0.requestId = "r" } == first)
        let other = await failure { () throws(Status) in
            try await house.grant(20, acc(1), .send, by: 30) { $0.requestId = "r" }
        }
        #expect(other?.code == .alreadyExists && other?.reason == .requestIdReused)
        let revoked = try await house.revoke(20, acc(1)) { $0.requestId = "s" }
        #expect(try await house.revoke(20, acc(1)) { $0.requestId = "s" } == revoked)
        #expect(await failure { () throws(Status) in try await house.revoke(20, acc(1)) }?.reason == .notFound)
    }

    @Test("D17 every mutation waits for the followers, also a no-op and a repetition")
    func waiting() async throws {
        try await house.grant(20, acc(1), .open) { $0.requestId = "r" }
        try await house.grant(20, acc(1), .open)
        try await house.grant(20, acc(1), .open) { $0.requestId = "r" }
        try await house.revoke(20, acc(1))
        #expect(house.world.withLock { $0.waited } == [1, 1, 1, 2])
    }

    @Test("revoking by delegation, by mailbox and grantee, and what is not there")
    func revoking() async throws {
        let granted = try #require(try await house.grant(20, acc(1), .open).delegation)
        let request = RevokeDelegationRequest(delegationId: granted.id)
        let revoked: RevokeDelegationResponse = try await house.call(
            DelegationServiceMethods.revokeDelegation, request, as: acc(30))
        #expect(revoked.delegation == granted)
        for broken in [request, RevokeDelegationRequest(mailboxId: mbx(20), granteeId: acc(1))] {
            let status = await failure { () throws(Status) in
                try await house.call(DelegationServiceMethods.revokeDelegation, broken, as: acc(30))
            }
            #expect(status?.code == .notFound)
        }
        let empty = await failure { () throws(Status) in
            try await house.call(DelegationServiceMethods.revokeDelegation, RevokeDelegationRequest(), as: acc(30))
        }
        #expect(empty?.reason == .missingField)
    }

    @Test("a delegation and a pair that do not agree revoke nothing, and the answer names both fields")
    func selectors() async throws {
        let granted = try #require(try await house.grant(20, acc(1), .open).delegation)
        try await house.grant(20, acc(2), .open)
        for (field, mailbox, grantee) in [
            ("mailbox_id", mbx(30), ""), ("grantee_id", "", acc(2)), ("grantee_id", mbx(20), acc(2)),
            ("mailbox_id", mbx(30), acc(2)),
        ] {
            let request = RevokeDelegationRequest(delegationId: granted.id, mailboxId: mailbox, granteeId: grantee)
            let status = await failure { () throws(Status) in
                try await house.call(DelegationServiceMethods.revokeDelegation, request, as: acc(30))
            }
            #expect(status?.code == .invalidArgument && status?.reason == .selectorsDisagree)
            #expect(status?.metadata["field"] == field && status?.metadata["other"] == "delegation_id")
            // D28: to another organization nothing is there that the names could disagree about.
            let outside = await failure { () throws(Status) in
                try await house.call(DelegationServiceMethods.revokeDelegation, request, as: acc(130))
            }
            #expect(outside?.code == .notFound)
        }
        #expect(try await house.check(1, 20).allowed)
        #expect(try await house.check(2, 20).allowed)
        let agreed: RevokeDelegationResponse = try await house.call(
            DelegationServiceMethods.revokeDelegation,
            RevokeDelegationRequest(delegationId: granted.id, mailboxId: mbx(20), granteeId: acc(1)), as: acc(30))
        #expect(agreed.delegation == granted)
    }

    @Test("D17 a revocation needs no fresh view, a grant does")
    func staleRevoke() async throws {
        try await house.grant(20, acc(1), .open)
        house.world.withLock { $0.freshness = .stale(for: .seconds(9)) }
        #expect(await failure { () throws(Status) in try await house.grant(20, acc(2), .open) }?.reason == .stale)
        try await house.revoke(20, acc(1))
        house.world.withLock { $0.freshness = .fresh }
        #expect(try await house.check(1, 20).reason == .noGrant)
    }

    @Test("D5 D28 who may not, may not, and learns nothing; denied attempts are events")
    func authorization() async throws {
        try await house.grant(20, acc(1), .open)
        for (admin, mailbox) in [(1, 20), (1, 120), (1, 999), (32, 20)] {
            let status = await failure { () throws(Status) in try await house.grant(mailbox, acc(2), .open, by: admin) }
            #expect(status?.code == .permissionDenied && status?.reason == .roleLacksScope)
            #expect(status?.metadata["needed"] == "edit")
        }
        let denied = try await house.events().filter { $0.outcome == .denied }
        #expect(denied.count == 4)
        // A mailbox of another organization was named, and its log got nothing.
        #expect(denied.allSatisfy { $0.organizationId == org(1) })
        #expect(denied.first?.actor?.id == acc(1) && denied.first?.organizationId == org(1))
        #expect(denied.first?.action == "delegation.granted" && denied.first?.target?.mailboxId == mbx(20))
        let elsewhere = await failure { () throws(Status) in try await house.grant(20, acc(2), .open, by: 130) }
        let nowhere = await failure { () throws(Status) in try await house.grant(999, acc(2), .open, by: 130) }
        #expect(elsewhere == nowhere && elsewhere?.code == .notFound)
        let revoked = await failure { () throws(Status) in try await house.revoke(20, acc(1), by: 130) }
        #expect(revoked == nowhere)
    }

    @Test("C6 an administrator's own mailbox is shared by that administrator or a Full admin")
    func guarded() async throws {
        let status = await failure { () throws(Status) in try await house.grant(30, acc(1), .open, by: 31) }
        #expect(status?.code == .permissionDenied && status?.reason == .fullAdminOnly)
        #expect(try await house.events().last?.outcome == .denied)
        try await house.grant(31, acc(1), .open, by: 31)
        try await house.grant(30, acc(1), .open, by: 30)
        #expect(await failure { () throws(Status) in try await house.revoke(30, acc(1), by: 31) }?.reason == .fullAdminOnly)
        // Without a valid view nobody but the owner and a Full admin is let past the guard.
        house.world.withLock { $0.freshness = .loading }
        #expect(await failure { () throws(Status) in try await house.revoke(30, acc(1), by: 31) }?.reason == .loading)
        try await house.revoke(31, acc(1), by: 30)
        house.world.withLock { $0.freshness = .fresh }
    }

    @Test("E2 D20 events have before and after, the reason given, and flag what somebody granted to themselves")
    func events() async throws {
        let end = house.now + 3_600_000_000
        let granted = try await house.grant(20, acc(1), .open, .setUp) {
            $0.justification = "reception"
            $0.expireTime = Timestamp(microsecondsSince1970: end)
        }
        try await house.grant(20, acc(1), .send)
        let revoked = try await house.revoke(20, acc(1))
        try await house.group(50, acc(30))
        try await house.grant(20, acc(30), .open)
        try await house.grant(2, grp(50), .open)
        let events = try await house.events()
        #expect(
            events.map(\.action) == [
                "delegation.granted", "delegation.changed", "delegation.revoked", "delegation.granted", "delegation.granted",
            ])
        #expect(events.map { $0.flags == [.selfGrant] } == [false, false, false, true, true])
        #expect(events[0].id == granted.eventId && events[2].id == revoked.eventId)
        #expect(try await house.told()[0]["justification"] == "reception")
        #expect(events[0].organizationId == org(1))
        #expect(events[0].target?.mailboxId == mbx(20) && events[0].target?.subjectId == acc(1))
        #expect(events[0].target?.id == granted.delegation?.id)
        #expect(events[0].changes.contains(EventChange(path: "rights", before: "", after: "open, set_up")))
        #expect(
            events[0].changes.contains(
                EventChange(path: "expire_time", before: "", after: "2023-11-14T23:13:20.000000Z")))
        #expect(events[1].changes.contains(EventChange(path: "rights", before: "open, set_up", after: "send")))
        #expect(events[2].changes.contains(EventChange(path: "rights", before: "send", after: "")))
    }
}
