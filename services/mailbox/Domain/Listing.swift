extension OrganizationState {
    /// Mailboxes that an account can do something in at this instant, its own first, then by id (rules D15, D24).
    ///
    /// `after` is the last mailbox of the page before. At most `limit` are returned.
    func accessible(
        to account: UInt32, after: MailboxID?, limit: Int, at now: Int64
    ) -> [AccessibleMailbox] {
        guard acts(account), limit > 0 else { return [] }
        var page: [AccessibleMailbox] = []
        if after == nil, let own = mailbox(account) {
            page.append(AccessibleMailbox(mailbox: own, rights: .all, delegations: [], owner: true))
        }
        // The own mailbox comes first whatever its id: behind it, every other id comes.
        let floor = after.flatMap { $0 == accounts[Int(account)].id.mailbox ? nil : $0 }
        for handle in candidates(for: account, above: floor) {
            if page.count == limit { break }
            guard let mailbox = mailbox(handle), facts[Int(handle)].state != .suspended else { continue }
            var rights: Rights = []
            var ids: [DelegationID] = []
            forEachGrant(of: handle, reaching: account) { index in
                let record = delegations[index]
                guard delegations.window(index).phase(at: now) == .running else { return }
                rights.formUnion(record.rights)
                ids.append(record.id)
            }
            if rights.isEmpty { continue }
            ids.sort { $0.bits < $1.bits }
            page.append(AccessibleMailbox(mailbox: mailbox, rights: rights, delegations: ids, owner: false))
        }
        return page
    }

    /// Mailboxes with a delegation that reaches the account, without its own, by id.
    private func candidates(for account: UInt32, above floor: MailboxID?) -> [UInt32] {
        var found: Set<UInt32> = []
        var heads = [accounts[Int(account)].firstGrant]
        for group in membership.flat[Int(account)] { heads.append(membership.groups[Int(group)].firstGrant) }
        for head in heads {
            var index = head
            while index != DelegationTable.none {
                let mailbox = delegations[index].mailbox
                if mailbox != account, floor.map({ accounts[Int(mailbox)].id.bits > $0.bits }) ?? true {
                    found.insert(mailbox)
                }
                index = delegations[index].nextOfGrantee
            }
        }
        return found.sorted { accounts[Int($0)].id.bits < accounts[Int($1)].id.bits }
    }

    private func forEachGrant(of mailbox: UInt32, reaching account: UInt32, _ body: (UInt32) -> Void) {
        let direct = delegations.find(mailbox: mailbox, grantee: account)
        if direct != DelegationTable.none { body(direct) }
        forEachGroupGrant(of: mailbox, reaching: account) { index, _ in body(index) }
    }

    /// Every account that a delegation lets do something in a mailbox at this instant, with the way it has it:
    /// by account, then delegation (rule D24). The owner needs no way and has one only if a group gives it.
    func ways(to mailbox: UInt32, at now: Int64) -> [Way] {
        guard mailboxExists(mailbox), facts[Int(mailbox)].state != .suspended else { return [] }
        var ways: [Way] = []
        var index = accounts[Int(mailbox)].firstDelegation
        while index != DelegationTable.none {
            let record = delegations[index]
            if delegations.window(index).phase(at: now) == .running {
                if let group = record.group {
                    for (account, path) in membership.accounts(in: group) where acts(account) {
                        ways.append(
                            Way(
                                account: accounts[Int(account)].id, delegation: record.id,
                                through: path.map { membership.groups[Int($0)].id }))
                    }
                } else if acts(record.grantee) {
                    ways.append(
                        Way(account: accounts[Int(record.grantee)].id, delegation: record.id, through: []))
                }
            }
            index = record.nextOfMailbox
        }
        return ways.sorted {
            ($0.account.bits, $0.delegation.bits) < ($1.account.bits, $1.delegation.bits)
        }
    }

    private func acts(_ account: UInt32) -> Bool {
        facts[Int(account)].state == .active && facts[Int(account)].type != .functional
    }
}
