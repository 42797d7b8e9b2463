import Contract
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct EventTests {
    @Test("E2 every mutation writes who did what to what, before and after")
    func mutations() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let user = try await installation.member("jo", of: acme, role: .support, password: password)
        let info = try await installation.functional("info", of: acme)
        let group = try await installation.group("all", of: acme)
        try await installation.add(user.id, to: group, by: acme.owner)
        _ = try await installation.call(
            GroupServiceMethods.removeGroupMember, RemoveGroupMemberRequest(groupId: group.id, memberId: user.id), as: acme.owner)
        _ = try await installation.call(
            AccountServiceMethods.updateAccount,
            UpdateAccountRequest(
                account: Account(id: info.id, displayName: "Info desk"),
                updateMask: FieldMask(paths: ["display_name"]), requestId: "r7"), as: user)
        let session = try await installation.signIn(user, password).sessionToken
        _ = try await installation.call(SessionServiceMethods.deleteSession, DeleteSessionRequest(), session: session)
        try await installation.suspend(user, by: acme.owner)
        try await installation.reactivate(user, by: acme.owner)

        let events = try await installation.events()
        #expect(
            events.map(\.action) == [
                "organization.created", "account.created", "account.invited", "account.accepted", "role.assigned",
                "account.created", "group.created", "group.member_added", "group.member_removed", "account.updated",
                "session.created", "session.ended", "account.suspended", "account.reactivated",
            ])
        for event in events {
            #expect(event.organizationId == acme.id)
            #expect(event.outcome == .succeeded && event.eventClass == .audit)
            #expect(event.id.hasPrefix("evt_") && event.actor?.id.isEmpty == false)
            #expect(event.origin?.service == "identity")
            #expect(
                !event.changes.isEmpty || event.personal.count > 1 || event.action.hasPrefix("session."), "\(event.action)")
        }
        #expect(Set(events.map(\.id)).count == events.count)
        let byAction = Dictionary(events.map { ($0.action, $0) }) { first, _ in first }
        let created = try #require(byAction["organization.created"])
        #expect(created.actor == EventActor(id: Installation.operatorURI, kind: .operator, authenticatedBy: "certificate"))
        #expect(created.target?.id == acme.id)
        let accepted = try #require(byAction["account.accepted"])
        #expect(accepted.actor == EventActor(id: user.id, kind: .account, authenticatedBy: "invitation"))
        #expect(
            accepted.changes == [
                EventChange(path: "state", before: "invited", after: "active"),
                EventChange(path: "invitation.state", before: "invited", after: "accepted"),
            ])
        let role = try #require(byAction["role.assigned"])
        #expect(
            role.changes == [
                EventChange(path: "account_id", before: "", after: user.id),
                EventChange(path: "role_id", before: "", after: "rol_support"),
                EventChange(path: "account_type", before: "user", after: "administrator"),
            ])
        #expect(role.target == EventTarget(id: user.id, resourceType: "account", subjectId: user.id))
        #expect(role.actor?.roleIds == ["rol_full_admin"])
        let updated = try #require(byAction["account.updated"])
        #expect(updated.actor == EventActor(id: user.id, kind: .account, roleIds: ["rol_support"], authenticatedBy: "caller"))
        // A name tells about a person, so it stands apart.
        #expect(updated.changes.isEmpty)
        let told = try await installation.told()
        let renaming = try told[#require(events.firstIndex { $0.id == updated.id })]
        #expect(renaming["changes.display_name.before"] == "info" && renaming["changes.display_name.after"] == "Info desk")
        #expect(renaming["origin.address"] == "192.0.2.1")
        let added = try #require(byAction["group.member_added"])
        #expect(added.changes.contains(EventChange(path: "member_id", after: user.id)) && added.target?.id == group.id)
        let removed = try #require(byAction["group.member_removed"])
        #expect(removed.changes.contains(EventChange(path: "member_id", before: user.id)))
        #expect(renaming["origin.request_id"] == "r7" && updated.origin?.caller == Installation.backend)
        let suspended = try #require(byAction["account.suspended"])
        #expect(told[try #require(events.firstIndex { $0.id == suspended.id })]["justification"] == "left")
        #expect(suspended.target?.subjectId == user.id)
        #expect(byAction["session.ended"]?.actor?.authenticatedBy == "session")
    }

    @Test("E2 denied attempts are events, with the reason")
    func denials() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("support", of: acme, role: .support)
        let user = try await installation.member("jo", of: acme)
        let before = try await installation.events().count
        _ = await failure { () throws(Status) in try await installation.assign(.auditor, to: user, by: support) }
        _ = await failure { () throws(Status) in try await installation.suspend(acme.owner, by: support) }
        _ = await failure { () throws(Status) in
            try await installation.call(
                GroupServiceMethods.listGroups, ListGroupsRequest(organizationId: acme.id), as: user)
        }
        let denied = try await installation.events().dropFirst(before)
        #expect(denied.map(\.action) == ["role.assigned", "account.suspended", "group.listed"])
        #expect(denied.allSatisfy { $0.outcome == .denied && $0.changes.isEmpty && $0.organizationId == acme.id })
        #expect(denied.map { $0.decision?.reason } == ["ROLE_LACKS_SCOPE", "FULL_ADMIN_ONLY", "ROLE_LACKS_SCOPE"])
        #expect(denied.first?.actor?.roleIds == ["rol_support"])
        #expect(denied.first?.target?.id == user.id)
    }

    @Test("C10 no password and no token gets into an event, a change or the table of requests")
    func secrets() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let invited = try await installation.invite("jo", to: acme, requestID: "r1")
        let session = try await installation.signIn(acme.owner, password).sessionToken
        _ = await failure { () throws(Status) in try await installation.signIn(acme.owner, "a guess at it") }
        let secrets = [password, "a guess at it", invited.invitationToken, session]
        let stored = try await installation.store.read { connection in
            try connection.rows("SELECT event FROM outbox") { $0.blob(0) }
                + connection.rows("SELECT value FROM change_log") { $0.blob(0) }
                + connection.rows("SELECT answer FROM requests") { $0.blob(0) }
                + connection.rows("SELECT token_hash FROM sessions") { $0.blob(0) }
        }
        for bytes in stored {
            let text = String(decoding: bytes, as: UTF8.self)
            for secret in secrets { #expect(!text.contains(secret)) }
        }
    }
}
