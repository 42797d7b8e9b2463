import ChangeFeed
import Contract
import MailboxDomain
import MailboxStorage
import Messages
import RPC
import SQL
import Testing

@testable import MailboxHandlers

/// D8: an account registers one more mailbox, with an address of its own.
@Suite struct RegistrationTests {
    let house: House

    init() async throws {
        house = try await House.built()
        try await house.decideNothing()
    }

    @Test("D8 B5 a registered mailbox is there with its answer, by id and by address; its owner has every right in it")
    func registers() async throws {
        let mailbox = try await house.register("Shop@A.example", for: 1) { $0.justification = "a shop" }
        #expect(mailbox.kind == .registered && mailbox.ownerId == acc(1) && mailbox.organizationId == org(1))
        #expect(mailbox.address == "Shop@A.example" && mailbox.displayName == "Shop" && !mailbox.unshared)
        #expect(mailbox.revision == 1 && !mailbox.etag.isEmpty && mailbox.accountId.isEmpty)
        for which in [CheckRequest.Mailbox.mailboxId(mailbox.id), .mailboxAddress("shop@a.example")] {
            #expect(try await house.reason(1, which) == .allowedOwner)
            #expect(try await house.reason(2, which) == .noGrant)
        }
        let event = try #require(try await house.events().last)
        #expect(event.action == "mailbox.registered" && event.actor?.id == acc(1) && event.organizationId == org(1))
        #expect(event.target?.id == mailbox.id && event.target?.mailboxId == mailbox.id && event.target?.ownerId == acc(1))
        #expect(event.changes.contains { $0.path == "owner_id" && $0.after == acc(1) })
        let told = try #require(try await house.told().last)
        #expect(told["changes.address.after"] == "Shop@A.example" && told["changes.display_name.after"] == "Shop")
        #expect(event.personal.first { $0.path == "changes.address.after" }?.subjectId == mailbox.id)
        let claim = try #require(house.claims.calls.last as? ClaimMailboxAddressRequest)
        #expect(claim.mailboxId == mailbox.id && claim.ownerId == acc(1) && claim.requestedBy == acc(1))
        #expect(claim.justification == "a shop" && house.claims.taken.count == 1)
        #expect(try await house.pending() == 0)
        #expect(try await house.registered() == [mailbox])
        let shown = try await house.call(
            MailboxServiceMethods.getMailbox, GetMailboxRequest(mailboxId: mailbox.id), as: acc(1))
        #expect(shown.mailbox == mailbox && shown.access?.owner == true)
    }

    @Test("D8 C2 who acts for itself needs no role, who acts for another needs one")
    func whoMay() async throws {
        try await house.register("own@a.example", for: 2)
        try await house.register("theirs@a.example", for: 2, by: 31)
        for (owner, by) in [(1, 2), (1, 32)] {
            let status = await failure { () throws(Status) in try await house.register("x@a.example", for: owner, by: by) }
            #expect(status?.reason == .roleLacksScope && status?.metadata["scope"] == "email_aliases")
        }
        #expect(try await house.registered().count == 2 && house.claims.taken.count == 2)
    }

    @Test("D10 where setting up needs system operations, who acts for itself needs both, held or by a group, also in the write")
    func operations() async throws {
        try await house.say([House.policies(OrganizationPolicies(setupNeedsOperations: .on))])
        func refusal() async -> Status? {
            await failure { () throws(Status) in
                try await house.register("shop@a.example", for: 1) { $0.validateOnly = true }
            }
        }
        #expect(await refusal()?.metadata["missing"] == "shared_account_setup,shared_mailbox_synchronization")
        try await house.hold(.sharedAccountSetup, acc(1))
        let one = await refusal()
        #expect(one?.reason == .operationsMissing && one?.code == .permissionDenied)
        #expect(one?.metadata["missing"] == "shared_mailbox_synchronization")
        try await house.group(50, acc(1))
        try await house.hold(.sharedMailboxSynchronization, grp(50))
        #expect(await refusal() == nil)
        // Taken away while identity is being asked.
        house.claims.afterClaiming { [house] in try await house.say([House.member(acc(1), of: 50, gone: true)]) }
        let late = await failure { () throws(Status) in try await house.register("shop@a.example", for: 1) }
        #expect(late?.reason == .operationsMissing)
        // An administrator's role is enough.
        try await house.register("desk@a.example", for: 1, by: 31)
        #expect(try await house.registered().map(\.address) == ["desk@a.example"])
        let denied = try #require(try await house.events().last { $0.outcome == .denied })
        #expect(denied.action == "mailbox.registered" && denied.decision?.reason == "OPERATIONS_MISSING")
    }

