import Contract
import MailboxDomain
import MailboxHandlers
import MailboxStorage
import Messages
import RPC
import SQL
import Testing

/// Rows that grow with groups, of which there can be any number: they name a thousand and count the rest.
struct LargeListTests {
    private static let groups = 1100

    private func grant(_ house: House, to groups: Range<Int>, in mailbox: Int) async throws {
        _ = try await house.store.write { transaction in
            for number in groups {
                try transaction.insert(
                    Messages.Delegation(
                        id: "dlg_" + grp(number).dropFirst(4), organizationId: org(1), mailboxId: mbx(mailbox),
                        granteeId: grp(number), rights: [.open], grantedBy: acc(30),
                        createTime: Timestamp(microsecondsSince1970: 1), revision: 1))
            }
        }
    }

    @Test("a mailbox reached through more groups than a row names still fits, and says how many there are")
    func delegationsOfOneMailbox() async throws {
        let house = try await House.built()
        let groups = 1000..<1000 + Self.groups
        try await house.say(groups.flatMap { [House.group($0, .active), House.member(acc(3), of: $0)] })
        try await grant(house, to: groups, in: 20)
        let listed: ListMailboxesResponse = try await house.call(
            MailboxServiceMethods.listMailboxes, ListMailboxesRequest(accountId: acc(3)))
        let row = try #require(listed.mailboxes.last)
        #expect(row.mailbox?.id == mbx(20) && row.delegationIds.count == 1000 && row.delegationCount == 1100)
        #expect(row.paths.count == 100 && row.paths[0].throughGroupIds == [grp(1000)])
        let explained: ExplainResponse = try await house.call(
            AccessServiceMethods.explain,
            ExplainRequest(check: CheckRequest(account: .accountId(acc(3)), mailbox: .mailboxId(mbx(20)), right: .open)))
        #expect(explained.decision?.allowed == true)
        // Those that stand before the groups' grants, and the one behind: thirteen.
        #expect(explained.conditions.count == 1000 && explained.conditionCount == 1113)
    }

    @Test("a row of ways to thousands of long folders names as many as leave room for the frame")
    func folders() async throws {
        let house = try await House.built()
        let groups = 1000..<1060
        try await house.say(groups.flatMap { [House.group($0, .active), House.member(acc(3), of: $0)] })
        let long = String(repeating: "x", count: 490)
        for group in groups {
            let folders = try (0..<100).map { FolderGrant(path: try FolderPath("/\(group)-\($0)-\(long)"), operations: .all) }
            let delegation = MailboxDomain.Delegation(
                id: DelegationID(bits: UInt128(group)), mailbox: MailboxID(bits: 20),
                grantee: .group(GroupID(bits: UInt128(group))),
                rights: .open, folders: folders)
            house.index.apply([.put(delegation)], in: OrganizationID(bits: 1))
        }
        // The row is larger than a page, and so the only one on its own.
        let first: ListMailboxesResponse = try await house.call(
            MailboxServiceMethods.listMailboxes, ListMailboxesRequest(accountId: acc(3)))
        #expect(first.mailboxes.map { $0.mailbox?.id } == [mbx(3)])
        let listed: ListMailboxesResponse = try await house.call(
            MailboxServiceMethods.listMailboxes, ListMailboxesRequest(accountId: acc(3), pageToken: first.nextPageToken))
        #expect(listed.nextPageToken.isEmpty)
        let row = try #require(listed.mailboxes.first)
        #expect(row.mailbox?.id == mbx(20))
        #expect(row.delegationCount == 60 && row.folders?.readFolders.count == 1000)
        #expect(!row.paths.isEmpty && row.paths.count < 10 && row.paths[0].folders?.deleteFolders.count == 100)
        #expect(listed.encoded().count < Limits().frameBytesMax - 1000)
    }

    @Test("accounts at the end of a long way of groups come page by page, and no page is over the bound")
    func longWays() async throws {
        let house = try await House.built()
        let groups = 1000..<1000 + Self.groups
        let people = 2000..<2050
        try await house.say(
            people.map { House.account($0, .user, .active, in: 1) } + groups.map { House.group($0, .active) }
                + groups.dropLast().map { House.member(grp($0 + 1), of: $0) }
                + people.map { House.member(acc($0), of: groups.upperBound - 1) })
        try await grant(house, to: 1000..<1001, in: 20)
        var seen: [String] = []
        var pages = 0
        var token = ""
        repeat {
            let page: ListDelegatesResponse = try await house.call(
                DelegationServiceMethods.listDelegates,
                ListDelegatesRequest(mailboxId: mbx(20), flatten: true, pageSize: 1000, pageToken: token),
                as: acc(30))
            #expect(page.encoded().count < Page.bytesMax + 1000 && !page.delegates.isEmpty)
            #expect(page.delegates.allSatisfy { $0.throughGroupIds.count == 1000 && $0.throughGroupCount == 1100 })
            #expect(page.delegates.first?.throughGroupIds.first == grp(1000))
            seen += page.delegates.map(\.accountId)
            pages += 1
            token = page.nextPageToken
        } while !token.isEmpty && pages < 10
        #expect(seen == people.map(acc) && pages == 2)
    }
}
