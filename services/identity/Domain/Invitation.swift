/// An invitation that waits to be accepted (A5), as rules see it. The token itself is nowhere: only its SHA-256 is kept.
package struct WaitingInvitation: Sendable, Equatable {
    package var account: AccountID
    /// For the whole organization, each once. None: it makes a user.
    package var roles: [RoleID]
    /// It made the account, which is INVITED as long as it waits.
    package var isOfNewAccount: Bool
    /// Microseconds UTC.
    package var expireTime: Int64

    package init(account: AccountID, roles: [RoleID] = [], isOfNewAccount: Bool = true, expireTime: Int64) {
        self.account = account
        self.roles = roles
        self.isOfNewAccount = isOfNewAccount
        self.expireTime = expireTime
    }

    package func isOver(at now: Int64) -> Bool { expireTime <= now }
}

extension Refusal {
    /// One refusal for unknown, used and over: a stranger with a token learns nothing.
    package static let invitationInvalid = Refusal(.invitationInvalid, "the invitation is unknown, used or over")

    /// At most one waits for an account.
    package static func waits(_ invitation: String, field: String) -> Refusal {
        Refusal(
            .taken, "an invitation waits for \(field) already: send that one again, or withdraw it",
            details: ["field": field, "invitation_id": invitation])
    }
}

extension Administrator {
    /// Invites an administrator; `account` is nil where nobody has the address.
    ///
    /// Judged in this order: who may assign a first role may (C4, A5, C5); at most one invitation waits, `waiting`; the
    /// account could be given the role now.
    package func mayInvite(
        _ account: Standing?, waiting: String?, field: String, as roles: [RoleID], rolesEnabled: Bool
    ) throws(Refusal) {
        try mayAssign(to: account?.id, addsOrRemoves: true)
        if let waiting { throw .waits(waiting, field: field) }
        try account?.mayBecomeAdministrator()
        for role in roles { try AssignedRole(role).mayBeHeld(rolesEnabled: rolesEnabled) }
    }

    /// Withdraws one or sends it again: an administrator's as if it were made now.
    package func mayChange(_ invitation: WaitingInvitation) throws(Refusal) {
        if !invitation.roles.isEmpty { try mayAssign(to: invitation.account, addsOrRemoves: true) }
    }
}

extension Standing {
    /// The account becomes active (B2), and holds the roles that it was invited to.
    ///
    /// What was true when it was invited is judged again: an account that was there before is an active user still, and
    /// roles are on for the roles. Who invited is not: an invitation stands until it is withdrawn, whatever has become of
    /// who made it, or of the policy that let them.
    package func accepted(
        _ invitation: WaitingInvitation, rolesEnabled: Bool, now: Int64
    ) throws(Refusal) -> Standing {
        guard now < invitation.expireTime, !invitation.isOfNewAccount || state == .invited else {
            throw .invitationInvalid
        }
        if !invitation.isOfNewAccount { try mayBecomeAdministrator() }
        let roles = invitation.roles.map { AssignedRole($0) }
        for role in roles { try role.mayBeHeld(rolesEnabled: rolesEnabled) }
        var accepted = moved(to: .active)
        accepted.roles = roles
        if !roles.isEmpty { accepted.kind = .administrator }
        return accepted
    }

    /// What an end without acceptance leaves: of an account that the invitation made a tombstone.
    package func left(by invitation: WaitingInvitation) -> Standing {
        state == .invited && invitation.isOfNewAccount ? moved(to: .deleted) : self
    }

    /// By an invitation: an active user.
    func mayBecomeAdministrator() throws(Refusal) {
        switch kind {
        case .user: break
        case .functional: throw Refusal(.wrongType, "a functional account holds no role")
        case .administrator:
            throw Refusal(.wrongType, "it is an administrator already, to whom a role is assigned without an invitation")
        }
        switch state {
        case .active: return
        case .invited: throw .wrongState(state, "it must be accepted first")
        case .suspended: throw .wrongState(state, "it must be reactivated first")
        case .deleted: throw .wrongState(state, "it cannot be changed")
        }
    }
}
