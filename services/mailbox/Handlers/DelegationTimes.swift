package import Due
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
package import SQL

// A delegation's begin and end as what happens at a time (D19). Decisions need neither: they judge the window themselves.

extension DueKind {
    /// Of a delegation: its id is the key.
    package static let delegationStart = DueKind("delegation.start")
    package static let delegationExpire = DueKind("delegation.expire")
}

extension Mailboxes {
    /// Moves what happens at the begin and the end of a delegation that is stored with another window, or no longer: in the
    /// write that does so. `.always` is the window of one that is not there. Its entries are there exactly while the time is
    /// to come, so a time that stays where it was stays as it is.
    func moveTimes(
        of delegation: Messages.Delegation, from before: Window, to after: Window, _ tx: Transaction
    ) throws {
        // What is granted with a begin in the past begins with the grant.
        let start = after.startTime.flatMap { $0 > tx.now ? $0 : nil }
        if before.startTime != after.startTime { try move(.delegationStart, of: delegation, to: start, tx) }
        if before.expireTime != after.expireTime { try move(.delegationExpire, of: delegation, to: after.expireTime, tx) }
    }

    private func move(
        _ kind: DueKind, of delegation: Messages.Delegation, to time: Int64?, _ tx: Transaction
    ) throws {
        guard let time else { return try schedule.remove(kind, delegation.id, tx) }
        try schedule.put(DueEntry(kind, delegation.id, organization: delegation.organizationId, at: time), tx)
    }

    /// When a delegation's window begins.
    package func startDelegation(_ entry: DueEntry, _ tx: Transaction) throws {
        try tell(.delegationStarted, entry, takesAway: false, tx) { $0.startTime }
    }

    /// When it is over. The row stays: it can be given another end.
    package func expireDelegation(_ entry: DueEntry, _ tx: Transaction) throws {
        guard let delegation = try tell(.delegationExpired, entry, takesAway: true, tx, { $0.expireTime }) else { return }
        try removeSignatures(with: delegation, tx)
        tx.afterCommit { signatures.expired(delegation, isKnown: view.isFresh) }
    }

    /// An event on behalf of who granted it, if the delegation is still there and this is still its time: then returned.
    @discardableResult
    private func tell(
        _ action: EventAction, _ entry: DueEntry, takesAway: Bool, _ tx: Transaction, _ time: (Window) -> Int64?
    ) throws -> Messages.Delegation? {
        guard let id = DelegationID(entry.key), let delegation = try tx.delegation(id),
            time(delegation.window) == entry.at
        else { return nil }
        let target = EventTarget(
            id: delegation.id, resourceType: "delegation", mailboxId: delegation.mailboxId, subjectId: delegation.granteeId)
        let change = SystemChange(action, target, behalf: delegation.grantedBy, takesAway: takesAway)
        try mutator.perform(change, in: tx) { write in try write.report(delegation, delegation) }
        return delegation
    }
}
