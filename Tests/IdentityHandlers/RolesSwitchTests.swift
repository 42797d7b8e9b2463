import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

/// A8: roles are a feature of the organization, switched in one change.
struct RolesSwitchTests {
    @Test("A8 off, every administrator counts as a Full admin; on again, each is one, and the log says what each became")
    func switched() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("support", of: acme, role: .support)
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        let gone = try await installation.member("gone", of: acme, role: .auditor)
        try await installation.suspend(gone, by: acme.owner)
        let all = [acme.owner, full, gone, support].map(\.id).sorted()

        let off = try await installation.switchRoles(.off, of: acme, by: full)
        #expect(off.organization?.rolesEnabled == false && off.administratorCount == 4)
        #expect(off.administrators == all.map { AdministratorRoles(accountId: $0, roleIds: ["rol_full_admin"]) })
        let told = try #require(try await installation.events().last)
        #expect(told.id == off.eventId && told.action == "organization.roles_switched" && told.target?.id == acme.id)
        #expect(
            Set(told.changes.map(\.path)) == [
                "roles_enabled", "administrators", "administrators.\(support.id)", "administrators.\(gone.id)",
            ])
        #expect(
            told.changes.first { $0.path == "administrators.\(support.id)" }
                == EventChange(path: "administrators.\(support.id)", before: "rol_support", after: "rol_full_admin"))
        // At once, from memory and inside the write.
        #expect(try await installation.authorize(.accountId(support.id), "administrator_role", .edit).fullAdmin)
        #expect(try await installation.account(support.id, as: full).roleIds == ["rol_support"])
        #expect(try await installation.switchRoles(.off, of: acme, by: support).unchanged)

        let before = try await installation.events().count
        let on = try await installation.switchRoles(.on, of: acme, by: support)
        let becoming = [
            acme.owner.id: ["rol_full_admin"], full.id: ["rol_full_admin"], gone.id: ["rol_auditor", "rol_full_admin"],
            support.id: ["rol_full_admin", "rol_support"],
        ]
        #expect(on.administrators == all.map { AdministratorRoles(accountId: $0, roleIds: becoming[$0] ?? []) })
        let events = try await installation.events().dropFirst(before)
        #expect(events.map(\.action) == ["organization.roles_switched", "role.assigned", "role.assigned"])
        #expect(events.first?.id == on.eventId)
        #expect(Set(events.dropFirst().map { $0.target?.id }) == [gone.id, support.id])
        #expect(events.first?.changes.first { $0.path == "roles_enabled" }?.after == "true")
        #expect(try await installation.account(support.id, as: full).roleIds == ["rol_full_admin", "rol_support"])
        // They are stored: what is taken away now is gone.
        try await installation.unassign(.fullAdmin, from: support, by: full)
        #expect(try await !installation.authorize(.accountId(support.id), "administrator_role", .edit).allowed)
    }

    @Test("A8 C5 nobody but a Full admin switches them, and trying it out says what would be and changes nothing")
    func refused() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("support", of: acme, role: .support)
        let other = try await installation.acme("other")
        #expect(
            await failure { () throws(Status) in try await installation.switchRoles(.off, of: acme, by: support) }?.reason
                == .roleLacksScope)
        #expect(
            await failure { () throws(Status) in try await installation.switchRoles(.off, of: acme, by: other.owner) }?.reason
                == .notFound)
        let position = installation.store.position
        let would = try await installation.switchRoles(.off, of: acme, by: acme.owner, validateOnly: true)
        #expect(would.administratorCount == 2 && would.administrators.allSatisfy { $0.roleIds == ["rol_full_admin"] })
        #expect(installation.store.position == position)
        #expect(try await !installation.authorize(.accountId(support.id), "administrator_role", .edit).allowed)
    }

    @Test("A8 however many administrators there are, the answer and the event are bounded, and all of them are switched")
    func many() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let count = 1200
        _ = try await installation.store.write { tx in
            for number in 0..<count {
                let id = "acc_" + String(repeating: "0", count: 21) + String(10_000 + number)
                let address = "a\(number)@many.example"
                try tx.insert(
                    Account(
                        id: id, organizationId: acme.id, accountType: .administrator, state: .active, address: address,
                        createTime: Timestamp(microsecondsSince1970: tx.now), asciiAddress: address))
                try tx.insert(
                    RoleAssignment(
                        id: "asg_\(number)", organizationId: acme.id, accountId: id, roleId: RoleID.auditor.text,
                        createTime: Timestamp(microsecondsSince1970: tx.now)))
            }
        }
        for roles in [RolesSwitch.off, .on] {
            let switched = try await installation.switchRoles(roles, of: acme, by: acme.owner)
            #expect(switched.administrators.count == 1000 && switched.administratorCount == Int64(count + 1))
            #expect(switched.encoded().count < 1 << 20)
        }
        let last = try await installation.authorize(
            .accountId("acc_" + String(repeating: "0", count: 21) + String(10_000 + count - 1)), "administrator_role", .edit)
        #expect(last.fullAdmin && last.roleIds == ["rol_auditor", "rol_full_admin"])
    }
}

extension Installation {
    func switchRoles(
        _ roles: RolesSwitch, of acme: Acme, by account: Account, validateOnly: Bool = false
    ) async throws(Status) -> SwitchRolesResponse {
        try await call(
            OrganizationServiceMethods.switchRoles,
            SwitchRolesRequest(organizationId: acme.id, roles: roles, validateOnly: validateOnly), as: account)
    }
}
