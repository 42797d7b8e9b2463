import Contract
import IdentityHandlers
import Messages
import RPC
import Testing

/// Accounts, groups and organizations asked for by what people call them.
@Suite struct NameTests {
    private func create(
        _ address: String, _ externalID: String = "", in acme: Acme, _ installation: Installation
    ) async throws -> Account {
        let answer = try await installation.call(
            AccountServiceMethods.createFunctionalAccount,
            CreateFunctionalAccountRequest(
                account: Account(organizationId: acme.id, address: address, externalId: externalID)), as: acme.owner)
        return answer.account ?? Account()
    }

    @Test("accounts are found by id, address and external id, each exactly, and each once")
    func accounts() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        let ann = try await create("Ann.K@acme.example", "7", in: acme, installation)
        // Its external id is Ann's address: another kind of name.
        let kim = try await create("kim@acme.example", "ann.k@acme.example", in: acme, installation)
        let composed = try await create("e@acme.example", "\u{E9}", in: acme, installation)
        let foreign = try await create("x@other.example", "8", in: other, installation)
        func find(
            ids: [String] = [], addresses: [String] = [], externalIDs: [String] = [], state: AccountState = .unspecified
        ) async throws(Status) -> [String] {
            try await installation.call(
                AccountServiceMethods.listAccounts,
                ListAccountsRequest(
                    organizationId: acme.id, state: state, accountIds: ids, addresses: addresses, externalIds: externalIDs),
                as: acme.owner
            ).accounts.map(\.id)
        }
        #expect(try await find(addresses: ["ANN.k@acme.example"]) == [ann.id])
        #expect(try await find(externalIDs: ["ann.k@acme.example"]) == [kim.id])
        #expect(try await find(addresses: ["ann.k@acme.example"], externalIDs: ["7"]) == [ann.id])
        #expect(
            try await find(ids: [kim.id, "acc_" + String(repeating: "0", count: 26)], addresses: ["kim@acme.example"]) == [kim.id]
        )
        #expect(try await find(externalIDs: ["\u{E9}"]) == [composed.id])
        // The Kelvin sign is no k, a decomposed accent no composed one, no external id nobody's, and foreigners are not here.
        #expect(try await find(addresses: ["\u{212A}im@acme.example", "ann.\u{212A}@acme.example"]).isEmpty)
        #expect(try await find(externalIDs: ["e\u{301}", "", "8"]).isEmpty)
        #expect(try await find(ids: [foreign.id], addresses: ["x@other.example"]).isEmpty)
        #expect(try await find(ids: [ann.id], state: .suspended).isEmpty)
        let many = [String](repeating: "x", count: 501)
        #expect(await failure { () throws(Status) in try await find(addresses: many) } == nil)
        let refused = await failure { () throws(Status) in try await find(addresses: many, externalIDs: many) }
        #expect(refused?.reason == .invalidField)
    }

    @Test("named accounts are paged like any list")
    func pages() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        var made: [String] = []
        for name in ["a", "b", "c"] { made.append(try await create("\(name)@acme.example", in: acme, installation).id) }
        var request = ListAccountsRequest(
            organizationId: acme.id, pageSize: 2, addresses: ["c@acme.example", "a@acme.example", "b@acme.example"])
        var found: [String] = []
        repeat {
            let page = try await installation.call(AccountServiceMethods.listAccounts, request, as: acme.owner)
            found += page.accounts.map(\.id)
            request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        #expect(found == made.sorted())
    }

    @Test("groups are found by id, name and external id, byte by byte")
    func groups() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        func create(_ name: String, _ externalID: String) async throws -> String {
            let group = Group(organizationId: acme.id, displayName: name, externalId: externalID)
            let request = CreateGroupRequest(group: group)
            return try await installation.call(GroupServiceMethods.createGroup, request, as: acme.owner).group?.id ?? ""
        }
        func find(ids: [String] = [], names: [String] = [], externalIDs: [String] = []) async throws -> [String] {
            try await installation.call(
                GroupServiceMethods.listGroups,
                ListGroupsRequest(organizationId: acme.id, groupIds: ids, displayNames: names, externalIds: externalIDs),
                as: acme.owner
            ).groups.map(\.id)
        }
        let kelvin = try await create("\u{212A}", "1")
        let letter = try await create("K", "\u{212A}")
        #expect(try await find(names: ["K"]) == [letter])
        #expect(try await find(names: ["\u{212A}"]) == [kelvin])
        #expect(try await find(externalIDs: ["K", ""]).isEmpty)
        #expect(try await find(ids: [letter], externalIDs: ["1", "\u{212A}"]) == [kelvin, letter].sorted())
    }

    @Test("organizations are found by external id")
    func organizations() async throws {
        let installation = try await Installation()
        let request = CreateOrganizationRequest(
            organization: Organization(displayName: "A", externalId: "a"), owner: Account(address: "o@a.example"))
        let made = try await installation.operate(OrganizationServiceMethods.createOrganization, request).organization?.id
        _ = try await installation.acme()
        let found = try await installation.operate(
            OrganizationServiceMethods.listOrganizations, ListOrganizationsRequest(externalIds: ["a", "b", ""]))
        #expect(found.organizations.map(\.id) == [made])
    }

    @Test("an account is judged by its address, and by its external id in an organization")
    func judged() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        let office = try await create("Office@acme.example", "7", in: acme, installation)
        let owner = try await installation.authorize(.address("OWNER@acme.example"), "delegations", .edit)
        #expect(owner.allowed && owner.accountId == acme.owner.id && owner.organizationId == acme.id)
        let functional = try await installation.authorize(.externalId("7"), organization: acme.id)
        #expect(functional.reason == .accountNotActive && functional.accountId == office.id)
        for (subject, organization) in [
            (AuthorizeRequest.Subject.externalId("7"), other.id), (.externalId(""), acme.id), (.address("7"), ""),
            (.address(""), ""),
        ] {
            let answer = try await installation.authorize(subject, organization: organization)
            #expect(answer.reason == .noSuchAccount && answer.accountId.isEmpty)
        }
        #expect(
            await failure { () throws(Status) in try await installation.authorize(.externalId("7")) }?.metadata["field"]
                == "organization_id")
    }
}
