/// Whom recipients see when a delegate sends from a mailbox (rule D14). Nothing said is a third state, which inherits: a
/// grant's comes from its mailbox, that from the organization.
package enum SenderDisplay: UInt8, Hashable, Sendable, CaseIterable {
    /// The delegate, on behalf of the mailbox.
    case show
    /// The mailbox alone.
    case hide
}

/// Who said it (rule D14).
package enum SenderSource: String, Hashable, Sendable {
    case grant
    case mailbox
    case organization
}
