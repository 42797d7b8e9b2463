package import IdentityDomain
internal import IdentityStorage
package import Messages

/// Judges an account or a session from memory: behind the Authorize method and behind every method of this service.
package struct Judge: Sendable {
    let index: AccountIndex
    let matrix: RoleMatrix
    let clock: @Sendable () -> Int64

    /// Who is judged.
    package enum Subject {
        case account(AccountID)
        case session(token: String)
    }

    /// `unit`: of what is to be touched; empty for none.
    package func answer(
        _ subject: Subject, organization: String, unit: String = "", _ demands: [AccessDemand]
    ) -> AuthorizeResponse {
        let account: AccountID
        switch subject {
        case .account(let id): account = id
        case .session(let token):
            guard let owner = index.use(sessionHash: SecretToken.hash(token), now: clock()) else {
                return AuthorizeResponse(reason: .sessionInvalid)
            }
            account = owner
        }
        let entry = index.entry(account, touching: unit.isEmpty ? nil : UnitID(unit))
        let judgement = matrix.judge(
            entry, organization: organization.isEmpty ? nil : OrganizationID(organization), demands.map { Demand($0) })
        return AuthorizeResponse(judgement, entry)
    }
}

extension RoleMatrix {
    func judge(
        _ entry: AccountIndex.Entry?, organization: OrganizationID? = nil, _ demands: [Demand]
    ) -> Judgement {
        judge(
            entry?.standing, rolesEnabled: entry?.rolesEnabled ?? true, organization: organization,
            place: entry?.place ?? .none, demands)
    }
}

extension AuthorizeResponse {
    /// Who it is stands in a denial too, so that it can be logged; not for an account that does not exist.
    init(_ judgement: Judgement, _ entry: AccountIndex.Entry?) {
        self.init(
            allowed: judgement.allowed, reason: AuthorizeReason(judgement.denial),
            roleIds: judgement.roles.map(\.text), held: judgement.held.map { AccessLevel($0) })
        if let entry, judgement.denial != .noSuchAccount {
            let standing = entry.standing
            accountId = standing.id.text
            organizationId = standing.organization.text
            owner = standing.owner
            fullAdmin = standing.isFullAdmin(rolesEnabled: entry.rolesEnabled)
        }
    }
}

extension AuthorizeReason {
    init(_ denial: Judgement.Denial?) {
        self =
            switch denial {
            case nil: .unspecified
            case .noSuchAccount: .noSuchAccount
            case .accountNotActive: .accountNotActive
            case .otherOrganization: .otherOrganization
            case .roleLacksScope: .roleLacksScope
            case .unknownScope: .unknownScope
            }
    }
}

extension Demand {
    init(_ demand: AccessDemand) { self.init(demand.scope, Level(demand.level)) }
}

extension Level {
    /// A number that this version does not know demands the most.
    init(_ level: AccessLevel) {
        self =
            switch level {
            case .unspecified: .none
            case .view: .view
            case .edit, .unrecognized: .edit
            }
    }
}

extension AccessLevel {
    init(_ level: Level) { self.init(rawValue: Int32(level.rawValue)) }
}
