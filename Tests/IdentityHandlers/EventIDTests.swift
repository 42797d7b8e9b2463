import Contract
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct EventIDTests {
    @Test("the answer to a change names the event of it in the log")
    func ids() async throws {
        let installation = try await Installation()
        let created = try await installation.operate(
            OrganizationServiceMethods.createOrganization,
            CreateOrganizationRequest(
                organization: Organization(displayName: "acme"), owner: Account(address: "owner@acme.example")))
        let acme = Acme(id: created.organization?.id ?? "", owner: created.owner ?? Account())
        // Two events: that of the organization, then that of its owner.
        #expect(try await installation.events().map(\.id).first == created.eventId)

        func expect(_ id: String, _ action: String) async throws {
            let last = try #require(try await installation.events().last)
            #expect(!id.isEmpty && last.id == id && last.action == action)
        }
        let invited = try await installation.invite("jo", to: acme)
        try await expect(invited.eventId, "account.invited")
        let again = try await installation.invite("jo", to: acme)
        try await expect(again.eventId, "account.invitation_renewed")
        let accepted = try await installation.call(
            InvitationServiceMethods.acceptInvitation, AcceptInvitationRequest(invitationToken: again.invitationToken))
        try await expect(accepted.eventId, "account.accepted")
        let functional = try await installation.call(
            AccountServiceMethods.createFunctionalAccount,
            CreateFunctionalAccountRequest(account: Account(organizationId: acme.id, address: "info@acme.example")),
            as: acme.owner)
        try await expect(functional.eventId, "account.created")
        let group = try await installation.call(
            GroupServiceMethods.createGroup,
            CreateGroupRequest(group: Group(organizationId: acme.id, displayName: "all")), as: acme.owner)
        try await expect(group.eventId, "group.created")
        let updated = try await installation.rename(functional.account, to: "Info", by: acme.owner)
        try await expect(updated.eventId, "account.updated")
        #expect(!updated.unchanged)
    }

    @Test("what changes nothing says so, and has no event")
    func unchanged() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let account = try await installation.functional("info", of: acme)
        let before = try await installation.events().count
        let answer = try await installation.rename(account, to: "info", by: acme.owner)
        #expect(answer.unchanged && answer.eventId.isEmpty && answer.account == account)
        #expect(try await installation.events().count == before)
    }

    @Test("a repetition names the event of the first; a renewed invitation its own; a trial none")
    func repetition() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let account = try await installation.functional("info", of: acme)
        let first = try await installation.rename(account, to: "Info", by: acme.owner, requestID: "r1")
        #expect(try await installation.rename(account, to: "Info", by: acme.owner, requestID: "r1").eventId == first.eventId)

        let invited = try await installation.invite("jo", to: acme, requestID: "r2")
        let again = try await installation.invite("jo", to: acme, requestID: "r2")
        let last = try #require(try await installation.events().last)
        #expect(again.eventId == last.id && again.eventId != invited.eventId)

        let trial = try await installation.rename(account, to: "Desk", by: acme.owner, validateOnly: true)
        #expect(trial.eventId.isEmpty && !trial.unchanged && trial.account?.displayName == "Desk")
    }
}

extension Installation {
    fileprivate func rename(
        _ account: Account?, to name: String, by administrator: Account, requestID: String = "", validateOnly: Bool = false
    ) async throws -> UpdateAccountResponse {
        try await call(
            AccountServiceMethods.updateAccount,
            UpdateAccountRequest(
                account: Account(id: account?.id ?? "", displayName: name), updateMask: FieldMask(paths: ["display_name"]),
                requestId: requestID, validateOnly: validateOnly),
            as: administrator)
    }
}
