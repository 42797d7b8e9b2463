extension OrganizationState {
    /// May this account do this with this mailbox, now? The only place where that is decided.
    ///
    /// The conditions, in order; the first that fails (or the owner) decides:
    ///
    /// 1. `account_exists`: identity has told of the account.
    /// 2. `mailbox_exists`: so has it of the mailbox's, in the same organization (rule D28: a mailbox elsewhere
    ///    answers like none).
    /// 3. `account_active`: it is not invited, suspended or deleted (rules B2, B3).
    /// 4. `account_acts`: it is not a functional account (rule B1).
    /// 5. `owner`: the mailbox is the account's own, or one that it registered (rule D8). Allowed.
    /// 6. `mailbox_active`: the mailbox's account, or its owner's, is not suspended (rule B3).
    /// 7. `network`, 8. `sharing`, 9. `owner_plan`, 10. `common_group`: delegations of the mailbox count at all, and for this
    ///    account (rules D7, D11, D12; `Sharing`).
    /// 11. `direct_grant`, 12. `groups_count`, 13. `group_grant`: what the delegations add up to (`Tally`). Those to groups
    ///    do not count on an administrator's own mailbox (rule C6). Groups are those the account itself is in; nothing
    ///    is inherited from another delegate (rule D18).
    ///
    /// Where that allows to send, `sender` says whom recipients see (`SenderTally`); it decides nothing.
    ///
    /// Suspension stands before ownership: a suspended owner is denied by 3 and never gets to 5.
    @inline(__always)
    func judge<Recorder: ConditionRecorder>(
        account: UInt32, mailbox: UInt32?, _ asked: Asked, at now: Now,
        recording recorder: inout Recorder
    ) -> Verdict {
        let asker = facts[Int(account)]
        guard asker.state != .absent else {
            recorder.note(.accountExists, false, .none)
            return Verdict(.noSuchAccount)
        }
        recorder.note(.accountExists, true, .none)

        guard let mailbox, mailboxExists(mailbox) else {
            recorder.note(.mailboxExists, false, .none)
            return Verdict(.noSuchMailbox)
        }
        recorder.note(.mailboxExists, true, .none)

        recorder.note(.accountActive, asker.state == .active, .state(asker.state))
        switch asker.state {
        case .invited: return Verdict(.accountInvited)
        case .suspended: return Verdict(.accountSuspended)
        case .deleted, .absent: return Verdict(.accountDeleted)
        case .active: break
        }

        recorder.note(.accountActs, asker.type != .functional, .type(asker.type))
        if asker.type == .functional { return Verdict(.functionalAccount) }

        let isOwner = owns(account, mailbox)
        recorder.note(.owner, isOwner, .none)
        if isOwner {
            return sending(Verdict(.allowedOwner), account, mailbox, nil, asked, now, recording: &recorder)
        }

        let mailboxState = stateOfMailbox(mailbox)
        recorder.note(.mailboxActive, mailboxState != .suspended, .state(mailboxState))
        if mailboxState == .suspended { return Verdict(.mailboxSuspended) }

        var sharedUntil = Int64.max
        if Recorder.records || limitsSharing(mailbox) {
            let sharing = sharing(of: mailbox, with: account, at: now, recording: &recorder)
            if let refusal = sharing.refusal { return Verdict(refusal) }
            sharedUntil = sharing.until
        }

        let direct = delegation(of: mailbox, to: account)
        // Most that are allowed: nothing else is looked at, and nothing can end it.
        if !Recorder.records, sharedUntil == .max, let direct, isSimple(direct),
            delegations[direct].rights.isSuperset(of: asked.right)
        {
            return sending(
                Verdict(.allowedGrant, delegation: delegations[direct].id), account, mailbox, direct, asked, now,
                recording: &recorder)
        }
        var decision = weigh(direct, account: account, mailbox: mailbox, asked, at: now, recording: &recorder)
        if sharedUntil != .max { decision.expireTime = min(decision.expireTime ?? .max, sharedUntil) }
        return sending(decision, account, mailbox, direct, asked, now, recording: &recorder)
    }

    /// The same, for whoever wants no record. Beside `AccessIndex.decide`, which has it within itself, all others share it.
    @inline(never)
    func decide(account: UInt32, mailbox: UInt32?, _ asked: Asked, at now: Now) -> Decision {
        var nothing = NoRecord()
        return decide(account: account, mailbox: mailbox, asked, at: now, recording: &nothing)
    }

    func decide(
        account: UInt32, mailbox: UInt32?, _ asked: Asked, at now: Now, recording recorder: inout some ConditionRecorder
    ) -> Decision {
        let verdict = judge(account: account, mailbox: mailbox, asked, at: now, recording: &recorder)
        guard asked.right.contains(.send), verdict.allowed, let mailbox else { return Decision(verdict) }
        return Decision(verdict, senderName: senderName(verdict, account, mailbox))
    }

    @inline(__always)
    private func sending(
        _ decision: Verdict, _ account: UInt32, _ mailbox: UInt32, _ direct: Int?, _ asked: Asked, _ now: Now,
        recording recorder: inout some ConditionRecorder
    ) -> Verdict {
        guard asked.right.contains(.send), decision.allowed else { return decision }
        return withSender(decision, of: account, in: mailbox, direct, asked, at: now, recording: &recorder)
    }

    @inline(__always)
    private func weigh(
        _ direct: Int?, account: UInt32, mailbox: UInt32, _ asked: Asked, at now: Now,
        recording recorder: inout some ConditionRecorder
    ) -> Verdict {
        var tally = Tally()
        if let direct {
            let standing = add(direct, guarded: false, until: .max, asked, at: now, to: &tally)
            recorder.note(
                .directGrant, standing == .counts, .delegation(delegations[direct].id, standing, through: nil))
        } else {
            recorder.note(.directGrant, false, .none)
        }
        if tally.counts { return tally.decision }

        let guarded = isGuarded(mailbox)
        recorder.note(.groupsCount, !guarded, .none)
        var reached = false
        forEachGroupGrant(of: mailbox, reaching: account, at: now) { position, group, until in
            reached = true
            let standing = add(position, guarded: guarded, until: until, asked, at: now, to: &tally)
            recorder.note(
                .groupGrant, standing == .counts,
                .delegation(
                    delegations[position].id, standing, through: membership.groups[Int(group)].id))
        }
        if !reached { recorder.note(.groupGrant, false, .none) }
        return tally.decision
    }

    @inline(__always)
    private func add(
        _ position: Int, guarded: Bool, until: Int64, _ asked: Asked, at now: Now, to tally: inout Tally
    ) -> Standing {
        guard isSimple(position), !guarded, until == .max else {
            return addInDetail(position, guarded, until, asked, now, to: &tally)
        }
        let record = delegations[position]
        let hasRight = record.rights.isSuperset(of: asked.right)
        tally.add(record, hasRight: hasRight)
        return hasRight ? .counts : .rightMissing
    }

    /// Apart, and seldom asked, as `endingGrants`.
    @inline(never)
    private func addInDetail(
        _ position: Int, _ guarded: Bool, _ until: Int64, _ asked: Asked, _ now: Now, to tally: inout Tally
    ) -> Standing {
        let standing = standing(position, guarded: guarded, asked, at: now)
        tally.add(
            delegations[position], standing, delegations.window(position), until: until,
            couldCount: standingOfTerms(position, asked) == .counts, at: now)
        return standing
    }

    /// So few groups are probed without asking how many delegations there are.
    private static var probesAtLeast: Int { 16 }
    /// A step along a list reads a record, which costs as much as so many probes that find nothing.
    private static var probesPerStep: Int { 8 }

    /// The delegations of a mailbox that reach an account through its groups: by one probe a group, or by
    /// walking the mailbox's delegations when there are far fewer of them. Until when the account is in each group, in
    /// microseconds UTC: `Int64.max` for ever.
    @inline(__always)
    func forEachGroupGrant(
        of mailbox: UInt32, reaching account: UInt32, at now: Now,
        _ body: (_ position: Int, _ group: UInt32, _ until: Int64) -> Void
    ) {
        guard membership.isPlain(account) else {
            for grant in endingGrants(of: mailbox, reaching: account, at: now) { body(grant.position, grant.group, grant.until) }
            return
        }
        let groups = membership.flat.count(of: account)
        if groups > Self.probesAtLeast,
            Int(accounts[Int(mailbox)].delegationCount) * Self.probesPerStep < groups
        {
            forEachDelegation(of: mailbox) { position in
                guard let group = delegations[position].group else { return }
                if membership.flat.contains(group, of: account) { body(position, group, .max) }
            }
        } else {
            membership.flat.forEach(of: account) { group in
                let grantee = group | DelegationTable.groupBit
                if let position = delegation(of: mailbox, to: grantee) { body(position, group, .max) }
            }
        }
    }

    /// The same of an account that is in a group for a time, or whose groups are being settled. Apart, and seldom asked:
    /// within the look-ups of every decision it would keep them from being put together.
    @inline(never)
    private func endingGrants(
        of mailbox: UInt32, reaching account: UInt32, at now: Now
    ) -> [(position: Int, group: UInt32, until: Int64)] {
        membership.groups(of: account, at: now).compactMap { reached in
            delegation(of: mailbox, to: reached.group | DelegationTable.groupBit).map { ($0, reached.group, reached.until) }
        }
    }
}
