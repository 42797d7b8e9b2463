internal import ChangeFeed
package import MailboxDomain
internal import MailboxStorage
internal import Messages
package import SQL

/// Turns what identity's feed says into what the index knows: accounts, groups, memberships, system operations, plans, and what
/// the organization has decided.
///
/// Types that are not known here are passed over: a newer identity may have more. A value that cannot be read throws,
/// and the whole state is sent again. Of what identity has deleted `Tombstones` hears, of who may have lost access
/// `SignatureEnds`. An account of a type or state that is not known counts as not there, for whatever it means, it must not
/// allow.
///
/// What returns from here is acknowledged, and identity answers whoever made the change. So one that may take a right to
/// change something away returns only when the writes that were judged before it are on disk or have failed: see
/// `Mailboxes.administer`. Which of the two is no concern of the replica: a full disk here must not cost the view of identity.
/// Those are:
/// 1. Who administers: roles, units, the switch of roles, an administrator's account. Of these `AdministratorChanges` is told,
///    and identity is asked again.
/// 2. Whether an account acts (`AccountStanding`), and that it is gone: so does who owns a mailbox, or sets it up. One that
///    is new here takes nothing away.
/// 3. Who is in which group: `set_up`, a system operation or the group in common may come from one. A membership without an
///    end, and a group that is new, take nothing away.
/// 4. Policies, plans and licences, system operations: each is a condition of a right.
///
/// Not names and addresses: nobody may do anything because of one, and what a request means by an address is nobody's right.
package struct IdentityReplica: Replica {
    private let index: AccessIndex
    private let administrators: AdministratorChanges
    private let tombstones: Tombstones
    private let signatures: SignatureEnds?
    private let settled: @Sendable () async -> Void

    /// `settled` returns when every write whose body has run is over: `Store.settled`.
    package init(
        index: AccessIndex, administrators: AdministratorChanges, tombstones: Tombstones = Tombstones(),
        signatures: SignatureEnds? = nil, settled: @escaping @Sendable () async -> Void
    ) {
        self.index = index
        self.administrators = administrators
        self.tombstones = tombstones
        self.signatures = signatures
        self.settled = settled
    }

    package func replace(with snapshot: [ChangeRecord]) async throws {
        let changes = try changes(snapshot)
        index.replaceIdentity(with: changes)
        signatures?.judgeAll()
        administrators.advanceAll()
        await settled()
        add(deleted(changes))
    }

    package func apply(_ transaction: CommittedTransaction) async throws {
        let changes = try changes(transaction.changes)
        // Asked before: who is no administrator any more was one.
        var concerned = Set(
            transaction.changes
                .filter { [Messages.Organization.name, Messages.RoleAssignment.name, Messages.Unit.name].contains($0.type) }
                .compactMap { OrganizationID($0.organization) })
        for (organization, changes) in changes where changes.contains(where: concernsAdministrators) {
            concerned.insert(organization)
        }
        let takesAway = changes.values.joined().contains(where: mayTakeAway)
        for (organization, changes) in changes {
            index.apply(changes, in: organization)
            signatures?.heard(changes, in: organization)
        }
        for organization in concerned { administrators.advance(in: organization) }
        let deleted = deleted(changes)
        if concerned.isEmpty && deleted.isEmpty && !takesAway { return }
        await settled()
        add(deleted)
    }

    private func deleted(_ changes: [OrganizationID: [IdentityChange]]) -> [Grantee] {
        changes.values.joined().compactMap { change in
            switch change {
            case .account(let account): account.state == .deleted ? .account(account.id) : nil
            case .groupDeleted(let id): .group(id)
            case .accountGone, .group, .groupGone, .member, .memberGone, .membershipsGone, .policies, .plan, .operation: nil
            }
        }
    }

    /// Those of which something is left. Asked when everything is here that was judged before the tombstones were: so
    /// nothing comes behind that is removed.
    private func add(_ deleted: [Grantee]) {
        tombstones.add(deleted.filter { one in DependentRows.all.contains { $0.areLeft(index, one) } })
    }

    private func concernsAdministrators(_ change: IdentityChange) -> Bool {
        switch change {
        case .account(let account):
            account.type == .administrator || isAdministrator(account.id) || isElsewhere(account)
        case .accountGone(let id): isAdministrator(id)
        // Whether they are guarded.
        case .policies: true
        case .group, .groupGone, .groupDeleted, .member, .memberGone, .membershipsGone, .plan, .operation: false
        }
    }

    /// Whether somebody's right in a mailbox may be gone with it.
    private func mayTakeAway(_ change: IdentityChange) -> Bool {
        switch change {
        case .account(let account): index.standing(of: account.id).map { $0 != AccountStanding(account) } ?? false
        case .member(_, _, let end): end != nil
        case .operation(_, _, let isHeld): !isHeld
        case .accountGone, .groupGone, .groupDeleted, .memberGone, .membershipsGone, .policies, .plan: true
        case .group: false
        }
    }

    /// Whose roles for a unit count for it is another matter now (C14).
    private func isElsewhere(_ account: MailboxDomain.Account) -> Bool { index.mailbox(account.id.mailbox)?.unit != account.unit }

    private func isAdministrator(_ id: AccountID) -> Bool { index.mailbox(id.mailbox)?.isAdministrators ?? false }

    private func changes(_ records: [ChangeRecord]) throws -> [OrganizationID: [IdentityChange]] {
        var changes: [OrganizationID: [IdentityChange]] = [:]
        for record in records {
            guard let change = try change(record), let organization = OrganizationID(record.organization)
            else { continue }
            changes[organization, default: []].append(change)
        }
        return changes
    }

    private func change(_ record: ChangeRecord) throws -> IdentityChange? {
        if record.cascade { return try mark(record) }
        switch record.type {
        case Messages.Account.name:
            guard let id = AccountID(record.id) else { return nil }
            if record.deleted { return .accountGone(id) }
            let account = MailboxDomain.Account(id, try Messages.Account(decoding: record.value))
            return account.map { .account($0) } ?? .accountGone(id)
        case Messages.Group.name:
            guard let id = GroupID(record.id) else { return nil }
            if record.deleted { return .groupGone(id) }
            switch try Messages.Group(decoding: record.value).state {
            case .active: return .group(id)
            // A tombstone ends every path through it; the members' rows may follow when they like.
            case .deleted: return .groupDeleted(id)
            case .unspecified, .unrecognized: return .groupGone(id)
            }
        case Messages.OrganizationPolicies.name:
            if record.deleted { return .policies(Policies()) }
            return .policies(Policies(try Messages.OrganizationPolicies(decoding: record.value)))
        case Messages.GroupMember.name:
            // `grp_…/acc_…`: what is removed has no value.
            let parts = record.id.split(separator: "/")
            guard parts.count == 2, let group = GroupID(String(parts[0])), let member = Grantee(String(parts[1]))
            else { return nil }
            if record.deleted { return .memberGone(member, of: group) }
            // An end that is no time has come.
            let end = try Messages.GroupMember(decoding: record.value).expireTime.map { $0.microsecondsSince1970 ?? .min }
            return .member(member, of: group, until: end)
        case Messages.SystemOperationHolding.name:
            // `acc_…/shared_account_setup`: what is taken has no value.
            let parts = record.id.split(separator: "/")
            guard parts.count == 2, let holder = Grantee(String(parts[0])),
                let operation = MailboxDomain.SystemOperation(word: parts[1])
            else { return nil }
            return .operation(holder, operation, held: !record.deleted)
        case Messages.Subscription.name:
            guard let id = SubscriptionID(record.id) else { return nil }
            if record.deleted { return .plan(.subscription(id, plan: nil)) }
            let subscription = try Messages.Subscription(decoding: record.value)
            return .plan(.subscription(id, plan: subscription.state == .active ? subscription.plan : nil))
        case Messages.Licence.name:
            // By its account, which has one at most.
            guard let account = AccountID(record.id) else { return nil }
            if record.deleted { return .plan(.licence(account, of: nil)) }
            return .plan(.licence(account, of: SubscriptionID(try Messages.Licence(decoding: record.value).subscriptionId)))
        default:
            return nil
        }
    }

    /// Of a type that is kept here, a mark that cannot be carried out throws: the whole state says what is left.
    private func mark(_ record: ChangeRecord) throws -> IdentityChange? {
        switch record.type {
        case Messages.GroupMember.name:
            guard let named = Grantee(record.id) else { throw UnreadableChange(record) }
            return .membershipsGone(naming: named)
        case Messages.Account.name, Messages.Group.name, Messages.Organization.name, Messages.OrganizationPolicies.name,
            Messages.Subscription.name, Messages.Licence.name, Messages.SystemOperationHolding.name:
            throw UnreadableChange(record)
        default: return nil
        }
    }
}

