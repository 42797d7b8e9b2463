import Contract
import IdentityDomain
import IdentityHandlers
import IdentityStorage
import Messages
import RPC
import SQL
import Testing

@Suite struct RoleTests {
    @Test("A5 a Full admin adds and removes administrators, until the organization leaves that to its owner")
    func addedByFullAdmins() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        let user = try await installation.member("jo", of: acme)
        #expect(try await installation.assign(.support, to: user, by: full).account?.accountType == .administrator)
        #expect(try await installation.unassign(.support, from: user, by: full).account?.accountType == .user)
        try await installation.decide(["administrators_by"], of: acme, by: full) { $0.administratorsBy = .owner }
        let refused = await failure { () throws(Status) in try await installation.assign(.support, to: user, by: full) }
        #expect(refused?.reason == .ownerOnly)
    }

    @Test("A2 A5 C5 where the owner adds and removes administrators nobody else does; a Full admin changes them")
    func permissions() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        try await installation.decide(["administrators_by"], of: acme) { $0.administratorsBy = .owner }
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        let policy = try await installation.member("policy", of: acme, role: .policyAdmin)
        let user = try await installation.member("jo", of: acme)
        func refused(_ body: () async throws(Status) -> Void) async -> ErrorReason? { await failure(body)?.reason }
        #expect(await refused { () throws(Status) in try await installation.assign(.support, to: user, by: full) } == .ownerOnly)
        #expect(
            await refused { () throws(Status) in try await installation.unassign(.policyAdmin, from: policy, by: full) }
                == .ownerOnly)
        #expect(
            await refused { () throws(Status) in try await installation.assign(.support, to: full, by: policy) }
                == .roleLacksScope)
        // A second role stands beside the first.
        let both = try await installation.assign(.support, to: policy, by: full)
        #expect(both.account?.roleIds == ["rol_policy_admin", "rol_support"] && !both.eventId.isEmpty)
        #expect(both.assignments.map(\.roleId).sorted() == ["rol_policy_admin", "rol_support"])
        #expect(both.assignments.allSatisfy { $0.accountId == policy.id && $0.id.hasPrefix("asg_") && !$0.etag.isEmpty })
        #expect(both.account?.etag != policy.etag)
        let again = try await installation.assign(.support, to: policy, by: full)
        #expect(again.unchanged && again.assignments == both.assignments && again.account == both.account)
        let one = try await installation.unassign(.policyAdmin, from: policy, by: full)
        #expect(one.account?.roleIds == ["rol_support"] && one.account?.accountType == .administrator)
        let judged = try await installation.authorize(.accountId(policy.id), "delegations", .edit)
        #expect(judged.roleIds == ["rol_support"] && judged.held == [.view] && !judged.allowed)
        let removed = try await installation.unassign(.support, from: policy, by: acme.owner)
        #expect(removed.account?.accountType == .user && removed.assignments.isEmpty && removed.account?.roleIds == [])
        #expect(try await installation.unassign(.support, from: policy, by: acme.owner).unchanged)
    }

    @Test("C2 several roles of an account: each demand is met by the most that one of them has")
    func union() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let kim = try await installation.member("kim", of: acme, role: .support)
        try await installation.assign(.policyAdmin, to: kim, by: acme.owner)
        let judged = try await installation.authorize(
            .accountId(kim.id),
            [AccessDemand(scope: "delegations", level: .edit), AccessDemand(scope: "organizational_units", level: .edit)])
        #expect(judged.allowed && judged.held == [.edit, .edit] && !judged.fullAdmin)
        #expect(judged.roleIds == ["rol_policy_admin", "rol_support"])
    }

    @Test(
        "a role or a unit that is not there is not found",
        arguments: [("rol_01arz3ndektsv4rrffq69g5fav", ""), ("rol_support", "unt_01arz3ndektsv4rrffq69g5fav")])
    func notThere(role: String, unit: String) async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let kim = try await installation.member("kim", of: acme, role: .support)
        let refusals = [
            await failure { () throws(Status) in
                try await installation.call(
                    AdministratorServiceMethods.assignRole,
                    AssignRoleRequest(accountId: kim.id, roleId: role, unitId: unit), as: acme.owner)
            },
            await failure { () throws(Status) in
                try await installation.call(
                    AdministratorServiceMethods.unassignRole,
                    UnassignRoleRequest(accountId: kim.id, roleId: role, unitId: unit), as: acme.owner)
            },
        ]
        for status in refusals { #expect(status?.code == .notFound && status?.reason == .notFound) }
    }

    @Test("C4 nobody changes their own role, not as a no-op, and not by a second session")
    func ownRole() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        for (account, role) in [(acme.owner, RoleID.fullAdmin), (acme.owner, .support), (full, .fullAdmin), (full, .support)] {
            let refusals = [
                await failure { () throws(Status) in try await installation.assign(role, to: account, by: account) },
                await failure { () throws(Status) in try await installation.unassign(role, from: account, by: account) },
            ]
            for status in refusals { #expect(status?.code == .permissionDenied && status?.reason == .ownRole) }
        }
        let session = try await installation.signIn(acme.owner, password).sessionToken
        let status = await failure { () throws(Status) in
            try await installation.call(
                AdministratorServiceMethods.assignRole,
                AssignRoleRequest(accountId: acme.owner.id, roleId: RoleID.support.text), session: session)
        }
        #expect(status?.reason == .ownRole)
    }

    @Test("A4 C7 the owner is not demoted, and the second last Full admin goes with a warning")
    func owner() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        #expect(
            await failure { () throws(Status) in
                try await installation.unassign(.fullAdmin, from: acme.owner, by: full)
            }?.reason == .isOwner)
        try await installation.assign(.auditor, to: full, by: acme.owner)
        let demoted = try await installation.unassign(.fullAdmin, from: full, by: acme.owner)
        #expect(demoted.warnings == [.lastFullAdmin] && demoted.account?.roleIds == ["rol_auditor"])
        #expect(try #require(try await installation.events().last).flags == [.lastFullAdmin])
    }

    @Test("C7 two who demote each other at once never leave the organization without a Full admin")
    func race() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let a = try await installation.member("a", of: acme, role: .fullAdmin)
        let b = try await installation.member("b", of: acme, role: .fullAdmin)
        // Without another role they would be no administrators any more, which is the owner's to do.
        for account in [a, b] { try await installation.assign(.support, to: account, by: acme.owner) }
        // An owner who is always there would hide the race.
        try await installation.write(acme.owner.id) {
            $0.state = .suspended; $0.suspendTime = Timestamp(microsecondsSince1970: 1)
        }
        for round in 0..<1000 {
            async let first = failure { () throws(Status) in try await installation.unassign(.fullAdmin, from: b, by: a) }
            async let second = failure { () throws(Status) in try await installation.unassign(.fullAdmin, from: a, by: b) }
            let failures = await [first, second]
            #expect(failures.filter { $0 == nil }.count == 1, "round \(round): \(failures)")
            for case let status? in failures {
                #expect([.roleLacksScope, .fullAdminOnly, .lastFullAdmin].contains(status.reason), "round \(round)")
            }
            let demoted = failures[0] == nil ? b : a
            _ = try await installation.store.write { tx in
                try tx.insert(
                    RoleAssignment(
                        id: "asg_\(round)", organizationId: acme.id, accountId: demoted.id, roleId: RoleID.fullAdmin.text,
                        createTime: Timestamp(microsecondsSince1970: tx.now)))
            }
        }
    }

    @Test("C14 a role for a unit counts for what is done to the unit's accounts, by this service and by Authorize")
    func units() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let kim = try await installation.member("kim", of: acme, role: .auditor)
        let (jo, sue) = (try await installation.member("jo", of: acme), try await installation.member("sue", of: acme))
        let north = try await installation.unit("north", of: acme).id
        let south = try await installation.unit("south", of: acme).id
        try await installation.place(jo, in: north, by: acme.owner)
        try await installation.place(sue, in: south, by: acme.owner)
        for role in [RoleID.policyAdmin, .fullAdmin] {
            let assigned = try await installation.assign(role, in: north, to: kim, by: acme.owner)
            #expect(assigned.assignments.contains { $0.roleId == role.text && $0.unitId == north })
        }
        func rename(_ account: Account) async throws(Status) -> UpdateAccountResponse {
            try await installation.call(
                AccountServiceMethods.updateAccount,
                UpdateAccountRequest(
                    account: Account(id: account.id, displayName: "New"), updateMask: FieldMask(paths: ["display_name"])),
                as: kim)
        }
        #expect(try await rename(jo).account?.displayName == "New")
        let event = try #require(try await installation.events().last)
        #expect(event.actor?.roleIds == ["rol_auditor", "rol_full_admin", "rol_policy_admin"])
        for account in [sue, acme.owner] {
            let status = await failure { () throws(Status) in try await rename(account) }
            #expect(status?.reason == .roleLacksScope && status?.metadata["held"] == "view")
            #expect(status?.metadata["roles"] == "rol_auditor")
        }
        #expect(
            await failure { () throws(Status) in try await installation.functional("info", of: acme, by: kim) }?.reason
                == .roleLacksScope)
        // A Full admin of a unit is none in the sense of C5 and C6, there either.
        let policy = try await installation.member("policy", of: acme, role: .policyAdmin)
        try await installation.place(policy, in: north, by: acme.owner)
        #expect(
            await failure { () throws(Status) in try await installation.suspend(policy, by: kim) }?.reason == .fullAdminOnly)
        #expect(
            await failure { () throws(Status) in try await installation.assign(.support, to: policy, by: kim) }?.reason
                == .fullAdminOnly)
        for (unit, allowed) in [("", false), (north, true), (south, false)] {
            let judged = try await installation.call(
                AuthorizationServiceMethods.authorize,
                AuthorizeRequest(
                    subject: .accountId(kim.id), demands: [AccessDemand(scope: "delegations", level: .edit)], unitId: unit))
            #expect(judged.allowed == allowed && !judged.fullAdmin, "\(unit)")
            #expect(judged.roleIds.count == (allowed ? 3 : 1))
        }
    }

    @Test("who holds what is listed, of all and of one, and an account elsewhere is not there")
    func listed() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        let kim = try await installation.member("kim", of: acme, role: .support)
        try await installation.assign(.auditor, to: kim, by: acme.owner)
        func list(_ account: String = "", size: Int32 = 0, _ token: String = "") async throws(Status)
            -> ListRoleAssignmentsResponse
        {
            try await installation.call(
                AdministratorServiceMethods.listRoleAssignments,
                ListRoleAssignmentsRequest(
                    organizationId: acme.id, accountId: account, pageSize: size, pageToken: token), as: kim)
        }
        // Ids of one instant are in any order.
        #expect(try await list().assignments.map(\.roleId).sorted() == ["rol_auditor", "rol_full_admin", "rol_support"])
        let first = try await list(kim.id, size: 1)
        let second = try await list(kim.id, size: 1, first.nextPageToken)
        #expect((first.assignments + second.assignments).map(\.roleId).sorted() == ["rol_auditor", "rol_support"])
        #expect(first.assignments.count == 1 && second.nextPageToken.isEmpty)
        #expect(await failure { () throws(Status) in try await list(other.owner.id) }?.reason == .notFound)
        let roles = try await installation.call(
            RoleServiceMethods.listRoles, ListRolesRequest(organizationId: acme.id), as: kim)
        #expect(roles.roles.map(\.displayName) == ["Auditor", "Full admin", "Policy admin", "Support"])
    }
}

extension Installation {
    /// Changes an account behind the rules' back.
    func write(_ id: String, _ change: @escaping @Sendable (inout Account) -> Void) async throws {
        _ = try await store.write { tx in
            guard var account = try tx.account(AccountID(id)) else { return }
            change(&account)
            _ = try tx.update(account)
        }
    }
}
