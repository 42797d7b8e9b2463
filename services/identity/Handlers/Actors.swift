internal import Messages
internal import RPC

// Who does something where the account behind the call is not who.

extension EventActor {
    /// An account that proved who it is by something else than a session or its caller's word.
    init(account: Account, authenticatedBy: String) {
        self.init(
            id: account.id, kind: .account, roleIds: account.roleIds, authenticatedBy: authenticatedBy)
    }

    /// Who has the token of its invitation.
    init(invited account: Account) { self.init(account: account, authenticatedBy: "invitation") }

    /// The operator behind a certificate, whatever account the call names.
    init(operatorOf call: Call) {
        self.init(id: call.peer.caller, kind: .operator, authenticatedBy: "certificate")
    }
}
