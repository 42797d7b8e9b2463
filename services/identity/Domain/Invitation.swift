/// An invitation that waits to be accepted (A5). The token itself is nowhere: only its SHA-256 is kept.
package struct Invitation: Sendable, Equatable {
    package var account: AccountID
    /// Microseconds UTC.
    package var expireTime: Int64

    package init(account: AccountID, expireTime: Int64) {
        self.account = account
        self.expireTime = expireTime
    }

    /// One refusal for unknown, used and over: a stranger with a token learns nothing.
    package static let refusal = Refusal(.invitationInvalid, "the invitation is unknown, used or over")
}

extension Standing {
    /// The account becomes active (B2).
    package func accepted(_ invitation: Invitation, now: Int64) throws(Refusal) -> Standing {
        guard state == .invited, now < invitation.expireTime else { throw Invitation.refusal }
        return moved(to: .active)
    }

    /// What its end makes of an account that nobody accepted: deleted. Nil when there is nothing to end (A5).
    package func lapsed(_ invitation: Invitation, now: Int64) -> Standing? {
        state == .invited && invitation.expireTime <= now ? moved(to: .deleted) : nil
    }
}
