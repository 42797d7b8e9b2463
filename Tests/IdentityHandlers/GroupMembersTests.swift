import Contract
import IdentityDomain
import IdentityHandlers
import IdentityStorage
import Messages
import RPC
import SQL
import Testing

@testable import Due

/// B10: many members at once, a complete list, and memberships that end.
struct GroupMembersTests {
    private let nobody = "acc_" + String(repeating: "0", count: 26)

    private func add(
        _ ids: [String], to group: Group, as actor: Account, in installation: Installation, until end: Int64? = nil
    ) async throws(Status) -> AddGroupMembersResponse {
        try await installation.call(
            GroupServiceMethods.addGroupMembers,
            AddGroupMembersRequest(
                groupId: group.id, memberIds: ids, expireTime: end.map { Timestamp(microsecondsSince1970: $0) }), as: actor)
    }

    private func set(
        _ ids: [String], of group: Group, as actor: Account, in installation: Installation, requestID: String = "",
        validateOnly: Bool = false, removeAll: Bool = false
    ) async throws(Status) -> SetGroupMembersResponse {
        try await installation.call(
            GroupServiceMethods.setGroupMembers,
            SetGroupMembersRequest(
                groupId: group.id, memberIds: ids, removeAll: removeAll, requestId: requestID, validateOnly: validateOnly),
            as: actor)
    }

    private func members(_ group: Group, as actor: Account, in installation: Installation) async throws -> [GroupMember] {
        try await installation.call(
            GroupServiceMethods.listGroupMembers, ListGroupMembersRequest(groupId: group.id, pageSize: 1000), as: actor
        ).members
    }

    private func people(_ count: Int, of acme: Acme, in installation: Installation) async throws -> [String] {
        var ids: [String] = []
        for number in 0..<count { ids.append(try await installation.member("p\(number)", of: acme).id) }
        return ids
    }

    /// As many as one call can name, without their accounts' invitations.
    private func crowd(_ count: Int, of acme: Acme, in installation: Installation) async throws -> [String] {
        let ids = (0..<count).map { Identifier.make("acc", at: 1_700_000_000_000_000 + Int64($0) * 1000) }
        _ = try await installation.store.write { tx in
            for (number, id) in ids.enumerated() {
                try tx.insert(
                    Account(
                        id: id, organizationId: acme.id, accountType: .user, state: .active, address: "c\(number)@acme.example",
                        createTime: Timestamp(microsecondsSince1970: 1), asciiAddress: "c\(number)@acme.example"))
            }
        }
        return ids
    }

