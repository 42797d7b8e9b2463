/// Whether an account has every scope that is demanded at its level, and what it has (C2, C15).
package struct Judgement: Sendable, Equatable {
    package enum Denial: Sendable, Equatable, CaseIterable {
        case noSuchAccount
        case accountNotActive
        case otherOrganization
        case roleLacksScope
        case unknownScope
    }

    /// Nil: may.
    package var denial: Denial?
    /// The roles that counted, each once, in order.
    package var roles: [RoleID]
    /// The most that the roles have of each demand, in their order. Empty where none was looked at.
    package var held: [Level]

    package var allowed: Bool { denial == nil }

    package init(denial: Denial?, roles: [RoleID] = [], held: [Level] = []) {
        self.denial = denial
        self.roles = roles
        self.held = held
    }
}

/// What roles are to have.
package struct Demand: Sendable, Equatable {
    /// A row of the matrix.
    package var scope: String
    package var level: Level

    package init(_ scope: String, _ level: Level) {
        self.scope = scope
        self.level = level
    }
}

extension RoleMatrix {
    /// The one place where roles are judged. Conditions in order: the account exists, is active (a functional
    /// account never acts, B1), belongs to the organization, every scope has a row, one of the roles that count has each
    /// level.
    ///
    /// - Parameters:
    ///   - organization: of the thing to be touched; nil is the account's own.
    ///   - place: where the thing stands; of what is in no unit only roles for the whole organization count.
    ///   - demands: without any the question is only whether the account may act at all.
    package func judge(
        _ account: Standing?, rolesEnabled: Bool, organization: OrganizationID? = nil, place: UnitPath = .none,
        _ demands: [Demand]
    ) -> Judgement {
        guard let account, account.state != .deleted else { return Judgement(denial: .noSuchAccount) }
        let roles = account.effectiveRoles(rolesEnabled: rolesEnabled, for: place)
        guard account.state == .active, account.kind != .functional else {
            return Judgement(denial: .accountNotActive, roles: roles)
        }
        if let organization, organization != account.organization {
            return Judgement(denial: .otherOrganization, roles: roles)
        }
        var held: [Level] = []
        held.reserveCapacity(demands.count)
        var (isKnown, isEnough) = (true, true)
        for demand in demands {
            let most = most(of: roles, in: demand.scope)
            held.append(most ?? .none)
            if most == nil { isKnown = false }
            // A demand of no level would let everybody in; nothing declares one.
            if demand.level == .none || held[held.count - 1] < demand.level { isEnough = false }
        }
        return Judgement(denial: !isKnown ? .unknownScope : isEnough ? nil : .roleLacksScope, roles: roles, held: held)
    }
}
