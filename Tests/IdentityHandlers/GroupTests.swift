import Contract
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct GroupTests {
    @Test("B10 groups nest, and cycles are refused at the write")
    func cycles() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        var groups: [Group] = []
        for name in ["a", "b", "c"] { groups.append(try await installation.group(name, of: acme)) }
        try await installation.add(groups[1].id, to: groups[0], by: acme.owner)
        try await installation.add(groups[2].id, to: groups[1], by: acme.owner)
        for (member, group) in [(0, 0), (0, 1), (0, 2), (1, 2)] {
            let status = await failure { () throws(Status) in
                try await installation.add(groups[member].id, to: groups[group], by: acme.owner)
            }
            #expect(status?.code == .failedPrecondition && status?.reason == .groupCycle, "\(member) into \(group)")
        }
        try await installation.add(groups[2].id, to: groups[0], by: acme.owner)
    }

    @Test("members are added once and removed once")
    func members() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("all", of: acme)
        let user = try await installation.member("jo", of: acme)
        let added = try await installation.add(user.id, to: group, by: acme.owner)
        #expect(added.member?.memberId == user.id && !added.unchanged && !added.eventId.isEmpty)
        let again = try await installation.add(user.id, to: group, by: acme.owner)
        #expect(again.unchanged && again.member == added.member && again.eventId.isEmpty)
        let listed = try await installation.call(
            GroupServiceMethods.listGroupMembers, ListGroupMembersRequest(groupId: group.id), as: acme.owner)
        #expect(listed.members == [added.member].compactMap { $0 })
        let remove = RemoveGroupMemberRequest(groupId: group.id, memberId: user.id)
        let removed = try await installation.call(GroupServiceMethods.removeGroupMember, remove, as: acme.owner)
        #expect(!removed.unchanged)
        #expect(installation.waitedFor.last == installation.store.position)
        #expect(try await installation.call(GroupServiceMethods.removeGroupMember, remove, as: acme.owner).unchanged)
    }

    @Test("B3 nobody joins a deleted group, and it joins none; its name still resolves, and members can be taken out")
    func deleted() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let gone = try await installation.group("gone", of: acme)
        let all = try await installation.group("all", of: acme)
        let (member, other) = (try await installation.member("jo", of: acme), try await installation.member("kim", of: acme))
        try await installation.add(member.id, to: gone, by: acme.owner)
        #expect(gone.state == .active)
        _ = try await installation.store.write { tx in
            try tx.run("UPDATE groups SET state = 2 WHERE id = ?", [.text(gone.id)])
        }
        for (id, group) in [(other.id, gone), (member.id, gone), (all.id, gone), (gone.id, all)] {
            let status = await failure { () throws(Status) in try await installation.add(id, to: group, by: acme.owner) }
            #expect(status?.code == .failedPrecondition && status?.reason == .wrongState, "\(id) into \(group.displayName)")
        }
        let shown = try await installation.call(
            GroupServiceMethods.getGroup, GetGroupRequest(groupId: gone.id), as: acme.owner)
        #expect(shown.group?.state == .deleted && shown.group?.displayName == "gone")
        let remove = RemoveGroupMemberRequest(groupId: gone.id, memberId: member.id)
        #expect(try await !installation.call(GroupServiceMethods.removeGroupMember, remove, as: acme.owner).unchanged)
    }

    @Test("B2 a member who is there is there, also when suspended since")
    func repeatedAfterSuspension() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("all", of: acme)
        let user = try await installation.member("jo", of: acme)
        let added = try await installation.add(user.id, to: group, by: acme.owner)
        try await installation.suspend(user, by: acme.owner)
        let again = try await installation.add(user.id, to: group, by: acme.owner)
        #expect(again.unchanged && again.member == added.member)
    }

    @Test("C9 adding a member needs delegations: edit, removing does not")
    func sideDoor() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let group = try await installation.group("all", of: acme)
        let user = try await installation.member("jo", of: acme)
        let support = try await installation.member("support", of: acme, role: .support)
        let status = await failure { () throws(Status) in try await installation.add(user.id, to: group, by: support) }
        #expect(status?.metadata["scope"] == "delegations")
        #expect(status?.metadata["held"] == "view")
        try await installation.add(user.id, to: group, by: acme.owner)
        _ = try await installation.call(
            GroupServiceMethods.removeGroupMember, RemoveGroupMemberRequest(groupId: group.id, memberId: user.id), as: support)
    }

    @Test("B2 who cannot become a member")
    func refused() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        let group = try await installation.group("all", of: acme)
        let foreignGroup = try await installation.group("all", of: other)
        let invited = try await installation.invite("new", to: acme).account ?? Account()
        let suspended = try await installation.member("jo", of: acme)
        try await installation.suspend(suspended, by: acme.owner)
        let table: [(String, ErrorReason)] = [
            (invited.id, .wrongState), (suspended.id, .wrongState), (other.owner.id, .notFound),
            (foreignGroup.id, .notFound), ("acc_x", .invalidField),
            ("acc_" + String(repeating: "0", count: 26), .notFound), ("", .missingField),
        ]
        for (member, reason) in table {
            let status = await failure { () throws(Status) in try await installation.add(member, to: group, by: acme.owner) }
            #expect(status?.reason == reason)
        }
        // What is not there to be added is not there to be removed either; who is there and no member is no error.
        func remove(_ member: String) async throws(Status) -> RemoveGroupMemberResponse {
            try await installation.call(
                GroupServiceMethods.removeGroupMember, RemoveGroupMemberRequest(groupId: group.id, memberId: member),
                as: acme.owner)
        }
        for (member, reason) in table where reason != .wrongState {
            #expect(await failure { () throws(Status) in try await remove(member) }?.reason == reason)
        }
        for member in [invited.id, suspended.id, group.id] { #expect(try await remove(member).unchanged) }
        #expect(
            await failure { () throws(Status) in try await installation.add(acme.owner.id, to: foreignGroup, by: acme.owner) }?
                .reason == .notFound)
    }

    @Test("a group's name and external id are unique in its organization")
    func names() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        func create(_ name: String, _ externalID: String, in acme: Acme) async throws(Status) -> CreateGroupResponse {
            try await installation.call(
                GroupServiceMethods.createGroup,
                CreateGroupRequest(
                    group: Group(organizationId: acme.id, displayName: name, externalId: externalID)), as: acme.owner)
        }
        let made = try await create("all", "1", in: acme)
        _ = try await create("all", "1", in: other)
        #expect(
            await failure { () throws(Status) in try await create("all", "", in: acme) }?.metadata["field"]
                == "group.display_name")
        #expect(
            await failure { () throws(Status) in try await create("some", "1", in: acme) }?.metadata["field"]
                == "group.external_id")
        #expect(await failure { () throws(Status) in try await create("", "", in: acme) }?.reason == .missingField)
        let id = try #require(made.group?.id)
        let found = try await installation.call(GroupServiceMethods.getGroup, GetGroupRequest(groupId: id), as: acme.owner)
        #expect(found.group == made.group)
        #expect(
            await failure { () throws(Status) in
                try await installation.call(GroupServiceMethods.getGroup, GetGroupRequest(groupId: id), as: other.owner)
            }?.reason == .notFound)
        let listed = try await installation.call(
            GroupServiceMethods.listGroups, ListGroupsRequest(organizationId: acme.id), as: acme.owner)
        #expect(listed.groups == [made.group].compactMap { $0 })
    }
}
