/// What rules decide on of a subscription: what its licences give, how many it has, and how many of them accounts have (A6).
///
/// What a plan is called is form, and no rule here knows one. Nor does a rule guard the licences of administrators: A6
/// gives every licence to whoever has the scope, and none makes anybody more than they were.
package struct Licensing: Sendable, Equatable {
    /// Raw values are those of the messages and of the table.
    package enum State: Int64, Sendable, CaseIterable {
        case active = 1
        case cancelled
    }

    package var plan: String
    package var count: Int
    package var used: Int
    package var state: State

    package init(plan: String, count: Int, used: Int = 0, state: State = .active) {
        self.plan = plan
        self.count = count
        self.used = used
        self.state = state
    }

    /// The same with another plan or another number of licences; nil leaves it. Never fewer than are assigned: who is to
    /// lose theirs is for people to say.
    package func changed(plan: String? = nil, count: Int? = nil) throws(Refusal) -> Licensing {
        if state == .cancelled { throw Self.isCancelled }
        var changed = self
        changed.plan = plan ?? self.plan
        changed.count = count ?? self.count
        guard changed.count >= used else {
            throw Refusal(
                .licencesInUse, "\(used) licences are assigned: \(changed.count) are not enough",
                details: ["count": "\(changed.count)", "used": "\(used)"])
        }
        return changed
    }

    /// With one more of its licences assigned.
    package func assigned() throws(Refusal) -> Licensing {
        if state == .cancelled { throw Self.isCancelled }
        guard used < count else {
            throw Refusal(
                .licencesExhausted, "all \(count) licences of the subscription are assigned",
                details: ["count": "\(count)", "used": "\(used)"])
        }
        var assigned = self
        assigned.used += 1
        return assigned
    }

    private static let isCancelled = Refusal(
        .wrongState, "the subscription is cancelled", details: ["state": "cancelled"])
}

extension Standing {
    /// Whether the account can be given a licence: an active one of a person. One that is suspended keeps the licence that
    /// it has, so that it is what it was when the suspension ends, and so that it can be moved with those of others.
    package func mayHaveLicence(hasOne: Bool) throws(Refusal) {
        if kind == .functional { throw Refusal(.wrongType, "a functional account has no licence") }
        switch state {
        case .active: return
        case .suspended where hasOne: return
        case .suspended: throw .wrongState(state, "it must be reactivated first")
        case .invited: throw .wrongState(state, "it must be accepted first")
        case .deleted: throw .wrongState(state, "it cannot be changed")
        }
    }
}
