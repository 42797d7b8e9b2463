import Contract
import MailboxDomain
import MailboxHandlers
import MailboxStorage
import Messages
import RPC
import Testing

/// What an account can do in one mailbox, and who is told (D24).
struct MailboxAccessTests {
    let house: House

    init() async throws { house = try await House.built() }

    private func get(_ mailbox: Int, of account: Int? = nil, by reader: Int) async throws(Status) -> GetMailboxResponse {
        let request = GetMailboxRequest(mailboxId: mbx(mailbox), accountId: account.map { acc($0) } ?? "")
        return try await house.call(MailboxServiceMethods.getMailbox, request, as: acc(reader))
    }

    @Test("D24 a mailbox says what whoever asks can do there, and for a role or its owner what another account can")
    func access() async throws {
        try await house.group(52, acc(1))
        try await house.group(51, grp(52))
        let direct = try #require(try await house.grant(20, acc(30), .send).delegation?.id)
        let through = try #require(try await house.grant(20, grp(51), .open).delegation?.id)
        let own = try #require(try await get(20, by: 30).access)
        #expect(own.rights == [.send] && own.paths == [AccessPath(kind: .direct, delegationId: direct, rights: [.send])])
        #expect(own.displayedName == "Number 20" && own.surfaces == [.communicationPanel, .fromField, .automatedProcesses])
        let another = try #require(try await get(20, of: 1, by: 32).access)
        #expect(
            another.paths == [
                AccessPath(
                    kind: .group, delegationId: through, throughGroupIds: [grp(51), grp(52)], throughGroupCount: 2,
                    rights: [.open])
            ])
        #expect(another.delegationIds == [through] && another.displayedName.isEmpty)
        try await house.grant(1, acc(2), .open)
        #expect(try await get(1, of: 2, by: 1).access?.rights == [.open])
        #expect(try await get(1, by: 1).access?.paths == [AccessPath(kind: .owner, rights: [.open, .send, .setUp])])
        // Nothing to be done there is no access.
        for account in [3, 20, 5] {
            if account == 5 { try await house.person(5, .user, .suspended) }
            let shown = try await get(20, of: account, by: 32)
            #expect(shown.mailbox?.id == mbx(20) && shown.access == nil)
        }
    }

    @Test("D28 who uses a mailbox without a role is told of its own access, and of no other account's, whether there is one")
    func users() async throws {
        try await house.grant(20, acc(1), .setUp)
        try await house.grant(20, acc(2), .open)
        #expect(try await get(20, by: 1).access?.rights == [.setUp])
        #expect(try await get(20, of: 1, by: 1).access?.rights == [.setUp])
        var refusals: [Status?] = []
        for account in [2, 3, 101, 999] {
            refusals.append(await failure { () throws(Status) in try await get(20, of: account, by: 1) })
        }
        #expect(refusals.allSatisfy { $0 == refusals[0] } && refusals[0]?.reason == .roleLacksScope)
        #expect(await failure { () throws(Status) in try await get(20, by: 3) }?.reason == .roleLacksScope)
        // Of an administrator's own organization are the accounts that it is told of.
        for stranger in [101, 999] {
            #expect(await failure { () throws(Status) in try await get(20, of: stranger, by: 32) }?.code == .notFound)
        }
    }
}
