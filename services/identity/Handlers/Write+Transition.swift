internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import Outbox

extension Write {
    /// Stores where a rule has put an account, and tells the log; neither where it left the account as it was. Returns the
    /// account as stored. `suspension` says how one is suspended, `complete` adds to the event what else there is to tell.
    func store(
        _ transition: Transition, of before: Account, suspension: Suspension? = nil,
        _ complete: (inout EventDraft) -> Void = { _ in }
    ) throws -> Account {
        if transition.unchanged { return before }
        var account = before
        account.take(transition.standing, at: tx.now)
        if let suspension { account.suspension = suspension }
        account = try tx.update(account)
        try report(before, account) { event in
            if transition.leavesOneFullAdmin { event.flags.append(.lastFullAdmin) }
            complete(&event)
        }
        return account
    }
}

extension Transition {
    /// C7, for the answer.
    var warnings: [AdministratorWarning] { leavesOneFullAdmin ? [.lastFullAdmin] : [] }
}
