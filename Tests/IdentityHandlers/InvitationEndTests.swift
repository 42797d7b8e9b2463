import Contract
import IdentityHandlers
import Messages
import RPC
import Testing

@testable import Due

/// A5: an invitation ends, and then nothing of it is in the way.
struct InvitationEndTests {
    private static let week: Double = 7 * 24 * 3600

    private func account(_ id: String, in installation: Installation, as actor: Account) async throws -> Account {
        let answer = try await installation.call(
            AccountServiceMethods.getAccount, GetAccountRequest(key: .accountId(id)), as: actor)
        return answer.account ?? Account()
    }

    private func invite(
        _ address: String, externalID: String = "", to acme: Acme, in installation: Installation
    ) async throws(Status) -> InviteAccountResponse {
        try await installation.call(
            AccountServiceMethods.inviteAccount,
            InviteAccountRequest(
                account: Account(organizationId: acme.id, address: address, displayName: "Jo", externalId: externalID)),
            as: acme.owner)
    }

    @Test("A5 at its end the account that was never accepted is a tombstone, and its token is void; the log says so once")
    func lapses() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let invited = try await installation.invite("jo", to: acme)
        let id = try #require(invited.account?.id)
        installation.advance(seconds: Self.week - 1)
        #expect(try await installation.passTime().done == 0)
        installation.advance(seconds: 1)
        #expect(try await installation.passTime().done == 1)
        #expect(try await installation.passTime().done == 0)

        let tombstone = try await account(id, in: installation, as: acme.owner)
        #expect(tombstone.state == .deleted)
        #expect(tombstone.address == "jo@acme.example")
        let old = await failure { () throws(Status) in
            try await installation.call(
                InvitationServiceMethods.acceptInvitation, AcceptInvitationRequest(invitationToken: invited.invitationToken))
        }
        #expect(old?.reason == .invitationInvalid)
        let events = try await installation.events().filter { $0.action == "account.invitation_expired" }
        #expect(events.map { $0.target?.id } == [id])
        #expect(events.first?.organizationId == acme.id)
        #expect(events.first?.actor?.kind == .system)
        #expect(events.first?.onBehalfOf == [])
        #expect(events.first?.changes.contains { $0.path == "state" } == true)
    }

    @Test("A5 the address and the external id of a lapsed one are free at once, for the same organization and for others")
    func freeAgain() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let first = try await invite("jo@town.example", externalID: "jo", to: acme, in: installation)
        installation.advance(seconds: Self.week)
        try await installation.passTime()
        let second = try await invite("Jo@Town.example", externalID: "jo", to: acme, in: installation)
        #expect(second.account?.id != first.account?.id)
        installation.advance(seconds: Self.week)
        try await installation.passTime()
        let third = try await invite("jo@town.example", externalID: "jo", to: other, in: installation)
        #expect(third.account?.organizationId == other.id)

        // By its address, the one that is there and never a tombstone.
        let found = try await installation.call(
            AccountServiceMethods.getAccount, GetAccountRequest(key: .address("jo@town.example")), as: other.owner)
        #expect(found.account?.id == third.account?.id)
        for account in [first.account, second.account] {
            #expect(try await self.account(account?.id ?? "", in: installation, as: acme.owner).state == .deleted)
        }
    }

    @Test("A5 a lapsed one whose turn has not come blocks nobody: it lapses within the write that it stood in the way of")
    func beforeItsTurn() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let first = try await invite("jo@town.example", to: acme, in: installation)
        let taken = await failure { () throws(Status) in try await invite("jo@town.example", to: other, in: installation) }
        #expect(taken?.reason == .alreadyExists)
        installation.advance(seconds: Self.week)
        let second = try await invite("jo@town.example", to: other, in: installation)
        #expect(second.account?.state == .invited)
        #expect(try await account(first.account?.id ?? "", in: installation, as: acme.owner).state == .deleted)
        let events = try await installation.events().filter { $0.action == "account.invitation_expired" }
        #expect(events.map(\.organizationId) == [acme.id])
        #expect(try await installation.passTime().done == 0, "it has lapsed already")
        #expect(installation.identity.schedule.statistics.waiting == 1)
    }

    @Test("A5 nor does an administrator's: who is invited at its address as a user is another account, and no administrator")
    func administratorBeforeItsTurn() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let first = try await installation.inviteAdministrator(at: "jo@acme.example", to: acme)
        let waits = await failure { () throws(Status) in try await invite("jo@acme.example", to: acme, in: installation) }
        #expect(waits?.code == .alreadyExists && waits?.metadata["invitation_id"] == first.invitation?.id)
        installation.advance(seconds: Self.week)
        let second = try await invite("jo@acme.example", to: acme, in: installation)
        #expect(second.account?.state == .invited && second.account?.id != first.account?.id)
        #expect(try await account(first.account?.id ?? "", in: installation, as: acme.owner).state == .deleted)
        let events = try await installation.events().map(\.action)
        #expect(events.suffix(2) == ["account.invitation_expired", "account.invited"])
        #expect(try await installation.passTime().done == 0, "it has lapsed already")
        #expect(try await installation.accept(second.invitationToken).account?.accountType == .user)
    }

    @Test("A5 what is accepted, or invited again, does not lapse with the invitation before")
    func accepted() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        _ = try await installation.invite("kim", to: acme)
        installation.advance(seconds: Self.week - 10)
        let kim = try await installation.invite("kim", to: acme)
        installation.advance(seconds: 20)
        #expect(try await installation.passTime().done == 0)
        #expect(try await account(jo.id, in: installation, as: acme.owner).state == .active)
        #expect(try await account(kim.account?.id ?? "", in: installation, as: acme.owner).state == .invited)
        installation.advance(seconds: Self.week)
        #expect(try await installation.passTime().done == 1)
    }

    @Test("A5 while a jump of the clock waits to be accepted nothing lapses, and nothing is taken from who is invited")
    func jump() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let invited = try await invite("jo@town.example", to: acme, in: installation)
        installation.advance(seconds: Self.week)
        installation.jump(seconds: 7200)
        #expect(try await installation.passTime().done == 0)
        let taken = await failure { () throws(Status) in try await invite("jo@town.example", to: other, in: installation) }
        #expect(taken?.reason == .alreadyExists)
        #expect(try await account(invited.account?.id ?? "", in: installation, as: acme.owner).state == .invited)
        installation.jump(seconds: 0)
        #expect(try await installation.passTime().done == 1)
    }

    @Test("an entry whose account was accepted meanwhile does nothing and says nothing")
    func causeGone() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.invite("jo", to: acme)
        _ = try await installation.accept(jo.invitationToken)
        let entries = [jo.invitationId, "inv_gone"].map {
            DueEntry(.invitationLapse, $0, organization: acme.id, at: installation.now)
        }
        let before = try await installation.events().count
        _ = try await installation.store.write { [schedule = installation.identity.schedule] tx in
            for entry in entries { try schedule.put(entry, tx) }
        }
        let batch = try await installation.passTime()
        #expect(batch.done == 2)
        #expect(batch.failures == 0)
        #expect(try await installation.events().count == before)
        #expect(try await account(jo.account?.id ?? "", in: installation, as: acme.owner).state == .active)
    }
}
