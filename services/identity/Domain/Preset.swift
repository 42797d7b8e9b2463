/// What an organization starts with (A7). Raw values are those of the messages and of the tables.
package enum Preset: Int64, Sendable, CaseIterable {
    case functionalAccounts = 1
    case sharedMailboxes, personalSharing

    /// Whether administrator roles are told apart at the start (A8); else every administrator is a Full admin.
    package var rolesEnabled: Bool {
        switch self {
        case .functionalAccounts: true
        case .sharedMailboxes, .personalSharing: false
        }
    }
}
