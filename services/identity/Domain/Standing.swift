/// What rules decide on of an account: what it is, where it stands, which role it holds.
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

    package enum Role: Int64, Sendable, CaseIterable {
        case fullAdmin = 1
        case policyAdmin, support, auditor

        /// Stable: as messages and events name it.
        package var id: String {
            switch self {
            case .fullAdmin: "rol_full_admin"
            case .policyAdmin: "rol_policy_admin"
            case .support: "rol_support"
            case .auditor: "rol_auditor"
            }
        }
    }

    package var id: AccountID
    package var organization: OrganizationID
    package var kind: Kind
    package var state: State
    /// Nil unless `kind` is `.administrator`.
    package var role: Role?
    package var owner: Bool

    package init(
        id: AccountID, organization: OrganizationID, kind: Kind, state: State, role: Role? = nil, owner: Bool = false
    ) {
        self.id = id
        self.organization = organization
        self.kind = kind
        self.state = state
        self.role = role
        self.owner = owner
    }

    /// The role that counts: the owner's is Full admin (A1), and so is every administrator's while roles are off (A8).
    package func effectiveRole(rolesEnabled: Bool) -> Role? {
        guard kind == .administrator else { return nil }
        return owner || !rolesEnabled ? .fullAdmin : role
    }

    /// The same in another state.
    func moved(to state: State) -> Standing {
        var moved = self
        moved.state = state
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
