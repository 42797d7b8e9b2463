extension OrganizationState {
    /// Mailboxes that an account can do something in at this instant, its own first, then by id (rules D15, D24).
    ///
    /// `after` is the last mailbox of the page before. At most `limit` are returned.
    func accessible(
        to account: UInt32, after: MailboxID?, limit: Int, at now: Now
    ) -> [AccessibleMailbox] {
        guard acts(account), limit > 0 else { return [] }
        var page: [AccessibleMailbox] = []
        if after == nil, let own = mailbox(account) {
            page.append(AccessibleMailbox(mailbox: own, rights: .all, delegations: [], owner: true))
        }
        // The own mailbox comes first whatever its id: behind it, every other id comes.
        let floor = after.flatMap { $0 == accounts[Int(account)].id.mailbox ? nil : $0 }
        for handle in nearest(limit - page.count, to: account, above: floor, at: now) {
            guard let mailbox = mailbox(handle) else { continue }
            if owns(account, handle) {
                page.append(AccessibleMailbox(mailbox: mailbox, rights: .all, delegations: [], owner: true))
                continue
            }
            var rights: Rights = []
            var ids: [DelegationID] = []
            forEachGrant(of: handle, reaching: account, at: now) { position in
                guard givesSomething(position, at: now) else { return }
                rights.formUnion(delegations[position].rights)
                ids.append(delegations[position].id)
            }
            ids.sort { $0.bits < $1.bits }
            page.append(AccessibleMailbox(mailbox: mailbox, rights: rights, delegations: ids, owner: false))
        }
        return page
    }

    /// The first so many mailboxes, by id, that the account registered or in which a delegation gives it a right at this
    /// instant, without its own.
    ///
    /// Every delegation that reaches the account is looked at, and of what is found no more than twice a page is kept
    /// and sorted: who is given a hundred thousand mailboxes waits for the walk, not for sorting them for each page.
    private func nearest(
        _ limit: Int, to account: UInt32, above floor: MailboxID?, at now: Now
    ) -> [UInt32] {
        var grantees = [account]
        for reached in membership.groups(of: account, at: now) { grantees.append(reached.group | DelegationTable.groupBit) }

        var found: [(id: UInt128, handle: UInt32)] = []
        var end: UInt128?
        func find(_ mailbox: UInt32, if counts: () -> Bool) {
            let id = accounts[Int(mailbox)].id.bits
            if mailbox == account || floor.map({ id <= $0.bits }) ?? false || end.map({ id >= $0 }) ?? false { return }
            guard counts(), mailboxExists(mailbox), stateOfMailbox(mailbox) != .suspended else { return }
            found.append((id, mailbox))
            if found.count > 2 * limit { end = cut(&found, to: limit) ?? end }
        }
        for mailbox in registrations.owned(by: account) { find(mailbox) { true } }
        for grantee in grantees {
            forEachDelegation(to: grantee) { position in
                find(delegations[position].mailbox) { givesSomething(position, at: now) }
            }
        }
        _ = cut(&found, to: limit)
        return found.map(\.handle)
    }

    /// Sorts, leaves each once and no more than so many. The last, if there are so many: none beyond it is wanted.
    private func cut(_ found: inout [(id: UInt128, handle: UInt32)], to limit: Int) -> UInt128? {
        found.sort { $0.id < $1.id }
        var kept = 0
        for place in found.indices where kept < limit && (kept == 0 || found[place].id != found[kept - 1].id) {
            found[kept] = found[place]
            kept += 1
        }
        found.removeSubrange(kept...)
        return kept == limit ? found.last?.id : nil
    }

    /// Whether a delegation gives any right at this instant: as `Tally` counts it, for one right or another.
    private func givesSomething(_ position: Int, at now: Now) -> Bool {
        let record = delegations[position]
        return !record.rights.isEmpty && delegations.window(position).phase(at: now) == .running
            && (record.group == nil || !isGuarded(record.mailbox))
    }

    private func forEachGrant(
        of mailbox: UInt32, reaching account: UInt32, at now: Now, _ body: (_ position: Int) -> Void
    ) {
        if let direct = delegation(of: mailbox, to: account) { body(direct) }
        forEachGroupGrant(of: mailbox, reaching: account, at: now) { position, _, _ in body(position) }
    }

    /// Every account that a delegation lets do something in a mailbox at this instant, with the way it has it:
    /// by account, then delegation (rule D24). The owner needs no way and has one only if a group gives it.
    func ways(to mailbox: UInt32, at now: Now) -> [Way] {
        guard mailboxExists(mailbox), stateOfMailbox(mailbox) != .suspended else { return [] }
        var ways: [Way] = []
        forEachDelegation(of: mailbox) { position in
            let record = delegations[position]
            guard givesSomething(position, at: now) else { return }
            if let group = record.group {
                for (account, path) in membership.accounts(in: group, at: now) where acts(account) {
                    ways.append(
                        Way(
                            account: accounts[Int(account)].id, delegation: record.id,
                            through: path.map { membership.groups[Int($0)].id }))
                }
            } else if acts(record.grantee) {
                ways.append(Way(account: accounts[Int(record.grantee)].id, delegation: record.id, through: []))
            }
        }
        return ways.sorted {
            ($0.account.bits, $0.delegation.bits) < ($1.account.bits, $1.delegation.bits)
        }
    }

    func acts(_ account: UInt32) -> Bool {
        facts[Int(account)].state == .active && facts[Int(account)].type != .functional
    }
}
