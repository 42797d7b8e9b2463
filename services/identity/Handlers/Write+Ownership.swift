internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import Outbox

extension Write {
    /// Makes an account the owner, and tells the log. Who owns an organization is one column of it, so there is one owner at
    /// every instant (A1); both accounts are told to the followers, for they show it. Each holds Full admin: the old owner
    /// stays an administrator (A3). `complete` adds to the event what else there is to tell.
    func passOwnership(
        of organization: Organization, to account: Account, _ complete: (inout EventDraft) -> Void = { _ in }
    ) throws -> (Organization, Account) {
        guard let before = try tx.account(AccountID(organization.ownerId)) else {
            preconditionFailure("organization \(organization.id) has no owner")
        }
        var changed = organization
        changed.ownerId = account.id
        changed = try tx.update(changed)
        try report(organization, changed) { event in
            event.target = EventTarget(id: changed.id, resourceType: "organization", subjectId: account.id)
            complete(&event)
        }
        var (old, new) = (before, account)
        (old.owner, new.owner) = (false, true)
        _ = try makeFullAdmin(before, as: old)
        return (changed, try makeFullAdmin(account, as: new))
    }
}
