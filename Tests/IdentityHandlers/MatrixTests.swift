import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct MatrixTests {
    @Test("C1 C2 all 45 scopes for all 4 roles, through Authorize")
    func everyCell() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let matrix = try await installation.call(RoleServiceMethods.getRoleMatrix, GetRoleMatrixRequest())
        #expect(matrix.scopes.count == 45)
        #expect(matrix.scopes.allSatisfy { $0.levels.map(\.roleId) == RoleID.builtIn.map(\.text) })
        for role in RoleID.builtIn {
            let account = try await installation.member(String(role.text.dropFirst(4)), of: acme, role: role)
            for row in matrix.scopes {
                let held = try #require(row.levels.first { $0.roleId == role.text }).level
                for needed in [AccessLevel.view, .edit] {
                    let judged = try await installation.authorize(.accountId(account.id), row.scope, needed)
                    #expect(judged.allowed == (held.rawValue >= needed.rawValue), "\(role.text) \(row.scope) \(needed)")
                    #expect(judged.held == [held])
                    #expect(judged.roleIds == [role.text])
                    #expect(judged.reason == (judged.allowed ? .unspecified : .roleLacksScope))
                }
            }
        }
    }

    @Test("C2 unknown scopes, accounts and organizations are denied, each with its reason")
    func denials() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        let user = try await installation.member("jo", of: acme)
        let invited = try await installation.invite("new", to: acme).account ?? Account()
        let functional = try await installation.functional("info", of: acme)
        let table: [(String, String, String, AuthorizeReason)] = [
            (acme.owner.id, "delegation", "", .unknownScope),
            (acme.owner.id, "delegations", other.id, .otherOrganization),
            (acme.owner.id, "delegations", acme.id, .unspecified),
            ("acc_00000000000000000000000000", "delegations", "", .noSuchAccount),
            (user.id, "delegations", "", .roleLacksScope),
            (user.id, "", "", .unspecified),
            (invited.id, "", "", .accountNotActive),
            (functional.id, "", "", .accountNotActive),
        ]
        for (account, scope, organization, reason) in table {
            let demands = scope.isEmpty ? [] : [AccessDemand(scope: scope, level: .view)]
            let judged = try await installation.authorize(.accountId(account), demands, organization: organization)
            #expect(judged.reason == reason, "\(account) \(scope)")
            #expect(judged.allowed == (reason == .unspecified))
        }
        let session = try await installation.authorize(.sessionToken("nonsense"), "delegations", .view)
        #expect(session.reason == .sessionInvalid)
        #expect(session.accountId.isEmpty)
    }

    @Test("C2 C15 of several scopes each is judged, and the answer says what is held of each")
    func several() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("sue", of: acme, role: .support)
        let units = AccessDemand(scope: "organizational_units", level: .edit)
        let grants = AccessDemand(scope: "delegations", level: .edit)
        let unknown = AccessDemand(scope: "delegation", level: .view)
        let table: [([AccessDemand], AuthorizeReason, [AccessLevel])] = [
            ([units, grants], .roleLacksScope, [.edit, .view]), ([grants, units], .roleLacksScope, [.view, .edit]),
            ([units, AccessDemand(scope: "delegations", level: .view)], .unspecified, [.edit, .view]),
            ([grants, unknown], .unknownScope, [.view, .unspecified]),
            (Array(repeating: units, count: 16), .unspecified, Array(repeating: .edit, count: 16)),
        ]
        for (demands, reason, held) in table {
            let judged = try await installation.authorize(.accountId(support.id), demands)
            #expect(judged.allowed == (reason == .unspecified))
            #expect(judged.reason == reason)
            #expect(judged.held == held)
            #expect(judged.accountId == support.id)
        }
    }

    @Test("a question without a subject, or with a demand of half, or with too many, is refused")
    func malformed() async throws {
        let installation = try await Installation()
        let whole = AccessDemand(scope: "delegations", level: .view)
        let table: [([AccessDemand], ErrorReason, String)] = [
            ([AccessDemand(scope: "delegations")], .missingField, "demands[0].level"),
            ([whole, AccessDemand(level: .view)], .missingField, "demands[1].scope"),
            ([whole, AccessDemand()], .missingField, "demands[1].scope"),
            ([AccessDemand(scope: "delegations", level: .unrecognized(9))], .invalidField, "demands[0].level"),
            ([AccessDemand(scope: String(repeating: "x", count: 101), level: .view)], .tooLong, "demands[0].scope"),
            (Array(repeating: whole, count: 17), .tooLong, "demands"),
        ]
        for (demands, reason, field) in table {
            let status = await failure { () throws(Status) in
                try await installation.authorize(.accountId("acc_00000000000000000000000000"), demands)
            }
            #expect(status?.reason == reason)
            #expect(status?.metadata["field"] == field)
        }
        let status = await failure { () throws(Status) in
            try await installation.call(AuthorizationServiceMethods.authorize, AuthorizeRequest())
        }
        #expect(status?.reason == .missingField)
    }

    @Test("C2 every demand of every method names a row of the matrix and a level")
    func rows() {
        let matrix = RoleMatrix.standard
        for method in contractMethods {
            for demand in method.access.demands {
                #expect(matrix.names(demand.scope), "\(method.path) needs \(demand.scope), which is no row")
                #expect([.view, .edit].contains(demand.level), "\(method.path) needs \(demand.scope) at no level")
                // Viewing is never enough to change something, and who only reads needs no more than to view.
                #expect((demand.level == .edit) == method.access.mutates, "\(method.path)")
            }
            let scopes = method.access.demands.map(\.scope)
            #expect(Set(scopes).count == scopes.count, "\(method.path) names a scope twice")
        }
    }

    @Test("B8 demands, and less for what is one's own, are declared only of accounts; one's own is only read, but for these")
    func accounts() {
        // A profile, what an account registers for itself, and its own signature.
        let ofTheirOwn: Set<String> = [
            "UpdateProfile", "RegisterMailbox", "TransferMailbox", "UnregisterMailbox", "SetSignature", "DeleteSignature",
        ]
        for method in contractMethods {
            let access = method.access
            let ofAccounts = !access.demands.isEmpty || !access.by.isEmpty || access.orSelf || access.orMailboxOwner
            #expect(!ofAccounts || [.account, .owner].contains(access.kind), "\(method.path)")
            let changesOwn = (access.orSelf || access.orMailboxOwner) && access.mutates
            let name = String(method.path.split(separator: "/").last ?? "")
            #expect(changesOwn == ofTheirOwn.contains(name), "\(method.path)")
        }
    }

    @Test("C3 an auditor is denied on every mutating method of every service")
    func auditor() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let auditor = try await installation.member("auditor", of: acme, role: .auditor)
        // Who signs out changes nothing of the organization's, so that needs no scope.
        let mutating = contractMethods.filter { $0.access.kind == .account && $0.access.mutates }
        let own = mutating.filter { $0.access.demands.isEmpty && $0.access.by.isEmpty }
        // Nor does who answers an invitation of their own, and no auditor has one.
        let ownMethods = [
            "InvitationService/AcceptOwnInvitation", "InvitationService/DeclineOwnInvitation",
            // Nor does who answers an offer of ownership: until it is accepted nothing is theirs to change.
            "OwnershipService/AcceptOwnershipTransfer", "OwnershipService/DeclineOwnershipTransfer",
            "SessionService/DeleteSession",
        ]
        #expect(own.map(\.path).sorted() == ownMethods.map { "mandate.identity.v1." + $0 })
        for method in mutating where !method.access.demands.isEmpty {
            let judged = try await installation.authorize(.accountId(auditor.id), method.access.demands)
            #expect(judged.reason == .roleLacksScope, "\(method.path)")
        }
    }

    @Test("C3 C15 an auditor calls every mutating method of this service, and learns what was needed")
    func auditorCalls() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let auditor = try await installation.member("auditor", of: acme, role: .auditor)
        let user = try await installation.member("jo", of: acme)
        let group = try await installation.group("all", of: acme)
        let unit = try await installation.unit("north", of: acme)
        let new = Account(organizationId: acme.id, address: "new@acme.example")
        let waiting = try await installation.invite("kim", to: acme).invitationId
        let domain = try await installation.claim("shop.example", of: acme)
        let tenant = try await installation.tenant("shop", of: acme)
        let bought = try await installation.subscription("pro", 1, of: acme)
        let requests: [String: any LoggedRequest] = [
            "OrganizationService/UpdateOrganization": UpdateOrganizationRequest(
                organization: Organization(id: acme.id, displayName: "New"), updateMask: FieldMask(paths: ["display_name"])),
            "OrganizationService/SwitchRoles": SwitchRolesRequest(organizationId: acme.id, roles: .off),
            "DomainService/ClaimDomain": ClaimDomainRequest(organizationId: acme.id, domainName: "other.example"),
            "DomainService/VerifyDomain": VerifyDomainRequest(domainId: domain.id),
            "DomainService/ReleaseDomain": ReleaseDomainRequest(domainId: domain.id),
            "AddressService/AddAlias": AddAliasRequest(accountId: user.id, alias: "b@acme.example"),
            "AddressService/RemoveAlias": RemoveAliasRequest(accountId: user.id, alias: "b@acme.example"),
            "AddressService/MoveAlias": MoveAliasRequest(accountId: user.id, alias: "b@acme.example"),
            "AddressService/ChangePrimaryAddress": ChangePrimaryAddressRequest(
                accountId: user.id, address: "b@acme.example"),
            "AccountService/InviteAccount": InviteAccountRequest(account: new),
            "AccountService/CreateFunctionalAccount": CreateFunctionalAccountRequest(account: new),
            "AccountService/UpdateAccount": UpdateAccountRequest(
                account: Account(id: user.id), updateMask: FieldMask(paths: ["display_name"])),
            "AccountService/UpdateProfile": UpdateProfileRequest(
                account: Account(id: user.id), updateMask: FieldMask(paths: ["display_name"])),
            "AccountService/ChangeAccountType": ChangeAccountTypeRequest(accountId: user.id, accountType: .functional),
            "AccountService/DeleteAccount": DeleteAccountRequest(accountId: user.id),
            "AccountService/SuspendAccount": SuspendAccountRequest(accountId: user.id),
            "AccountService/ReactivateAccount": ReactivateAccountRequest(accountId: user.id),
            "InvitationService/InviteAdministrator": InviteAdministratorRequest(
                organizationId: acme.id, invited: .accountId(user.id), roleIds: [RoleID.support.text]),
            "InvitationService/WithdrawInvitation": WithdrawInvitationRequest(invitationId: waiting),
            "InvitationService/ResendInvitation": ResendInvitationRequest(invitationId: waiting),
            "AdministratorService/AssignRole": AssignRoleRequest(accountId: user.id, roleId: RoleID.support.text),
            "AdministratorService/UnassignRole": UnassignRoleRequest(accountId: user.id, roleId: RoleID.support.text),
            "PolicyService/UpdatePolicies": UpdatePoliciesRequest(
                policies: OrganizationPolicies(organizationId: acme.id, breakGlass: .off),
                updateMask: FieldMask(paths: ["break_glass", "administrators_by"])),
            "GroupService/CreateGroup": CreateGroupRequest(
                group: Group(organizationId: acme.id, displayName: "g")),
            "GroupService/UpdateGroup": UpdateGroupRequest(
                group: Group(id: group.id, displayName: "g"), updateMask: FieldMask(paths: ["display_name"])),
            "GroupService/DeleteGroup": DeleteGroupRequest(groupId: group.id),
            "GroupService/AddGroupMembers": AddGroupMembersRequest(groupId: group.id, memberIds: [user.id]),
            "GroupService/RemoveGroupMembers": RemoveGroupMembersRequest(groupId: group.id, memberIds: [user.id]),
            "GroupService/SetGroupMembers": SetGroupMembersRequest(groupId: group.id, memberIds: [user.id]),
            "UnitService/CreateUnit": CreateUnitRequest(
                unit: Messages.Unit(organizationId: acme.id, displayName: "u")),
            "UnitService/UpdateUnit": UpdateUnitRequest(
                unit: Messages.Unit(id: unit.id, displayName: "u"), updateMask: FieldMask(paths: ["display_name"])),
            "UnitService/MoveUnit": MoveUnitRequest(unitId: unit.id, top: true),
            "UnitService/DeleteUnit": DeleteUnitRequest(unitId: unit.id),
            "UnitService/SetAccountUnit": SetAccountUnitRequest(accountId: user.id, unitId: unit.id),
            "TenantService/CreateTenant": CreateTenantRequest(tenant: Tenant(organizationId: acme.id, displayName: "t")),
            "TenantService/UpdateTenant": UpdateTenantRequest(
                tenant: Tenant(id: tenant.id, displayName: "u"), updateMask: FieldMask(paths: ["display_name"])),
            "TenantService/DeleteTenant": DeleteTenantRequest(tenantId: tenant.id),
            "SubscriptionService/CreateSubscription": CreateSubscriptionRequest(
                subscription: Subscription(organizationId: acme.id, plan: "pro", licenceCount: 1)),
            "SubscriptionService/UpdateSubscription": UpdateSubscriptionRequest(
                subscription: Subscription(id: bought.id, plan: "ultra"), updateMask: FieldMask(paths: ["plan"])),
            "SubscriptionService/CancelSubscription": CancelSubscriptionRequest(subscriptionId: bought.id),
            "LicenceService/AssignLicence": AssignLicenceRequest(accountId: user.id, subscriptionId: bought.id),
            "LicenceService/UnassignLicence": UnassignLicenceRequest(accountId: user.id, subscriptionId: bought.id),
            "SystemOperationService/GrantSystemOperation": GrantSystemOperationRequest(
                holderId: user.id, operation: .sharedAccountSetup),
            "SystemOperationService/RevokeSystemOperation": RevokeSystemOperationRequest(
                holderId: user.id, operation: .sharedAccountSetup),
            "GroupService/AddGroupMember": AddGroupMemberRequest(groupId: group.id, memberId: user.id),
            "GroupService/RemoveGroupMember": RemoveGroupMemberRequest(groupId: group.id, memberId: user.id),
        ]
        let methods = installation.router.methods.filter {
            $0.access.mutates && !($0.access.demands.isEmpty && $0.access.by.isEmpty)
        }
        #expect(methods.count == requests.count)
        for method in methods {
            let request = try #require(requests[String(method.path.dropFirst("mandate.identity.v1.".count))])
            let status = await failure { () throws(Status) in
                try await installation.transport.unary(
                    method.path, request.encoded(), CallOptions(metadata: [(MetadataKey.account, auditor.id)]))
            }
            #expect(status?.code == .permissionDenied, "\(method.path)")
            #expect(status?.reason == .roleLacksScope)
            let demands = method.access.demanding(request.demandsNamed).demands
            #expect(status?.metadata["scope"] == demands.map(\.scope).joined(separator: ","))
            #expect(status?.metadata["needed"] == demands.map { _ in "edit" }.joined(separator: ","))
            #expect(status?.metadata["held"] == demands.map { _ in "view" }.joined(separator: ","))
        }
    }

    @Test("a session and an account that are not the same person act for neither")
    func twoActors() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let admin = try await installation.member("jo", of: acme, role: .fullAdmin)
        let session = try await installation.call(
            SessionServiceMethods.createSession,
            CreateSessionRequest(address: acme.owner.address, password: password)
        ).sessionToken
        func rename(as account: Account) async throws(Status) -> UpdateAccountResponse {
            try await installation.call(
                AccountServiceMethods.updateAccount,
                UpdateAccountRequest(
                    account: Account(id: admin.id, displayName: "New"), updateMask: FieldMask(paths: ["display_name"])),
                as: account, session: session)
        }
        let status = await failure { () throws(Status) in try await rename(as: admin) }
        #expect(status?.code == .invalidArgument && status?.reason == .selectorsDisagree)
        #expect(status?.metadata == ["field": MetadataKey.account, "other": MetadataKey.session])
        #expect(try await rename(as: acme.owner).account?.displayName == "New")
    }

    @Test("a call without an account, or with a session that is none, is unauthenticated")
    func unauthenticated() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let request = GetOrganizationRequest(organizationId: acme.id)
        let table: [(Account?, String?, ErrorReason)] = [
            (nil, nil, .accountRequired), (nil, "nonsense", .sessionInvalid), (Account(id: "acc_x"), nil, .accountRequired),
            // A session counts before an account that the caller names.
            (acme.owner, "nonsense", .sessionInvalid),
        ]
        for (account, session, reason) in table {
            let status = await failure { () throws(Status) in
                try await installation.call(
                    OrganizationServiceMethods.getOrganization, request, as: account, session: session)
            }
            #expect(status?.code == .unauthenticated)
            #expect(status?.reason == reason)
        }
    }
}
