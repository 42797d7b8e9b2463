import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import SQL
import Testing

/// AIP-154: who sends an etag along changes just what they have seen.
@Suite struct EtagTests {
    let installation: Installation
    let acme: Acme
    /// An administrator, a user in the group, an invitation and the group itself.
    let kim: Account
    let jo: Account
    let invited: InviteAccountResponse
    /// An active account that waits as an administrator.
    let asked: Account
    let waiting: Invitation
    let token: String
    let group: Group
    let unit: Messages.Unit
    let member: GroupMember
    let organization: Organization
    let billing: BillingDetails
    /// Ownership, offered to who holds a role.
    let offer: OwnershipTransfer
    let domain: Messages.Domain
    /// Of which the user has a licence, and another one.
    let subscription: Subscription
    let other: Subscription
    let tenant: Tenant
    let licence: Licence
    let holding: SystemOperationHolding

    init() async throws {
        installation = try await Installation()
        acme = try await installation.acme()
        kim = try await installation.member("kim", of: acme, role: .support)
        jo = try await installation.member("jo", of: acme)
        invited = try await installation.invite("zoe", to: acme)
        asked = try await installation.member("ann", of: acme)
        let answer = try await installation.inviteAdministrator(asked, to: acme)
        waiting = answer.invitation ?? Invitation()
        token = answer.invitationToken
        group = try await installation.group("all", of: acme)
        domain = try await installation.claim("shop.example", of: acme)
        installation.publish(domain)
        let office = try await installation.functional("office", of: acme)
        try await installation.addAlias("zoe2@acme.example", to: office, by: acme.owner)
        unit = try await installation.unit("north", of: acme)
        member = try #require(try await installation.add(jo.id, to: group, by: acme.owner).member)
        organization = try #require(
            try await installation.call(
                OrganizationServiceMethods.getOrganization, GetOrganizationRequest(organizationId: acme.id), as: acme.owner
            ).organization)
        tenant = try await installation.tenant("shop", of: acme)
        other = try await installation.subscription("entry", 2, of: acme)
        let bought = try await installation.subscription("pro", 2, of: acme)
        licence = try #require(try await installation.license(jo, bought, by: acme.owner).licence)
        holding = try #require(
            try await installation.grant(.sharedAccountSetup, to: jo.id, by: acme.owner).holding)
        subscription = try await installation.get(bought, by: acme.owner)
        billing = try await installation.billing(of: acme.id, as: acme.owner)
        try await installation.decide(["transfer_needs_acceptance"], of: acme) { $0.transferNeedsAcceptance = .on }
        offer = try #require(try await installation.pass(to: kim, by: acme.owner).ownershipTransfer)
    }

    /// A change with an etag, and the etag of what it changes.
    struct Attempt: Sendable {
        let request: String
        let current: @Sendable (EtagTests) -> String
        let make: @Sendable (EtagTests, _ etag: String, _ requestID: String) async throws(Status) -> Void

        /// By the owner unless said otherwise.
        init<Q: Message, A: Message>(
            _ method: Method<Q, A>, _ current: @escaping @Sendable (EtagTests) -> String,
            as who: @escaping @Sendable (EtagTests) -> Account = { $0.acme.owner },
            _ request: @escaping @Sendable (EtagTests, _ etag: String, _ requestID: String) -> Q
        ) {
            (self.request, self.current) = (Q.name, current)
            make = { (test, etag, id) throws(Status) in
                _ = try await test.installation.call(method, request(test, etag, id), as: who(test))
            }
        }
    }

    static let attempts: [Attempt] =
        Array(listed.prefix(1)) + ofOwnership + ofLicences + ofSystemOperations + Array(listed.dropFirst())

    private static let listed: [Attempt] = [
        Attempt(AccountServiceMethods.suspendAccount, { $0.jo.etag }) { test, etag, id in
            SuspendAccountRequest(accountId: test.jo.id, requestId: id, etag: etag)
        },
        Attempt(AccountServiceMethods.reactivateAccount, { $0.jo.etag }) { test, etag, id in
            ReactivateAccountRequest(accountId: test.jo.id, requestId: id, etag: etag)
        },
        Attempt(AddressServiceMethods.addAlias, { $0.jo.etag }) { test, etag, id in
            AddAliasRequest(accountId: test.jo.id, alias: "j@acme.example", requestId: id, etag: etag)
        },
        Attempt(AddressServiceMethods.removeAlias, { $0.jo.etag }) { test, etag, id in
            RemoveAliasRequest(accountId: test.jo.id, alias: "j@acme.example", requestId: id, etag: etag)
        },
        Attempt(AddressServiceMethods.moveAlias, { $0.jo.etag }) { test, etag, id in
            MoveAliasRequest(accountId: test.jo.id, alias: "zoe2@acme.example", requestId: id, etag: etag)
        },
        Attempt(AddressServiceMethods.changePrimaryAddress, { $0.jo.etag }) { test, etag, id in
            ChangePrimaryAddressRequest(
                accountId: test.jo.id, address: "jo2@acme.example", requestId: id, etag: etag)
        },
        Attempt(DomainServiceMethods.verifyDomain, { $0.domain.etag }) { test, etag, id in
            VerifyDomainRequest(domainId: test.domain.id, requestId: id, etag: etag)
        },
        Attempt(DomainServiceMethods.releaseDomain, { $0.domain.etag }) { test, etag, id in
            ReleaseDomainRequest(domainId: test.domain.id, requestId: id, etag: etag)
        },
        Attempt(AccountServiceMethods.deleteAccount, { $0.jo.etag }) { test, etag, id in
            DeleteAccountRequest(accountId: test.jo.id, requestId: id, etag: etag)
        },
        Attempt(AccountServiceMethods.changeAccountType, { $0.jo.etag }) { test, etag, id in
            ChangeAccountTypeRequest(
                accountId: test.jo.id, accountType: .functional, requestId: id, etag: etag)
        },
        Attempt(AdministratorServiceMethods.assignRole, { $0.kim.etag }) { test, etag, id in
            AssignRoleRequest(accountId: test.kim.id, roleId: RoleID.auditor.text, requestId: id, etag: etag)
        },
        Attempt(AdministratorServiceMethods.unassignRole, { $0.kim.etag }) { test, etag, id in
            UnassignRoleRequest(accountId: test.kim.id, roleId: RoleID.support.text, requestId: id, etag: etag)
        },
        Attempt(AccountServiceMethods.updateAccount, { $0.jo.etag }) { test, etag, id in
            UpdateAccountRequest(
                account: Account(id: test.jo.id, displayName: "Jo", etag: etag), updateMask: FieldMask(paths: ["display_name"]),
                requestId: id)
        },
        Attempt(AccountServiceMethods.updateProfile, { $0.jo.etag }) { test, etag, id in
            UpdateProfileRequest(
                account: Account(id: test.jo.id, etag: etag, language: "de"), updateMask: FieldMask(paths: ["language"]),
                requestId: id)
        },
        Attempt(AccountServiceMethods.inviteAccount, { $0.invited.account?.etag ?? "" }) { test, etag, id in
            InviteAccountRequest(
                account: Account(organizationId: test.acme.id, address: "zoe@acme.example", displayName: "Zoë", etag: etag),
                requestId: id)
        },
        Attempt(InvitationServiceMethods.acceptInvitation, { $0.invited.account?.etag ?? "" }) { test, etag, id in
            AcceptInvitationRequest(
                invitationToken: test.invited.invitationToken, requestId: id, etag: etag)
        },
        Attempt(InvitationServiceMethods.inviteAdministrator, { $0.jo.etag }) { test, etag, id in
            InviteAdministratorRequest(
                organizationId: test.acme.id, invited: .accountId(test.jo.id), roleIds: [RoleID.support.text], requestId: id,
                etag: etag)
        },
        Attempt(InvitationServiceMethods.declineInvitation, { $0.waiting.etag }) { test, etag, id in
            DeclineInvitationRequest(invitationToken: test.token, requestId: id, etag: etag)
        },
        Attempt(InvitationServiceMethods.withdrawInvitation, { $0.waiting.etag }) { test, etag, id in
            WithdrawInvitationRequest(invitationId: test.waiting.id, requestId: id, etag: etag)
        },
        Attempt(InvitationServiceMethods.resendInvitation, { $0.waiting.etag }) { test, etag, id in
            ResendInvitationRequest(invitationId: test.waiting.id, requestId: id, etag: etag)
        },
        Attempt(InvitationServiceMethods.acceptOwnInvitation, { $0.waiting.etag }, as: { $0.asked }) { test, etag, id in
            AcceptOwnInvitationRequest(invitationId: test.waiting.id, requestId: id, etag: etag)
        },
        Attempt(InvitationServiceMethods.declineOwnInvitation, { $0.waiting.etag }, as: { $0.asked }) { test, etag, id in
            DeclineOwnInvitationRequest(invitationId: test.waiting.id, requestId: id, etag: etag)
        },
        Attempt(GroupServiceMethods.updateGroup, { $0.group.etag }) { test, etag, id in
            UpdateGroupRequest(
                group: Group(id: test.group.id, displayName: "Some", etag: etag), updateMask: FieldMask(paths: ["display_name"]),
                requestId: id)
        },
        Attempt(GroupServiceMethods.deleteGroup, { $0.group.etag }) { test, etag, id in
            DeleteGroupRequest(groupId: test.group.id, requestId: id, etag: etag)
        },
        Attempt(UnitServiceMethods.updateUnit, { $0.unit.etag }) { test, etag, id in
            UpdateUnitRequest(
                unit: Messages.Unit(id: test.unit.id, displayName: "South", etag: etag),
                updateMask: FieldMask(paths: ["display_name"]), requestId: id)
        },
        Attempt(UnitServiceMethods.moveUnit, { $0.unit.etag }) { test, etag, id in
            MoveUnitRequest(unitId: test.unit.id, top: true, requestId: id, etag: etag)
        },
        Attempt(UnitServiceMethods.setAccountUnit, { $0.jo.etag }) { test, etag, id in
            SetAccountUnitRequest(accountId: test.jo.id, unitId: test.unit.id, requestId: id, etag: etag)
        },
        Attempt(UnitServiceMethods.deleteUnit, { $0.unit.etag }) { test, etag, id in
            DeleteUnitRequest(unitId: test.unit.id, requestId: id, etag: etag)
        },
        Attempt(GroupServiceMethods.addGroupMember, { $0.member.etag }) { test, etag, id in
            AddGroupMemberRequest(groupId: test.group.id, memberId: test.jo.id, requestId: id, etag: etag)
        },
        Attempt(GroupServiceMethods.removeGroupMember, { $0.member.etag }) { test, etag, id in
            RemoveGroupMemberRequest(groupId: test.group.id, memberId: test.jo.id, requestId: id, etag: etag)
        },
    ]

    func call<Q: Message, A: Message>(_ method: Method<Q, A>, _ request: Q) async throws(Status) -> A {
        try await installation.call(method, request, as: acme.owner)
    }

    private func refused(_ attempt: Attempt, _ etag: String, _ requestID: String = "") async -> Status? {
        await failure { () throws(Status) in try await attempt.make(self, etag, requestID) }
    }

    private func hasEtag(_ name: String) -> Bool {
        guard let type = messageTypes[name] else { return false }
        let message: any Message = type.init()
        return Mirror(reflecting: message).children.contains { $0.label == "etag" }
    }

    @Test("every request with an etag is among the attempts")
    func complete() {
        let names = messageTypes.keys.filter { $0.hasPrefix("mandate.identity.v1.") && $0.hasSuffix("Request") }
        let requests = names.filter { hasEtag($0) }
        let nested = [
            UpdateAccountRequest.name, UpdateGroupRequest.name, InviteAccountRequest.name, UpdateOrganizationRequest.name,
            UpdateBillingDetailsRequest.name, UpdateProfileRequest.name, UpdateUnitRequest.name,
            UpdateTenantRequest.name, UpdateSubscriptionRequest.name,
        ]
        #expect(Set(requests + nested) == Set(Self.attempts.map(\.request)))
    }

    @Test("another etag is ETAG_MISMATCH with the current one, and changes nothing", arguments: attempts.indices)
    func mismatch(_ index: Int) async throws {
        let attempt = Self.attempts[index]
        let (position, events) = (installation.store.position, try await installation.events().count)
        for etag in [acme.owner.etag, "x", String(repeating: "x", count: 100)] {
            let status = await refused(attempt, etag)
            #expect(status?.code == .aborted && status?.reason == .etagMismatch, "\(attempt.request) with \(etag)")
            #expect(status?.metadata["etag"] == attempt.current(self))
        }
        #expect(installation.store.position == position)
        #expect(try await installation.events().count == events)
    }

    @Test("the current etag is taken, and a repetition with it gives its answer again", arguments: attempts.indices)
    func match(_ index: Int) async throws {
        let attempt = Self.attempts[index]
        let etag = attempt.current(self)
        #expect(etag.utf8.count == 13)
        try await attempt.make(self, etag, "r")
        try await attempt.make(self, etag, "r")
        // An invitation is answered once, and what is deleted is deleted once.
        let once = [
            AcceptInvitationRequest.name, AcceptOwnInvitationRequest.name, DeclineOwnInvitationRequest.name,
            DeclineInvitationRequest.name, WithdrawInvitationRequest.name, InviteAdministratorRequest.name,
            DeleteUnitRequest.name, ReleaseDomainRequest.name, DeleteTenantRequest.name,
            RevokeSystemOperationRequest.name,
        ]
        if !once.contains(attempt.request) { try await attempt.make(self, "", "s") }
    }

    @Test("an etag is judged before it is found that there is nothing to do, and behind another change it is too old")
    func unchanged() async throws {
        let suspended = try #require(try await installation.suspend(jo, by: acme.owner).account)
        #expect(suspended.etag != jo.etag && suspended.revision == jo.revision + 1)
        let suspend = Self.attempts[0]
        let late = await refused(suspend, jo.etag)
        #expect(late?.reason == .etagMismatch && late?.metadata["etag"] == suspended.etag)
        let again = try await call(
            AccountServiceMethods.suspendAccount, SuspendAccountRequest(accountId: jo.id, etag: suspended.etag))
        #expect(again.unchanged && again.account?.etag == suspended.etag)
        let read = try await call(AccountServiceMethods.getAccount, GetAccountRequest(key: .accountId(jo.id)))
        #expect(read.account?.etag == suspended.etag)
        let listed = try await call(AccountServiceMethods.listAccounts, ListAccountsRequest(organizationId: acme.id))
        #expect(listed.accounts.first { $0.id == jo.id }?.etag == suspended.etag)
    }

    @Test("where nothing is stored any more every etag is a mismatch, and none is the current one")
    func gone() async throws {
        let remove = RemoveGroupMemberRequest(groupId: group.id, memberId: jo.id, etag: member.etag)
        _ = try await call(GroupServiceMethods.removeGroupMember, remove)
        for index in Self.attempts.indices.suffix(2) {
            let status = await refused(Self.attempts[index], member.etag)
            #expect(status?.reason == .etagMismatch && status?.metadata["etag"] == nil)
        }
        // An invitation of somebody who was never invited is an invitation only without.
        let unknown = Account(organizationId: acme.id, address: "new@acme.example", etag: jo.etag)
        let status = await failure { () throws(Status) in
            try await call(AccountServiceMethods.inviteAccount, InviteAccountRequest(account: unknown))
        }
        #expect(status?.reason == .etagMismatch && status?.metadata["etag"] == nil)
    }

    @Test("D28 another organization's account is not found, whatever the etag; who may not change hears of no etag")
    func permission() async throws {
        let other = try await installation.acme("other")
        for etag in [other.owner.etag, "x"] {
            let status = await failure { () throws(Status) in
                try await call(AccountServiceMethods.suspendAccount, SuspendAccountRequest(accountId: other.owner.id, etag: etag))
            }
            #expect(status?.reason == .notFound && status?.metadata["etag"] == nil)
            let denied = await failure { () throws(Status) in
                try await installation.call(
                    AccountServiceMethods.suspendAccount, SuspendAccountRequest(accountId: acme.owner.id, etag: etag), as: jo)
            }
            #expect(denied?.code == .permissionDenied && denied?.metadata["etag"] == nil)
        }
    }

    @Test("an etag is judged before the rules, and with validate_only as without")
    func order() async throws {
        // The owner cannot be suspended.
        for (etag, reason) in [("x", ErrorReason.etagMismatch), (acme.owner.etag, .isOwner)] {
            let status = await failure { () throws(Status) in
                try await call(
                    AccountServiceMethods.suspendAccount,
                    SuspendAccountRequest(accountId: acme.owner.id, validateOnly: true, etag: etag))
            }
            #expect(status?.reason == reason)
        }
    }

    @Test("what is created has an etag, and one that is sent with it does not matter")
    func created() async throws {
        let made = try await call(
            GroupServiceMethods.createGroup,
            CreateGroupRequest(group: Group(organizationId: acme.id, displayName: "b", etag: "x")))
        let read = try await call(GroupServiceMethods.getGroup, GetGroupRequest(groupId: made.group?.id ?? ""))
        #expect(made.group == read.group && read.group?.etag.utf8.count == 13)
        let organization = try await call(
            OrganizationServiceMethods.getOrganization, GetOrganizationRequest(organizationId: acme.id))
        #expect(organization.organization?.etag.utf8.count == 13)
    }
}
