import Contract
import IdentityDomain
import IdentityHandlers
import IdentityStorage
import Messages
import RPC
import SQL
import Synchronization
import Testing

@testable import Due

/// B10, B3: a group is renamed, and it is deleted, however many are in it.
struct GroupDeletionTests {
    private func update(
        _ group: Group, _ paths: String..., as actor: Account, in installation: Installation
    ) async throws(Status) -> UpdateGroupResponse {
        try await installation.call(
            GroupServiceMethods.updateGroup, UpdateGroupRequest(group: group, updateMask: FieldMask(paths: paths)), as: actor)
    }

    private func delete(
        _ group: Group, as actor: Account, in installation: Installation, validateOnly: Bool = false
    ) async throws(Status) -> DeleteGroupResponse {
        try await installation.call(
            GroupServiceMethods.deleteGroup,
            DeleteGroupRequest(groupId: group.id, justification: "over", validateOnly: validateOnly), as: actor)
    }

    private func members(_ group: Group, as actor: Account, in installation: Installation) async throws -> [String] {
        try await installation.call(
            GroupServiceMethods.listGroupMembers, ListGroupMembersRequest(groupId: group.id), as: actor
        ).members.map(\.memberId)
    }

    @Test(
        "B10 a group gets another name and external id, each unique among those that are there; the event tells before and after")
    func renames() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        var (group, other) = (try await installation.group("a", of: acme), try await installation.group("b", of: acme))
        group.displayName = "c"
        group.externalId = "1"
        let answer = try await update(group, "display_name", as: acme.owner, in: installation)
        #expect(answer.group?.displayName == "c" && answer.group?.externalId == "" && answer.group?.revision == 2)
        #expect(try await installation.events().last?.action == "group.updated")
        let told = try #require(try await installation.told().last)
        #expect(told["changes.display_name.before"] == "a" && told["changes.display_name.after"] == "c")
        group = answer.group ?? group
        #expect(try await update(group, "display_name", as: acme.owner, in: installation).unchanged)
        group.externalId = "1"
        group.etag = answer.group?.etag ?? ""
        #expect(try await update(group, "external_id", as: acme.owner, in: installation).group?.externalId == "1")
        let stale = await failure { () throws(Status) in
            try await update(group, "external_id", as: acme.owner, in: installation)
        }
        #expect(stale?.reason == .etagMismatch)
        other.displayName = "c"
        other.externalId = "1"
        for path in ["display_name", "external_id"] {
            let status = await failure { () throws(Status) in try await update(other, path, as: acme.owner, in: installation) }
            #expect(status?.reason == .alreadyExists && status?.metadata["field"] == "group.\(path)")
        }
        other.displayName = ""
        for (paths, reason) in [("display_name", ErrorReason.missingField), ("state", .invalidField), ("", .invalidField)] {
            let status = await failure { () throws(Status) in try await update(other, paths, as: acme.owner, in: installation) }
            #expect(status?.reason == reason, "\(paths)")
        }
    }

    @Test(
        "B3 B10 a deleted group is a tombstone at once: in no list, of no use, its names free; the rows follow, each with its event"
    )
    func deletes() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (group, outer) = (try await installation.group("a", of: acme), try await installation.group("b", of: acme))
        let inner = try await installation.group("c", of: acme)
        var people: [String] = []
        for name in ["jo", "kim"] { people.append(try await installation.member(name, of: acme).id) }
        for id in people { try await installation.add(id, to: group, by: acme.owner) }
        try await installation.add(inner.id, to: group, by: acme.owner)
        try await installation.add(group.id, to: outer, by: acme.owner)

        #expect(try await delete(group, as: acme.owner, in: installation, validateOnly: true).group?.state == .deleted)
        #expect(try await members(group, as: acme.owner, in: installation).count == 3)
        let answer = try await delete(group, as: acme.owner, in: installation)
        #expect(answer.group?.state == .deleted && answer.group?.displayName == "a" && !answer.eventId.isEmpty)
        #expect(installation.waitedFor.last == installation.store.position)
        // Before any row is gone.
        #expect(try await installation.store.read { try $0.memberships(naming: GroupID(group.id), limit: 999).count } == 4)
        #expect(try await members(group, as: acme.owner, in: installation) == [])
        #expect(try await members(outer, as: acme.owner, in: installation) == [])
        #expect(try await delete(group, as: acme.owner, in: installation).unchanged)
        // What stands between them is no group any more: the other way round is no cycle.
        try await installation.add(outer.id, to: inner, by: acme.owner)
        let into = await failure { () throws(Status) in try await installation.add(people[0], to: group, by: acme.owner) }
        #expect(into?.reason == .wrongState)
        let again = await failure { () throws(Status) in try await installation.add(group.id, to: outer, by: acme.owner) }
        #expect(again?.reason == .wrongState, "its row is there, and no membership")
        #expect(try await installation.group("a", of: acme).id != group.id)
        let renamed = await failure { () throws(Status) in
            try await update(
                Group(id: group.id, displayName: "z"), "display_name", as: acme.owner, in: installation)
        }
        #expect(renamed?.reason == .wrongState)

        #expect(try await installation.passTime().failures == 0)
        #expect(try await installation.store.read { try $0.memberships(naming: GroupID(group.id), limit: 9) } == [])
        let events = try await installation.events()
        #expect(events.count { $0.action == "group.deleted" } == 1)
        let removed = events.filter { $0.action == "group.member_removed" }
        #expect(removed.map { $0.target?.subjectId ?? "" }.sorted() == (people + [inner.id, group.id]).sorted())
        #expect(removed.allSatisfy { $0.actor?.kind == .system && $0.organizationId == acme.id })
    }

    @Test("B10 a group of many goes in slices between which others write, and a start in the middle goes on")
    func slices() async throws {
        let largest = Mutex(0)
        let installation = try await Installation(told: { transactions in
            for one in transactions { largest.withLock { $0 = max($0, one.changes.count) } }
        })
        let acme = try await installation.acme()
        let group = try await installation.group("a", of: acme)
        _ = try await installation.store.write { tx in
            for number in 0..<300 {
                try tx.insert(
                    GroupMember(
                        groupId: group.id, memberId: "acc_\(1000 + number)", organizationId: acme.id,
                        createTime: Timestamp(microsecondsSince1970: 1)))
            }
        }
        largest.withLock { $0 = 0 }
        _ = try await delete(group, as: acme.owner, in: installation)
        #expect(largest.withLock { $0 } == 1, "one tombstone, and no row")
        let batch = try await installation.identity.schedule.batch(installation.identity.dueActions)
        #expect(batch.done == 1)
        #expect(
            try await installation.store.read { try $0.memberships(naming: GroupID(group.id), limit: 999).count } == 300 - 128)
        let next = try await Installation(after: installation)
        try await next.passTime()
        #expect(try await next.store.read { try $0.memberships(naming: GroupID(group.id), limit: 999).count } == 0)
        #expect(largest.withLock { $0 } == 128)
        #expect(try await next.events().count { $0.action == "group.member_removed" } == 300)
    }

    @Test("B10 D28 another organization's group is not there; who may not edit units may neither rename nor delete")
    func refused() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let group = try await installation.group("a", of: acme)
        let auditor = try await installation.member("au", of: acme, role: .auditor)
        for (actor, reason) in [(other.owner, ErrorReason.notFound), (auditor, .roleLacksScope)] {
            let deleted = await failure { () throws(Status) in try await delete(group, as: actor, in: installation) }
            #expect(deleted?.reason == reason)
            let renamed = await failure { () throws(Status) in
                try await update(Group(id: group.id, displayName: "z"), "display_name", as: actor, in: installation)
            }
            #expect(renamed?.reason == reason)
        }
    }
}
