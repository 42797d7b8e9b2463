import Messages

/// The ids that events are found by, by where they stand in one. Text of another form stands in no event: who looks for it
/// has miswritten it, and must not read in an empty answer that nothing was done.
package enum LoggedID: Sendable, CaseIterable {
    case actor, target, mailbox, subject

    /// What the ids begin with, before the underscore.
    package var prefixes: [String] {
        switch self {
        case .actor: ["acc"]
        case .target:
            ["org", "acc", "grp", "mbx", "dlg", "asg", "evt", "otr", "inv", "ten", "sub", "dom", "unt"]
        case .mailbox: ["mbx"]
        case .subject: ["acc", "grp"]
        }
    }

    /// What stands there beside ids: a service's name for what it does by itself, a server's for what its clock does.
    package var names: [String] {
        switch self {
        case .actor: Self.services
        case .target: Self.services.map { "mandate-\($0)" }
        case .mailbox, .subject: []
        }
    }

    package func isWellFormed(_ text: String) -> Bool {
        // An operator and a service act under their caller's URI, whose form is the certificate's matter.
        if self == .actor, text.utf8.starts(with: Self.callerScheme.utf8) { return true }
        return names.contains(text) || prefixes.contains { Identifier.bits(text, prefix: $0) != nil }
    }

    private static let services = ["identity", "mailbox", "audit"]

    private static let callerScheme = "spiffe://"
}
