internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension OrganizationHandler {
    /// As many administrators as a page for people shows.
    private static let administratorsMax = 100

    func getOrganizationSummary(
        _ request: GetOrganizationSummaryRequest, _ call: Call
    ) throws(Status) -> Answer<GetOrganizationSummaryResponse> {
        identity.reading(request, call) { connection, _ in
            let id = OrganizationID(request.organizationId)
            guard let organization = try connection.organization(id) else { throw Refusal.notFound }
            let accounts = try connection.accountCounts(of: id)
            let administrators = try connection.administratorIDs(of: id, limit: Self.administratorsMax + 1)
                .filter { $0.text != organization.ownerId }.prefix(Self.administratorsMax)
            let fullAdmins = try connection.fullAdmins(of: organization, upTo: Int(Int32.max))
            let warnings = OrganizationWarning.all(
                fullAdmins: fullAdmins, rolesEnabled: organization.rolesEnabled,
                policies: try connection.policies(of: id).policies)
            return GetOrganizationSummaryResponse(
                organization: organization, owner: try connection.account(AccountID(organization.ownerId)),
                administrators: try administrators.compactMap { try connection.account($0) },
                administratorCount: accounts.administrators - 1, accounts: accounts,
                groupCount: Int32(try connection.groupCount(of: id)), fullAdminCount: Int32(fullAdmins.active),
                warnings: warnings.map { Messages.OrganizationWarning($0) })
        }
    }
}

extension [AccountCount] {
    /// With the owner, who is one.
    fileprivate var administrators: Int32 {
        reduce(0) { $1.accountType == .administrator && $1.state != .deleted ? $0 + $1.count : $0 }
    }
}

extension Messages.OrganizationWarning {
    init(_ warning: IdentityDomain.OrganizationWarning) {
        self =
            switch warning {
            case .oneFullAdmin: .oneFullAdmin
            case .rolesOff: .rolesOff
            case .administratorsUnguarded: .administratorsUnguarded
            }
    }
}
