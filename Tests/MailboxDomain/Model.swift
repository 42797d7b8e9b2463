@testable import MailboxDomain

/// The rules once more, over plain dictionaries and without a thought for speed: what the index is held against.
struct Model {
    var accounts: [AccountID: Account] = [:]
    var groups: Set<GroupID> = []
    var members: [GroupID: Set<Grantee>] = [:]
    var delegations: [MailboxID: [Grantee: Delegation]] = [:]

    mutating func apply(_ change: IdentityChange) {
        switch change {
        case .account(let account): accounts[account.id] = account
        case .accountGone(let id): accounts[id] = nil
        case .group(let id): groups.insert(id)
        case .groupGone(let id): groups.remove(id)
        case .member(let member, let group): members[group, default: []].insert(member)
        case .memberGone(let member, let group): members[group, default: []].remove(member)
        }
    }

    mutating func apply(_ change: DelegationChange) {
        switch change {
        case .put(let delegation): delegations[delegation.mailbox, default: [:]][delegation.grantee] = delegation
        case .removed(let mailbox, let grantee): delegations[mailbox]?[grantee] = nil
        }
    }

    func contains(_ group: GroupID, _ account: AccountID, _ seen: Set<GroupID> = []) -> Bool {
        guard groups.contains(group), !seen.contains(group) else { return false }
        return members[group, default: []].contains { member in
            switch member {
            case .account(let id): id == account
            case .group(let id): contains(id, account, seen.union([group]))
            }
        }
    }

    func reaching(_ account: AccountID, _ mailbox: MailboxID) -> [Delegation] {
        delegations[mailbox, default: [:]].values.filter {
            switch $0.grantee {
            case .account(let id): id == account
            case .group(let id): contains(id, account)
            }
        }
    }

    func decide(_ account: AccountID, _ mailbox: MailboxID, _ right: Rights, _ now: Int64) -> Reason {
        guard let who = accounts[account] else { return .noSuchAccount }
        guard let box = accounts[mailbox.account], box.state != .deleted else { return .noSuchMailbox }
        switch who.state {
        case .invited: return .accountInvited
        case .suspended: return .accountSuspended
        case .deleted, .absent: return .accountDeleted
        case .active: break
        }
        if who.type == .functional { return .functionalAccount }
        if who.id == box.id { return .allowedOwner }
        if box.state == .suspended { return .mailboxSuspended }
        let all = reaching(account, mailbox)
        let running = all.filter { $0.window.phase(at: Now(now)) == .running }
        if running.contains(where: { $0.grantee == .account(account) && $0.rights.contains(right) }) {
            return .allowedGrant
        }
        if running.contains(where: { $0.rights.contains(right) }) { return .allowedGroupGrant }
        if !running.isEmpty { return .rightMissing }
        let having = all.filter { $0.rights.contains(right) }
        if having.contains(where: { $0.window.phase(at: Now(now)) == .notYet }) { return .grantNotYet }
        return having.isEmpty ? .noGrant : .grantExpired
    }
}
