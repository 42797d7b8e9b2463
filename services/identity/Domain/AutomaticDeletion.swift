/// What becomes of a suspended account by itself (B4). A function over values: whoever looks, and whenever, judges anew.
package enum AutomaticDeletion: Sendable, Equatable {
    /// Nothing, as long as everything stays as it is.
    case none
    /// To be looked at again at that time, microseconds UTC.
    case later(Int64)
    case now

    /// How soon somebody is looked at again whose roles or mailboxes protect it today: within the 24 hours that B4 allows.
    static let lookEvery: Int64 = 86_400 * 1_000_000
}

extension Standing {
    /// Deleted so long after the last suspension (policy `delete_suspended_after`), never a Full admin, the owner or a functional
    /// account, nor whoever owns a registered mailbox. A suspension with an end does not count: the account comes back by
    /// itself. Times are microseconds UTC.
    package func automaticDeletion(
        suspendTime: Int64?, _ suspension: Suspension, ownsMailboxes: Bool = false, rolesEnabled: Bool, policies: Policies,
        now: Int64
    ) -> AutomaticDeletion {
        guard state == .suspended, let suspendTime, suspension.endTime == nil else { return .none }
        guard kind != .functional, !owner, let lifetime = policies.suspendedLifetimeMicros else { return .none }
        let end = suspendTime + lifetime
        if now < end { return .later(end) }
        // Where the owner alone removes administrators (A5), the clock does not either: whoever may suspend one would.
        let isKept = isFullAdmin(rolesEnabled: rolesEnabled) || kind == .administrator && policies.ownerAddsAdministrators
        return isKept || ownsMailboxes ? .later(now + AutomaticDeletion.lookEvery) : .now
    }

    /// What it makes of the account: what deleting does.
    package var deletedAutomatically: Standing { tombstone }
}

extension Policies {
    /// How long a suspended account stays, in microseconds; nil for ever (B4).
    package var suspendedLifetimeMicros: Int64? {
        guard case .seconds(let seconds) = self[.deleteSuspendedAfter], seconds > 0 else { return nil }
        return seconds * 1_000_000
    }

    /// Whether what is suspended may be deleted sooner than the policies before said.
    package func deletesSooner(than before: Policies) -> Bool {
        guard let lifetime = suspendedLifetimeMicros else { return false }
        return before.suspendedLifetimeMicros.map { lifetime < $0 } ?? true
    }
}
