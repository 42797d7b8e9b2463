import Contract
import IdentityDomain
import IdentityHandlers
import IdentityStorage
import Messages
import RPC
import Testing

/// A3 under policy `transfer_needs_acceptance`.
struct OwnershipOfferTests {
    private static let week: Double = 7 * 24 * 3600

    /// An offer to an administrator.
    private func offered(
        role: RoleID = .support
    ) async throws -> (installation: Installation, acme: Acme, kim: Account, offer: OwnershipTransfer) {
        let installation = try await Installation()
        let acme = try await installation.acme()
        try await installation.decide(["transfer_needs_acceptance"], of: acme) { $0.transferNeedsAcceptance = .on }
        let kim = try await installation.member("kim", of: acme, role: role)
        let offer = try #require(try await installation.pass(to: kim, by: acme.owner).ownershipTransfer)
        return (installation, acme, kim, offer)
    }

    @Test("A3 nothing changes before the new owner accepts; then ownership passes, on behalf of who offered it")
    func accepted() async throws {
        let (installation, acme, kim, offer) = try await offered()
        #expect(offer.state == .pending && offer.ownerId == acme.owner.id && offer.accountId == kim.id)
        #expect(try await installation.account(acme.owner.id, as: kim).revision == acme.owner.revision)
        #expect(try await installation.owners(of: acme) == [acme.owner.id])
        #expect(try await installation.events().last?.action == "ownership.offered")
        #expect(try await installation.offer(of: acme, as: kim) == offer)

        let before = try await installation.events().count
        let accepted = try await installation.accept(offer, by: kim)
        #expect(accepted.ownershipTransfer?.state == .accepted && accepted.organization?.ownerId == kim.id)
        #expect(accepted.account?.owner == true && accepted.account?.roleIds == ["rol_full_admin", "rol_support"])
        #expect(try await installation.owners(of: acme) == [kim.id])
        let events = try await installation.events().dropFirst(before)
        #expect(events.map(\.action) == ["ownership.accepted", "ownership.transferred", "role.assigned"])
        let passed = try #require(events.dropFirst().first)
        #expect(passed.changes == [EventChange(path: "owner_id", before: acme.owner.id, after: kim.id)])
        #expect(passed.onBehalfOf.map(\.accountId) == [acme.owner.id] && passed.actor?.id == kim.id)
        #expect(passed.target?.subjectId == kim.id && events.first?.target?.subjectId == kim.id)
        #expect(try await installation.accept(offer, by: kim).unchanged)
        installation.advance(seconds: Self.week)
        #expect(try await installation.passTime().done == 0)
    }

    @Test("A3 an offer ends by being declined, withdrawn or by time, each with its event, and cannot be accepted any more")
    func ended() async throws {
        for action in ["ownership.declined", "ownership.withdrawn", "ownership.expired"] {
            let (installation, acme, kim, offer) = try await offered()
            let state: OwnershipTransferState
            switch action {
            case "ownership.declined":
                state = .declined
                #expect(try await installation.decline(offer, by: kim).ownershipTransfer?.state == state)
                #expect(try await installation.decline(offer, by: kim).unchanged)
            case "ownership.withdrawn":
                state = .withdrawn
                #expect(try await installation.withdraw(offer, by: acme.owner).ownershipTransfer?.state == state)
                #expect(try await installation.withdraw(offer, by: acme.owner).unchanged)
            default:
                state = .expired
                installation.advance(seconds: Self.week)
                #expect(try await installation.passTime().done == 1)
            }
            let event = try #require(try await installation.events().last)
            #expect(event.action == action && event.target?.id == offer.id && event.target?.subjectId == kim.id)
            #expect(event.changes.map(\.path) == ["state"] && event.changes.first?.before == "pending")
            #expect(try await installation.offer(of: acme, as: acme.owner).state == state)
            #expect(await failure { () throws(Status) in try await installation.accept(offer, by: kim) }?.reason == .wrongState)
            #expect(try await installation.owners(of: acme) == [acme.owner.id])
            installation.advance(seconds: Self.week)
            #expect(try await installation.passTime().done == 0)
            // Nothing of it is in the way of another.
            #expect(try await installation.pass(to: kim, by: acme.owner).ownershipTransfer?.state == .pending)
        }
    }

