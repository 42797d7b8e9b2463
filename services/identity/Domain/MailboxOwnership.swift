// An account as the owner of registered mailboxes (D8).

extension Standing {
    /// Who may come to own one: an active account that acts. Who is suspended afterwards keeps it, and it is suspended too.
    package func mayOwnMailboxes() throws(Refusal) {
        if state != .active { throw .wrongState(state, "it cannot own a mailbox") }
        if kind == .functional { throw Refusal(.wrongType, "a functional account does nothing, so it owns no mailbox") }
    }

    /// Who owns one is not deleted, and becomes no functional account: the mailbox would be nobody's, and its delegates would
    /// go on in it. `mailboxes`: how many it owns.
    package static func mayEnd(owning mailboxes: Int) throws(Refusal) {
        if mailboxes == 0 { return }
        throw Refusal(
            .ownsMailboxes, "the account owns \(mailboxes) registered mailboxes: give them to another, or take them away, first",
            details: ["mailboxes": "\(mailboxes)"])
    }
}
