import Contract
import Messages
import RPC
import SQL
import Testing

/// While the log takes nothing: who still finds room in the outbox.
struct OutboxRoomTests {
    private static let outboxEventsMax = 1000

    let house: House

    init() async throws { house = try await House.built(outboxEventsMax: Self.outboxEventsMax) }

    private func fill(_ priority: OutboxPriority) async throws {
        let room = priority.eventsMax(of: Self.outboxEventsMax) - house.store.outboxLength
        _ = try await house.store.write { tx in
            for _ in 0..<room { try tx.event(Event(action: "filler").encoded(), priority) }
        }
    }

    @Test("when changes have no room a grant is refused whole, and Revoke revokes until the outbox is full")
    func classes() async throws {
        try await house.grant(20, acc(1), .open)
        try await house.grant(20, acc(2), .open)
        for mailbox in [1, 2] { try await house.grant(mailbox, acc(3), .open) }
        try await house.sign(2, 2, "Yours")
        let shop = try await house.register("shop@a.example", for: 1, by: 30)
        try await fill(.change)
        for change in [{ _ in }, { $0.validateOnly = true }] as [(inout GrantDelegationRequest) -> Void] {
            let status = await failure { () throws(Status) in try await house.grant(20, acc(3), .open, by: 30, change) }
            #expect(status?.code == .resourceExhausted && status?.reason == .outboxFull)
            #expect(status?.message.contains("only what takes access away") == true)
        }
        #expect(try await house.check(3, 20).reason == .noGrant)
        try await house.revoke(20, acc(1))
        #expect(try await house.check(1, 20).reason == .noGrant)

        try await house.unregister(shop, by: 30)
        let given = await failure { () throws(Status) in try await house.register("other@a.example", for: 1, by: 30) }
        #expect(given?.reason == .outboxFull)

        // All of a mailbox and all to a grantee, however many they are.
        try await house.revokeAll(of: 1)
        #expect(try await house.check(3, 1).reason == .noGrant)
        try await house.revokeAll(to: acc(3))
        #expect(try await house.check(3, 2).reason == .noGrant)

        // A method that says it takes away is tried here as one.
        let says = contractMethods.filter { $0.path.hasPrefix("mandate.mailbox.") && $0.log?.takesAway == true }
        let tried = [
            DelegationServiceMethods.revokeDelegation.descriptor, DelegationServiceMethods.freezeDelegation.descriptor,
            DelegationServiceMethods.revokeMailboxDelegations.descriptor,
            DelegationServiceMethods.revokeGranteeDelegations.descriptor, MailboxServiceMethods.unregisterMailbox.descriptor,
            SignatureServiceMethods.deleteSignature.descriptor, OffboardingServiceMethods.offboardAccount.descriptor,
        ]
        #expect(Set(says.map(\.path)) == Set(tried.map(\.path)))
        try await house.unsign(2, 2)
        #expect(try await house.offboard(5).state == .running)
        try await house.freeze(20, acc(2))
        #expect(try await house.check(2, 20).reason == .grantFrozen)
        let unfrozen = await failure { () throws(Status) in try await house.unfreeze(20, acc(2)) }
        #expect(unfrozen?.reason == .outboxFull)

        try await fill(.withdrawal)
        let status = await failure { () throws(Status) in try await house.revoke(20, acc(2)) }
        #expect(status?.reason == .outboxFull && status?.message.contains("no change is done") == true)
        #expect(try await house.check(2, 20).reason == .grantFrozen)
        try await house.store.outboxAcknowledge(upTo: house.store.outboxLast)
        try await house.revoke(20, acc(2))
        #expect(try await house.check(2, 20).reason == .noGrant)
    }
}
