// What concerns a mailbox as a whole, before any delegation is looked at: rules D7, D11, D12.
extension OrganizationState {
    /// Why no delegation of the mailbox counts for this account; and until when it is so, if nothing but time passes.
    struct Sharing {
        var refusal: Reason?
        /// `Int64.max` for ever.
        var until = Int64.max
    }

    /// Whether there is anything to look at.
    @inline(__always)
    func limitsSharing(_ mailbox: UInt32) -> Bool {
        facts[Int(mailbox)].isUnshared || !asks.isDisjoint(with: .ofMailboxes)
    }

    @inline(__always)
    func isShared(_ mailbox: UInt32, with account: UInt32, at now: Now) -> Bool {
        guard limitsSharing(mailbox) else { return true }
        var nothing = NoRecord()
        return sharing(of: mailbox, with: account, at: now, recording: &nothing).refusal == nil
    }

    /// A functional mailbox has no owner: what is asked of one does not concern it.
    @inline(never)
    func sharing(
        of mailbox: UInt32, with account: UInt32, at now: Now, recording recorder: inout some ConditionRecorder
    ) -> Sharing {
        // Until an organization has networks that it trusts, one asks from anywhere.
        recorder.note(.network, true, .none)
        let isUnshared = facts[Int(mailbox)].isUnshared
        recorder.note(.sharing, !isUnshared, .none)
        if isUnshared { return Sharing(refusal: .sharingOff) }

        let owner = owner(of: mailbox)
        let hasPlan = owner.map { hasSharingPlan($0) } ?? true
        recorder.note(.ownerPlan, hasPlan, .none)
        if !hasPlan { return Sharing(refusal: .ownerPlan) }

        guard asks.contains(.commonGroup), let owner else {
            recorder.note(.commonGroup, true, .none)
            return Sharing()
        }
        guard let common = membership.common(owner, account, at: now) else {
            recorder.note(.commonGroup, false, .none)
            return Sharing(refusal: .noCommonGroup)
        }
        recorder.note(.commonGroup, true, .group(membership.groups[Int(common.group)].id))
        return Sharing(until: common.until)
    }

    /// Whether the organization asks for none, or the owner has one of those.
    func hasSharingPlan(_ owner: UInt32) -> Bool { !asks.contains(.ownerPlan) || plans.isSharing(owner) }

    /// Nil for a functional mailbox.
    func owner(of mailbox: UInt32) -> UInt32? {
        if facts[Int(mailbox)].isRegistered { return registrations[mailbox]?.owner }
        return facts[Int(mailbox)].type == .functional ? nil : mailbox
    }
}
