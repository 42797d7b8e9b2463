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

    /// Nil where nothing was said by any.
    func outcome(inheriting inherited: (display: SenderDisplay, source: SenderSource)?) -> Outcome? {
        let (showing, hiding) = (
            Self.later(shows, inherited?.display == .show ? inherits : nil),
            Self.later(hides, inherited?.display == .hide ? inherits : nil)
        )
        if let showing { return Outcome(display: .show, source: shows == nil ? inherited?.source : .grant, until: showing) }
        if let hiding { return Outcome(display: .hide, source: hides == nil ? inherited?.source : .grant, until: hiding) }
        return inherits.map { Outcome(display: nil, source: nil, until: $0) }
    }

    private static func later(_ one: Int64?, _ other: Int64?) -> Int64? {
        guard let one, let other else { return one ?? other }
        return max(one, other)
    }
}

extension OrganizationState {
    /// A decision that allows to send, with whom recipients see. Apart from the rest, which is asked for more often and reads
    /// no name; the delegations that count are looked at once more, and near by now.
    @inline(never)
    func withSender(
        _ decision: Decision, of account: UInt32, in mailbox: UInt32, _ asked: Asked, at now: Now,
        recording recorder: inout some ConditionRecorder
    ) -> Decision {
        var decision = decision
        decision.senderName = displayName(ofMailbox: mailbox)
        if policies.noDisplayedSender { return decision }
        let said = said(of: account, in: mailbox, by: decision.reason, asked, at: now)
        guard let outcome = said.outcome(inheriting: inherited(mailbox)) else { return decision }
        if let display = outcome.display, let source = outcome.source {
            recorder.note(.sender, true, .sender(display, source))
        } else {
            recorder.note(.sender, false, .none)
        }
        decision.sender = outcome.display
        if outcome.display == .show { decision.senderName = names[Int(account)].displayName }
        if outcome.until != .max { decision.expireTime = min(decision.expireTime ?? .max, outcome.until) }
        return decision
    }

    private func said(
        of account: UInt32, in mailbox: UInt32, by reason: Reason, _ asked: Asked, at now: Now
    ) -> SenderTally {
        var tally = SenderTally()
        if reason == .allowedGrant, let direct = delegation(of: mailbox, to: account) {
            tally.add(delegations[direct].sender, until: .max)
        } else if reason == .allowedGroupGrant {
            forEachGroupGrant(of: mailbox, reaching: account, at: now) { position, _, until in
                guard standing(position, guarded: isGuarded(mailbox), asked, at: now) == .counts else { return }
                tally.add(
                    delegations[position].sender, until: min(delegations.window(position).expireTime ?? .max, until))
            }
        }
        return tally
    }

    private func displayName(ofMailbox handle: UInt32) -> String {
        facts[Int(handle)].isRegistered ? registrations[handle]?.displayName ?? "" : names[Int(handle)].displayName
    }
}