    @Test("A3 an offer that is over is over by the clock, and in nobody's way, before its turn has come")
    func overByClock() async throws {
        let (installation, acme, kim, offer) = try await offered()
        installation.advance(seconds: Self.week)
        let over = await failure { () throws(Status) in try await installation.accept(offer, by: kim) }
        #expect(over?.metadata["state"] == "expired")
        let other = try await installation.member("jo", of: acme, role: .auditor)
        let second = try await installation.pass(to: other, by: acme.owner)
        #expect(second.ownershipTransfer?.accountId == other.id)
        #expect(try await installation.events().suffix(2).map(\.action) == ["ownership.expired", "ownership.offered"])
        #expect(try await installation.passTime().done == 0)
    }

    @Test("A3 while two clocks disagree an offer that may be over is neither accepted nor ended")
    func disagreeing() async throws {
        let (installation, acme, kim, offer) = try await offered()
        installation.jump(seconds: Int64(Self.week))
        #expect(try await installation.passTime().done == 0)
        #expect(await failure { () throws(Status) in try await installation.accept(offer, by: kim) }?.reason == .wrongState)
        #expect(try await installation.pass(to: kim, by: acme.owner).unchanged)
        installation.jump(seconds: 0)
        _ = try await installation.accept(offer, by: kim)
        #expect(try await installation.owners(of: acme) == [kim.id])
    }

    @Test("A3 all is judged again: who was suspended, demoted or deleted meanwhile becomes no owner")
    func judgedAgain() async throws {
        let (installation, acme, kim, offer) = try await offered()
        try await installation.suspend(kim, by: acme.owner)
        #expect(await failure { () throws(Status) in try await installation.accept(offer, by: kim) }?.reason == .wrongState)
        try await installation.reactivate(kim, by: acme.owner)
        _ = try await installation.accept(offer, by: kim, validateOnly: true)
        // Demoted, and promoted again: nothing of it is left to accept.
        try await installation.unassign(.support, from: kim, by: acme.owner)
        #expect(try await installation.events().last?.changes.contains { $0.path == "ownership_offer" } == true)
        try await installation.assign(.auditor, to: kim, by: acme.owner)
        #expect(await failure { () throws(Status) in try await installation.accept(offer, by: kim) }?.reason == .wrongState)
        _ = try await installation.pass(to: kim, by: acme.owner)
        #expect(try await installation.owners(of: acme) == [acme.owner.id])
        _ = try await installation.call(
            AccountServiceMethods.deleteAccount, DeleteAccountRequest(accountId: kim.id), as: acme.owner)
        #expect(await failure { () throws(Status) in try await installation.accept(offer, by: kim) } != nil)
        #expect(try await installation.offer(of: acme, as: acme.owner).state == .withdrawn)
        #expect(try await installation.owners(of: acme) == [acme.owner.id])
    }

    @Test("A3 an offer stands when the policy is switched off; while it is pending there is no other transfer")
    func pending() async throws {
        let (installation, acme, kim, offer) = try await offered()
        let jo = try await installation.member("jo", of: acme, role: .fullAdmin)
        for policy in [PolicySwitch.on, .off] {
            try await installation.decide(["transfer_needs_acceptance"], of: acme) { $0.transferNeedsAcceptance = policy }
            let refusal = await failure { () throws(Status) in try await installation.pass(to: jo, by: acme.owner) }
            #expect(refusal?.reason == .transferPending && refusal?.metadata["ownership_transfer_id"] == offer.id)
            let same = try await installation.pass(to: kim, by: acme.owner)
            #expect(same.unchanged && same.ownershipTransfer == offer && same.organization?.ownerId == acme.owner.id)
        }
        _ = try await installation.accept(offer, by: kim)
        #expect(try await installation.owners(of: acme) == [kim.id])
    }

