/// An administrator role's id, `rol_…`. Unknown text is an id of nothing: such a role has no level in any scope (C2).
package struct RoleID: Hashable, Sendable, Comparable {
    package let text: String
    /// Of the matrix; nil for a role that is not built in. Looked up once, for roles are judged in every call.
    let column: Int?

    package init(_ text: String) {
        self.text = text
        column = Self.columns.firstIndex(of: text)
    }

    /// Stable: they stand in databases, messages and events.
    private static let columns = ["rol_full_admin", "rol_policy_admin", "rol_support", "rol_auditor"]

    package static let fullAdmin = RoleID("rol_full_admin")
    package static let policyAdmin = RoleID("rol_policy_admin")
    package static let support = RoleID("rol_support")
    package static let auditor = RoleID("rol_auditor")

    /// In the order of the matrix's columns.
    package static let builtIn = columns.map { RoleID($0) }

    package static func == (left: RoleID, right: RoleID) -> Bool {
        left.column == right.column && (left.column != nil || left.text == right.text)
    }

    package static func < (left: RoleID, right: RoleID) -> Bool { left.text < right.text }
}

/// An organizational unit's id, `unt_…`.
package struct UnitID: Hashable, Sendable {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// A role that an account holds: in the whole organization, or for what belongs to one of its units.
package struct AssignedRole: Hashable, Sendable {
    package var role: RoleID
    /// Nil: the whole organization.
    package var unit: UnitID?

    package init(_ role: RoleID, in unit: UnitID? = nil) {
        self.role = role
        self.unit = unit
    }

    /// Whether the role counts for what stands at `place`: one for a unit there, and for what is below it (C14).
    package func applies(to place: UnitPath) -> Bool {
        guard let unit else { return true }
        return place.isWithin(unit)
    }
}