    @Test("B10 many are added and removed at once, each an event with its subject; who is there is counted")
    func atOnce() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (group, inner) = (try await installation.group("a", of: acme), try await installation.group("b", of: acme))
        let ids = try await people(3, of: acme, in: installation)
        try await installation.add(ids[0], to: group, by: acme.owner)
        let answer = try await add(ids + [inner.id, ids[1], ids[1]], to: group, as: acme.owner, in: installation)
        #expect((answer.addedCount, answer.changedCount, answer.unchangedCount) == (3, 0, 1))
        #expect(installation.waitedFor.last == installation.store.position)
        let events = try await installation.events().filter { $0.action == "group.member_added" }.suffix(3)
        #expect(events.map { $0.target?.subjectId } == [ids[1], ids[2], inner.id])
        #expect(events.allSatisfy { $0.target?.id == group.id && $0.actor?.id == acme.owner.id })
        #expect(events.first?.id == answer.eventId)
        #expect(try await add(ids, to: group, as: acme.owner, in: installation).unchanged)
        let remove = RemoveGroupMembersRequest(groupId: group.id, memberIds: [ids[0], inner.id, acme.owner.id, inner.id])
        let removed = try await installation.call(GroupServiceMethods.removeGroupMembers, remove, as: acme.owner)
        #expect((removed.removedCount, removed.unchangedCount) == (2, 1))
        #expect(try await installation.call(GroupServiceMethods.removeGroupMembers, remove, as: acme.owner).unchanged)
        #expect(try await members(group, as: acme.owner, in: installation).map(\.memberId) == [ids[1], ids[2]].sorted())
    }

    @Test("B2 B10 all or none: every member that is refused is named with its reason, and nothing is done")
    func allOrNone() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let (group, outer) = (try await installation.group("a", of: acme), try await installation.group("b", of: acme))
        try await installation.add(group.id, to: outer, by: acme.owner)
        let suspended = try await installation.member("jo", of: acme)
        try await installation.suspend(suspended, by: acme.owner)
        let invited = try #require(try await installation.invite("new", to: acme).account)
        let ids = [acme.owner.id, suspended.id, nobody, outer.id, other.owner.id, invited.id]
        let status = await failure { () throws(Status) in try await add(ids, to: group, as: acme.owner, in: installation) }
        #expect(status?.code == .failedPrecondition && status?.reason == .wrongState)
        #expect(status?.metadata["field"] == "member_ids[1]" && status?.metadata["state"] == "suspended")
        #expect(
            status?.violations.map { "\($0.field) \($0.reason)" } == [
                "member_ids[1] WRONG_STATE", "member_ids[2] NOT_FOUND", "member_ids[3] GROUP_CYCLE",
                "member_ids[4] NOT_FOUND", "member_ids[5] WRONG_STATE",
            ])
        #expect(try await members(group, as: acme.owner, in: installation).isEmpty)
        #expect(try await installation.events().last?.outcome == .denied)
        let remove = RemoveGroupMembersRequest(groupId: group.id, memberIds: [nobody, other.owner.id])
        let removal = await failure { () throws(Status) in
            try await installation.call(GroupServiceMethods.removeGroupMembers, remove, as: acme.owner)
        }
        #expect(removal?.violations.map(\.reason) == ["NOT_FOUND", "NOT_FOUND"])
        let setting = await failure { () throws(Status) in try await set(ids, of: group, as: acme.owner, in: installation) }
        #expect(setting?.violations == status?.violations)
        for bad in [[], ["grp_x"], Array(repeating: nobody, count: 1001), ["org_" + nobody.dropFirst(4)]] {
            let form = await failure { () throws(Status) in try await add(bad, to: group, as: acme.owner, in: installation) }
            #expect(form?.code == .invalidArgument)
        }
        // One named a thousand times is one.
        let same = Array(repeating: acme.owner.id, count: 1000)
        #expect(try await add(same, to: group, as: acme.owner, in: installation).addedCount == 1)
    }

    @Test("B10 a group into two that contain each other, both at once: one is refused")
    func cycleAtOnce() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        for round in 0..<20 {
            let one = try await installation.group("one \(round)", of: acme)
            let two = try await installation.group("two \(round)", of: acme)
            async let first = failure { () throws(Status) in try await add([two.id], to: one, as: acme.owner, in: installation) }
            async let second = failure { () throws(Status) in try await set([one.id], of: two, as: acme.owner, in: installation) }
            let refused = await [first, second].compactMap { $0 }
            #expect(refused.map(\.reason) == [.groupCycle])
        }
    }

    @Test("C9 adding many and setting the list need delegations: edit, removing does not")
    func sideDoor() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("a", of: acme)
        let support = try await installation.member("support", of: acme, role: .support)
        for refused in [
            await failure { () throws(Status) in try await add([acme.owner.id], to: group, as: support, in: installation) },
            await failure { () throws(Status) in
                _ = try await set([acme.owner.id], of: group, as: support, in: installation)
                return AddGroupMembersResponse()
            },
        ] {
            #expect(refused?.metadata["scope"] == "delegations")
        }
        _ = try await add([acme.owner.id], to: group, as: acme.owner, in: installation)
        let remove = RemoveGroupMembersRequest(groupId: group.id, memberIds: [acme.owner.id])
        #expect(try await installation.call(GroupServiceMethods.removeGroupMembers, remove, as: support).removedCount == 1)
    }

    @Test("B10 a complete list adds who is new and removes who is not in it; who is in both keeps their end")
    func complete() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("a", of: acme)
        let ids = try await people(4, of: acme, in: installation)
        let end = installation.now + 1_000_000
        _ = try await add([ids[0], ids[1]], to: group, as: acme.owner, in: installation, until: end)
        let tried = try await set(
            [ids[1], ids[2], ids[3], ids[2]], of: group, as: acme.owner, in: installation, validateOnly: true)
        #expect((tried.addedCount, tried.removedCount, tried.unchangedCount, tried.eventId) == (2, 1, 1, ""))
        #expect(try await members(group, as: acme.owner, in: installation).count == 2)
        let answer = try await set([ids[1], ids[2], ids[3]], of: group, as: acme.owner, in: installation, requestID: "r")
        #expect((answer.addedCount, answer.removedCount, answer.unchangedCount) == (2, 1, 1))
        let there = try await members(group, as: acme.owner, in: installation)
        #expect(Set(there.map(\.memberId)) == Set(ids.dropFirst()))
        #expect(there.first { $0.memberId == ids[1] }?.expireTime == Timestamp(microsecondsSince1970: end))
        let events = try await installation.events().suffix(4)
        #expect(
            events.map(\.action) == ["group.members_set", "group.member_removed", "group.member_added", "group.member_added"])
        #expect(events.first?.id == answer.eventId)
        #expect(events.first?.changes.map { "\($0.path) \($0.after)" } == ["members_added 2", "members_removed 1"])
        // Somebody joins: the request again is answered as it was, and changes nothing; another one does.
        _ = try await add([ids[0]], to: group, as: acme.owner, in: installation)
        let repeated = try await set([ids[1], ids[2], ids[3]], of: group, as: acme.owner, in: installation, requestID: "r")
        #expect(repeated.eventId == answer.eventId && repeated.removedCount == 1)
        #expect(try await members(group, as: acme.owner, in: installation).count == 4)
        #expect(try await set([ids[1], ids[2], ids[3]], of: group, as: acme.owner, in: installation).removedCount == 1)
        #expect(try await set([ids[1], ids[2], ids[3]], of: group, as: acme.owner, in: installation).unchanged)
        // That nobody is left must be said.
        let empty = await failure { () throws(Status) in try await set([], of: group, as: acme.owner, in: installation) }
        #expect(empty?.reason == .missingField)
        let both = await failure { () throws(Status) in
            try await set(ids, of: group, as: acme.owner, in: installation, removeAll: true)
        }
        #expect(both?.reason == .invalidField)
        #expect(try await set([], of: group, as: acme.owner, in: installation, removeAll: true).removedCount == 3)
    }

    @Test("B10 a long list is carried out 200 at a time; what was cut off goes on when it is called again")
    func parts() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("a", of: acme)
        let ids = try await crowd(450, of: acme, in: installation)
        let before = installation.store.position
        let answer = try await set(ids, of: group, as: acme.owner, in: installation, requestID: "r")
        #expect((answer.addedCount, installation.store.position - before) == (450, 3))
        #expect(installation.waitedFor.last == installation.store.position)
        #expect(try await members(group, as: acme.owner, in: installation).count == 450)
        // As if it had been cut off behind its first part.
        let half = try await set(Array(ids.prefix(200)), of: group, as: acme.owner, in: installation)
        #expect(half.removedCount == 250)
        let rest = try await set(ids, of: group, as: acme.owner, in: installation)
        #expect((rest.addedCount, rest.unchangedCount) == (250, 200))
    }

    @Test("B10 a membership ends at its time, as SYSTEM and with an event; adding again gives it another end, or none")
    func ends() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("a", of: acme)
        let ids = try await people(2, of: acme, in: installation)
        let end = installation.now + 60_000_000
        let first = try await add(ids, to: group, as: acme.owner, in: installation, until: end)
        #expect(first.addedCount == 2)
        #expect(try await add(ids, to: group, as: acme.owner, in: installation, until: end).unchanged)
        let changed = try await add([ids[1]], to: group, as: acme.owner, in: installation, until: end + 1)
        #expect(changed.changedCount == 1)
        let event = try #require(try await installation.events().last)
        #expect(event.action == "group.member_changed" && event.target?.subjectId == ids[1])
        #expect(event.changes.map(\.path) == ["expire_time"])
        #expect(try await installation.passTime().done == 0)
        installation.advance(seconds: 60)
        #expect(try await installation.passTime().done == 1)
        #expect(try await members(group, as: acme.owner, in: installation).map(\.memberId) == [ids[1]])
        let ended = try #require(try await installation.events().last)
        #expect(ended.action == "group.member_expired" && ended.actor?.kind == .system && ended.target?.subjectId == ids[0])
        let forEver = try await installation.add(ids[1], to: group, by: acme.owner)
        #expect(!forEver.unchanged && forEver.member?.expireTime == nil)
        installation.advance(seconds: 60)
        #expect(try await installation.passTime().done == 0)
        #expect(try await members(group, as: acme.owner, in: installation).count == 1)
        for late in [installation.now, installation.now - 1, 0] {
            let status = await failure { () throws(Status) in
                try await add([ids[0]], to: group, as: acme.owner, in: installation, until: late)
            }
            #expect(status?.reason == .invalidField && status?.metadata["field"] == "expire_time")
        }
    }

    @Test("B10 who has left, or whose group is deleted, has no end waiting; one whose time has come before its entry is none")
    func noEndLeft() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("a", of: acme)
        let ids = try await people(2, of: acme, in: installation)
        _ = try await add(ids, to: group, as: acme.owner, in: installation, until: installation.now + 60_000_000)
        let waiting = installation.identity.schedule.statistics.waiting
        _ = try await installation.call(
            GroupServiceMethods.removeGroupMember, RemoveGroupMemberRequest(groupId: group.id, memberId: ids[0]),
            as: acme.owner)
        #expect(installation.identity.schedule.statistics.waiting == waiting - 1)
        // Its time has come and its entry has not been done: who is suspended since cannot be given more.
        installation.advance(seconds: 60)
        try await installation.suspend(Account(id: ids[1]), by: acme.owner)
        let status = await failure { () throws(Status) in try await installation.add(ids[1], to: group, by: acme.owner) }
        #expect(status?.reason == .wrongState)
        try await installation.reactivate(Account(id: ids[1]), by: acme.owner)
        #expect(try await !installation.add(ids[1], to: group, by: acme.owner).unchanged)
        #expect(try await installation.passTime().done == 0)
        #expect(try await members(group, as: acme.owner, in: installation).map(\.memberId) == [ids[1]])
    }

    @Test("B10 a complete list adds who is in it and whose time has come, though their row is still there")
    func endedInList() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("a", of: acme)
        let ids = try await people(2, of: acme, in: installation)
        _ = try await add(ids, to: group, as: acme.owner, in: installation, until: installation.now + 1_000_000)
        installation.advance(seconds: 1)
        let answer = try await set([ids[0]], of: group, as: acme.owner, in: installation)
        #expect((answer.addedCount, answer.removedCount, answer.unchangedCount) == (1, 0, 0))
        try await installation.passTime()
        let there = try await members(group, as: acme.owner, in: installation)
        #expect(there.map(\.memberId) == [ids[0]] && there.first?.expireTime == nil)
        #expect(try await installation.events().last { $0.action == "group.member_expired" }?.target?.subjectId == ids[1])
    }

    @Test("B10 an end that comes sooner can be given to who could not join; one that comes later cannot")
    func sooner() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("a", of: acme)
        let jo = try await installation.member("jo", of: acme)
        try await installation.add(jo.id, to: group, by: acme.owner)
        try await installation.suspend(jo, by: acme.owner)
        let end = installation.now + 1_000_000
        #expect(try await add([jo.id], to: group, as: acme.owner, in: installation, until: end).changedCount == 1)
        let later = await failure { () throws(Status) in
            try await add([jo.id], to: group, as: acme.owner, in: installation, until: end + 1)
        }
        #expect(later?.reason == .wrongState)
    }

    @Test("B10 while a jump of the clock waits nothing ends, and no end is taken that has come by either clock")
    func jump() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("a", of: acme)
        let ids = try await people(1, of: acme, in: installation)
        _ = try await add(ids, to: group, as: acme.owner, in: installation, until: installation.now + 60_000_000)
        installation.jump(seconds: 7200)
        installation.advance(seconds: 60)
        #expect(try await installation.passTime().done == 0)
        #expect(try await members(group, as: acme.owner, in: installation).count == 1)
        let status = await failure { () throws(Status) in
            try await add(ids, to: group, as: acme.owner, in: installation, until: installation.now + 3_600_000_000)
        }
        #expect(status?.reason == .invalidField)
    }
}
