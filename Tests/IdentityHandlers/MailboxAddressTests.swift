import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

/// B5, D8: a registered mailbox's address is one of the installation's, and its owner is there for it.
@Suite struct MailboxAddressTests {
    private static let shop = "shop@acme.example"

    @Test("B5 D8 an address is claimed once for a mailbox, in an event on whose behalf it was, and the same again is nothing")
    func claims() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let ada = try await installation.member("ada", of: acme)
        let mailbox = mailboxID(1)
        let tried = try await installation.claim(Self.shop, for: ada, mailbox: mailbox, validateOnly: true)
        #expect(tried.mailboxAddress?.ownerId == ada.id && tried.eventId.isEmpty)
        #expect(try await installation.mailboxAddresses().isEmpty)
        let claimed = try await installation.claim("Shop@ACME.example", for: ada, mailbox: mailbox)
        #expect(
            claimed.mailboxAddress
                == MailboxAddress(
                    mailboxId: mailbox, organizationId: acme.id, ownerId: ada.id, address: "Shop@ACME.example"))
        let event = try #require(try await installation.events().last)
        #expect(event.action == "mailbox_address.claimed" && event.organizationId == acme.id && event.id == claimed.eventId)
        #expect(event.actor?.kind == .service && event.actor?.id == Installation.backend)
        #expect(event.onBehalfOf.map(\.accountId) == [ada.id])
        #expect(event.target?.mailboxId == mailbox && event.target?.subjectId == ada.id)
        #expect(event.changes.contains { $0.path == "owner_id" && $0.after == ada.id })
        // The address goes with the mailbox, for nobody erases a service.
        #expect(event.personal.first { $0.path == "changes.address.after" }?.subjectId == mailbox)
        #expect(try await installation.told().last?["changes.address.after"] == "Shop@ACME.example")
        try await installation.suspend(ada, by: acme.owner)
        let events = try await installation.events().count
        let again = try await installation.claim(Self.shop, for: ada, mailbox: mailbox)
        #expect(again.unchanged && again.mailboxAddress == claimed.mailboxAddress && again.eventId.isEmpty)
        #expect(try await installation.events().count == events)
        let other = await failure { () throws(Status) in
            try await installation.claim("other@acme.example", for: ada, mailbox: mailbox)
        }
        #expect(other?.reason == .alreadyExists && other?.metadata["field"] == "mailbox_id")
    }

    @Test("B5 no account gets a mailbox's address in any form or way, and no mailbox an account's, held ones too")
    func taken() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (ada, bo) = (try await installation.member("ada", of: acme), try await installation.member("bo", of: acme))
        try await installation.claim("shop@bücher.example", for: ada, mailbox: mailboxID(1))
        let form = "SHOP@xn--bcher-kva.example"
        let new = Account(organizationId: acme.id, address: form)
        let refused: [Status?] = [
            await failure { () throws(Status) in try await installation.addAlias(form, to: bo, by: acme.owner) },
            await failure { () throws(Status) in try await installation.changePrimary(of: bo, to: form, by: acme.owner) },
            await failure { () throws(Status) in
                try await installation.call(
                    AccountServiceMethods.createFunctionalAccount, CreateFunctionalAccountRequest(account: new),
                    as: acme.owner)
            },
            await failure { () throws(Status) in
                try await installation.call(
                    AccountServiceMethods.inviteAccount, InviteAccountRequest(account: new), as: acme.owner)
            },
            await failure { () throws(Status) in
                try await installation.inviteAdministrator(at: form, to: acme)
            },
            await failure { () throws(Status) in
                try await installation.operate(
                    OrganizationServiceMethods.createOrganization,
                    CreateOrganizationRequest(
                        organization: Organization(displayName: "n", preset: .functionalAccounts),
                        owner: Account(address: form)))
            },
            await failure { () throws(Status) in try await installation.claim(form, for: bo, mailbox: mailboxID(2)) },
        ]
        #expect(refused.map { $0?.reason } == Array(repeating: .alreadyExists, count: 7))
        // And it names nobody.
        #expect(try await installation.named(form, by: acme.owner) == nil)

        try await installation.addAlias("help@acme.example", to: bo, by: acme.owner)
        try await installation.decide(["deleted_address_lifetime"], of: acme) {
            $0.deletedAddressLifetime = WireDuration(seconds: 86_400)
        }
        let gone = try await installation.member("gone", of: acme)
        try await installation.delete(gone, by: acme.owner)
        for address in ["HELP@acme.example", bo.address, gone.address] {
            let status = await failure { () throws(Status) in
                try await installation.claim(address, for: ada, mailbox: mailboxID(3))
            }
            #expect(status?.reason == .alreadyExists && status?.metadata["field"] == "address", "\(address)")
        }
        #expect(try await installation.mailboxAddresses().map(\.address) == ["shop@bücher.example"])
    }

    @Test("B5 the domain is one that the owner's organization has verified, and is not given up while a mailbox is in it")
    func domain() async throws {
        let installation = try await Installation(unverifiedDomains: false)
        let acme = try await installation.acme()
        let owner = acme.owner
        let other = await failure { () throws(Status) in
            try await installation.claim("a@shop.example", for: owner, mailbox: mailboxID(1))
        }
        #expect(other?.reason == .domainNotVerified && other?.metadata["domain"] == "shop.example")
        let domain = try await installation.claim("shop.example", of: acme)
        installation.publish(domain)
        try await installation.verify(domain, by: owner)
        try await installation.claim("a@shop.example", for: owner, mailbox: mailboxID(1))
        let evil = try await installation.acme("evil")
        let theirs = await failure { () throws(Status) in
            try await installation.claim("b@shop.example", for: evil.owner, mailbox: mailboxID(2))
        }
        #expect(theirs?.reason == .domainNotVerified)
        let used = await failure { () throws(Status) in try await installation.release(domain, by: owner) }
        #expect(used?.reason == .domainInUse && used?.metadata["addresses"] == "1")
        try await installation.free(mailboxID(1))
        try await installation.release(domain, by: owner)
    }

    @Test("D8 the owner is an active account that acts, and another owner is of the same organization")
    func owners() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let ada = try await installation.member("ada", of: acme)
        let invited = try #require(try await installation.invite("new", to: acme).account)
        let desk = try await installation.functional("desk", of: acme)
        let away = try await installation.member("away", of: acme)
        try await installation.suspend(away, by: acme.owner)
        let gone = try await installation.member("gone", of: acme)
        try await installation.delete(gone, by: acme.owner)
        let evil = try await installation.acme("evil")
        let nobody = Account(id: Identifier.make("acc", at: 1))
        let refused: [(Account, ErrorReason)] = [
            (invited, .wrongState), (desk, .wrongType), (away, .wrongState), (gone, .wrongState), (nobody, .notFound),
        ]
        for (owner, reason) in refused {
            let status = await failure { () throws(Status) in
                try await installation.claim(Self.shop, for: owner, mailbox: mailboxID(1))
            }
            #expect(status?.reason == reason)
        }
        try await installation.claim(Self.shop, for: ada, mailbox: mailboxID(1))
        for (owner, reason) in refused + [(evil.owner, .notFound)] {
            let status = await failure { () throws(Status) in
                try await installation.claim(Self.shop, for: owner, mailbox: mailboxID(1))
            }
            #expect(status?.reason == reason)
        }
        let given = try await installation.claim(Self.shop, for: acme.owner, mailbox: mailboxID(1))
        #expect(given.mailboxAddress?.ownerId == acme.owner.id)
        let event = try #require(try await installation.events().last)
        #expect(event.changes.contains { $0.path == "owner_id" && $0.before == ada.id && $0.after == acme.owner.id })
    }

    @Test("D8 B3 B1 who owns a mailbox is not deleted and becomes no functional account; suspended it may be")
    func kept() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let ada = try await installation.member("ada", of: acme)
        for number in 1...2 { try await installation.claim("m\(number)@acme.example", for: ada, mailbox: mailboxID(number)) }
        let refused = [
            await failure { () throws(Status) in try await installation.delete(ada, by: acme.owner) },
            await failure { () throws(Status) in try await installation.retype(ada, .functional, by: acme.owner) },
        ]
        for status in refused {
            #expect(status?.reason == .ownsMailboxes && status?.metadata["mailboxes"] == "2")
        }
        try await installation.suspend(ada, by: acme.owner)
        try await installation.claim("m1@acme.example", for: acme.owner, mailbox: mailboxID(1))
        let one = await failure { () throws(Status) in try await installation.delete(ada, by: acme.owner) }
        #expect(one?.metadata["mailboxes"] == "1")
        try await installation.free(mailboxID(2))
        #expect(try await installation.delete(ada, by: acme.owner).account?.state == .deleted)
    }

    @Test("D8 B4 time deletes nobody who owns a mailbox, and looks again within a day")
    func automatic() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let ada = try await installation.member("ada", of: acme)
        try await installation.claim(Self.shop, for: ada, mailbox: mailboxID(1))
        try await installation.suspend(ada, by: acme.owner)
        installation.advance(seconds: 91 * 86_400)
        #expect(try await installation.passTime().failures == 0)
        #expect(try await installation.get(ada, as: acme.owner).state == .suspended)
        try await installation.free(mailboxID(1))
        installation.advance(seconds: 86_400)
        try await installation.passTime()
        #expect(try await installation.get(ada, as: acme.owner).state == .deleted)
    }

    @Test("B5 what is released is free for whoever asks, once and with an event; what is not taken is nothing")
    func released() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let ada = try await installation.member("ada", of: acme)
        try await installation.claim(Self.shop, for: ada, mailbox: mailboxID(1))
        let released = try await installation.free(mailboxID(1))
        #expect(released.mailboxAddress?.address == Self.shop && !released.unchanged)
        let event = try #require(try await installation.events().last)
        #expect(event.action == "mailbox_address.released" && event.target?.subjectId == ada.id)
        #expect(event.organizationId == acme.id && event.actor?.kind == .service)
        let again = try await installation.free(mailboxID(1))
        #expect(again.unchanged && again.mailboxAddress == nil && again.eventId.isEmpty)
        #expect(try await installation.addAlias(Self.shop, to: ada, by: acme.owner).aliases == [Self.shop])
    }

    @Test("what is taken is listed by mailbox, whole, whatever the pages")
    func lists() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let ids = (1...7).map { mailboxID($0) }
        for (number, id) in ids.enumerated().reversed() {
            try await installation.claim("m\(number)@acme.example", for: acme.owner, mailbox: id)
        }
        var listed: [String] = []
        var token = ""
        repeat {
            let page = try await installation.call(
                MailboxAddressServiceMethods.listMailboxAddresses,
                ListMailboxAddressesRequest(pageSize: 3, pageToken: token))
            listed += page.mailboxAddresses.map(\.mailboxId)
            token = page.nextPageToken
        } while !token.isEmpty
        #expect(listed == ids.sorted())
    }

    @Test("B5 an alias, an account and two mailboxes want one address at once: one has it, and the others hear so")
    func atOnce() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let ada = try await installation.member("ada", of: acme)
        for round in 0..<25 {
            let address = "r\(round)@acme.example"
            let reasons = await withTaskGroup(of: ErrorReason?.self) { group in
                for mailbox in [2 * round, 2 * round + 1] {
                    group.addTask {
                        await failure { () throws(Status) in
                            try await installation.claim(address, for: ada, mailbox: mailboxID(mailbox))
                        }?.reason
                    }
                }
                group.addTask {
                    await failure { () throws(Status) in
                        try await installation.addAlias(address, to: ada, by: acme.owner)
                    }?.reason
                }
                group.addTask {
                    await failure { () throws(Status) in
                        try await installation.call(
                            AccountServiceMethods.createFunctionalAccount,
                            CreateFunctionalAccountRequest(account: Account(organizationId: acme.id, address: address)),
                            as: acme.owner)
                    }?.reason
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reasons.count { $0 == nil } == 1 && reasons.count { $0 == .alreadyExists } == 3, "\(reasons)")
        }
    }
}
