/// An offer of ownership, where a new owner must accept (A3).
///
/// Ownership itself is one column of the organization that is never empty: whatever becomes of an offer, there is one owner
/// (A1). So an offer decides nothing by itself, and what it says is judged again when it is accepted.
package struct OwnershipOffer: Sendable, Equatable {
    /// Raw values are those of the messages and of the table.
    package enum State: Int64, Sendable, CaseIterable {
        case pending = 1
        case accepted, declined, withdrawn, expired
    }

    /// Who makes it.
    package var owner: AccountID
    /// To whom.
    package var account: AccountID
    package var state: State
    /// Microseconds UTC.
    package var expireTime: Int64

    package init(owner: AccountID, account: AccountID, state: State = .pending, expireTime: Int64) {
        self.owner = owner
        self.account = account
        self.state = state
        self.expireTime = expireTime
    }

    /// Who may know that it was made; to others it is not there.
    package func isSeen(by account: AccountID, owner: Bool, fullAdmin: Bool) -> Bool {
        owner || fullAdmin || account == self.account
    }

    /// Ownership passes, if everything still is as it must be: the owner is who made the offer, and the account an active
    /// administrator. False: it was accepted before.
    package func accepted(by account: Standing, of owner: AccountID, now: Int64) throws(Refusal) -> Bool {
        try answered(by: account.id)
        if state == .accepted { return false }
        try pending(now)
        guard self.owner == owner else {
            throw Refusal(.wrongState, "who made the offer owns the organization no more", details: ["state": "pending"])
        }
        try account.mayOwn(after: owner)
        return true
    }

    /// Nothing passes. False: it was declined before.
    package func declined(by account: AccountID, now: Int64) throws(Refusal) -> Bool {
        try answered(by: account)
        if state == .declined { return false }
        try pending(now)
        return true
    }

    /// By the owner, whoever that is by now. False: it was withdrawn before.
    package func withdrawn(now: Int64) throws(Refusal) -> Bool {
        if state == .withdrawn { return false }
        try pending(now)
        return true
    }

    /// Whether its time is over and nothing else has become of it.
    package func isOver(at now: Int64) -> Bool { state == .pending && expireTime <= now }

    private func answered(by account: AccountID) throws(Refusal) {
        guard account == self.account else {
            throw Refusal(.notOfferedTo, "only the administrator to whom ownership is offered accepts or declines it")
        }
    }

    /// The clock decides, whether its end has been written down or not.
    private func pending(_ now: Int64) throws(Refusal) {
        let state = isOver(at: now) ? State.expired : state
        guard state == .pending else {
            throw Refusal(.wrongState, "the offer is \(state)", details: ["state": "\(state)"])
        }
    }
}

extension Standing {
    /// Whether ownership can pass to it from `owner`: to another accepted, active administrator (A3).
    package func mayOwn(after owner: AccountID) throws(Refusal) {
        if id == owner { throw Refusal(.transferToSelf, "the account owns the organization already") }
        switch state {
        case .active: break
        case .invited: throw .wrongState(state, "it must be accepted first")
        case .suspended: throw .wrongState(state, "it must be reactivated first")
        case .deleted: throw .wrongState(state, "it cannot own anything")
        }
        guard kind == .administrator else {
            throw Refusal(.notAnAdministrator, "ownership passes to an administrator only: assign it a role first")
        }
    }
}
