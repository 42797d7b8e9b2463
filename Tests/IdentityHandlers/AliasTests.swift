import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

/// B5: an account has one primary address and aliases, each one account's in the installation.
@Suite struct AliasTests {
    @Test("B5 an alias names its account wherever its address does, and is taken for all others in every form")
    func names() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let ada = try await installation.member("ada", of: acme, password: password)
        let changed = try await installation.addAlias("Info@BÜCHER.example", to: ada, by: acme.owner)
        #expect(changed.aliases == ["Info@BÜCHER.example"] && changed.revision == ada.revision + 1 && changed.etag != ada.etag)
        for form in ["info@bücher.example", "INFO@XN--BCHER-KVA.EXAMPLE"] {
            #expect(try await installation.named(form, by: acme.owner) == ada.id)
            let signed = try await installation.call(
                SessionServiceMethods.createSession, CreateSessionRequest(address: form, password: password))
            #expect(signed.account?.id == ada.id)
            let taken = await failure { () throws(Status) in
                try await installation.call(
                    AccountServiceMethods.createFunctionalAccount,
                    CreateFunctionalAccountRequest(account: Account(organizationId: acme.id, address: form)), as: acme.owner)
            }
            #expect(taken?.reason == .alreadyExists)
        }
        let listed = try await installation.call(
            AccountServiceMethods.listAccounts,
            ListAccountsRequest(
                organizationId: acme.id, addresses: ["INFO@bücher.example", "ada@acme.example"]), as: acme.owner)
        #expect(listed.accounts.map(\.id) == [ada.id])
        let again = try await installation.addAlias("info@bücher.example", to: ada, by: acme.owner)
        #expect(again == changed)
    }

    @Test("B5 what is removed names nobody and is free at once; the event tells which it was, apart from what stays")
    func removed() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (ada, bo) = (try await installation.member("ada", of: acme), try await installation.member("bo", of: acme))
        try await installation.addAlias("help@acme.example", to: ada, by: acme.owner)
        let answer = try await installation.call(
            AddressServiceMethods.removeAlias, RemoveAliasRequest(accountId: ada.id, alias: "HELP@acme.example"),
            as: acme.owner)
        #expect(answer.account?.aliases == [])
        #expect(try await installation.named("help@acme.example", by: acme.owner) == nil)
        try await installation.addAlias("help@acme.example", to: bo, by: acme.owner)
        let events = try await installation.events().filter { $0.action == "account.alias_removed" }
        #expect(events.count == 1 && events[0].target?.id == ada.id && events[0].changes.isEmpty)
        #expect(try await installation.told().contains { $0["changes.alias.before"] == "help@acme.example" })
        let primary = await failure { () throws(Status) in
            try await installation.call(
                AddressServiceMethods.removeAlias, RemoveAliasRequest(accountId: ada.id, alias: ada.address), as: acme.owner)
        }
        #expect(primary?.reason == .wrongState)
    }

    @Test("B5 an alias moves in one step, with an event for each account; a primary address does not move")
    func moved() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (ada, bo) = (try await installation.member("ada", of: acme), try await installation.member("bo", of: acme))
        try await installation.addAlias("help@acme.example", to: ada, by: acme.owner)
        let answer = try await installation.moveAlias("Help@acme.example", to: bo, by: acme.owner)
        #expect(answer.account?.aliases == ["help@acme.example"] && answer.previousAccount?.aliases == [])
        #expect(try await installation.named("help@acme.example", by: acme.owner) == bo.id)
        let events = try await installation.events().suffix(2)
        #expect(events.map(\.action) == ["account.alias_moved", "account.alias_removed"])
        #expect(events.map { $0.target?.id } == [bo.id, ada.id])
        #expect(try await installation.moveAlias("help@acme.example", to: bo, by: acme.owner).unchanged)
        let primary = await failure { () throws(Status) in
            try await installation.moveAlias(ada.address, to: bo, by: acme.owner)
        }
        #expect(primary?.reason == .wrongState)
        let evil = try await installation.acme("evil")
        let foreign = await failure { () throws(Status) in
            try await installation.moveAlias("help@acme.example", to: evil.owner, by: evil.owner)
        }
        #expect(foreign?.code == .notFound)
    }

    @Test("B5 C6 the primary address changes places with an alias; another administrator's only by a Full admin")
    func primary() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let policy = try await installation.member("policy", of: acme, role: .policyAdmin)
        let ada = try await installation.member("ada", of: acme)
        let answer = try await installation.changePrimary(of: ada, to: "countess@acme.example", by: policy)
        #expect(answer.account?.address == "countess@acme.example" && answer.account?.aliases == ["ada@acme.example"])
        #expect(answer.account?.asciiAddress == "countess@acme.example")
        let back = try await installation.changePrimary(of: ada, to: "Ada@acme.example", by: policy)
        #expect(back.account?.address == "Ada@acme.example" && back.account?.aliases == ["countess@acme.example"])
        for address in ["ada@acme.example", "countess@acme.example"] {
            #expect(try await installation.named(address, by: acme.owner) == ada.id)
        }
        let support = try await installation.member("support", of: acme, role: .support)
        for refused in [
            await failure { () throws(Status) in
                try await installation.changePrimary(of: support, to: "s@acme.example", by: policy)
            },
            await failure { () throws(Status) in try await installation.addAlias("s@acme.example", to: acme.owner, by: policy) },
        ] { #expect(refused?.reason == .fullAdminOnly) }
        let lacks = await failure { () throws(Status) in
            try await installation.addAlias("x@acme.example", to: ada, by: support)
        }
        #expect(lacks?.reason == .roleLacksScope && lacks?.metadata["scope"] == "email_aliases")
    }

    @Test("C14 who administers one unit moves no alias out of another")
    func units() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (north, south) = (
            try await installation.unit("North", of: acme), try await installation.unit("South", of: acme)
        )
        var people: [Account] = []
        for (name, unit) in [("ada", north), ("bo", south), ("cy", south)] {
            let person = try await installation.member(name, of: acme)
            try await installation.place(person, in: unit.id, by: acme.owner)
            people.append(person)
        }
        let policy = try await installation.member("policy", of: acme)
        _ = try await installation.call(
            AdministratorServiceMethods.assignRole,
            AssignRoleRequest(accountId: policy.id, roleId: RoleID.policyAdmin.text, unitId: south.id), as: acme.owner)
        try await installation.addAlias("n@acme.example", to: people[0], by: acme.owner)
        try await installation.addAlias("s@acme.example", to: people[1], by: policy)
        #expect(try await installation.moveAlias("s@acme.example", to: people[2], by: policy).account?.id == people[2].id)
        let refused = await failure { () throws(Status) in
            try await installation.moveAlias("n@acme.example", to: people[1], by: policy)
        }
        #expect(refused?.reason == .roleLacksScope)
        #expect(try await installation.named("n@acme.example", by: acme.owner) == people[0].id)
    }

    @Test("B5 two organizations take the same alias at once: one has it")
    func race() async throws {
        let installation = try await Installation()
        let (acme, evil) = (try await installation.acme(), try await installation.acme("evil"))
        for round in 0..<20 {
            let alias = "both\(round)@third.example"
            async let left = failure { () throws(Status) in
                try await installation.addAlias(alias, to: acme.owner, by: acme.owner)
            }
            async let right = failure { () throws(Status) in
                try await installation.addAlias(alias, to: evil.owner, by: evil.owner)
            }
            let outcomes = await [left, right]
            #expect(outcomes.filter { $0 == nil }.count == 1)
            #expect(outcomes.compactMap { $0?.reason } == [.alreadyExists])
        }
    }

    @Test("B5 a deleted account's addresses name nobody and stay taken for as long as the policy says")
    func deleted() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        try await installation.decide(["deleted_address_lifetime"], of: acme) {
            $0.deletedAddressLifetime = WireDuration(seconds: 86_400)
        }
        let (ada, bo) = (try await installation.member("ada", of: acme), try await installation.member("bo", of: acme))
        try await installation.addAlias("help@acme.example", to: ada, by: acme.owner)
        try await installation.delete(ada, by: acme.owner)
        for address in ["ada@acme.example", "help@acme.example"] {
            #expect(try await installation.named(address, by: acme.owner) == nil)
            let taken = await failure { () throws(Status) in
                try await installation.addAlias(address, to: bo, by: acme.owner)
            }
            #expect(taken?.reason == .alreadyExists)
        }
        installation.advance(seconds: 86_399)
        try await installation.passTime()
        #expect(try await !installation.events().contains { $0.action == "account.addresses_released" })
        installation.advance(seconds: 2)
        try await installation.passTime()
        let released = try await installation.events().filter { $0.action == "account.addresses_released" }
        #expect(released.count == 1 && released[0].target?.id == ada.id && released[0].changes.map(\.before) == ["2"])
        try await installation.addAlias("help@acme.example", to: bo, by: acme.owner)
    }

    @Test("B5 without that policy, and of a lapsed invitation in any case, addresses are free at once")
    func free() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let ada = try await installation.member("ada", of: acme)
        try await installation.delete(ada, by: acme.owner)
        _ = try await installation.functional("ada", of: acme)
        try await installation.decide(["deleted_address_lifetime"], of: acme) {
            $0.deletedAddressLifetime = WireDuration(seconds: 86_400)
        }
        _ = try await installation.invite("late", to: acme)
        installation.advance(seconds: 8 * 86_400)
        try await installation.passTime()
        _ = try await installation.functional("late", of: acme)
    }
}
