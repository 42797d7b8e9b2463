import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct RepetitionTests {
    @Test("the same request id gives the same answer, once done; with other bytes it is refused")
    func requestIDs() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        func create(_ name: String, _ requestID: String, as account: Account) async throws(Status) -> CreateGroupResponse {
            try await installation.call(
                GroupServiceMethods.createGroup,
                CreateGroupRequest(group: Group(organizationId: acme.id, displayName: name), requestId: requestID),
                as: account)
        }
        let first = try await create("a", "r1", as: acme.owner)
        let position = installation.store.position
        let second = try await create("a", "r1", as: acme.owner)
        #expect(first == second)
        #expect(installation.store.position == position)
        #expect(installation.waitedFor.last == position)
        let reused = await failure { () throws(Status) in try await create("b", "r1", as: acme.owner) }
        #expect(reused?.code == .alreadyExists && reused?.reason == .requestIdReused)
        // Another account's request ids are its own.
        let support = try await installation.member("support", of: acme, role: .support)
        _ = try await create("b", "r1", as: support)
    }

    @Test("a repeated creation of an organization gives the same organization")
    func organization() async throws {
        let installation = try await Installation()
        let request = CreateOrganizationRequest(
            organization: Organization(displayName: "A"), owner: Account(address: "o@a.example"),
            ownerPassword: password, requestId: "r")
        let first = try await installation.operate(OrganizationServiceMethods.createOrganization, request)
        let second = try await installation.operate(OrganizationServiceMethods.createOrganization, request)
        #expect(first == second)
        #expect(try await installation.events().count == 2)
    }

    @Test("D26 validate_only answers as the change would and changes nothing")
    func validateOnly() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let user = try await installation.member("jo", of: acme)
        let suspended = try await installation.member("kim", of: acme)
        try await installation.suspend(suspended, by: acme.owner)
        let group = try await installation.group("all", of: acme)
        try await installation.add(acme.owner.id, to: group, by: acme.owner)
        let new = Account(organizationId: acme.id, address: "new@acme.example")
        let before = (installation.store.position, try await installation.events().count)

        let invited = try await installation.call(
            AccountServiceMethods.inviteAccount, InviteAccountRequest(account: new, requestId: "v", validateOnly: true),
            as: acme.owner)
        #expect(invited.account?.state == .invited && invited.invitationToken.isEmpty)
        _ = try await installation.call(
            AccountServiceMethods.createFunctionalAccount,
            CreateFunctionalAccountRequest(account: new, validateOnly: true), as: acme.owner)
        let updated = try await installation.call(
            AccountServiceMethods.updateAccount,
            UpdateAccountRequest(
                account: Account(id: user.id, displayName: "New"), updateMask: FieldMask(paths: ["display_name"]),
                validateOnly: true), as: acme.owner)
        #expect(updated.account?.displayName == "New")
        let suspend = try await installation.call(
            AccountServiceMethods.suspendAccount, SuspendAccountRequest(accountId: user.id, validateOnly: true),
            as: acme.owner)
        #expect(suspend.account?.state == .suspended && suspend.consistencyToken.isEmpty && suspend.eventId.isEmpty)
        let reactivated = try await installation.call(
            AccountServiceMethods.reactivateAccount,
            ReactivateAccountRequest(accountId: suspended.id, validateOnly: true), as: acme.owner)
        let assigned = try await installation.call(
            AdministratorServiceMethods.assignRole,
            AssignRoleRequest(accountId: user.id, roleId: RoleID.support.text, validateOnly: true), as: acme.owner)
        _ = try await installation.call(
            GroupServiceMethods.createGroup,
            CreateGroupRequest(group: Group(organizationId: acme.id, displayName: "g"), validateOnly: true),
            as: acme.owner)
        let added = try await installation.call(
            GroupServiceMethods.addGroupMember,
            AddGroupMemberRequest(groupId: group.id, memberId: user.id, validateOnly: true), as: acme.owner)
        let removed = try await installation.call(
            GroupServiceMethods.removeGroupMember,
            RemoveGroupMemberRequest(groupId: group.id, memberId: acme.owner.id, validateOnly: true), as: acme.owner)
        _ = try await installation.operate(
            OrganizationServiceMethods.createOrganization,
            CreateOrganizationRequest(
                organization: Organization(displayName: "B"), owner: Account(address: "o@b.example"),
                validateOnly: true))
        // No event will be found in any log.
        #expect([reactivated.eventId, assigned.eventId, added.eventId, removed.eventId] == ["", "", "", ""])

        #expect(installation.store.position == before.0)
        #expect(try await installation.events().count == before.1)
        #expect(try await installation.authorize(.accountId(user.id)).allowed)
        // The request id is still free.
        _ = try await installation.call(
            AccountServiceMethods.inviteAccount, InviteAccountRequest(account: new, requestId: "v"), as: acme.owner)
    }

    @Test("E2 D26 what is denied is an event, also when it was only tried out")
    func deniedRehearsal() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("support", of: acme, role: .support)
        let before = try await installation.events().count
        // The one is denied inside the write, the other before it.
        for (administrator, account) in [(acme.owner, acme.owner), (support, acme.owner)] {
            let refused = await failure { () throws(Status) in
                try await installation.call(
                    AdministratorServiceMethods.assignRole,
                    AssignRoleRequest(accountId: account.id, roleId: RoleID.support.text, validateOnly: true), as: administrator)
            }
            #expect(refused?.code == .permissionDenied)
        }
        let denied = try await installation.events().dropFirst(before)
        #expect(denied.map { $0.decision?.reason } == ["OWN_ROLE", "ROLE_LACKS_SCOPE"])
        #expect(denied.allSatisfy { $0.outcome == .denied && $0.flags == [.validateOnly] })
    }
}
