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
    /// The role that counted.
    package var role: Standing.Role?
    /// What the role has of each demand, in their order. Empty where none was looked at.
    package var held: [Level]

    package var allowed: Bool { denial == nil }

    package init(denial: Denial?, role: Standing.Role? = nil, held: [Level] = []) {
        self.denial = denial
        self.role = role
        self.held = held
    }
}

/// What a role is to have.
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
    /// account never acts, B1), belongs to the organization, every scope has a row, the role has every level.
    ///
    /// - Parameters:
    ///   - organization: of the thing to be touched; nil is the account's own.
    ///   - demands: without any the question is only whether the account may act at all.
    package func judge(
        _ account: Standing?, rolesEnabled: Bool, organization: OrganizationID? = nil, _ demands: [Demand]
    ) -> Judgement {
        guard let account, account.state != .deleted else { return Judgement(denial: .noSuchAccount) }
        let role = account.effectiveRole(rolesEnabled: rolesEnabled)
        guard account.state == .active, account.kind != .functional else {
            return Judgement(denial: .accountNotActive, role: role)
        }
        if let organization, organization != account.organization {
            return Judgement(denial: .otherOrganization, role: role)
        }
        let held = demands.map { demand in role.flatMap { level(of: $0, in: demand.scope) } ?? .none }
        guard demands.allSatisfy({ names($0.scope) }) else {
            return Judgement(denial: .unknownScope, role: role, held: held)
        }
        // A demand of no level would let everybody in; nothing declares one.
        let isEnough = zip(demands, held).allSatisfy { $0.level != .none && $1 >= $0.level }
        return Judgement(denial: isEnough ? nil : .roleLacksScope, role: role, held: held)
    }
}