    @Test("A3 only the administrator to whom it was made answers, and only the owner withdraws; others find nothing")
    func others() async throws {
        let (installation, acme, kim, offer) = try await offered()
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        let auditor = try await installation.member("auditor", of: acme, role: .auditor)
        let elsewhere = try await installation.acme("other").owner
        for (account, reason) in [
            (acme.owner, ErrorReason.notOfferedTo), (full, .notOfferedTo), (auditor, .notFound), (elsewhere, .notFound),
        ] {
            let refusals = [
                await failure { () throws(Status) in try await installation.accept(offer, by: account) },
                await failure { () throws(Status) in try await installation.decline(offer, by: account) },
            ]
            #expect(refusals.map(\.?.reason) == [reason, reason])
        }
        for account in [kim, full, auditor] {
            let refusal = await failure { () throws(Status) in try await installation.withdraw(offer, by: account) }
            #expect(refusal?.reason == .ownerOnly)
        }
        #expect(await failure { () throws(Status) in try await installation.withdraw(offer, by: elsewhere) }?.reason == .notFound)
        for account in [acme.owner, full, kim] { #expect(try await installation.offer(of: acme, as: account) == offer) }
        for account in [auditor, elsewhere] {
            let refusal = await failure { () throws(Status) in try await installation.offer(of: acme, as: account) }
            #expect(refusal?.reason == .notFound)
        }
    }

    @Test("A1 of an acceptance and a withdrawal at once one takes place, and there is one owner")
    func race() async throws {
        let (installation, acme, first, _) = try await offered(role: .fullAdmin)
        var (owner, target) = (acme.owner, first)
        for round in 0..<300 {
            let offer = try #require(try await installation.pass(to: target, by: owner).ownershipTransfer)
            let (giver, taker) = (owner, target)
            async let accepting = failure { () throws(Status) in try await installation.accept(offer, by: taker) }
            async let withdrawing = failure { () throws(Status) in try await installation.withdraw(offer, by: giver) }
            let (accepted, withdrawn) = await (accepting, withdrawing)
            #expect((accepted == nil) != (withdrawn == nil), "round \(round)")
            if accepted == nil { swap(&owner, &target) }
            #expect(try await installation.owners(of: acme) == [owner.id])
        }
    }
}

extension Installation {
    func offer(of acme: Acme, as reader: Account) async throws(Status) -> OwnershipTransfer {
        try await call(
            OwnershipServiceMethods.getOwnershipTransfer, GetOwnershipTransferRequest(organizationId: acme.id), as: reader
        ).ownershipTransfer ?? OwnershipTransfer()
    }

    func accept(
        _ offer: OwnershipTransfer, by account: Account, validateOnly: Bool = false
    ) async throws(Status) -> AcceptOwnershipTransferResponse {
        try await call(
            OwnershipServiceMethods.acceptOwnershipTransfer,
            AcceptOwnershipTransferRequest(ownershipTransferId: offer.id, validateOnly: validateOnly), as: account)
    }

    func decline(_ offer: OwnershipTransfer, by account: Account) async throws(Status) -> DeclineOwnershipTransferResponse {
        try await call(
            OwnershipServiceMethods.declineOwnershipTransfer, DeclineOwnershipTransferRequest(ownershipTransferId: offer.id),
            as: account)
    }

    func withdraw(_ offer: OwnershipTransfer, by account: Account) async throws(Status) -> WithdrawOwnershipTransferResponse {
        try await call(
            OwnershipServiceMethods.withdrawOwnershipTransfer, WithdrawOwnershipTransferRequest(ownershipTransferId: offer.id),
            as: account)
    }
}
