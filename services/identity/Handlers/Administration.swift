internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// Who administers what, as the transaction sees it: judged again on the rows themselves, so that an administrator who
/// was suspended or demoted a moment ago changes nothing any more, and two who demote each other are judged in turn (C7).
struct Administration {
    let administrator: Administrator
    let organization: Organization
    let standing: Standing
    let access: Access
    let matrix: RoleMatrix
    private let write: Write
    var tx: Transaction { write.tx }

    /// `unit`: that the request names as the one of what is touched.
    init(
        _ write: Write, _ call: Call, _ account: AuthorizedAccount, _ access: Access, unit: String = "",
        touching target: EventTarget, _ matrix: RoleMatrix
    ) throws {
        self.write = write
        self.access = access
        self.matrix = matrix
        let tx = write.tx
        let stored = try tx.account(AccountID(account.accountID))
        guard let stored, let organization = try tx.organization(OrganizationID(stored.organizationId)) else {
            throw Status.denied(AuthorizeResponse(reason: .noSuchAccount), access: access)
        }
        self.organization = organization
        standing = try tx.standing(of: stored)
        // Looked for only where a role counts there and not elsewhere.
        let isSomewhere = standing.roles.contains { $0.unit != nil }
        let touched = isSomewhere ? (unit.isEmpty ? try tx.account(AccountID(target.id))?.unit : UnitID(unit)) : nil
        let answer = Self.judge(standing, organization, at: try tx.path(of: touched), access, matrix)
        write.judged(AuthorizedAccount(answer, authenticatedBy: account.authenticatedBy), access, call)
        if let refusal = access.refusal(answer, touching: target) { throw refusal }
        administrator = Administrator(
            standing, rolesEnabled: organization.rolesEnabled, policies: try tx.policies(of: standing.organization).policies)
    }

    /// What the call demands, of what stands at a place.
    func judge(at place: UnitPath) -> AuthorizeResponse { Self.judge(standing, organization, at: place, access, matrix) }

    private static func judge(
        _ standing: Standing, _ organization: Organization, at place: UnitPath, _ access: Access, _ matrix: RoleMatrix
    ) -> AuthorizeResponse {
        var entry = AccountIndex.Entry(standing: standing, rolesEnabled: organization.rolesEnabled)
        entry.place = place
        return AuthorizeResponse(matrix.judge(entry, access.demands.map { Demand($0) }), entry)
    }

    /// An account of the organization that is going to be changed. Another organization's is not found either (D28).
    func account(_ id: String) throws -> Account { try write.changing(accountBeside(id)) }

    /// The same where the request's etag is of something else.
    func accountBeside(_ id: String) throws -> Account { try tx.account(AccountID(id)).found(in: organization.id) }

    /// A group of the organization, of which something else is going to be changed.
    func group(_ id: String) throws -> Group { try tx.group(GroupID(id)).found(in: organization.id) }

    /// A domain of the organization that is going to be changed.
    func domain(_ id: String) throws -> Messages.Domain { try write.changing(tx.domain(id).found(in: organization.id)) }

    /// A unit of the organization.
    func unit(_ id: String) throws -> Unit { try tx.unit(UnitID(id)).found(in: organization.id) }

    /// A role that there is, in the whole organization or in a unit of it that there is.
    func role(_ id: String, in unit: String) throws -> AssignedRole {
        guard try tx.role(RoleID(id), for: OrganizationID(organization.id)) != nil else { throw Refusal.notFound }
        return AssignedRole(RoleID(id), in: unit.isEmpty ? nil : UnitID(try self.unit(unit).id))
    }

    /// Roles for the whole organization that there are, each once.
    func roles(_ ids: [String]) throws -> [RoleID] {
        if Set(ids).count < ids.count { throw Refusal.invalid("role_ids", "a role stands there twice") }
        return try ids.map { try role($0, in: "").role }.sorted()
    }

    /// What ends an account's invitation, whatever it is called, is judged as withdrawing it: an administrator's is only for
    /// whoever could have made it (A5, C5).
    func mayWithdrawInvitation(of account: Account) throws {
        guard let waiting = try tx.waitingInvitation(of: AccountID(account.id))?.waiting else { return }
        try administrator.mayChange(waiting)
    }

    var fullAdmins: FullAdmins {
        get throws { try tx.fullAdmins(of: organization) }
    }
}
