@testable import MailboxDomain

// Small numbers for ids, and an index filled by hand.

extension AccountID: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: UInt64) { self.init(bits: UInt128(value)) }
}
extension GroupID: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: UInt64) { self.init(bits: UInt128(value)) }
}
extension MailboxID: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: UInt64) { self.init(bits: UInt128(value)) }
}
extension DelegationID: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: UInt64) { self.init(bits: UInt128(value)) }
}
extension OrganizationID: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: UInt64) { self.init(bits: UInt128(value)) }
}

let noon: Int64 = 1_000_000_000_000
let minute: Int64 = 60_000_000

/// One organization (1) with people 1…9, a function 20, an administrator 30; another (2) with 101.
struct World {
    let index = AccessIndex()

    init() {
        for number in UInt64(1)...9 { account(number) }
        account(20, .functional)
        account(30, .administrator)
        account(101, in: 2)
    }

    func account(
        _ number: UInt64, _ type: AccountType = .user, _ state: AccountState = .active, in organization: OrganizationID = 1
    ) {
        let account = Account(
            id: AccountID(bits: UInt128(number)), type: type, state: state, address: "\(number)@a.example",
            displayName: "Number \(number)", keys: [AddressKey("\(number)@a.example")].compactMap { $0 })
        index.apply([.account(account)], in: organization)
    }

    /// One that an account has registered, at `NUMBER@boxes.example`.
    func register(_ number: UInt64, owner: AccountID, in organization: OrganizationID = 1) {
        let mailbox = RegisteredMailbox(
            id: MailboxID(bits: UInt128(number)), owner: owner, address: "\(number)@boxes.example",
            displayName: "Box \(number)")
        index.apply([.registered(mailbox)], in: organization)
    }

    func group(_ number: UInt64, _ members: [Grantee] = [], in organization: OrganizationID = 1) {
        let id = GroupID(bits: UInt128(number))
        index.apply([.group(id)] + members.map { .member($0, of: id) }, in: organization)
    }

    func grant(
        _ id: DelegationID, _ mailbox: MailboxID, _ grantee: Grantee, _ rights: Rights, _ window: Window = .always,
        in organization: OrganizationID = 1
    ) {
        let delegation = Delegation(id: id, mailbox: mailbox, grantee: grantee, rights: rights, window: window)
        index.apply([.put(delegation)], in: organization)
    }

    func revoke(_ mailbox: MailboxID, _ grantee: Grantee) {
        index.apply([.removed(mailbox: mailbox, grantee: grantee)], in: 1)
    }

    func decide(_ account: AccountID, _ mailbox: MailboxID, _ right: Rights, at now: Int64 = noon) -> Decision {
        decide(account, mailbox, right, at: Now(now))
    }

    func decide(_ account: AccountID, _ mailbox: MailboxID, _ right: Rights, at now: Now) -> Decision {
        index.decide(Question(account: .id(account), mailbox: .id(mailbox), right: right), at: now)
    }

    /// Of nothing decided but this.
    func decide(_ change: (inout Policies) -> Void) {
        var policies = Policies()
        change(&policies)
        index.apply([.policies(policies)], in: 1)
    }

    /// What a list says of one mailbox; nil where it is not listed.
    func listed(_ mailbox: MailboxID, to account: AccountID, at now: Int64 = noon) -> AccessibleMailbox? {
        index.accessible(to: account, after: nil, limit: 99, at: Now(now))?.first { $0.mailbox.id == mailbox }
    }

    /// Whatever recipients would see (D14).
    func unnamed(_ account: AccountID, _ mailbox: MailboxID, _ right: Rights, at now: Int64 = noon) -> Decision {
        var decision = decide(account, mailbox, right, at: now)
        decision.senderName = ""
        return decision
    }

    func reason(_ account: AccountID, _ mailbox: MailboxID, _ right: Rights, at now: Int64 = noon) -> Reason {
        decide(account, mailbox, right, at: now).reason
    }
}
