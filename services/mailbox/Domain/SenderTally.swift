/// What the delegations by which an account sends say of whom recipients see (rule D14), and until when each is said.
///
/// A direct one that counts decides alone. Else, among those of groups that count, one that shows the delegate is enough, and
/// one that hides it is more than nothing; those that say nothing say what the mailbox does.
struct SenderTally {
    /// The latest end of those that say so, in microseconds UTC; nil where none does.
    private var inherits: Int64?
    private var shows: Int64?
    private var hides: Int64?

    mutating func add(_ said: SenderDisplay?, until: Int64) {
        switch said {
        case nil: inherits = max(inherits ?? until, until)
        case .show: shows = max(shows ?? until, until)
        case .hide: hides = max(hides ?? until, until)
        }
    }

    struct Outcome: Equatable {
        var display: SenderDisplay?
        var source: SenderSource?
        /// `Int64.max` for as long as nobody changes anything.
        var until: Int64
    }

    /// Of one delegation at least.
    func outcome(inheriting inherited: (display: SenderDisplay, source: SenderSource)?) -> Outcome {
        let (showing, hiding) = (
            Self.later(shows, inherited?.display == .show ? inherits : nil),
            Self.later(hides, inherited?.display == .hide ? inherits : nil)
        )
        if let showing { return Outcome(display: .show, source: shows == nil ? inherited?.source : .grant, until: showing) }
        if let hiding { return Outcome(display: .hide, source: hides == nil ? inherited?.source : .grant, until: hiding) }
        return Outcome(display: nil, source: nil, until: inherits ?? .max)
    }

    private static func later(_ one: Int64?, _ other: Int64?) -> Int64? {
        guard let one, let other else { return one ?? other }
        return max(one, other)
    }
}

extension OrganizationState {
    /// A decision that allows to send, with whom recipients see. Apart from the rest, which is asked for more often; the
    /// delegations of groups that count are looked at once more, and near by now. `direct`: the one to the account.
    @inline(never)
    func withSender(
        _ decision: Verdict, of account: UInt32, in mailbox: UInt32, _ direct: Int?, _ asked: Asked, at now: Now,
        recording recorder: inout some ConditionRecorder
    ) -> Verdict {
        // An owner is nobody's delegate.
        if decision.reason == .allowedOwner || policies.noDisplayedSender { return decision }
        var decision = decision
        let outcome = outcome(decision.reason, account, mailbox, direct, asked, now)
        if let display = outcome.display, let source = outcome.source {
            recorder.note(.sender, true, .sender(display, source))
        } else {
            recorder.note(.sender, false, .none)
        }
        decision.sender = outcome.display
        if outcome.until != .max { decision.expireTime = min(decision.expireTime ?? .max, outcome.until) }
        return decision
    }

    /// The name that recipients see.
    func senderName(_ decision: Verdict, _ account: UInt32, _ mailbox: UInt32) -> String {
        if decision.sender == .show { return names[Int(account)].displayName }
        return facts[Int(mailbox)].isRegistered ? registrations[mailbox]?.displayName ?? "" : names[Int(mailbox)].displayName
    }

    private func outcome(
        _ reason: Reason, _ account: UInt32, _ mailbox: UInt32, _ direct: Int?, _ asked: Asked, _ now: Now
    ) -> SenderTally.Outcome {
        if reason == .allowedGrant, let direct {
            if let own = delegations[direct].sender { return SenderTally.Outcome(display: own, source: .grant, until: .max) }
            let inherited = inherited(mailbox)
            return SenderTally.Outcome(display: inherited?.display, source: inherited?.source, until: .max)
        }
        var tally = SenderTally()
        let guarded = isGuarded(mailbox)
        forEachGroupGrant(of: mailbox, reaching: account, at: now) { position, _, until in
            guard standing(position, guarded: guarded, asked, at: now) == .counts else { return }
            tally.add(delegations[position].sender, until: min(delegations.window(position).expireTime ?? .max, until))
        }
        return tally.outcome(inheriting: inherited(mailbox))
    }
}
