/// What a follower may decide on when its lease is over: the operator's choice.
package enum Staleness: Sendable, Equatable {
    /// Nothing: rule D17 holds everywhere.
    case lease
    /// A view known to be whole not longer ago than this. A revocation may take that long to hold.
    case bounded(Duration)
}

/// How good a follower's view is now.
package enum Freshness: Sendable, Equatable {
    /// The lease is valid: nothing answered before this moment is missing.
    case fresh
    /// No lease, within the bound: decide, and say how old the view may be (`stale_for`).
    case behind(for: Duration)
    /// Too old to decide: UNAVAILABLE, STALE.
    case stale(for: Duration)
    /// No view yet: UNAVAILABLE, LOADING.
    case loading
}
