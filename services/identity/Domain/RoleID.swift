/// An administrator role's id, `rol_…`. Unknown text is an id of nothing: such a role has no level in any scope (C2).
package struct RoleID: Hashable, Sendable, Comparable {
    package let text: String
    package init(_ text: String) { self.text = text }

    // The built-in ones. Stable: they stand in databases, messages and events.
    package static let fullAdmin = RoleID("rol_full_admin")
    package static let policyAdmin = RoleID("rol_policy_admin")
    package static let support = RoleID("rol_support")
    package static let auditor = RoleID("rol_auditor")

    /// In the order of the matrix's columns.
    package static let builtIn: [RoleID] = [.fullAdmin, .policyAdmin, .support, .auditor]

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

    /// Whether the role counts for what belongs to `target`; nil belongs to no unit (C14).
    package func applies(to target: UnitID?) -> Bool {
        unit == nil || unit == target
    }
}
