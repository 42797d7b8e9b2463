@testable import MailboxDomain

/// The rules once more, over plain dictionaries and without a thought for speed: what the index is held against.
struct Model {
    var accounts: [AccountID: Account] = [:]
    var groups: Set<GroupID> = []
    /// With the end of each, `Int64.max` for none.
    var members: [GroupID: [Grantee: Int64]] = [:]
    var delegations: [MailboxID: [Grantee: Delegation]] = [:]
    /// With its owner.
    var registered: [MailboxID: AccountID] = [:]
    var policies = Policies()

    mutating func apply(_ change: IdentityChange) {
        switch change {
        case .account(let account): accounts[account.id] = account
        case .accountGone(let id): accounts[id] = nil
        case .group(let id): groups.insert(id)
        case .groupGone(let id), .groupDeleted(let id): groups.remove(id)
        case .member(let member, let group, let end): members[group, default: [:]][member] = end ?? .max
        case .memberGone(let member, let group): members[group]?[member] = nil
        case .policies(let decided): policies = decided
        // No decision asks for one.
        case .plan, .operation: break
        case .membershipsGone(let named):
            if case .group(let group) = named { members[group] = nil }
            for group in members.keys { members[group]?[named] = nil }
        }
    }

    mutating func apply(_ change: OwnChange) {
        switch change {
        case .put(let delegation): delegations[delegation.mailbox, default: [:]][delegation.grantee] = delegation
        case .removed(let mailbox, let grantee): delegations[mailbox]?[grantee] = nil
        case .registered(let mailbox): registered[mailbox.id] = mailbox.owner
        case .unregistered(let mailbox): registered[mailbox] = nil
        case .settings: break
        case .mailboxCleared(let mailbox): delegations[mailbox] = nil
        case .granteeCleared(let grantee): for mailbox in delegations.keys { delegations[mailbox]?[grantee] = nil }
        }
    }

    func contains(_ group: GroupID, _ account: AccountID, _ now: Int64, _ seen: Set<GroupID> = []) -> Bool {
        guard groups.contains(group), !seen.contains(group) else { return false }
        return members[group, default: [:]].contains { member, end in
            if end <= now { return false }
            return switch member {
            case .account(let id): id == account
            case .group(let id): contains(id, account, now, seen.union([group]))
            }
        }
    }

    func reaching(_ account: AccountID, _ mailbox: MailboxID, _ now: Int64) -> [Delegation] {
        delegations[mailbox, default: [:]].values.filter {
            switch $0.grantee {
            case .account(let id): id == account
            case .group(let id): contains(id, account, now)
            }
        }
    }

    func owner(of mailbox: MailboxID) -> AccountID? { registered[mailbox] ?? mailbox.account }

    /// Where a mailbox stands; nil when there is none.
    func state(of mailbox: MailboxID) -> AccountState? {
        guard let owner = registered[mailbox] else {
            return accounts[mailbox.account].flatMap { $0.state == .deleted ? nil : $0.state }
        }
        switch accounts[owner]?.state {
        case .invited?, .active?: return .active
        case .suspended?, .deleted?, .absent?, nil: return .suspended
        }
    }

    /// Whose address it is, in a world where nobody has two.
    func account(at address: String) -> AccountID? {
        accounts.values.first { $0.keys.contains { $0.text == address } }?.id
    }

    func mailbox(at address: String) -> MailboxID? {
        account(at: address)?.mailbox ?? registered.keys.first { Self.address(of: $0) == address }
    }

    static func address(of registered: MailboxID) -> String { "box\(registered.bits)@a.example" }

    /// Why one delegation does not allow it: the first that it has, in the order of RULES.md.
    private func reason(_ delegation: Delegation, _ right: Rights, _ now: Int64) -> Reason? {
        if case .group = delegation.grantee, registered[delegation.mailbox] == nil,
            policies.guardsAdministrators, accounts[delegation.mailbox.account]?.type == .administrator
        {
            return .administratorGuarded
        }
        switch delegation.window.phase(at: Now(now)) {
        case .over: return .grantExpired
        case .notYet: return .grantNotYet
        case .running: return delegation.rights.contains(right) ? nil : .rightMissing
        }
    }

    func decide(_ account: AccountID, _ mailbox: MailboxID, _ right: Rights, _ now: Int64) -> Reason {
        guard let who = accounts[account] else { return .noSuchAccount }
        guard let box = state(of: mailbox) else { return .noSuchMailbox }
        switch who.state {
        case .invited: return .accountInvited
        case .suspended: return .accountSuspended
        case .deleted, .absent: return .accountDeleted
        case .active: break
        }
        if who.type == .functional { return .functionalAccount }
        if who.id == owner(of: mailbox) { return .allowedOwner }
        if box == .suspended { return .mailboxSuspended }
        let reached = reaching(account, mailbox, now).map { (isDirect: $0.grantee == .account(account), reason($0, right, now)) }
        if reached.contains(where: { $0.isDirect && $0.1 == nil }) { return .allowedGrant }
        if reached.contains(where: { $0.1 == nil }) { return .allowedGroupGrant }
        let order: [Reason] = [.administratorGuarded, .grantExpired, .grantNotYet, .rightMissing]
        return order.first { reason in reached.contains { $0.1 == reason } } ?? .noGrant
    }
}
