extension OrganizationState {
    /// Mailboxes that an account can do something in at this instant, its own first, then by id (rules D15, D24).
    ///
    /// `after` is the last mailbox of the page before. At most `limit` are returned.
    func accessible(
        to account: UInt32, after: MailboxID?, limit: Int, at now: Now
    ) -> [AccessibleMailbox] {
        guard acts(account), limit > 0 else { return [] }
        var page: [AccessibleMailbox] = []
        if after == nil, let own = owned(account, by: account, at: now) { page.append(own) }
        // The own mailbox comes first whatever its id: behind it, every other id comes.
        let floor = after.flatMap { $0 == accounts[Int(account)].id.mailbox ? nil : $0 }
        var ways = WaysUp(account, self, at: now)
        let found = nearest(limit - page.count, to: account, ways, above: floor, at: now) { givesSomething($0, at: now) }
        for handle in found {
            if owns(account, handle) {
                if let own = owned(handle, by: account, at: now) { page.append(own) }
            } else if let granted = granted(handle, to: account, &ways, at: now) {
                page.append(granted)
            }
        }
        return page
    }

    /// The same of one mailbox; nil where it can do nothing there.
    func access(of account: UInt32, to handle: UInt32, at now: Now) -> AccessibleMailbox? {
        guard acts(account), mailboxExists(handle) else { return nil }
        if owns(account, handle) { return owned(handle, by: account, at: now) }
        guard stateOfMailbox(handle) != .suspended, isShared(handle, with: account, at: now) else { return nil }
        var ways = WaysUp(account, self, at: now)
        return granted(handle, to: account, &ways, at: now).flatMap { $0.delegations.isEmpty ? nil : $0 }
    }

    private func owned(_ handle: UInt32, by account: UInt32, at now: Now) -> AccessibleMailbox? {
        guard let mailbox = mailbox(handle) else { return nil }
        var listed = AccessibleMailbox(mailbox: mailbox, rights: .all, delegations: [], owner: true, paths: [.owner])
        addSender(to: &listed, handle, account, at: now)
        return listed
    }

    private func granted(
        _ handle: UInt32, to account: UInt32, _ ways: inout WaysUp, at now: Now
    ) -> AccessibleMailbox? {
        guard let mailbox = mailbox(handle) else { return nil }
        var found: [(grant: AccessGrant, group: UInt32?)] = []
        if let direct = delegation(of: handle, to: account), let grant = given(direct, at: now) { found.append((grant, nil)) }
        forEachGroupGrant(of: handle, reaching: account, at: now) { position, group, _ in
            if let grant = given(position, at: now) { found.append((grant, group)) }
        }
        found.sort { $0.grant.delegation.bits < $1.grant.delegation.bits }
        var listed = AccessibleMailbox(
            mailbox: mailbox, rights: found.reduce(into: []) { $0.formUnion($1.grant.rights) },
            delegations: found.map(\.grant.delegation), owner: false, folders: found.map(\.grant).folders)
        listed.paths = found.map { grant, group in
            guard let group else { return .direct(grant) }
            return .group(grant, through: ways.down(from: group, self).map { membership.groups[Int($0)].id })
        }
        addSender(to: &listed, handle, account, at: now)
        return listed
    }

    /// As a decision says it.
    private func addSender(to listed: inout AccessibleMailbox, _ mailbox: UInt32, _ account: UInt32, at now: Now) {
        guard listed.rights.contains(.send) else { return }
        let decision = decide(account: account, mailbox: mailbox, Asked(.send), at: now)
        (listed.sender, listed.senderName) = (decision.sender, decision.senderName)
    }

    /// The first so many mailboxes, by id, that the account registered or in which a delegation that reaches it gives what is
    /// asked for at this instant, without its own.
    ///
    /// Every delegation that reaches the account is looked at, and of what is found no more than twice a page is kept
    /// and sorted: who is given a hundred thousand mailboxes waits for the walk, not for sorting them for each page.
    func nearest(
        _ limit: Int, to account: UInt32, _ ways: WaysUp, above floor: MailboxID?, at now: Now,
        where gives: (_ position: Int) -> Bool
    ) -> [UInt32] {
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
        for grantee in [account] + ways.groups.map({ $0 | DelegationTable.groupBit }) {
            forEachDelegation(to: grantee) { position in
                let mailbox = delegations[position].mailbox
                find(mailbox) { gives(position) && isShared(mailbox, with: account, at: now) }
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

    /// Every account that a delegation lets do something in a mailbox at this instant, with the way it has it:
    /// by account, then delegation (rule D24). The owner needs no way and has one only if a group gives it.
    func ways(to mailbox: UInt32, at now: Now) -> [Way] {
        guard mailboxExists(mailbox), stateOfMailbox(mailbox) != .suspended else { return [] }
        var ways: [Way] = []
        forEachDelegation(of: mailbox) { position in
            let record = delegations[position]
            guard givesSomething(position, at: now) else { return }
            if let group = record.group {
                for (account, path) in membership.accounts(in: group, at: now)
                where acts(account) && isShared(mailbox, with: account, at: now) {
                    ways.append(
                        Way(
                            account: accounts[Int(account)].id, delegation: record.id,
                            through: path.map { membership.groups[Int($0)].id }))
                }
            } else if acts(record.grantee), isShared(mailbox, with: record.grantee, at: now) {
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

/// The groups that an account is in at an instant, and the way down to it from each, found once.
struct WaysUp {
    private let account: UInt32
    private let now: Now
    /// Sorted.
    let groups: [UInt32]
    private var found: [UInt32: [UInt32]] = [:]

    init(_ account: UInt32, _ state: borrowing OrganizationState, at now: Now) {
        self.account = account
        self.now = now
        groups = state.membership.groups(of: account, at: now).map(\.group)
    }

    mutating func down(from group: UInt32, _ state: borrowing OrganizationState) -> [UInt32] {
        if let known = found[group] { return known }
        // Whoever is in a group is so by a way; the group itself is one end of it.
        let way = state.membership.path(from: group, to: account, within: groups, at: now) ?? [group]
        found[group] = way
        return way
    }
}
