import Contract
import MailboxHandlers
import Messages
import RPC
import Testing

struct ListingTests {
    let house: House

    init() async throws { house = try await House.built() }

    private func mailboxes(_ account: Int, size: Int32 = 0) async throws -> [Messages.AccessibleMailbox] {
        var all: [Messages.AccessibleMailbox] = []
        var token = ""
        repeat {
            let page: ListMailboxesResponse = try await house.call(
                MailboxServiceMethods.listMailboxes,
                ListMailboxesRequest(accountId: acc(account), pageSize: size, pageToken: token))
            all += page.mailboxes
            token = page.nextPageToken
        } while !token.isEmpty
        return all
    }

    private func delegates(
        _ mailbox: Int, flatten: Bool = false, size: Int32 = 0, by admin: Int = 32
    ) async throws -> [Delegate] {
        var all: [Delegate] = []
        var token = ""
        repeat {
            let page: ListDelegatesResponse = try await house.call(
                DelegationServiceMethods.listDelegates,
                ListDelegatesRequest(mailboxId: mbx(mailbox), flatten: flatten, pageSize: size, pageToken: token),
                as: acc(admin))
            all += page.delegates
            token = page.nextPageToken
        } while !token.isEmpty
        return all
    }

    @Test("D9 D15 D24 a list of mailboxes: the own first, then by id, with rights, surfaces and delegations")
    func listMailboxes() async throws {
        try await house.group(50, acc(3))
        let open = try await house.grant(20, acc(3), .open).delegation?.id ?? ""
        let send = try await house.grant(20, grp(50), .send).delegation?.id ?? ""
        try await house.grant(1, grp(50), .setUp)
        let all = try await mailboxes(3)
        #expect(all.map { $0.mailbox?.id } == [mbx(3), mbx(1), mbx(20)])
        #expect(all[0].owner && all[0].delegationIds.isEmpty && all[0].rights == [.open, .send, .setUp])
        #expect(all[1].surfaces == [])
        #expect(all[2].rights == [.open, .send] && all[2].delegationIds == [open, send].sorted())
        #expect(all[2].surfaces == [.sections, .communicationPanel, .fromField, .automatedProcesses])
        #expect(all[2].mailbox?.kind == .functional && all[2].mailbox?.address == "20@A.example")
        for size in Int32(1)...4 { #expect(try await mailboxes(3, size: size) == all) }
        let unknown = await failure { () throws(Status) in
            try await house.call(MailboxServiceMethods.listMailboxes, ListMailboxesRequest(accountId: acc(999)))
        }
        #expect(unknown?.code == .notFound)
    }

    @Test("D24 a list of delegates: plain by grantee, flattened by account with the path down")
    func listDelegates() async throws {
        try await house.group(52, acc(1))
        try await house.group(51, grp(52), acc(2))
        let direct = try await house.grant(20, acc(1), .open).delegation
        let through = try await house.grant(20, grp(51), .send).delegation
        let later = try await house.grant(20, acc(4), .open) {
            $0.startTime = Timestamp(microsecondsSince1970: house.now + 1_000_000)
        }.delegation
        let plain = try await delegates(20)
        #expect(plain.map(\.delegation) == [direct, later, through])
        #expect(plain.map(\.accountId) == [acc(1), acc(4), ""])
        let flat = try await delegates(20, flatten: true)
        #expect(flat.map(\.accountId) == [acc(1), acc(1), acc(2)])
        #expect(Set(flat.prefix(2).map { $0.delegation?.id }) == [direct?.id, through?.id])
        #expect(flat.first { $0.accountId == acc(1) && $0.delegation == through }?.throughGroupIds == [grp(51), grp(52)])
        #expect(flat.last?.throughGroupIds == [grp(51)])
        for size in Int32(1)...4 {
            #expect(try await delegates(20, size: size) == plain)
            #expect(try await delegates(20, flatten: true, size: size) == flat)
        }
    }

    @Test("a page token belongs to its query, and sizes have limits")
    func tokens() async throws {
        try await house.grant(20, acc(1), .open)
        try await house.grant(20, acc(2), .open)
        let page: ListDelegatesResponse = try await house.call(
            DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mbx(20), pageSize: 1),
            as: acc(30))
        #expect(!page.nextPageToken.isEmpty)
        let broken = [
            ListDelegatesRequest(mailboxId: mbx(20), flatten: true, pageToken: page.nextPageToken),
            ListDelegatesRequest(mailboxId: mbx(1), pageToken: page.nextPageToken),
            ListDelegatesRequest(mailboxId: mbx(20), pageToken: "x"),
        ]
        for request in broken {
            let status = await failure { () throws(Status) in
                try await house.call(DelegationServiceMethods.listDelegates, request, as: acc(30))
            }
            #expect(status?.reason == .stalePageToken)
        }
        let negative = await failure { () throws(Status) in
            try await house.call(
                MailboxServiceMethods.listMailboxes, ListMailboxesRequest(accountId: acc(1), pageSize: -1))
        }
        #expect(negative?.reason == .invalidField && negative?.metadata["field"] == "page_size")
        #expect(try await mailboxes(1, size: 1001).count == 2)
    }

