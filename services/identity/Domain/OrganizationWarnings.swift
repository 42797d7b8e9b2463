/// What deserves a look in an organization, for the people who run it. None of it stops anything.
package enum OrganizationWarning: Sendable, Equatable, CaseIterable {
    /// Nobody could let the one back in (C7).
    case oneFullAdmin
    /// A8.
    case rolesOff
    /// C6.
    case administratorsUnguarded

    /// In the order of what is worst.
    package static func all(fullAdmins: FullAdmins, rolesEnabled: Bool, policies: Policies) -> [OrganizationWarning] {
        allCases.filter { warning in
            switch warning {
            case .oneFullAdmin: fullAdmins.active < 2
            case .rolesOff: !rolesEnabled
            case .administratorsUnguarded: !policies.guardsAdministrators
            }
        }
    }
}
