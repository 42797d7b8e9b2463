import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC

/// An organization with its owner.
struct Acme: Sendable {
    let id: String
    let owner: Account
}

let password = "correct horse battery"

extension Installation {
    func acme(
        _ name: String = "acme", preset: OrganizationPreset = .functionalAccounts, ownerPassword: String = ""
    ) async throws -> Acme {
        let answer = try await operate(
            OrganizationServiceMethods.createOrganization,
            CreateOrganizationRequest(
                organization: Organization(displayName: name, preset: preset),
                owner: Account(address: "owner@\(name).example", displayName: "Owner"), ownerPassword: ownerPassword))
        return Acme(id: answer.organization?.id ?? "", owner: answer.owner ?? Account())
    }

    func invite(_ name: String, to acme: Acme, requestID: String = "") async throws -> InviteAccountResponse {
        try await call(
            AccountServiceMethods.inviteAccount,
            InviteAccountRequest(
                account: Account(organizationId: acme.id, address: "\(name)@acme.example", displayName: name),
                requestId: requestID),
            as: acme.owner)
    }

    /// Invites an account that is there.
    func inviteAdministrator(
        _ account: Account, as roles: [RoleID] = [.support], to acme: Acme, by administrator: Account? = nil,
        requestID: String = ""
    ) async throws(Status) -> InviteAdministratorResponse {
        try await call(
            InvitationServiceMethods.inviteAdministrator,
            InviteAdministratorRequest(
                organizationId: acme.id, invited: .accountId(account.id), roleIds: roles.map(\.text), requestId: requestID),
            as: administrator ?? acme.owner)
    }

    /// Invites by an address.
    func inviteAdministrator(
        at address: String, as roles: [RoleID] = [.support], to acme: Acme, by administrator: Account? = nil,
        requestID: String = ""
    ) async throws(Status) -> InviteAdministratorResponse {
        try await call(
            InvitationServiceMethods.inviteAdministrator,
            InviteAdministratorRequest(
                organizationId: acme.id, invited: .address(address), displayName: "New", roleIds: roles.map(\.text),
                requestId: requestID),
            as: administrator ?? acme.owner)
    }

    func accept(_ token: String, password: String = "") async throws(Status) -> AcceptInvitationResponse {
        try await call(
            InvitationServiceMethods.acceptInvitation, AcceptInvitationRequest(invitationToken: token, password: password))
    }

    /// An active account, with a role where given.
    func member(_ name: String, of acme: Acme, role: RoleID? = nil, password: String = "") async throws -> Account {
        let invited = try await invite(name, to: acme)
        let accepted = try await call(
            InvitationServiceMethods.acceptInvitation,
            AcceptInvitationRequest(invitationToken: invited.invitationToken, password: password))
        let account = accepted.account ?? Account()
        guard let role else { return account }
        return try await assign(role, to: account, by: acme.owner).account ?? account
    }

    /// Changes policies: `by` the owner unless said otherwise.
    @discardableResult
    func decide(
        _ paths: [String], of acme: Acme, by administrator: Account? = nil, etag: String = "", validateOnly: Bool = false,
        _ set: (inout OrganizationPolicies) -> Void = { _ in }
    ) async throws(Status) -> UpdatePoliciesResponse {
        var policies = OrganizationPolicies(organizationId: acme.id, etag: etag)
        set(&policies)
        return try await call(
            PolicyServiceMethods.updatePolicies,
            UpdatePoliciesRequest(
                policies: policies, updateMask: FieldMask(paths: paths), justification: "because", validateOnly: validateOnly),
            as: administrator ?? acme.owner)
    }

    func policies(of acme: Acme, by reader: Account? = nil) async throws(Status) -> GetPoliciesResponse {
        try await call(
            PolicyServiceMethods.getPolicies, GetPoliciesRequest(organizationId: acme.id), as: reader ?? acme.owner)
    }

    func functional(_ name: String, of acme: Acme, by administrator: Account? = nil) async throws(Status) -> Account {
        let answer = try await call(
            AccountServiceMethods.createFunctionalAccount,
            CreateFunctionalAccountRequest(
                account: Account(organizationId: acme.id, address: "\(name)@acme.example", displayName: name)),
            as: administrator ?? acme.owner)
        return answer.account ?? Account()
    }