    @Test("D8 D28 the owner is an active account of the organization that acts; another organization's is not found")
    func owners() async throws {
        try await house.person(6, .user, .suspended)
        try await house.person(7, .user, .invited)
        let refused: [(Int, ErrorReason)] = [
            (6, .wrongState), (7, .wrongState), (20, .wrongType), (101, .notFound), (99, .notFound),
        ]
        for (owner, reason) in refused {
            let status = await failure { () throws(Status) in try await house.register("x@a.example", for: owner, by: 30) }
            #expect(status?.reason == reason, "\(owner)")
        }
        #expect(house.claims.calls.isEmpty, "identity is not asked for what is refused here")
        // Suspended between the claim and the row: nothing is left of it.
        house.claims.afterClaiming { [house] in try await house.person(1, .user, .suspended) }
        let late = await failure { () throws(Status) in try await house.register("x@a.example", for: 1, by: 30) }
        #expect(late?.reason == .wrongState && house.claims.taken.count == 1)
        try await house.mailboxes.settlePending()
        #expect(house.claims.taken.isEmpty)
        #expect(try await house.pending() == 0)
    }

    @Test("D26 what is only tried out is judged by both services and leaves nothing in either")
    func triedOut() async throws {
        let tried = try await house.register("shop@a.example", for: 1) { $0.validateOnly = true }
        #expect(tried.ownerId == acc(1))
        #expect(house.claims.taken.isEmpty)
        #expect(try await house.registered().isEmpty)
        #expect(try await house.pending() == 0)
        let other = try await house.register("shop@a.example", for: 2)
        let status = await failure { () throws(Status) in
            try await house.register("shop@a.example", for: 1) { $0.validateOnly = true }
        }
        #expect(status?.reason == .alreadyExists && status?.metadata["field"] == "address")
        #expect(house.claims.taken.map(\.mailboxId) == [other.id])
    }

    @Test("D7 a mailbox that is registered while sharing_default is off begins without shared access")
    func unshared() async throws {
        try await house.decideNothing(sharing: .off)
        let mailbox = try await house.register("shop@a.example", for: 1)
        #expect(mailbox.unshared)
        #expect(try await house.registered() == [mailbox])
    }

    @Test("B5 two registrations of one address at once, a hundred times: one is made, the other refused, and nothing is left")
    func atOnce() async throws {
        for round in 0..<100 {
            let reasons = await withTaskGroup(of: ErrorReason?.self) { group in
                for owner in [1, 2] {
                    group.addTask { [house] in
                        await failure { () throws(Status) in
                            try await house.register("r\(round)@a.example", for: owner)
                        }?.reason
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reasons.count { $0 == nil } == 1 && reasons.contains(.alreadyExists), "\(reasons)")
        }
        try await house.mailboxes.settlePending()
        let rows = try await house.store.read { try $0.mailboxOwners(after: "", upTo: nil) }
        #expect(rows.count == 100 && rows.map(\.id) == house.claims.taken.map(\.mailboxId))
        #expect(rows.map(\.owner) == house.claims.taken.map(\.ownerId))
        #expect(try await house.pending() == 0)
    }

    @Test("a request that is repeated has one mailbox, wherever it was cut off; with other bytes it is refused")
    func repeated() async throws {
        func register(_ address: String = "shop@a.example") async throws(Status) -> Messages.Mailbox {
            try await house.register(address, for: 1) { $0.requestId = "r" }
        }
        house.claims.next(.lost)
        let lost = await failure { () throws(Status) in try await register() }
        #expect(lost?.code == .unavailable && house.claims.taken.count == 1)
        let other = await failure { () throws(Status) in try await register("other@a.example") }
        #expect(other?.reason == .requestIdReused)
        let mailbox = try await register()
        #expect(house.claims.taken.map(\.mailboxId) == [mailbox.id])
        #expect(try await register() == mailbox)
        // Suspended since: it is answered all the same.
        try await house.person(1, .user, .suspended)
        #expect(try await register() == mailbox)
        #expect(try await house.registered().count == 1)
        let events = try await house.events().filter { $0.action == "mailbox.registered" && $0.outcome == .succeeded }
        #expect(events.count == 1)
    }

    @Test("one request many times at once is one mailbox")
    func repeatedAtOnce() async throws {
        for round in 0..<20 {
            let ids = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<4 {
                    group.addTask { [house] in
                        try await house.register("r\(round)@a.example", for: 1) { $0.requestId = "r\(round)" }.id
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
        }
        #expect(try await house.registered().count == 20 && house.claims.taken.count == 20)
        #expect(try await house.pending() == 0)
    }

    @Test("D28 a list is of the organization's own mailboxes, by id, page by page, for who may see delegations")
    func lists() async throws {
        var ids: [String] = []
        for number in 0..<5 { ids.append(try await house.register("m\(number)@a.example", for: 1 + number % 2).id) }
        var (listed, token) = ([String](), "")
        repeat {
            let page = try await house.call(
                MailboxServiceMethods.listRegisteredMailboxes,
                ListRegisteredMailboxesRequest(organizationId: org(1), pageSize: 2, pageToken: token), as: acc(32))
            listed += page.mailboxes.map(\.id)
            token = page.nextPageToken
        } while !token.isEmpty
        #expect(listed == ids.sorted())
        let other = await failure { () throws(Status) in try await house.registered(of: 1, by: 130) }
        #expect(other?.reason == .notFound)
        let user = await failure { () throws(Status) in try await house.registered(by: 1) }
        #expect(user?.reason == .roleLacksScope)
        #expect(try await house.registered(of: 2, by: 130).isEmpty)
    }
}
