import ChangeFeed
import Contract
import IdentityDomain
import IdentityHandlers
import IdentityStorage
import Messages
import RPC
import SQL
import Testing

/// D10: who may set shared mailboxes up besides what a role gives.
struct SystemOperationTests {
    private let setup = SystemOperation.sharedAccountSetup
    private let synchronization = SystemOperation.sharedMailboxSynchronization

    private func told(_ installation: Installation, after position: Int64) async throws -> [ChangeRecord] {
        guard case .changes(let transactions, _) = try await installation.store.changes(after: ChangePlace(position), limit: 99)
        else { return [] }
        return transactions.flatMap(\.changes)
    }

    @Test("D10 E2 an operation is given to an account or a group and taken again, each an event; twice is once")
    func granted() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (jo, group) = (try await installation.member("jo", of: acme), try await installation.group("desk", of: acme))
        #expect(try await installation.grant(setup, to: jo.id, by: acme.owner, validateOnly: true).holding?.holderId == jo.id)
        #expect(try await installation.holdings(of: acme) == [])

        let answer = try await installation.grant(setup, to: jo.id, by: acme.owner)
        let holding = try #require(answer.holding)
        #expect(holding.organizationId == acme.id && holding.operation == setup && holding.grantedBy == acme.owner.id)
        #expect(!answer.unchanged && holding.createTime != nil && holding.etag.utf8.count == 13)
        let event = try #require(try await installation.events().last)
        #expect(event.id == answer.eventId && event.action == "system_operation.granted" && event.organizationId == acme.id)
        #expect(event.target?.id == jo.id && event.target?.subjectId == jo.id && event.actor?.id == acme.owner.id)
        #expect(event.changes.first { $0.path == "operation" }?.after == "shared_account_setup")

        let position = installation.store.position
        let again = try await installation.grant(setup, to: jo.id, by: acme.owner)
        #expect(again.unchanged && again.holding == holding && again.eventId.isEmpty)
        #expect(installation.store.position == position)
        try await installation.grant(synchronization, to: jo.id, by: acme.owner)
        try await installation.grant(synchronization, to: group.id, by: acme.owner)
        let all = ["\(jo.id) SHARED_ACCOUNT_SETUP", "\(jo.id) SHARED_MAILBOX_SYNCHRONIZATION"]
        #expect(try await installation.holdings(of: acme) == all + ["\(group.id) SHARED_MAILBOX_SYNCHRONIZATION"])