    func group(_ name: String, of acme: Acme) async throws -> Group {
        let answer = try await call(
            GroupServiceMethods.createGroup,
            CreateGroupRequest(group: Group(organizationId: acme.id, displayName: name)), as: acme.owner)
        return answer.group ?? Group()
    }

    @discardableResult
    func assign(
        _ role: RoleID, in unit: String = "", to account: Account, by administrator: Account
    ) async throws(Status) -> AssignRoleResponse {
        try await call(
            AdministratorServiceMethods.assignRole,
            AssignRoleRequest(accountId: account.id, roleId: role.text, unitId: unit), as: administrator)
    }

    @discardableResult
    func unassign(
        _ role: RoleID, from account: Account, by administrator: Account
    ) async throws(Status) -> UnassignRoleResponse {
        try await call(
            AdministratorServiceMethods.unassignRole, UnassignRoleRequest(accountId: account.id, roleId: role.text),
            as: administrator)
    }

    /// `after`: it ends so many seconds from now.
    @discardableResult
    func suspend(
        _ account: Account, by administrator: Account, until after: Int64? = nil, _ reason: SuspendReason = .unspecified
    ) async throws(Status) -> SuspendAccountResponse {
        let end = after.map { Timestamp(microsecondsSince1970: now + $0 * 1_000_000) }
        return try await call(
            AccountServiceMethods.suspendAccount,
            SuspendAccountRequest(accountId: account.id, justification: "left", endTime: end, reason: reason),
            as: administrator)
    }

    @discardableResult
    func retype(
        _ account: Account, _ type: AccountType, by administrator: Account
    ) async throws(Status) -> ChangeAccountTypeResponse {
        try await call(
            AccountServiceMethods.changeAccountType,
            ChangeAccountTypeRequest(accountId: account.id, accountType: type, justification: "a desk"), as: administrator)
    }

    func get(_ account: Account, as reader: Account) async throws(Status) -> Account {
        try await call(AccountServiceMethods.getAccount, GetAccountRequest(key: .accountId(account.id)), as: reader).account
            ?? Account()
    }

    @discardableResult
    func delete(_ account: Account, by administrator: Account) async throws(Status) -> DeleteAccountResponse {
        try await call(
            AccountServiceMethods.deleteAccount, DeleteAccountRequest(accountId: account.id, justification: "left"),
            as: administrator)
    }

    @discardableResult
    func reactivate(_ account: Account, by administrator: Account) async throws(Status) -> ReactivateAccountResponse {
        try await call(
            AccountServiceMethods.reactivateAccount, ReactivateAccountRequest(accountId: account.id),
            as: administrator)
    }

    @discardableResult
    func add(_ member: String, to group: Group, by administrator: Account) async throws(Status) -> AddGroupMemberResponse {
        try await call(
            GroupServiceMethods.addGroupMember, AddGroupMemberRequest(groupId: group.id, memberId: member), as: administrator)
    }

    func signIn(_ account: Account, _ password: String, at address: String? = nil) async throws(Status) -> CreateSessionResponse {
        try await call(
            SessionServiceMethods.createSession, CreateSessionRequest(address: account.address, password: password),
            personAt: address)
    }

    func authorize(
        _ subject: AuthorizeRequest.Subject, _ scope: String, _ level: AccessLevel, organization: String = ""
    ) async throws(Status) -> AuthorizeResponse {
        try await authorize(subject, [AccessDemand(scope: scope, level: level)], organization: organization)
    }

    func authorize(
        _ subject: AuthorizeRequest.Subject, _ demands: [AccessDemand] = [], organization: String = ""
    ) async throws(Status) -> AuthorizeResponse {
        try await call(
            AuthorizationServiceMethods.authorize,
            AuthorizeRequest(subject: subject, organizationId: organization, demands: demands))
    }
}

/// The status that `body` fails with; nil when it does not.
func failure<T>(_ body: () async throws(Status) -> T) async -> Status? {
    do throws(Status) {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}