    @Test("D28 a mailbox elsewhere is found no more than one that does not exist; the Auditor reads")
    func getMailbox() async throws {
        try await house.person(33, .administrator, role: "rol_auditor")
        func get(_ mailbox: Int, by account: Int) async throws(Status) -> GetMailboxResponse {
            try await house.call(
                MailboxServiceMethods.getMailbox, GetMailboxRequest(mailboxId: mbx(mailbox)), as: acc(account))
        }
        let mailbox = try #require(try await get(20, by: 33).mailbox)
        #expect(mailbox.accountId == acc(20) && mailbox.organizationId == org(1) && mailbox.kind == .functional)
        let elsewhere = await failure { () throws(Status) in try await get(120, by: 33) }
        let nowhere = await failure { () throws(Status) in try await get(999, by: 33) }
        #expect(elsewhere == nowhere && elsewhere?.code == .notFound)
        #expect(await failure { () throws(Status) in try await get(20, by: 1) }?.code == .permissionDenied)
        #expect(await failure { () throws(Status) in try await get(1, by: 2) }?.code == .permissionDenied)
        let listed = await failure { () throws(Status) in
            try await house.call(
                DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mbx(120)), as: acc(30))
        }
        #expect(listed?.code == .notFound)
    }

    @Test("an owner sees its mailbox and who has access to it; of others' mailboxes it learns nothing")
    func ownMailbox() async throws {
        try await house.grant(1, acc(2), .open)
        try await house.grant(3, acc(2), .open)
        func get(_ mailbox: String) async throws(Status) -> GetMailboxResponse {
            try await house.call(
                MailboxServiceMethods.getMailbox, GetMailboxRequest(mailboxId: mailbox), as: acc(1))
        }
        func list(_ mailbox: String, flatten: Bool = false) async throws(Status) -> ListDelegatesResponse {
            try await house.call(
                DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mailbox, flatten: flatten),
                as: acc(1))
        }
        #expect(try await get(mbx(1)).mailbox?.accountId == acc(1))
        for flatten in [false, true] {
            #expect(try await list(mbx(1), flatten: flatten).delegates.map(\.accountId) == [acc(2)])
        }
        // C15 D28: what is there, what is not, and what is another organization's are refused in the same words.
        for ask in [
            { (id: String) async -> Status? in await failure { () throws(Status) in try await get(id) } },
            { (id: String) async -> Status? in await failure { () throws(Status) in try await list(id) } },
        ] {
            let refusals = [await ask(mbx(3)), await ask(mbx(20)), await ask(mbx(120)), await ask(mbx(999))]
            #expect(Set(refusals.map { $0?.message }).count == 1 && refusals.allSatisfy { $0 == refusals[0] })
            #expect(refusals[0]?.reason == .roleLacksScope)
            #expect(
                refusals[0]?.metadata == ["scope": "delegations", "needed": "view", "held": "none", "roles": "none"])
        }
        // Who may see them may still not change them (D5).
        let granted = await failure { () throws(Status) in try await house.grant(1, acc(3), .open, by: 1) }
        #expect(granted?.reason == .roleLacksScope)
    }
}
