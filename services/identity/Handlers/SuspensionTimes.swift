package import Due
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
package import SQL

extension DueKind {
    /// Of a suspended account: its id is the key. Its suspension ends.
    package static let suspensionEnd = DueKind("suspension.end")
    /// Of a suspended account: its id is the key. It has been suspended for so long that it is deleted (B4).
    package static let suspendedDeletion = DueKind("suspended.deletion")
    /// Of an organization: its id, and behind a stroke that of the last account that was seen. Its suspended accounts are
    /// to be looked at under what it has decided now.
    package static let suspendedSweep = DueKind("suspended.sweep")
}

/// What time does to suspended accounts.
///
/// 1. Whoever stores how an account is suspended, or of what type it is while it is, calls `keepTimes` in the same write:
///    an entry is there exactly when something can happen.
/// 2. An entry says that it is time to look. What happens is judged by the account, its roles and the organization's
///    policies as they are then: an entry of a suspension that was followed by another finds that one.
/// 3. A policy that deletes later moves no entries: each finds that it has come too early and is put again. One that deletes
///    sooner sweeps the organization's suspended accounts in slices, so that deciding costs the same however many there are.
extension Identity {
    private static let slice = 100

    /// What time does to an account as it is stored: puts, moves and takes away its entries.
    func keepTimes(of account: Account, _ tx: Transaction) throws {
        let suspension = account.suspension
        if let end = suspension.endTime {
            try schedule.put(DueEntry(.suspensionEnd, account.id, organization: account.organizationId, at: end), tx)
        } else {
            try schedule.remove(.suspensionEnd, account.id, tx)
        }
        switch try automaticDeletion(of: account, tx) {
        case .none: try schedule.remove(.suspendedDeletion, account.id, tx)
        case .later(let time): try putDeletion(of: account, at: time, tx)
        case .now: try putDeletion(of: account, at: tx.now, tx)
        }
    }

    /// Nothing happens to it any more.
    func endTimes(of account: AccountID, _ tx: Transaction) throws {
        try schedule.remove(.suspensionEnd, account.text, tx)
        try schedule.remove(.suspendedDeletion, account.text, tx)
    }

    /// The account is active again, unless it was suspended otherwise meanwhile.
    package func endSuspension(_ entry: DueEntry, _ tx: Transaction) throws {
        guard let before = try tx.account(AccountID(entry.key)),
            let active = try tx.standing(of: before).ended(before.suspension, now: tx.now)
        else { return }
        let target = EventTarget(id: before.id, resourceType: "account", subjectId: before.id)
        try mutator.perform(SystemChange(.accountSuspensionEnded, target, takesAway: false), in: tx) { write in
            try keepTimes(of: write.store(Transition(active), of: before), tx)
        }
    }

    /// The account is deleted, unless it is not to be any more (B4).
    package func deleteSuspended(_ entry: DueEntry, _ tx: Transaction) throws {
        guard let before = try tx.account(AccountID(entry.key)) else { return }
        switch try automaticDeletion(of: before, tx) {
        case .none: return
        case .later(let time): try putDeletion(of: before, at: time, tx)
        case .now:
            let target = EventTarget(id: before.id, resourceType: "account", subjectId: before.id)
            let deleted = try Transition(tx.standing(of: before).deletedAutomatically)
            try mutator.perform(SystemChange(.accountDeleted, target, takesAway: true), in: tx) { write in
                let gone = try end(before, .deleted, write)
                _ = try write.store(deleted, of: before) { $0.changes += gone }
            }
        }
    }

    /// To be called in the write that decides otherwise.
    func sweepSuspended(of organization: OrganizationID, _ tx: Transaction) throws {
        try putSweep(of: organization.text, behind: "", tx)
    }

    /// Looks at some of an organization's suspended accounts, and puts the rest off to the next batch.
    package func sweepSuspended(_ entry: DueEntry, _ tx: Transaction) throws {
        let last = entry.key.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        try sweepSuspended(of: OrganizationID(entry.organization), behind: last, tx)
    }

    /// Those that come behind an account.
    func sweepSuspended(of organization: OrganizationID, behind account: String, _ tx: Transaction) throws {
        let accounts = try tx.suspendedAccounts(of: organization, after: account, limit: Self.slice)
        for account in accounts { try keepTimes(of: account, tx) }
        guard accounts.count == Self.slice, let last = accounts.last else { return }
        try putSweep(of: organization.text, behind: last.id, tx)
    }

    private func putSweep(of organization: String, behind account: String, _ tx: Transaction) throws {
        let key = organization + "/" + account
        try schedule.put(DueEntry(.suspendedSweep, key, organization: organization, at: tx.now), tx)
    }

    private func putDeletion(of account: Account, at time: Int64, _ tx: Transaction) throws {
        try schedule.put(DueEntry(.suspendedDeletion, account.id, organization: account.organizationId, at: time), tx)
    }

    private func automaticDeletion(of account: Account, _ tx: Transaction) throws -> AutomaticDeletion {
        let id = OrganizationID(account.organizationId)
        guard account.state == .suspended, let organization = try tx.organization(id) else { return .none }
        return try tx.standing(of: account).automaticDeletion(
            suspendTime: account.suspendTime?.microsecondsSince1970, account.suspension,
            ownsMailboxes: tx.mailboxCount(of: AccountID(account.id)) > 0,
            rolesEnabled: organization.rolesEnabled, policies: tx.policies(of: id).policies, now: tx.now)
    }
}
