/// What the delegations that reach an account add up to, for one question (rules D2, D19).
///
/// Rights of several delegations are a union: one that counts is enough. Of those that count a direct
/// one decides before one through a group, and of the latter the one that lasts longest.
///
/// When none counts, each has a reason, the first of this list that it has, and the denial is the first of the list that any
/// of them has:
///
/// 1. administrator_guarded: one is a group's, on an administrator's own mailbox (rule C6);
/// 2. grant_frozen: one is stopped (a direct one before others);
/// 3. grant_expired: one has ended (the one that ended last);
/// 4. grant_not_yet: one has not begun (the one that begins first);
/// 5. folder_excluded: one has the right, and not there (a direct one before others);
/// 6. right_missing: one is running, without the right, or with a set that counts for nothing (a direct one before others);
/// 7. no_grant: there is none.
///
/// Equals are settled by the smaller delegation id, so that every replica names the same one.
struct Tally {
    private var rank = Rank.none
    /// The better of two of the same rank is the one with the greater weight.
    private var weight = Int64.min
    private var deciding: DelegationID?
    /// The first begin or end of any that was looked at; the first begin of one that could count.
    private var nextChange: Int64?
    private var nextBegin: Int64?

    private enum Rank: Int {
        case none, rightMissing, folderExcluded, notYet, expired, frozen, guarded, throughGroup, direct
    }

    var counts: Bool { rank == .direct || rank == .throughGroup }

    /// Takes in one that is running for as long as nobody changes anything, and of which only its right is asked.
    @inline(__always)
    mutating func add(_ record: DelegationTable.Record, hasRight: Bool) {
        let direct = record.group == nil
        if hasRight {
            consider(direct ? .direct : .throughGroup, Int64.max, record)
        } else {
            consider(.rightMissing, direct ? 1 : 0, record)
        }
    }

    /// Takes in any. `until`: when the account leaves the group that it is given to, if nothing but time passes; it is looked
    /// at only before. `couldCount`: it does while it runs.
    mutating func add(
        _ record: DelegationTable.Record, _ standing: Standing, _ window: Window, until: Int64, couldCount: Bool, at now: Now
    ) {
        let direct = record.group == nil
        if until != .max { nextChange = min(nextChange ?? until, until) }
        switch standing {
        case .guarded: return consider(.guarded, 0, record)
        case .frozen: return consider(.frozen, direct ? 1 : 0, record)
        case .counts: consider(direct ? .direct : .throughGroup, min(window.expireTime ?? .max, until), record)
        case .rightMissing, .notAll: consider(.rightMissing, direct ? 1 : 0, record)
        case .folderExcluded: consider(.folderExcluded, direct ? 1 : 0, record)
        case .notYet:
            let begin = window.startTime ?? now.earliest
            // Where the membership is over before, it never reaches the account.
            if couldCount, begin < until { nextBegin = min(nextBegin ?? begin, begin) }
            consider(.notYet, -begin, record)
        case .expired: consider(.expired, window.expireTime ?? 0, record)
        }
        if let change = window.nextChange(after: now) { nextChange = min(nextChange ?? change, change) }
    }

    /// Allowed holds until the deciding delegation ends or one begins that could decide in its place; denied
    /// until any that was looked at begins or ends.
    var decision: Verdict {
        switch rank {
        case .direct: Verdict(.allowedGrant, delegation: deciding, expireTime: end)
        case .throughGroup: Verdict(.allowedGroupGrant, delegation: deciding, expireTime: end)
        case .rightMissing: Verdict(.rightMissing, delegation: deciding, expireTime: nextChange)
        case .folderExcluded: Verdict(.folderExcluded, delegation: deciding, expireTime: nextChange)
        case .notYet: Verdict(.grantNotYet, delegation: deciding, expireTime: nextChange)
        case .expired: Verdict(.grantExpired, delegation: deciding, expireTime: nextChange)
        case .frozen: Verdict(.grantFrozen, delegation: deciding, expireTime: nextChange)
        case .guarded: Verdict(.administratorGuarded, delegation: deciding, expireTime: nextChange)
        case .none: Verdict(.noGrant, expireTime: nextChange)
        }
    }

    private var end: Int64? {
        let end = min(weight, nextBegin ?? .max)
        return end == .max ? nil : end
    }

    @inline(__always)
    private mutating func consider(_ rank: Rank, _ weight: Int64, _ record: DelegationTable.Record) {
        if rank.rawValue < self.rank.rawValue { return }
        if rank == self.rank {
            if weight < self.weight { return }
            if weight == self.weight, let deciding, deciding.bits < record.id.bits { return }
        }
        self.rank = rank
        self.weight = weight
        deciding = record.id
    }
}
