/// Whether an account has a scope at a level, and what it has (C2, C15).
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
    /// The role that counted.
    package var role: Standing.Role?
    package var held: Level

    package var allowed: Bool { denial == nil }

    package init(denial: Denial?, role: Standing.Role? = nil, held: Level = .none) {
        self.denial = denial
        self.role = role
        self.held = held
    }
}

/// What is asked of an account.
package struct Demand: Sendable, Equatable {
    /// Of the thing to be touched; nil is the account's own.
    package var organization: OrganizationID?
    /// A row of the matrix; empty asks only whether the account may act at all.
    package var scope: String
    package var level: Level

    package init(organization: OrganizationID? = nil, scope: String, level: Level) {
        self.organization = organization
        self.scope = scope
        self.level = level
    }
}

extension RoleMatrix {
    /// The one place where roles are judged. Conditions in order: the account exists, is active (a functional
    /// account never acts, B1), belongs to the organization, the scope has a row, the role has the level.
    package func judge(_ account: Standing?, rolesEnabled: Bool, _ demand: Demand) -> Judgement {
        guard let account, account.state != .deleted else { return Judgement(denial: .noSuchAccount) }
        let role = account.effectiveRole(rolesEnabled: rolesEnabled)
        guard account.state == .active, account.kind != .functional else {
            return Judgement(denial: .accountNotActive, role: role)
        }
        if let organization = demand.organization, organization != account.organization {
            return Judgement(denial: .otherOrganization, role: role)
        }
        if demand.scope.isEmpty { return Judgement(denial: nil, role: role) }
        guard names(demand.scope) else { return Judgement(denial: .unknownScope, role: role) }
        let held = role.flatMap { level(of: $0, in: demand.scope) } ?? .none
        // A demand of no level would let everybody in; nothing declares one.
        let enough = demand.level != .none && held >= demand.level
        return Judgement(denial: enough ? nil : .roleLacksScope, role: role, held: held)
    }
}
