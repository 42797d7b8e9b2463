import Contract
import IdentityHandlers
import Messages
import Patience
import RPC
import Testing

@Suite struct AccountTests {
    private func accept(
        _ token: String, in installation: Installation, password: String = "", requestID: String = ""
    ) async throws(Status) -> AcceptInvitationResponse {
        try await installation.call(
            InvitationServiceMethods.acceptInvitation,
            AcceptInvitationRequest(invitationToken: token, password: password, requestId: requestID))
    }

    @Test("B2 A5 an invited account acts only after it has accepted, once")
    func invitation() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let invited = try await installation.invite("jo", to: acme)
        let account = try #require(invited.account)
        #expect(account.state == .invited && account.accountType == .user)
        #expect(invited.expireTime?.microsecondsSince1970 == installation.now + 7 * 24 * 3600 * 1_000_000)
        #expect(
            await failure { () throws(Status) in try await installation.assign(.support, to: account, by: acme.owner) }?.reason
                == .wrongState)
        let accepted = try await accept(invited.invitationToken, in: installation)
        #expect(accepted.account?.state == .active)
        #expect(accepted.account?.revision == 2)
        #expect(try await installation.authorize(.accountId(account.id)).allowed)
        try await installation.assign(.support, to: account, by: acme.owner)
        let again = await failure { () throws(Status) in try await accept(invited.invitationToken, in: installation) }
        #expect(again?.code == .failedPrecondition)
        #expect(again?.reason == .invitationInvalid)
    }

    @Test("A5 invitations live seven days, and unknown tokens are as invalid as old ones")
    func expiry() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let invited = try await installation.invite("jo", to: acme)
        let late = try await installation.invite("kim", to: acme)
        installation.advance(seconds: 7 * 24 * 3600 - 1)
        _ = try await accept(invited.invitationToken, in: installation)
        installation.advance(seconds: 1)
        let old = await failure { () throws(Status) in try await accept(late.invitationToken, in: installation) }
        let unknown = await failure { () throws(Status) in try await accept("unknown", in: installation) }
        #expect(old?.reason == .invitationInvalid)
        #expect(old == unknown)
    }

    @Test("A5 while a jump of the wall clock is pending an invitation that is over by either clock is over")
    func expiryByEither() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let invited = try await installation.invite("jo", to: acme)
        installation.jump(seconds: 7 * 24 * 3600)
        let old = await failure { () throws(Status) in try await accept(invited.invitationToken, in: installation) }
        #expect(old?.reason == .invitationInvalid)
        installation.jump(seconds: 7 * 24 * 3600 - 1)
        #expect(try await accept(invited.invitationToken, in: installation).account?.state == .active)
    }

    @Test("A5 a repeated invitation gives a new token and voids the one before")
    func repeated() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let first = try await installation.invite("jo", to: acme, requestID: "r1")
        let second = try await installation.invite("jo", to: acme, requestID: "r1")
        #expect(first.account == second.account)
        #expect(first.invitationToken != second.invitationToken)
        let void = await failure { () throws(Status) in try await accept(first.invitationToken, in: installation) }
        #expect(void?.reason == .invitationInvalid)
        _ = try await accept(second.invitationToken, in: installation)
        let third = try await installation.invite("jo", to: acme, requestID: "r1")
        #expect(third.invitationToken.isEmpty)
    }

    @Test("A5 who repeats an invitation behind their own suspension in the writer's queue gets no token")
    func repeatedBySuspended() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let admin = try await installation.member("kim", of: acme, role: .fullAdmin)
        let request = InviteAccountRequest(
            account: Account(organizationId: acme.id, address: "jo@acme.example"), requestId: "r1")
        let invited = try await installation.call(AccountServiceMethods.inviteAccount, request, as: admin)
        let standstill = Standstill()
        standstill.arm()
        async let held = installation.store.write { _ in standstill.pass() }
        await until { standstill.isReached }
        async let suspended = installation.suspend(admin, by: acme.owner)
        await until { installation.store.statistics.waitingWrites == 1 }
        async let repeated = failure { () throws(Status) in
            try await installation.call(AccountServiceMethods.inviteAccount, request, as: admin)
        }
        await until { installation.store.statistics.waitingWrites == 2 }
        standstill.goOn()
        _ = try await (held, suspended)
        #expect(await repeated?.reason == .wrongState)
        #expect(try await !installation.events().contains { $0.action == "account.invitation_renewed" })
        #expect(try await accept(invited.invitationToken, in: installation).account?.state == .active)
    }

    @Test("A5 who has not accepted is invited again, with corrected names, by any request; who has accepted is not")
    func invitedAgain() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        func invite(_ address: String, _ name: String, _ id: String, to acme: Acme) async throws(Status) -> InviteAccountResponse
        {
            let account = Account(organizationId: acme.id, address: address, displayName: name, externalId: id)
            return try await installation.call(
                AccountServiceMethods.inviteAccount, InviteAccountRequest(account: account), as: acme.owner)
        }
        let first = try await invite("Jo@acme.example", "Joo", "7", to: acme)
        installation.advance(seconds: 8 * 24 * 3600)
        let second = try await invite("jo@ACME.example", "Jo", "8", to: acme)
        #expect(second.account?.id == first.account?.id && second.account?.state == .invited)
        #expect(second.account?.displayName == "Jo" && second.account?.externalId == "8")
        #expect(second.account?.address == "Jo@acme.example")
        #expect(
            await failure { () throws(Status) in try await accept(first.invitationToken, in: installation) }?.reason
                == .invitationInvalid)
        let renewed = try await installation.events().last { $0.outcome != .denied }
        #expect(renewed?.action == "account.invitation_renewed" && renewed?.target?.id == first.account?.id)
        #expect(
            renewed?.personal.map(\.path).filter { $0.hasSuffix(".after") }
                == ["changes.display_name.after", "changes.external_id.after"])
        // The address is another organization's, the external id another account's.
        _ = try await invite("kim@acme.example", "Kim", "9", to: acme)
        for (address, id, acme) in [("jo@acme.example", "8", other), ("jo@acme.example", "9", acme)] {
            let taken = await failure { () throws(Status) in try await invite(address, "Jo", id, to: acme) }
            #expect(taken?.reason == .alreadyExists)
        }
        #expect(try await accept(second.invitationToken, in: installation).account?.displayName == "Jo")
        let accepted = await failure { () throws(Status) in try await invite("jo@acme.example", "Jo", "8", to: acme) }
        #expect(accepted?.reason == .alreadyExists && accepted?.metadata["field"] == "account.address")
    }

    @Test("a name that only its bytes tell apart is another name")
    func exactNames() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let user = try await installation.member("jo", of: acme)
        for (index, name) in ["\u{E9}", "e\u{301}", "K", "\u{212A}"].enumerated() {
            let account = Account(id: user.id, displayName: name, externalId: name)
            let updated = try await installation.call(
                AccountServiceMethods.updateAccount,
                UpdateAccountRequest(account: account, updateMask: FieldMask(paths: ["display_name", "external_id"])),
                as: acme.owner)
            #expect(updated.account.map { ExactText($0.displayName) } == ExactText(name))
            #expect(updated.account.map { ExactText($0.externalId) } == ExactText(name))
            #expect(updated.account?.revision == user.revision + Int64(index) + 1)
            #expect(try await installation.events().last?.personal.count { $0.path.hasSuffix(".after") } == 2)
        }
    }

    @Test("accepting with a password and a request id can be repeated")
    func acceptedTwice() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let invited = try await installation.invite("jo", to: acme)
        let first = try await accept(invited.invitationToken, in: installation, password: password, requestID: "r")
        let second = try await accept(invited.invitationToken, in: installation, password: password, requestID: "r")
        #expect(first.account == second.account)
        let account = try #require(first.account)
        _ = try await installation.signIn(account, password)
        let weak = await failure { () throws(Status) in try await accept("x", in: installation, password: "1234567") }
        #expect(weak?.metadata["field"] == "password")
    }

    @Test("B1 a functional account is active, has a mailbox id, and nobody signs in to it or acts as it")
    func functional() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let made = try await installation.call(
            AccountServiceMethods.createFunctionalAccount,
            CreateFunctionalAccountRequest(account: Account(organizationId: acme.id, address: "info@acme.example")),
            as: acme.owner)
        let account = try #require(made.account)
        #expect(account.accountType == .functional && account.state == .active)
        #expect(made.mailboxId.dropFirst(4) == account.id.dropFirst(4))
        #expect(made.mailboxId.hasPrefix("mbx_"))
        #expect(
            await failure { () throws(Status) in try await installation.signIn(account, password) }?.reason == .wrongCredentials)
        #expect(try await !installation.authorize(.accountId(account.id)).allowed)
        #expect(
            await failure { () throws(Status) in try await installation.assign(.support, to: account, by: acme.owner) }?.reason
                == .wrongType)
    }

    @Test("B5 an address is taken across organizations, and an external id within one")
    func taken() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        let first = Account(organizationId: acme.id, address: "Jo@acme.example", externalId: "7")
        _ = try await installation.call(
            AccountServiceMethods.inviteAccount, InviteAccountRequest(account: first), as: acme.owner)
        let taken = await failure { () throws(Status) in
            try await installation.call(
                AccountServiceMethods.inviteAccount,
                InviteAccountRequest(account: Account(organizationId: other.id, address: "jO@ACME.example")),
                as: other.owner)
        }
        #expect(taken?.reason == .alreadyExists && taken?.metadata["field"] == "account.address")
        let sameKey = await failure { () throws(Status) in
            try await installation.call(
                AccountServiceMethods.createFunctionalAccount,
                CreateFunctionalAccountRequest(
                    account: Account(organizationId: acme.id, address: "k@acme.example", externalId: "7")),
                as: acme.owner)
        }
        #expect(sameKey?.metadata["field"] == "account.external_id")
        _ = try await installation.call(
            AccountServiceMethods.inviteAccount,
            InviteAccountRequest(
                account: Account(organizationId: other.id, address: "k@other.example", externalId: "7")),
            as: other.owner)
    }

    @Test("an update changes what the mask names and nothing else")
    func update() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let user = try await installation.member("jo", of: acme)
        func update(_ paths: [String], _ id: String = "") async throws(Status) -> UpdateAccountResponse {
            try await installation.call(
                AccountServiceMethods.updateAccount,
                UpdateAccountRequest(
                    account: Account(id: id.isEmpty ? user.id : id, displayName: "New", externalId: "x"),
                    updateMask: FieldMask(paths: paths)), as: acme.owner)
        }
        let named = try await update(["display_name"])
        #expect(named.account?.displayName == "New" && named.account?.externalId == "")
        #expect(named.account?.revision == user.revision + 1)
        let same = try await update(["display_name"])
        #expect(same.account == named.account)
        #expect(try await update(["external_id"]).account?.externalId == "x")
        #expect(await failure { () throws(Status) in try await update([]) }?.reason == .missingField)
        #expect(await failure { () throws(Status) in try await update(["address"]) }?.reason == .invalidField)
        #expect(
            await failure { () throws(Status) in try await update(["display_name"], "acc_" + String(repeating: "0", count: 26)) }?
                .reason == .notFound)
    }

    @Test("an update that names the account's id and another organization changes nothing")
    func selectors() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        let user = try await installation.member("jo", of: acme)
        func update(_ organization: String) async throws(Status) -> UpdateAccountResponse {
            try await installation.call(
                AccountServiceMethods.updateAccount,
                UpdateAccountRequest(
                    account: Account(id: user.id, organizationId: organization, displayName: "New"),
                    updateMask: FieldMask(paths: ["display_name"])), as: acme.owner)
        }
        let status = await failure { () throws(Status) in try await update(other.id) }
        #expect(status?.code == .invalidArgument && status?.reason == .selectorsDisagree)
        #expect(status?.metadata == ["field": "account.organization_id", "other": "account.id"])
        #expect(try await update(acme.id).account?.revision == user.revision + 1)
    }

    @Test("D28 accounts of other organizations are not found, by id or by address, to read or to change")
    func foreign() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        let found = try await installation.call(
            AccountServiceMethods.getAccount, GetAccountRequest(key: .address("OWNER@acme.example")), as: acme.owner)
        #expect(found.account == acme.owner)
        for key in [
            GetAccountRequest.Key.accountId(other.owner.id), .address(other.owner.address),
            .accountId("acc_" + String(repeating: "0", count: 26)),
        ] {
            let status = await failure { () throws(Status) in
                try await installation.call(AccountServiceMethods.getAccount, GetAccountRequest(key: key), as: acme.owner)
            }
            #expect(status?.reason == .notFound)
        }
        let user = try await installation.member("jo", of: acme)
        #expect(await failure { () throws(Status) in try await installation.suspend(user, by: other.owner) }?.reason == .notFound)
        #expect(
            await failure { () throws(Status) in try await installation.assign(.support, to: user, by: other.owner) }?.reason
                == .notFound)
    }

    @Test("lists are filtered and paged, and a page token belongs to its query")
    func list() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        for name in ["a", "b", "c"] { _ = try await installation.functional(name, of: acme) }
        _ = try await installation.invite("jo", to: acme)
        func list(
            type: AccountType = .unspecified, state: AccountState = .unspecified, size: Int32 = 0, token: String = ""
        ) async throws(Status) -> ListAccountsResponse {
            try await installation.call(
                AccountServiceMethods.listAccounts,
                ListAccountsRequest(
                    organizationId: acme.id, accountType: type, state: state, pageSize: size, pageToken: token),
                as: acme.owner)
        }
        #expect(try await list().accounts.count == 5)
        #expect(try await list(state: .invited).accounts.count == 1)
        let first = try await list(type: .functional, size: 2)
        #expect(first.accounts.count == 2)
        let second = try await list(type: .functional, size: 1, token: first.nextPageToken)
        #expect(second.accounts.count == 1 && second.nextPageToken.isEmpty)
        #expect(Set((first.accounts + second.accounts).map(\.id)).count == 3)
        #expect(await failure { () throws(Status) in try await list(token: first.nextPageToken) }?.reason == .stalePageToken)
        #expect(await failure { () throws(Status) in try await list(token: "nonsense") }?.reason == .stalePageToken)
        #expect(try await list(size: .max).accounts.count == 5)
        #expect(await failure { () throws(Status) in try await list(size: -1) }?.reason == .invalidField)
    }
}
