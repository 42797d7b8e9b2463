// Who can be in a group, and until when (B10). Times are microseconds UTC; no end is nil.

/// The end of a membership: it counts until just before.
package enum MembershipEnd {
    /// Refuses one that has come already, by whichever clock is ahead: nothing is given that a decision would deny.
    package static func judge(_ end: Int64?, latest: Int64) throws(Refusal) {
        if let end, end <= latest { throw .invalid("expire_time", "it has passed") }
    }

    package static func hasCome(_ end: Int64?, at now: Int64) -> Bool {
        guard let end else { return false }
        return end <= now
    }

    /// Whether a membership with another end gives more than the one there is. Then the member is judged as one who joins;
    /// to let it end sooner only takes away.
    package static func gives(_ end: Int64?, inPlaceOf before: Int64?, latest: Int64) -> Bool {
        hasCome(before, at: latest) || (end ?? .max) > (before ?? .max)
    }
}

extension Standing.State {
    /// Whether an account can be given access through a group (B2, D6): only an active one.
    package func mayJoinGroup() throws(Refusal) {
        switch self {
        case .active: return
        case .invited: throw .wrongState(self, "it must be accepted first")
        case .suspended: throw .wrongState(self, "it must be reactivated first")
        case .deleted: throw .wrongState(self, "it cannot be changed")
        }
    }
}