extension MailboxDomain.Account {
    /// As identity tells of it; nil where it has a type or a state that this version does not know.
    fileprivate init?(_ id: AccountID, _ told: Messages.Account) {
        guard let type = AccountType(told.accountType), let state = AccountState(told.state) else { return nil }
        // Nobody is shown a tombstone, and its address may be another's by now.
        if state == .deleted {
            self.init(id: id, type: type, state: state)
            return
        }
        let addresses = [told.asciiAddress] + told.aliases
        self.init(
            id: id, type: type, state: state, address: told.address, displayName: told.displayName,
            keys: addresses.compactMap { AddressKey($0) }, unit: UnitID(told.unitId), unshared: told.unshared,
            sender: MailboxDomain.SenderDisplay(told.displayedSender))
    }
}

extension MailboxDomain.AccountType {
    fileprivate init?(_ type: Messages.AccountType) {
        switch type {
        case .user: self = .user
        case .administrator: self = .administrator
        case .functional: self = .functional
        case .unspecified, .unrecognized: return nil
        }
    }
}

extension MailboxDomain.AccountState {
    fileprivate init?(_ state: Messages.AccountState) {
        switch state {
        case .invited: self = .invited
        case .active: self = .active
        case .suspended: self = .suspended
        case .deleted: self = .deleted
        case .unspecified, .unrecognized: return nil
        }
    }
}
