package import Due
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
package import SQL

extension DueKind {
    /// Of an account that is invited: its id is the key.
    package static let invitationLapse = DueKind("invitation.lapse")
}

extension Identity {
    /// Stores an invitation in the place of an earlier one of the account, and moves its end.
    func set(_ invitation: Invitation, of organization: OrganizationID, tokenHash: [UInt8], _ tx: Transaction) throws {
        try tx.set(invitation, tokenHash: tokenHash)
        try schedule.put(
            DueEntry(
                .invitationLapse, invitation.account.text, organization: organization.text, at: invitation.expireTime), tx)
    }

    /// The token is void, and nothing happens at its end. Returns how many there were.
    @discardableResult
    func endInvitation(of account: AccountID, _ tx: Transaction) throws -> Int {
        try schedule.remove(.invitationLapse, account.text, tx)
        return try tx.deleteInvitation(of: account)
    }

    /// When an invitation's time is over (A5).
    package func lapseInvitation(_ entry: DueEntry, _ tx: Transaction) throws {
        try lapse(AccountID(entry.key), tx)
    }

    /// The invitation is void, and the account that nobody accepted is deleted: a tombstone, whose address and external id
    /// are free again. True when there was one, and it is over.
    @discardableResult
    func lapse(_ id: AccountID, _ tx: Transaction) throws -> Bool {
        guard let invitation = try tx.invitation(of: id), let account = try tx.account(id),
            let lapsed = try tx.standing(of: account).lapsed(invitation, now: tx.now)
        else { return false }
        let target = EventTarget(id: id.text, resourceType: "account")
        try mutator.perform(SystemChange(.accountInvitationExpired, target, takesAway: true), in: tx) { write in
            let gone = try end(account, .deleted, write)
            _ = try write.store(Transition(lapsed), of: account) { $0.changes += gone }
        }
        return true
    }

    /// Whether the account's invitation is over and was in the way of this write: then it has lapsed within it, if its turn
    /// has not come yet. A lapsed one never blocks the address (A5). While two clocks disagree nothing ends.
    func hasLapsed(_ account: Account, _ tx: Transaction) throws -> Bool {
        let now = clock()
        guard account.state == .invited, now.earliest == now.latest else { return false }
        return try lapse(AccountID(account.id), tx)
    }
}
