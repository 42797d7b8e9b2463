/// What rules decide on of an account: what it is, where it stands, which roles it holds.
///
/// Names, addresses and times are stored and handed back; no rule reads them, so they are not here.
package struct Standing: Sendable, Equatable {
    /// Raw values are those of the messages and of the tables.
    package enum Kind: Int64, Sendable, CaseIterable {
        case user = 1
        case administrator, functional
    }

    package enum State: Int64, Sendable, CaseIterable {
        case invited = 1
        case active, suspended, deleted
    }

    package var id: AccountID
    package var organization: OrganizationID
    package var kind: Kind
    package var state: State
    /// Each once. None unless `kind` is `.administrator`, and then at least one.
    package var roles: [AssignedRole]
    /// The organizational unit that it belongs to; nil for none.
    package var unit: UnitID?
    package var owner: Bool

    package init(
        id: AccountID, organization: OrganizationID, kind: Kind, state: State, roles: [AssignedRole] = [],
        unit: UnitID? = nil, owner: Bool = false
    ) {
        self.id = id
        self.organization = organization
        self.kind = kind
        self.state = state
        self.roles = roles
        self.unit = unit
        self.owner = owner
    }

    /// Whether it counts as a Full admin, active or not: by that role in the whole organization, as its owner (A1), and every
    /// administrator while roles are off (A8). A role for a unit makes none.
    package func isFullAdmin(rolesEnabled: Bool) -> Bool {
        guard kind == .administrator else { return false }
        return owner || !rolesEnabled || roles.contains(AssignedRole(.fullAdmin))
    }

    /// The roles that count for what stands at `place`, each once, in order.
    package func effectiveRoles(rolesEnabled: Bool, for place: UnitPath = .none) -> [RoleID] {
        guard kind == .administrator else { return [] }
        // Owners, and all while roles are off, count as what they may hold besides others.
        if owner || !rolesEnabled { return [.fullAdmin] }
        var effective: [RoleID] = []
        effective.reserveCapacity(roles.count)
        for role in roles where role.applies(to: place) && !effective.contains(role.role) { effective.append(role.role) }
        if effective.count > 1 { effective.sort() }
        return effective
    }

    /// The same in another state. What is deleted belongs to no unit: a unit can go whose accounts are tombstones.
    func moved(to state: State) -> Standing {
        var moved = self
        moved.state = state
        if state == .deleted { moved.unit = nil }
        return moved
    }
}

/// What a transition made of an account.
package struct Transition: Sendable, Equatable {
    package var standing: Standing
    /// It was so before.
    package var unchanged: Bool
    /// It left one active Full admin (C7).
    package var leavesOneFullAdmin: Bool

    package init(_ standing: Standing, unchanged: Bool = false, leavesOneFullAdmin: Bool = false) {
        self.standing = standing
        self.unchanged = unchanged
        self.leavesOneFullAdmin = leavesOneFullAdmin
    }
}
