import Contract
import IdentityDomain
import IdentityHandlers
import IdentityStorage
import Messages
import RPC
import SQL
import Testing

/// A1, A3: ownership passes in one transaction, or is offered.
struct OwnershipTests {
    @Test("A1 A3 ownership passes at once; the new owner holds Full admin, and the old one stays an administrator")
    func passes() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let kim = try await installation.member("kim", of: acme, role: .support)
        let before = try await installation.events().count
        let passed = try await installation.pass(to: kim, by: acme.owner)
        #expect(passed.organization?.ownerId == kim.id && passed.ownershipTransfer == nil && !passed.unchanged)
        #expect(passed.account?.owner == true && passed.account?.roleIds == ["rol_full_admin", "rol_support"])
        let old = try await installation.account(acme.owner.id, as: kim)
        #expect(!old.owner && old.roleIds == ["rol_full_admin"] && old.accountType == .administrator)
        #expect(try await installation.account(kim.id, as: kim) == passed.account)

        let events = try await installation.events().dropFirst(before)
        #expect(events.map(\.action) == ["ownership.transferred", "role.assigned"] && events.first?.id == passed.eventId)
        let event = try #require(events.first)
        #expect(event.changes == [EventChange(path: "owner_id", before: acme.owner.id, after: kim.id)])
        #expect(event.target?.id == acme.id && event.target?.resourceType == "organization")
        #expect(event.target?.subjectId == kim.id && event.actor?.id == acme.owner.id)
        #expect(events.last?.target?.id == kim.id)
        // Judged from memory, as the new state says.
        let judged = try await installation.authorize(.accountId(kim.id), "administrator_role", .edit)
        #expect(judged.allowed && judged.owner && judged.fullAdmin)
        #expect(try await !installation.authorize(.accountId(acme.owner.id)).owner)
        // The owner's alone, by who it is now (A2, A4).
        #expect(await failure { () throws(Status) in try await installation.pass(to: kim, by: acme.owner) }?.reason == .ownerOnly)
        #expect(await failure { () throws(Status) in try await installation.suspend(kim, by: acme.owner) }?.reason == .isOwner)
        try await installation.suspend(acme.owner, by: kim)
    }

    @Test("A3 both accounts and the organization are told to followers with their next revisions, in one transaction")
    func told() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        let before = installation.store.position
        try await installation.pass(to: full, by: acme.owner)
        guard case .changes(let transactions, _) = try await installation.store.changes(after: ChangePlace(before), limit: 10)
        else { return #expect(Bool(false), "the change is in the log") }
        let changes = try #require(transactions.first?.changes)
        #expect(transactions.count == 1 && changes.count == 3)
        let accounts = try changes.filter { $0.type == Account.name }.map { try Account(decoding: $0.value) }
        #expect(Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.owner) }) == [acme.owner.id: false, full.id: true])
        #expect(accounts.first { $0.id == full.id }?.revision == full.revision + 1)
        let organization = try #require(changes.first { $0.type == Organization.name })
        #expect(try Organization(decoding: organization.value).ownerId == full.id)
    }

    @Test("A3 nobody else can become the owner, each refused with its reason")
    func refused() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        let suspended = try await installation.member("gone", of: acme, role: .fullAdmin)
        try await installation.suspend(suspended, by: acme.owner)
        let user = try await installation.member("user", of: acme)
        let invited = try #require(try await installation.invite("new", to: acme).account)
        let functional = try await installation.functional("office", of: acme)
        let cases: [(Account, ErrorReason)] = [
            (acme.owner, .transferToSelf), (user, .notAnAdministrator), (functional, .notAnAdministrator),
            (invited, .wrongState), (suspended, .wrongState), (other.owner, .notFound),
        ]
        for policy in [PolicySwitch.off, .on] {
            try await installation.decide(["transfer_needs_acceptance"], of: acme) { $0.transferNeedsAcceptance = policy }
            for (account, reason) in cases {
                #expect(
                    await failure { () throws(Status) in try await installation.pass(to: account, by: acme.owner) }?.reason
                        == reason, "\(account.address)")
            }
        }
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        #expect(await failure { () throws(Status) in try await installation.pass(to: user, by: full) }?.reason == .ownerOnly)
        #expect(try await installation.account(acme.owner.id, as: acme.owner).owner)
    }

    @Test("a transfer that is repeated is answered as the first time, although who repeats it is the owner no more")
    func repeated() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        let first = try await installation.pass(to: full, by: acme.owner, requestID: "r")
        var again = try await installation.pass(to: full, by: acme.owner, requestID: "r")
        again.consistencyToken = first.consistencyToken
        #expect(again == first)
        // Back again, and the old request is still answered and passes nothing.
        try await installation.pass(to: acme.owner, by: full)
        _ = try await installation.pass(to: full, by: acme.owner, requestID: "r")
        #expect(try await installation.account(acme.owner.id, as: full).owner)
    }

    @Test("A1 of two transfers at once one takes place, a thousand times; there is one owner, who holds Full admin")
    func race() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let others = [
            try await installation.member("a", of: acme, role: .fullAdmin),
            try await installation.member("b", of: acme, role: .fullAdmin),
        ]
        var owner = acme.owner
        for round in 0..<1000 {
            let targets = ([acme.owner] + others).filter { $0.id != owner.id }
            let giver = owner
            async let first = failure { () throws(Status) in try await installation.pass(to: targets[0], by: giver) }
            async let second = failure { () throws(Status) in try await installation.pass(to: targets[1], by: giver) }
            let failures = await [first, second]
            #expect(failures.compactMap { $0?.reason } == [.ownerOnly], "round \(round): \(failures)")
            owner = failures[0] == nil ? targets[0] : targets[1]
            if round % 50 == 0 { #expect(try await installation.owners(of: acme) == [owner.id]) }
        }
        #expect(try await installation.owners(of: acme) == [owner.id])
        #expect(try await installation.authorize(.accountId(owner.id), "administrator_role", .edit).owner)
    }
}

extension Installation {
    @discardableResult
    func pass(
        to account: Account, by owner: Account, requestID: String = "", validateOnly: Bool = false
    ) async throws(Status) -> TransferOwnershipResponse {
        try await call(
            OwnershipServiceMethods.transferOwnership,
            TransferOwnershipRequest(
                accountId: account.id, justification: "retires", requestId: requestID, validateOnly: validateOnly),
            as: owner)
    }

    func account(_ id: String, as reader: Account) async throws(Status) -> Account {
        try await call(AccountServiceMethods.getAccount, GetAccountRequest(key: .accountId(id)), as: reader).account ?? Account()
    }

    /// By every place that says so, and only who holds Full admin.
    func owners(of acme: Acme) async throws -> [String] {
        try await store.read { connection in
            let accounts = try connection.accounts(of: OrganizationID(acme.id), after: "", limit: 1000)
            let stored = try connection.organization(OrganizationID(acme.id))?.ownerId
            return accounts.filter { $0.owner && $0.id == stored && $0.roleIds.contains("rol_full_admin") }.map(\.id)
        }
    }
}