        #expect(
            try await installation.revoke(setup, from: jo.id, by: acme.owner, validateOnly: true).holding == holding)
        let revoked = try await installation.revoke(setup, from: jo.id, by: acme.owner)
        #expect(revoked.holding == holding)
        let taken = try #require(try await installation.events().last)
        #expect(taken.id == revoked.eventId && taken.action == "system_operation.revoked" && taken.target?.subjectId == jo.id)
        #expect(taken.changes.first { $0.path == "operation" }?.before == "shared_account_setup")
        let gone = await failure { () throws(Status) in try await installation.revoke(setup, from: jo.id, by: acme.owner) }
        #expect(gone?.code == .notFound && gone?.reason == .notFound)
        #expect(try await installation.holdings(of: acme).count == 2)
    }

    @Test("D10 D17 followers are told by holder and operation, also of one that is gone, before the answer")
    func followed() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        var position = installation.store.position
        let holding = try await installation.grant(setup, to: jo.id, by: acme.owner).holding
        let given = try #require(try await told(installation, after: position).first)
        #expect(given.type == SystemOperationHolding.name && given.organization == acme.id && !given.deleted)
        #expect(given.id == "\(jo.id)/shared_account_setup")
        var expected = holding
        expected?.etag = ""
        #expect(try SystemOperationHolding(decoding: given.value) == expected)
        #expect(try await installation.followedOperations() == [given.id])
        position = installation.store.position
        try await installation.revoke(setup, from: jo.id, by: acme.owner)
        #expect(installation.waitedFor.last == position + 1)
        let taken = try #require(try await told(installation, after: position).first)
        #expect(taken.id == given.id && taken.deleted && taken.value.isEmpty && taken.organization == acme.id)
        #expect(try await installation.followedOperations() == [])
    }

    @Test("D10 B2 D6 given as a grant is: to an active account that acts, or to a group that is there")
    func refused() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let invited = try #require(try await installation.invite("new", to: acme).account)
        let (suspended, deleted) = (
            try await installation.member("jo", of: acme), try await installation.member("kim", of: acme)
        )
        try await installation.grant(synchronization, to: suspended.id, by: acme.owner)
        try await installation.suspend(suspended, by: acme.owner)
        try await installation.delete(deleted, by: acme.owner)
        let (group, foreign) = (try await installation.group("a", of: acme), try await installation.group("b", of: other))
        _ = try await installation.call(
            GroupServiceMethods.deleteGroup, DeleteGroupRequest(groupId: group.id), as: acme.owner)
        let nobody = String(repeating: "0", count: 26)
        let table: [(String, ErrorReason)] = [
            (invited.id, .wrongState), (suspended.id, .wrongState), (deleted.id, .wrongState), (group.id, .wrongState),
            (try await installation.functional("office", of: acme).id, .wrongType), (other.owner.id, .notFound),
            (foreign.id, .notFound), ("acc_" + nobody, .notFound), ("grp_" + nobody, .notFound),
        ]
        let position = installation.store.position
        for (holder, reason) in table {
            let status = await failure { () throws(Status) in
                try await installation.grant(setup, to: holder, by: acme.owner)
            }
            #expect(status?.reason == reason, "\(holder)")
        }
        let writes = installation.store.position
        // What somebody has stays while they are suspended (B3), and can be taken.
        #expect(try await installation.grant(synchronization, to: suspended.id, by: acme.owner).unchanged)
        try await installation.revoke(synchronization, from: suspended.id, by: acme.owner)
        #expect(try await installation.followedOperations() == [])
        #expect(writes - position <= Int64(table.count), "a refusal is an event and nothing else")
        for (holder, operation) in [("unt_" + nobody, setup), ("", setup), (acme.owner.id, .unspecified)] {
            let form = await failure { () throws(Status) in
                try await installation.grant(operation, to: holder, by: acme.owner)
            }
            #expect(form?.code == .invalidArgument)
        }
    }

    @Test("D10 C8 D28 whoever edits delegations gives and takes; another organization's holdings are not there")
    func access() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let policy = try await installation.member("policy", of: acme, role: .policyAdmin)
        let support = try await installation.member("sue", of: acme, role: .support)
        // D20: to oneself too.
        #expect(try await installation.grant(setup, to: policy.id, by: policy).holding?.grantedBy == policy.id)
        #expect(try await installation.holdings(of: acme, by: support).count == 1)
        let given = await failure { () throws(Status) in try await installation.grant(setup, to: support.id, by: support) }
        let taken = await failure { () throws(Status) in try await installation.revoke(setup, from: policy.id, by: support) }
        for status in [given, taken] {
            #expect(status?.reason == .roleLacksScope && status?.metadata["scope"] == "delegations")
        }
        let foreign = await failure { () throws(Status) in
            try await installation.revoke(setup, from: policy.id, by: other.owner)
        }
        #expect(foreign?.reason == .notFound)
        let list = await failure { () throws(Status) in try await installation.holdings(of: acme, by: other.owner) }
        #expect(list?.code == .notFound && list?.reason == .notFound)
        #expect(try await installation.holdings(of: acme).count == 1)
    }

    @Test("D10 a list goes on page by page, by holder and then by operation")
    func pages() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        var expected: [String] = []
        for name in ["a", "b", "c"] {
            let person = try await installation.member(name, of: acme)
            for operation in [synchronization, setup] { try await installation.grant(operation, to: person.id, by: acme.owner) }
            expected += ["\(person.id) SHARED_ACCOUNT_SETUP", "\(person.id) SHARED_MAILBOX_SYNCHRONIZATION"]
        }
        var (found, request) = ([String](), ListSystemOperationsRequest(organizationId: acme.id, pageSize: 1))
        repeat {
            let page = try await installation.call(
                SystemOperationServiceMethods.listSystemOperations, request, as: acme.owner)
            #expect(page.holdings.count == 1)
            found += page.holdings.map { "\($0.holderId) \($0.operation.shortName)" }
            request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        #expect(found == expected.sorted())
    }

    @Test("D10 B1 B3 what an account holds goes with it, in its own event: deleted, or made functional")
    func goesWithAccount() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (jo, kim) = (try await installation.member("jo", of: acme), try await installation.member("kim", of: acme))
        for person in [jo, kim] {
            for operation in [setup, synchronization] {
                try await installation.grant(operation, to: person.id, by: acme.owner)
            }
        }
        try await installation.delete(jo, by: acme.owner)
        try await installation.retype(kim, .functional, by: acme.owner)
        for event in try await installation.events().suffix(2) {
            let gone = event.changes.first { $0.path == "system_operations" }
            #expect(gone?.before == "shared_account_setup shared_mailbox_synchronization" && gone?.after == "")
        }
        #expect(try await installation.followedOperations() == [])
        #expect(try await installation.events().allSatisfy { $0.action != "system_operation.removed" })
    }

    @Test("D10 B3 what a deleted group holds is in no list at once, and removed by the system, each an event")
    func goesWithGroup() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("desk", of: acme)
        for operation in [setup, synchronization] { try await installation.grant(operation, to: group.id, by: acme.owner) }
        _ = try await installation.call(
            GroupServiceMethods.deleteGroup, DeleteGroupRequest(groupId: group.id), as: acme.owner)
        #expect(try await installation.holdings(of: acme) == [])
        #expect(try await installation.followedOperations().count == 2, "the group's tombstone comes first")
        #expect(try await installation.passTime().failures == 0)
        #expect(try await installation.followedOperations() == [])
        let removed = try await installation.events().filter { $0.action == "system_operation.removed" }
        #expect(removed.count == 2)
        #expect(removed.allSatisfy { $0.actor?.kind == .system && $0.target?.id == group.id && $0.organizationId == acme.id })
        let words = removed.map { event in event.changes.first { $0.path == "operation" }?.before ?? "" }
        #expect(words == ["shared_account_setup", "shared_mailbox_synchronization"])
    }
}
