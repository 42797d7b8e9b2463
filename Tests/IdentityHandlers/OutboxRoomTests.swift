import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import SQL
import Testing

/// While the log takes nothing: who still finds room in the outbox.
@Suite struct OutboxRoomTests {
    private static let outboxEventsMax = 1000

    private struct Trial {
        let method: String
        let run: () async -> Status?
    }

    private let installation: Installation

    init() async throws { installation = try await Installation(outboxEventsMax: Self.outboxEventsMax) }

    private func trial<Q: Message, A: Message>(
        _ method: Method<Q, A>, _ request: Q, as account: Account? = nil, session: String? = nil
    ) -> Trial {
        Trial(method: method.descriptor.path) {
            await failure { () throws(Status) in
                try await installation.call(method, request, as: account, session: session)
            }
        }
    }

    private func fill(_ priority: OutboxPriority) async throws {
        let room = priority.eventsMax(of: Self.outboxEventsMax) - installation.store.outboxLength
        _ = try await installation.store.write { tx in
            for _ in 0..<room { try tx.event(Event(action: "filler").encoded(), priority) }
        }
    }

    private func isActive(_ account: Account) async throws -> Bool {
        try await installation.authorize(.accountId(account.id)).allowed
    }

    @Test("when changes have no room, what takes access away is done and everything else is refused whole")
    func classes() async throws {
        let acme = try await installation.acme(ownerPassword: password)
        let owner = acme.owner
        let jo = try await installation.member("jo", of: acme)
        let pat = try await installation.member("pat", of: acme, role: .support)
        let kim = try await installation.member("kim", of: acme)
        try await installation.suspend(kim, by: owner)
        let group = try await installation.group("all", of: acme)
        let bought = try await installation.subscription("pro", 1, of: acme)
        let cancelled = try await installation.subscription("entry", 1, of: acme)
        try await installation.license(jo, bought, by: owner)
        try await installation.add(jo.id, to: group, by: owner)
        try await installation.add(owner.id, to: group, by: owner)
        try await installation.grant(.sharedAccountSetup, to: jo.id, by: owner)
        try await installation.claim("shop@acme.example", for: owner, mailbox: mailboxID(1))
        let invitation = try await installation.invite("new", to: acme).invitationToken
        let session = try await installation.signIn(owner, password).sessionToken
        let asked = try await installation.inviteAdministrator(jo, to: acme)
        let token = try await installation.invite("ann", to: acme).invitationToken
        let withdrawn = try await installation.invite("bob", to: acme).invitationId
        // Ownership is offered here and in another organization: one offer is declined, the other withdrawn.
        let beta = try await installation.acme("beta")
        let heir = try await installation.member("heir", of: beta, role: .auditor)
        var offers: [OwnershipTransfer] = []
        for (house, to) in [(acme, pat), (beta, heir)] {
            try await installation.decide(["transfer_needs_acceptance"], of: house) { $0.transferNeedsAcceptance = .on }
            offers.append(try #require(try await installation.pass(to: to, by: house.owner).ownershipTransfer))
        }
        try await fill(.change)

        let new = Account(organizationId: acme.id, address: "n@acme.example")
        let gives: [Trial] = [
            trial(
                OrganizationServiceMethods.createOrganization,
                CreateOrganizationRequest(
                    organization: Organization(displayName: "B"), owner: Account(address: "o@b.example"))),
            trial(AccountServiceMethods.inviteAccount, InviteAccountRequest(account: new), as: owner),
            trial(InvitationServiceMethods.acceptInvitation, AcceptInvitationRequest(invitationToken: invitation)),
            trial(
                AccountServiceMethods.createFunctionalAccount, CreateFunctionalAccountRequest(account: new), as: owner),
            trial(
                AccountServiceMethods.updateAccount,
                UpdateAccountRequest(
                    account: Account(id: jo.id, displayName: "J"), updateMask: FieldMask(paths: ["display_name"])),
                as: owner),
            trial(AccountServiceMethods.reactivateAccount, ReactivateAccountRequest(accountId: kim.id), as: owner),
            trial(
                GroupServiceMethods.createGroup,
                CreateGroupRequest(group: Group(organizationId: acme.id, displayName: "g")), as: owner),
            trial(GroupServiceMethods.addGroupMember, AddGroupMemberRequest(groupId: group.id, memberId: pat.id), as: owner),
            trial(
                GroupServiceMethods.addGroupMembers, AddGroupMembersRequest(groupId: group.id, memberIds: [pat.id]), as: owner),
            trial(
                GroupServiceMethods.setGroupMembers, SetGroupMembersRequest(groupId: group.id, memberIds: [jo.id]), as: owner),
            trial(
                GroupServiceMethods.updateGroup,
                UpdateGroupRequest(group: Group(id: group.id, displayName: "h"), updateMask: FieldMask(paths: ["display_name"])),
                as: owner),
            trial(
                SystemOperationServiceMethods.grantSystemOperation,
                GrantSystemOperationRequest(holderId: pat.id, operation: .sharedAccountSetup), as: owner),
            trial(
                MailboxAddressServiceMethods.claimMailboxAddress,
                ClaimMailboxAddressRequest(
                    mailboxId: mailboxID(2), ownerId: owner.id, address: "m@acme.example", requestedBy: owner.id)),
            trial(
                AdministratorServiceMethods.assignRole, AssignRoleRequest(accountId: pat.id, roleId: RoleID.auditor.text),
                as: owner),
            // What would be refused is refused in a rehearsal too (D26).
            trial(
                AccountServiceMethods.reactivateAccount,
                ReactivateAccountRequest(accountId: kim.id, validateOnly: true), as: owner),
        ]
        let takesAway: [Trial] = [
            trial(SessionServiceMethods.deleteSession, DeleteSessionRequest(), session: session),
            trial(
                OwnershipServiceMethods.declineOwnershipTransfer,
                DeclineOwnershipTransferRequest(ownershipTransferId: offers[0].id), as: pat),
            trial(
                OwnershipServiceMethods.withdrawOwnershipTransfer,
                WithdrawOwnershipTransferRequest(ownershipTransferId: offers[1].id), as: beta.owner),
            trial(
                InvitationServiceMethods.declineOwnInvitation,
                DeclineOwnInvitationRequest(invitationId: asked.invitation?.id ?? ""), as: jo),
            trial(InvitationServiceMethods.declineInvitation, DeclineInvitationRequest(invitationToken: token)),
            trial(
                InvitationServiceMethods.withdrawInvitation, WithdrawInvitationRequest(invitationId: withdrawn), as: owner),
            trial(GroupServiceMethods.removeGroupMember, RemoveGroupMemberRequest(groupId: group.id, memberId: jo.id), as: owner),
            trial(
                GroupServiceMethods.removeGroupMembers,
                RemoveGroupMembersRequest(groupId: group.id, memberIds: [owner.id]), as: owner),
            trial(GroupServiceMethods.deleteGroup, DeleteGroupRequest(groupId: group.id), as: owner),
            trial(
                SystemOperationServiceMethods.revokeSystemOperation,
                RevokeSystemOperationRequest(holderId: jo.id, operation: .sharedAccountSetup), as: owner),
            trial(
                MailboxAddressServiceMethods.releaseMailboxAddress, ReleaseMailboxAddressRequest(mailboxId: mailboxID(1))),
            trial(
                LicenceServiceMethods.unassignLicence,
                UnassignLicenceRequest(accountId: jo.id, subscriptionId: bought.id), as: owner),
            trial(
                SubscriptionServiceMethods.cancelSubscription, CancelSubscriptionRequest(subscriptionId: cancelled.id),
                as: owner),
            trial(AccountServiceMethods.suspendAccount, SuspendAccountRequest(accountId: jo.id), as: owner),
            trial(
                AdministratorServiceMethods.unassignRole,
                UnassignRoleRequest(accountId: pat.id, roleId: RoleID.support.text), as: owner),
            trial(AccountServiceMethods.deleteAccount, DeleteAccountRequest(accountId: jo.id), as: owner),
        ]
        let position = installation.store.position
        for trial in gives {
            let status = await trial.run()
            #expect(status?.code == .resourceExhausted && status?.reason == .outboxFull, "\(trial.method)")
            #expect(status?.message.contains("only what takes access away") == true)
        }
        #expect(installation.store.position == position)
        for trial in takesAway { #expect(await trial.run() == nil, "\(trial.method)") }
        #expect(installation.store.position == position + Int64(takesAway.count))
        // Whoever takes access away may have to sign in first; but who signs in again and again keeps nobody from that.
        let signIn = trial(
            SessionServiceMethods.createSession, CreateSessionRequest(address: owner.address, password: password))
        #expect(await signIn.run() == nil)
        try await fill(.session)
        #expect(await signIn.run()?.reason == .outboxFull)
        try await installation.suspend(pat, by: owner)
        // A method that says it takes away is tried here as one.
        let says = contractMethods.filter { $0.path.hasPrefix("mandate.identity.") && $0.log?.takesAway == true }
        #expect(!says.isEmpty && Set(says.map(\.path)).isSubset(of: takesAway.map(\.method)))
    }

    @Test("in a full outbox nothing is done any more, and all goes on when the log has taken events")
    func full() async throws {
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        try await fill(.withdrawal)
        let suspension = trial(
            AccountServiceMethods.suspendAccount, SuspendAccountRequest(accountId: jo.id, requestId: "r1"), as: acme.owner)
        let status = await suspension.run()
        #expect(status?.reason == .outboxFull && status?.message.contains("no change is done") == true)
        #expect(try await isActive(jo))
        try await installation.store.outboxAcknowledge(upTo: installation.store.outboxLast)
        #expect(await suspension.run() == nil)
        #expect(try await !isActive(jo))
    }
}
