package import Due
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import Outbox
package import SQL

extension DueKind {
    /// Of an invitation that waits: its id is the key.
    package static let invitationLapse = DueKind("invitation.lapse")
}

extension Identity {
    /// Stores that an invitation has another end, which it has from now on.
    func put(endOf invitation: Invitation, _ tx: Transaction) throws {
        let end = invitation.expireTime?.microsecondsSince1970 ?? 0
        try schedule.put(DueEntry(.invitationLapse, invitation.id, organization: invitation.organizationId, at: end), tx)
    }

    /// It waits no more: its token is void, and nothing happens at its end. Returns it as stored.
    func close(_ invitation: Invitation, as state: InvitationState, _ tx: Transaction) throws -> Invitation {
        try tx.deleteToken(of: invitation.id)
        try schedule.remove(.invitationLapse, invitation.id, tx)
        var closed = invitation
        closed.state = state
        closed.endTime = Timestamp(microsecondsSince1970: tx.now)
        return try tx.update(closed)
    }

    /// The one way in which an invitation ends that was not accepted, with its event: the account that it made is a tombstone
    /// from now on, whose address and external id are free again; one that was there before stays as it is (A5). `actor`: where
    /// that is not the call's account.
    @discardableResult
    func end(
        _ invitation: Invitation, as state: InvitationState, of account: Account, by actor: EventActor? = nil, _ write: Write
    ) throws -> Invitation {
        guard let waiting = invitation.waiting else { throw Refusal.invitationInvalid }
        let closed = try close(invitation, as: state, write.tx)
        let standing = try write.tx.standing(of: account)
        let left = standing.left(by: waiting)
        var (after, gone) = (account, [EventChange]())
        if left != standing {
            // They are free at once: nobody ever had them.
            _ = try write.tx.releaseAddresses(of: AccountID(account.id))
            gone = try end(account, .deleted, write)
            after.take(left, at: write.tx.now)
            after = try write.tx.update(after)
        }
        try write.report(account, after) { event in
            event.record(invitation, closed, write)
            event.changes += gone
            if let actor { event.actor = actor }
        }
        return closed
    }

    /// Takes back the one that waits for an account, if one does, as a part of another change of the account that tells of it:
    /// who is deleted, turned into a functional account or given a role accepts nothing afterwards. Returns its id, or nothing.
    func withdrawInvitation(of account: AccountID, _ tx: Transaction) throws -> String {
        guard let invitation = try tx.waitingInvitation(of: account) else { return "" }
        return try close(invitation, as: .withdrawn, tx).id
    }

    /// When an invitation's time is over (A5).
    package func lapseInvitation(_ entry: DueEntry, _ tx: Transaction) throws {
        guard let invitation = try tx.invitation(entry.key) else { return }
        try lapse(invitation, tx)
    }

    /// True when it waited and is over: now it has ended.
    @discardableResult
    private func lapse(_ invitation: Invitation, _ tx: Transaction) throws -> Bool {
        guard let waiting = invitation.waiting, waiting.isOver(at: tx.now), let account = try tx.account(waiting.account)
        else { return false }
        let target = EventTarget(id: account.id, resourceType: "account")
        try mutator.perform(SystemChange(.accountInvitationExpired, target, takesAway: true), in: tx) { write in
            _ = try end(invitation, as: .expired, of: account, write)
        }
        return true
    }

    /// Whether an invitation of the account is over and was in the way of this write: then it has lapsed within it, if its
    /// turn has not come yet. A lapsed one never blocks the address (A5). While two clocks disagree nothing ends.
    func hasLapsed(_ account: Account, _ tx: Transaction) throws -> Bool {
        let now = clock()
        guard now.earliest == now.latest, let invitation = try tx.waitingInvitation(of: AccountID(account.id)) else {
            return false
        }
        return try lapse(invitation, tx)
    }
}

extension EventDraft {
    /// What became of an invitation, beside what became of its account, which gains or loses something by it.
    mutating func record(_ before: Invitation?, _ after: Invitation, _ write: Write) {
        for change in write.differences(before, after).open {
            changes.append(EventChange(path: "invitation.\(change.path)", before: change.before, after: change.after))
        }
        if before == nil { change("invitation.id", from: "", to: after.id) }
        target?.subjectId = after.accountId
    }
}
