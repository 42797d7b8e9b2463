import ChangeFeed
import Contract
import MailboxDomain
import MailboxHandlers
import MailboxStorage
import Messages
import RPC
import SQL
import Testing

/// As whom an account can send, over the wire (D14). That the list agrees with `Check` is the domain's test.
struct SenderIdentitiesTests {
    let house: House

    init() async throws { house = try await House.built() }

    private func named(_ number: Int, _ aliases: [String], _ type: Messages.AccountType = .user) async throws {
        let account = Messages.Account(
            id: acc(number), organizationId: org(1), accountType: type, state: .active, address: "\(number)@Ü.example",
            displayName: "Number \(number)", asciiAddress: "\(number)@xn--tda.example", aliases: aliases)
        try await house.say([
            ChangeRecord(organization: org(1), id: account.id, type: Messages.Account.name, value: account.encoded())
        ])
    }

    private func page(
        _ account: ListSenderIdentitiesRequest.Account, size: Int32 = 0, token: String = ""
    ) async throws(Status) -> ListSenderIdentitiesResponse {
        try await house.call(
            MailboxServiceMethods.listSenderIdentities,
            ListSenderIdentitiesRequest(account: account, pageSize: size, pageToken: token))
    }

    private func identities(
        _ account: ListSenderIdentitiesRequest.Account, size: Int32 = 0
    ) async throws -> [Messages.SenderIdentity] {
        var (all, token): ([Messages.SenderIdentity], String) = ([], "")
        repeat {
            let page = try await page(account, size: size, token: token)
            all += page.identities
            token = page.nextPageToken
        } while !token.isEmpty
        return all
    }

    @Test("D14 the default first, then the own aliases, then other mailboxes; each with who is seen, and a page may end anywhere")
    func list() async throws {
        try await named(1, ["one@x.example", "a/b@x.example"])
        try await named(20, ["help@x.example"], .functional)
        try await house.grant(2, acc(1), .open)
        let granted = try #require(try await house.grant(20, acc(1), .send).delegation)
        let all = try await identities(.accountId(acc(1)))
        #expect(
            all == [
                Messages.SenderIdentity(
                    address: "1@Ü.example", primary: true, mailboxId: mbx(1), mailboxKind: .personal, owner: true,
                    displayedName: "Number 1"),
                Messages.SenderIdentity(
                    address: "a/b@x.example", mailboxId: mbx(1), mailboxKind: .personal, owner: true, displayedName: "Number 1"),
                Messages.SenderIdentity(
                    address: "one@x.example", mailboxId: mbx(1), mailboxKind: .personal, owner: true, displayedName: "Number 1"),
                Messages.SenderIdentity(
                    address: "20@Ü.example", primary: true, mailboxId: mbx(20), mailboxKind: .functional,
                    delegationId: granted.id, displayedName: "Number 20"),
                Messages.SenderIdentity(
                    address: "help@x.example", mailboxId: mbx(20), mailboxKind: .functional, delegationId: granted.id,
                    displayedName: "Number 20"),
            ])
        for size in Int32(1)...6 { #expect(try await identities(.accountId(acc(1)), size: size) == all) }
        for address in ["1@ü.example", "1@XN--TDA.example", "One@X.example"] {
            #expect(try await identities(.accountAddress(address)) == all)
        }
    }

    @Test("a thousand aliases come in pages within the bound, each once")
    func manyAliases() async throws {
        let long = String(repeating: "x", count: 200)
        try await named(1, (0..<1500).map { "\(long)\(10_000 + $0)@x.example" })
        let first = try await page(.accountId(acc(1)), size: 1000)
        #expect(first.identities.count == 1000 && first.encoded().count <= Page.bytesMax)
        let all = try await identities(.accountId(acc(1)), size: 1000)
        #expect(all.count == 1501 && Set(all.map(\.address)).count == 1501)
    }

    @Test("D28 an account that nobody has is not found, by id or by address; a token is of its own list")
    func mistakes() async throws {
        for account in [.accountId(acc(999)), .accountAddress("nobody@x.example"), .accountAddress("no address")]
            as [ListSenderIdentitiesRequest.Account]
        {
            #expect(await failure { () throws(Status) in try await page(account) }?.code == .notFound)
        }
        try await house.person(5, .user, .suspended)
        #expect(try await identities(.accountId(acc(5))).isEmpty)
        try await named(1, ["one@x.example"])
        let token = try await page(.accountId(acc(1)), size: 1).nextPageToken
        let other = await failure { () throws(Status) in try await page(.accountId(acc(2)), token: token) }
        #expect(other?.reason == .stalePageToken)
        house.world.withLock { $0.freshness = .stale(for: .seconds(3)) }
        #expect(await failure { () throws(Status) in try await page(.accountId(acc(1))) }?.reason == .stale)
    }
}
