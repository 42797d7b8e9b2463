import ChangeFeed
import Contract
import MailboxDomain
import MailboxHandlers
import MailboxStorage
import Messages
import RPC
import SQL

/// Ids by number: the text that messages have.
func acc(_ number: Int) -> String { AccountID(bits: UInt128(number)).text }
func grp(_ number: Int) -> String { GroupID(bits: UInt128(number)).text }
func mbx(_ number: Int) -> String { MailboxID(bits: UInt128(number)).text }
func org(_ number: Int) -> String { OrganizationID(bits: UInt128(number)).text }

extension House {
    /// Organization 1: people 1…5, function 20, Full admin 30, Policy admin 31, Support 32. Organization 2: person 101,
    /// function 120, Full admin 130.
    static func built(pagesMax: Int? = nil, outboxEventsMax: Int = .max) async throws -> House {
        let house = try await House(pagesMax: pagesMax, outboxEventsMax: outboxEventsMax)
        for number in 1...5 { try await house.person(number) }
        try await house.person(20, .functional)
        try await house.person(30, .administrator, role: "rol_full_admin")
        try await house.person(31, .administrator, role: "rol_policy_admin")
        try await house.person(32, .administrator, role: "rol_support")
        try await house.person(101, in: 2)
        try await house.person(120, .functional, in: 2)
        try await house.person(130, .administrator, in: 2, role: "rol_full_admin")
        return house
    }

    static func account(
        _ number: Int, _ type: Messages.AccountType, _ state: Messages.AccountState, in organization: Int
    ) -> ChangeRecord {
        let account = Messages.Account(
            id: acc(number), organizationId: org(organization), accountType: type, state: state,
            address: "\(number)@A.example", displayName: "Number \(number)", asciiAddress: "\(number)@a.example")
        return ChangeRecord(
            organization: org(organization), id: account.id, type: Messages.Account.name, value: account.encoded())
    }

    static func group(_ number: Int, _ state: GroupState, in organization: Int = 1) -> ChangeRecord {
        let group = Messages.Group(
            id: grp(number), organizationId: org(organization), displayName: "Group \(number)", state: state)
        return ChangeRecord(
            organization: org(organization), id: group.id, type: Messages.Group.name, value: group.encoded())
    }

    static func member(
        _ member: String, of group: Int, gone: Bool = false, in organization: Int = 1, until end: Timestamp? = nil
    ) -> ChangeRecord {
        let value = GroupMember(groupId: grp(group), memberId: member, organizationId: org(organization), expireTime: end)
        return ChangeRecord(
            organization: org(organization), id: "\(grp(group))/\(member)", type: GroupMember.name,
            value: gone ? [] : value.encoded(), deleted: gone)
    }

    /// What holds, as identity tells it.
    static func policies(_ effective: OrganizationPolicies, in organization: Int = 1) -> ChangeRecord {
        ChangeRecord(
            organization: org(organization), id: org(organization), type: OrganizationPolicies.name, value: effective.encoded())
    }

    /// Identity says so.
    func say(_ changes: [ChangeRecord]) async throws {
        try await replica.apply(CommittedTransaction(position: 1, changes: changes))
    }

    func person(
        _ number: Int, _ type: Messages.AccountType = .user, _ state: Messages.AccountState = .active,
        in organization: Int = 1, role: String? = nil
    ) async throws {
        try await say([Self.account(number, type, state, in: organization)])
        world.withLock { $0.roles[acc(number)] = (org(organization), role) }
    }

    func group(_ number: Int, _ members: String..., in organization: Int = 1) async throws {
        try await say(
            [Self.group(number, .active, in: organization)]
                + members.map { Self.member($0, of: number, in: organization) })
    }

    @discardableResult
    func grant(
        _ mailbox: Int, _ grantee: String, _ rights: Right..., by admin: Int = 30,
        _ change: (inout GrantDelegationRequest) -> Void = { _ in }
    ) async throws(Status) -> GrantDelegationResponse {
        var request = GrantDelegationRequest(mailboxId: mbx(mailbox), granteeId: grantee, rights: rights)
        change(&request)
        return try await call(DelegationServiceMethods.grantDelegation, request, as: acc(admin))
    }

    @discardableResult
    func revoke(
        _ mailbox: Int, _ grantee: String, by admin: Int = 30, _ change: (inout RevokeDelegationRequest) -> Void = { _ in }
    ) async throws(Status) -> RevokeDelegationResponse {
        var request = RevokeDelegationRequest(mailboxId: mbx(mailbox), granteeId: grantee)
        change(&request)
        return try await call(DelegationServiceMethods.revokeDelegation, request, as: acc(admin))
    }

    func check(
        _ account: Int, _ mailbox: Int, _ right: Right = .open, token: String = ""
    ) async throws(Status) -> CheckResponse {
        try await call(
            AccessServiceMethods.check,
            CheckRequest(
                account: .accountId(acc(account)), mailbox: .mailboxId(mbx(mailbox)), right: right, consistencyToken: token))
    }
}
