import Contract
import Messages
import RPC
import Testing

@testable import MailboxHandlers

/// Who leaves: suspended by identity, then what the account has goes, slice after slice.
@Suite("Offboarding")
struct OffboardingTests {
    private let house: House

    init() async throws { house = try await House.built() }

    @Test("D17 identity is asked first, on behalf of whoever calls; what was granted goes, each with its event")
    func revokes() async throws {
        for mailbox in [2, 3, 20] { try await house.grant(mailbox, acc(1), .open) }
        let begun = try await house.offboard(1) { $0.justification = "leaves" }
        #expect(house.claims.suspended.map(\.accountId) == [acc(1)])
        #expect(house.claims.suspended.first?.justification == "leaves" && house.claims.suspended.first?.reason == .left)
        #expect(begun.state == .running)
        try await house.carryOut(begun)
        let done = try await house.offboarding(begun.id)
        #expect(done.state == .done && done.endTime != nil)
        #expect((done.delegationsRevoked, done.delegationsMoved) == (3, 0))
        // Active again, the account has nothing.
        try await house.person(1)
        #expect(try await house.check(1, 20).reason == .noGrant)
        let events = try await house.events()
        let removed = events.filter { $0.action == "delegation.removed" }
        #expect(removed.count == 3 && removed.allSatisfy { $0.onBehalfOf.map(\.accountId) == [acc(30)] })
        #expect(events.filter { $0.action == "offboarding.completed" }.count == 1)
    }

    @Test("what is moved keeps its terms; what the successor has stays, and what it may not have is refused")
    func moves() async throws {
        try await house.grant(20, acc(1), .open, .setUp)
        try await house.grant(3, acc(1), .open)
        try await house.grant(3, acc(2), .send)
        try await house.grant(2, acc(1), .open)
        try await house.grant(4, acc(1), .open)
        try await house.freeze(4, acc(1))
        let begun = try await house.offboard(1) { $0.delegationsToId = acc(2) }
        try await house.carryOut(begun)
        let done = try await house.offboarding(begun.id)
        #expect((done.delegationsMoved, done.delegationsRevoked, done.delegationsRefused) == (2, 1, 1))
        #expect(try await house.check(2, 20, .setUp).allowed)
        #expect(try await house.check(2, 3).reason == .rightMissing)
        #expect(try await house.check(2, 4).reason == .grantFrozen)
    }

    @Test("D8 a registered mailbox goes to its successor, by identity and here; without one nothing begins")
    func mailboxes() async throws {
        try await house.decideNothing()
        let shop = try await house.register("shop@a.example", for: 1)
        let refused = await failure { () throws(Status) in try await house.offboard(1) }
        #expect(refused?.reason == .successorMissing && house.claims.suspended.isEmpty)
        let begun = try await house.offboard(1) { $0.mailboxesToId = acc(2) }
        try await house.carryOut(begun)
        #expect(try await house.offboarding(begun.id).mailboxesTransferred == 1)
        #expect(house.claims.taken.map(\.ownerId) == [acc(2)])
        #expect(try await house.reason(2, .mailboxId(shop.id)) == .allowedOwner)
    }

    @Test("a slice that was cut off goes on where it was, and another look at what is done does nothing")
    func resumes() async throws {
        for number in 200..<330 {
            try await house.person(number, .functional)
            try await house.grant(number, acc(1), .open)
        }
        let begun = try await house.offboard(1) { $0.delegationsToId = acc(2) }
        house.world.withLock { $0.freshness = .stale(for: .seconds(5)) }
        let status = await failure { () throws(Status) in
            do { try await house.carryOut(begun) } catch { throw Status(error) ?? Status.stale }
        }
        #expect(status?.reason == .stale)
        #expect(try await house.store.read { try $0.offboarding(begun.id) }?.delegationsMoved == 0)
        house.world.withLock { $0.freshness = .fresh }
        for _ in 0..<2 { try await house.carryOut(begun) }
        #expect(try await house.offboarding(begun.id).delegationsMoved == 130)
        #expect(try await house.check(2, 329).allowed)
        #expect(try await house.events().filter { $0.action == "offboarding.completed" }.count == 1)
    }

    @Test("one an account is under way: the same again changes nothing, other successors do; only tried out nothing begins")
    func once() async throws {
        try await house.grant(20, acc(1), .open)
        let tried = try await house.offboard(1) { ($0.validateOnly, $0.delegationsToId) = (true, acc(2)) }
        #expect(tried.delegationsMoved == 1)
        #expect(try await house.store.read { try $0.runningOffboardings() }.isEmpty)
        let begun = try await house.offboard(1)
        let again = try await house.call(
            OffboardingServiceMethods.offboardAccount, OffboardAccountRequest(accountId: acc(1)), as: acc(30))
        #expect(again.unchanged && again.offboarding?.id == begun.id)
        let other = try await house.offboard(1) { $0.delegationsToId = acc(2) }
        #expect(other.id == begun.id && other.delegationsToId == acc(2))
        try await house.carryOut(begun)
        #expect(try await house.check(2, 20).allowed)
    }

    @Test("who is active again has not left: what is left stays")
    func comesBack() async throws {
        try await house.grant(20, acc(1), .open)
        let begun = try await house.offboard(1)
        try await house.mailboxes.carryOut(begun.id)
        #expect(try await house.offboarding(begun.id).state == .done)
        #expect(try await house.check(1, 20).allowed)
    }

    @Test("C6 C14 a grant on an administrator's mailbox is not moved; a role for a unit is not enough, for mailboxes have others")
    func scopes() async throws {
        try await house.grant(30, acc(1), .open)
        let begun = try await house.offboard(1) { $0.delegationsToId = acc(2) }
        try await house.carryOut(begun)
        #expect(try await house.offboarding(begun.id).delegationsRefused == 1)
        #expect(try await house.check(2, 30).reason == .noGrant)

        try await house.say([House.account(3, .user, in: unt(1))])
        house.world.withLock { $0.units[acc(31)] = unt(1) }
        let status = await failure { () throws(Status) in try await house.offboard(3, by: 31) }
        #expect(status?.reason == .roleLacksScope)
    }

    @Test("C6 D28 what is an administrator's own is not any administrator's to take, and nobody elsewhere is found")
    func guarded() async throws {
        try await house.grant(30, acc(1), .open)
        let guarded = await failure { () throws(Status) in try await house.offboard(1, by: 31) }
        #expect(guarded?.reason == .fullAdminOnly && house.claims.suspended.isEmpty)
        for (account, successor, reason) in [
            (101, "", ErrorReason.notFound), (1, acc(101), .notFound), (1, acc(20), .wrongType), (1, acc(1), .invalidField),
            (20, "", .wrongType),
        ] {
            let status = await failure { () throws(Status) in
                try await house.offboard(account) { $0.delegationsToId = successor }
            }
            #expect(status?.reason == reason, "\(account) to \(successor)")
        }
        #expect(house.claims.suspended.isEmpty)
    }
}
