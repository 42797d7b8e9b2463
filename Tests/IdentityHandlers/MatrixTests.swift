import Contract
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct MatrixTests {
    static let roles: [Role] = [.fullAdmin, .policyAdmin, .support, .auditor]

    private func level(_ row: ScopeLevels, _ role: Role) -> AccessLevel {
        switch role {
        case .fullAdmin: row.fullAdmin
        case .policyAdmin: row.policyAdmin
        case .support: row.support
        case .auditor: row.auditor
        case .unspecified, .unrecognized: .unspecified
        }
    }

    @Test("C1 C2 all 45 scopes for all 4 roles, through Authorize")
    func everyCell() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let matrix = try await installation.call(RoleServiceMethods.getRoleMatrix, GetRoleMatrixRequest())
        #expect(matrix.scopes.count == 45)
        for role in Self.roles {
            let account = try await installation.member("\(role)".lowercased(), of: acme, role: role)
            for row in matrix.scopes {
                let held = level(row, role)
                for needed in [AccessLevel.view, .edit] {
                    let judged = try await installation.authorize(.accountId(account.id), row.scope, needed)
                    #expect(judged.allowed == (held.rawValue >= needed.rawValue), "\(role) \(row.scope) \(needed)")
                    #expect(judged.held == held)
                    #expect(judged.role == role)
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
            let judged = try await installation.authorize(
                .accountId(account), scope, scope.isEmpty ? .unspecified : .view, organization: organization)
            #expect(judged.reason == reason, "\(account) \(scope)")
            #expect(judged.allowed == (reason == .unspecified))
        }
        let session = try await installation.authorize(.sessionToken("nonsense"), "delegations", .view)
        #expect(session.reason == .sessionInvalid)
        #expect(session.accountId.isEmpty)
    }

    @Test("a question without a subject or a level is refused")
    func malformed() async throws {
        let installation = try await Installation()
        for request in [
            AuthorizeRequest(),
            AuthorizeRequest(subject: .accountId("acc_" + String(repeating: "0", count: 26)), scope: "delegations"),
        ] {
            let status = await failure { () throws(Status) in
                try await installation.call(AuthorizationServiceMethods.authorize, request)
            }
            #expect(status?.reason == .missingField)
        }
    }

    @Test("C3 an auditor is denied on every mutating method of every service")
    func auditor() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let auditor = try await installation.member("auditor", of: acme, role: .auditor)
        let mutating = contractMethods.filter { $0.access.kind == .scope && $0.access.level == .edit }
        #expect(mutating.count >= 10)
        for method in mutating {
            let judged = try await installation.authorize(.accountId(auditor.id), method.access.scope, .edit)
            #expect(!judged.allowed, "\(method.path)")
        }
    }

    @Test("C3 C15 an auditor calls every mutating method of this service, and learns what was needed")
    func auditorCalls() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let auditor = try await installation.member("auditor", of: acme, role: .auditor)
        let user = try await installation.member("jo", of: acme)
        let group = try await installation.group("all", of: acme)
        let new = Account(organizationId: acme.id, address: "new@acme.example")
        let requests: [String: any Message] = [
            "AccountService/InviteAccount": InviteAccountRequest(account: new),
            "AccountService/CreateFunctionalAccount": CreateFunctionalAccountRequest(account: new),
            "AccountService/UpdateAccount": UpdateAccountRequest(
                account: Account(id: user.id), updateMask: FieldMask(paths: ["display_name"])),
            "AccountService/SuspendAccount": SuspendAccountRequest(accountId: user.id),
            "AccountService/ReactivateAccount": ReactivateAccountRequest(accountId: user.id),
            "AdministratorService/AssignRole": AssignRoleRequest(accountId: user.id, role: .support),
            "GroupService/CreateGroup": CreateGroupRequest(
                group: Group(organizationId: acme.id, displayName: "g")),
            "GroupService/AddGroupMember": AddGroupMemberRequest(groupId: group.id, memberId: user.id),
            "GroupService/RemoveGroupMember": RemoveGroupMemberRequest(groupId: group.id, memberId: user.id),
        ]
        let methods = installation.router.methods.filter { $0.access.kind == .scope && $0.access.level == .edit }
        #expect(methods.count == requests.count)
        for method in methods {
            let request = try #require(requests[String(method.path.dropFirst("mandate.identity.v1.".count))])
            let status = await failure { () throws(Status) in
                try await installation.transport.unary(
                    method.path, request.encoded(), CallOptions(metadata: [(MetadataKey.account, auditor.id)]))
            }
            #expect(status?.code == .permissionDenied, "\(method.path)")
            #expect(status?.reason == .roleLacksScope)
            #expect(status?.metadata["scope"] == method.access.scope)
            #expect(status?.metadata["needed"] == "edit")
            #expect(status?.metadata["held"] == "view")
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
