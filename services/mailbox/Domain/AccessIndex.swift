import Synchronization

/// The index that every decision is made from: who is who, who is in which group, who was given what.
///
/// Two writers feed it: the follower of identity, and the store's writer thread after each commit. Readers are any
/// number of event loops. Times come from the caller.
///
/// Not one lock over all, for one organization's import would stop every other's decisions; not copies behind
/// an atomic reference, for a million delegations would be copied for each grant. See `OrganizationIndex` for
/// what a lock covers, `Directory` for what is shared.
package final class AccessIndex: Sendable {
    let directories = Directories()
    private let organizations = Mutex<[OrganizationID: OrganizationIndex]>([:])
    private let longest: LongestHold

    /// `clock`: time since any beginning, steady. What is decided does not go by it.
    package init(clock: @escaping @Sendable () -> Duration = LongestHold.steady()) {
        longest = LongestHold(clock: clock)
    }

    // MARK: Changes

    /// Applies what one transaction of identity changed in an organization, as a whole.
    package func apply(_ changes: [IdentityChange], in organization: OrganizationID) {
        index(of: organization).apply(changes, directories)
    }

    /// Puts a snapshot of identity in place of all that identity told before, each organization as a whole. One call at a
    /// time, and none of `apply` beside it that tells of identity.
    package func replaceIdentity(with snapshot: [OrganizationID: [IdentityChange]]) {
        let gone = organizations.withLock { all in all.values.filter { snapshot[$0.id] == nil } }
        for organization in gone { Replacement(index: organization, directories: directories).run([]) }
        for (id, changes) in snapshot { Replacement(index: index(of: id), directories: directories).run(changes) }
    }

    /// Applies what one transaction of this service changed in an organization, as a whole.
    package func apply(_ changes: [OwnChange], in organization: OrganizationID) {
        index(of: organization).apply(changes, directories)
    }

    /// Room for this many delegations at once, before they are loaded.
    package func reserve(_ delegations: Int, in organization: OrganizationID) {
        index(of: organization).reserve(delegations)
    }

    // MARK: Decisions

    /// May this account do this with this mailbox?
    package func decide(_ question: Question, at now: Now) -> Decision {
        // Nearly all are asked by ids, of a mailbox as a whole: they pay nothing for the others.
        if case .id(let account) = question.account, case .id(let mailbox) = question.mailbox, question.folder == nil,
            question.operation == nil
        {
            return decide(account, mailbox, question.right, at: now)
        }
        return judge(question) { state, account, mailbox in
            state.decide(account: account, mailbox: mailbox, Asked(question), at: now)
        } ?? Decision(.noSuchAccount)
    }

    @inline(__always)
    private func decide(_ account: AccountID, _ mailbox: MailboxID, _ right: Rights, at now: Now) -> Decision {
        guard let (place, box) = directories.accounts.place(of: account.bits, with: mailbox.bits) else {
            return Decision(.noSuchAccount)
        }
        if right.contains(.send) { return decideSending(place, box, mailbox, right, at: now) }
        return Decision(
            place.organization.read { state in
                var nothing = NoRecord()
                return state.judge(
                    account: place.handle, mailbox: box ?? handle(of: mailbox, in: place.organization),
                    Asked(right), at: now, recording: &nothing)
            })
    }

    /// Only who would send is told a name: apart, so that others do not keep a place for it.
    @inline(never)
    private func decideSending(
        _ place: Place, _ box: UInt32?, _ mailbox: MailboxID, _ right: Rights, at now: Now
    ) -> Decision {
        var name = ""
        let verdict = place.organization.read { state in
            var nothing = NoRecord()
            let mailbox = box ?? handle(of: mailbox, in: place.organization)
            let verdict = state.judge(
                account: place.handle, mailbox: mailbox, Asked(right), at: now, recording: &nothing)
            if verdict.allowed, let mailbox { name = state.senderName(verdict, place.handle, mailbox) }
            return verdict
        }
        return Decision(verdict, senderName: name)
    }

    /// The same decision with every condition that was looked at (rule D25).
    package func explain(_ question: Question, at now: Now) -> (decision: Decision, conditions: [Condition]) {
        judge(question) { state, account, mailbox in
            var list = ConditionList()
            let decision = state.decide(
                account: account, mailbox: mailbox, Asked(question), at: now, recording: &list)
            return (decision, list.whole())
        } ?? (Decision(.noSuchAccount), ConditionList.ofNoAccount)
    }

    /// Judges under the lock of the account's organization; nil when there is no such account.
    ///
    /// An account that is named by an address may have given it to another before the lock is taken: then it is found anew.
    /// Who is found under the lock has it, for what the directory says is so whenever no lock is held (`OrganizationIndex`).
    func judge<Answer: Sendable>(
        _ question: Question, _ body: (borrowing OrganizationState, _ account: UInt32, _ mailbox: UInt32?) -> Answer
    ) -> Answer? {
        while let (place, isProvisional) = place(of: question.account) {
            let answer = place.organization.read { state -> Answer? in
                guard state.isNamed(place.handle, question.account) else { return nil }
                let mailbox =
                    switch question.mailbox {
                    case .id(let id): handle(of: id, in: place.organization)
                    case .address(let key?): handle(of: key, in: place.organization, state)
                    case .address(nil): UInt32?.none
                    }
                return body(state, place.handle, mailbox)
            }
            if let answer { return answer }
            if isProvisional { return nil }
        }
        return nil
    }

    /// Refuses a grant that may not be made (rules C6, D3, D6, D11, D12, D14). What it found can change before the grant is
    /// written; decisions look at states themselves, so such a grant gives nothing.
    package func judgeGrant(
        of mailbox: MailboxID, to grantee: Grantee, as terms: GrantTerms, at now: Now
    ) throws(GrantRefusal) {
        guard let place = directories.accounts.place(of: mailbox.bits),
            place.organization.read({ $0.mailboxExists(place.handle) })
        else { throw .noSuchMailbox }
        let (target, bit) =
            switch grantee {
            case .account(let id): (directories.accounts.place(of: id.bits), UInt32(0))
            case .group(let id): (directories.groups.place(of: id.bits), DelegationTable.groupBit)
            }
        guard let target else { throw .noSuchGrantee }
        guard target.organization === place.organization else {
            let known = target.organization.read { state in
                bit == 0
                    ? state.facts[Int(target.handle)].state != .absent
                    : state.membership.groups[Int(target.handle)].exists
            }
            throw known ? .crossOrganization : .noSuchGrantee
        }
        let refusal = place.organization.read {
            $0.judgeGrant(mailbox: place.handle, grantee: target.handle | bit, terms, at: now)
        }
        if let refusal { throw refusal }
    }

    // MARK: Questions

    package func mailbox(_ id: MailboxID) -> Mailbox? {
        guard let place = directories.accounts.place(of: id.bits) else { return nil }
        return place.organization.read { $0.mailbox(place.handle) }
    }

    /// Whether delegations of the mailbox are not any administrator's to change: see `Mailbox.isGuarded`.
    package func isGuarded(_ mailbox: MailboxID) -> Bool {
        guard let place = directories.accounts.place(of: mailbox.bits) else { return false }
        return place.organization.read { $0.isGuarded(place.handle) }
    }

    /// Whose an account or a group is, also one that is deleted; nil when identity has not told of it.
    package func organization(of grantee: Grantee) -> OrganizationID? {
        switch grantee {
        case .account(let id):
            guard let place = directories.accounts.place(of: id.bits),
                place.organization.read({ $0.facts[Int(place.handle)].state != .absent })
            else { return nil }
            return place.organization.id
        case .group(let id):
            guard let place = directories.groups.place(of: id.bits),
                place.organization.read({ $0.membership.groups[Int(place.handle)].state != .absent })
            else { return nil }
            return place.organization.id
        }
    }

    /// The plan that an account has by its licence; nil for none (rule D12).
    package func plan(of account: AccountID) -> String? {
        guard let place = directories.accounts.place(of: account.bits) else { return nil }
        return place.organization.read { $0.plans.plan(of: place.handle) }
    }

    /// A page of the mailboxes that an account can do something in; nil when there is no such account.
    package func accessible(
        to account: AccountID, after: MailboxID?, limit: Int, at now: Now
    ) -> [AccessibleMailbox]? {
        guard let place = directories.accounts.place(of: account.bits) else { return nil }
        return place.organization.read { state in
            guard state.facts[Int(place.handle)].state != .absent else { return nil }
            return state.accessible(to: place.handle, after: after, limit: limit, at: now)
        }
    }

    /// Every account's way to a mailbox at this instant, by account, then delegation (rule D24).
    package func ways(to mailbox: MailboxID, at now: Now) -> [Way] {
        guard let place = directories.accounts.place(of: mailbox.bits) else { return [] }
        return place.organization.read { $0.ways(to: place.handle, at: now) }
    }

    /// Whether the account is the grantee, or in it.
    package func reaches(_ grantee: Grantee, _ account: AccountID, at now: Now) -> Bool {
        switch grantee {
        case .account(let id): return id == account
        case .group(let id):
            guard let group = directories.groups.place(of: id.bits),
                let place = directories.accounts.place(of: account.bits),
                place.organization === group.organization
            else { return false }
            return place.organization.read {
                $0.membership.contains(group.handle, place.handle, at: now)
            }
        }
    }

    /// Bytes held for delegations, and how many there are: for metrics and the goal of 64 a delegation.
    package var delegationMemory: (bytes: Int, count: Int) {
        let all = organizations.withLock { Array($0.values) }
        var bytes = 0
        var count = 0
        for organization in all {
            let (held, there) = organization.read { ($0.delegations.bytesHeld, $0.delegations.count) }
            bytes += held
            count += there
        }
        return (bytes, count)
    }

    /// The longest time, since the start, that a change has kept an organization's questions waiting.
    package var longestHold: Duration { longest.time }

    // MARK: Places

    private func place(of account: IDOrAddress<AccountID>) -> (place: Place, isProvisional: Bool)? {
        switch account {
        case .id(let id): directories.accounts.found(id.bits)
        case .address(let key?): directories.addresses.found(key)
        case .address(nil): nil
        }
    }

    /// The handle of a mailbox; nil when it is of another organization, for it answers like none (rule D28).
    ///
    /// Called under the organization's lock, for a mailbox that was not found before the lock was taken: it may have
    /// appeared in between, together with what is now seen of the account.
    private func handle(of mailbox: MailboxID, in organization: OrganizationIndex) -> UInt32? {
        organization.ownHandle(at: directories.accounts.place(of: mailbox.bits))
    }

    private func handle(
        of mailbox: AddressKey, in organization: OrganizationIndex, _ state: borrowing OrganizationState
    ) -> UInt32? {
        if let (place, isProvisional) = directories.addresses.found(mailbox), let handle = organization.ownHandle(at: place),
            !isProvisional || state.has(handle, mailbox)
        {
            return handle
        }
        return organization.ownHandle(at: directories.registeredAddresses.place(of: mailbox))
    }

    func known(_ id: OrganizationID) -> OrganizationIndex? { organizations.withLock { $0[id] } }

    private func index(of id: OrganizationID) -> OrganizationIndex {
        organizations.withLock { all in
            if let there = all[id] { return there }
            let made = OrganizationIndex(id, longest)
            all[id] = made
            return made
        }
    }
}
