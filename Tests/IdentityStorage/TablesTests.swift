import IdentityDomain
import IdentityStorage
import Messages
import SQL
import Testing

@Suite struct TablesTests {
    @Test("A1 the owner is what the organization's one column says")
    func owner() async throws {
        let installation = try Installation()
        let written = try await installation.store.write { tx in
            try insertAcme(tx)
            try tx.insert(account("acc_b"))
            return (try tx.organization(acme), try tx.account(AccountID("acc_owner")), try tx.account(AccountID("acc_b")))
        }
        let stored = try #require(written.value.0)
        #expect(stored.etag != "")
        #expect(unmarked(stored) == organization())
        #expect(written.value.1?.owner == true)
        #expect(written.value.2?.owner == false)
        #expect(written.position == 1)
    }

    @Test("B5 an address is unique in the installation, without case")
    func addresses() async throws {
        let installation = try Installation()
        _ = try await installation.store.write { tx in
            try insertAcme(tx)
            try tx.insert(organization("org_other", owner: "acc_b"))
        }
        await #expect(throws: SQLError.self) {
            try await installation.store.write { tx in
                var taken = account("acc_b", in: "org_other")
                (taken.address, taken.asciiAddress) = ("ACC_owner@example.ORG", "ACC_owner@example.org")
                try tx.insert(taken)
            }
        }
        let found = try await installation.store.read { try $0.account(addressKey: "acc_owner@example.org")?.address }
        #expect(found == "acc_owner@Example.org")
    }

    @Test("an update takes the next revision and tells the followers")
    func update() async throws {
        let installation = try Installation()
        _ = try await installation.store.write { try insertAcme($0) }
        _ = try await installation.store.write { tx in
            var changed = account("acc_b")
            try tx.insert(changed)
            changed.displayName = "B"
            changed.state = .suspended
            changed.suspendTime = Timestamp(microsecondsSince1970: 5)
            changed = try tx.update(changed)
            #expect(changed.revision == 2)
            #expect(try tx.account(AccountID("acc_b")) == changed)
        }
        guard case .changes(let transactions, through: 2) = try await installation.store.changes(after: 1, limit: 10)
        else { return #expect(Bool(false), "two positions were expected") }
        #expect(transactions.flatMap(\.changes).map(\.id) == ["acc_b", "acc_b"])
    }

    @Test("lists go by id, filtered and from a key")
    func lists() async throws {
        let installation = try Installation()
        _ = try await installation.store.write { tx in
            try insertAcme(tx)
            try tx.insert(account("acc_a", .functional))
            try tx.insert(account("acc_b", .user, .suspended))
            try tx.insert(account("acc_c", .user, .invited))
            try tx.insert(organization("org_z", owner: "acc_z"))
            try insertAdministrator(tx, "acc_z", .fullAdmin, of: "org_z")
        }
        let lists = try await installation.store.read { (reader) throws in
            [
                try reader.accounts(of: acme, after: "", limit: 10).map(\.id),
                try reader.accounts(of: acme, after: "acc_a", limit: 2).map(\.id),
                try reader.accounts(of: acme, type: .user, after: "", limit: 10).map(\.id),
                try reader.accounts(of: acme, type: .user, state: .invited, after: "", limit: 10).map(\.id),
                try reader.organizations(after: "org_acme", limit: 10).map(\.id),
            ]
        }
        #expect(
            lists == [
                ["acc_a", "acc_b", "acc_c", "acc_owner"], ["acc_b", "acc_c"], ["acc_b", "acc_c"], ["acc_c"], ["org_z"],
            ])
    }

    @Test("C7 A8 who counts as an active Full admin", arguments: [(true, 2), (false, 4)])
    func fullAdmins(rolesEnabled: Bool, count: Int) async throws {
        let installation = try Installation()
        let written = try await installation.store.write { tx in
            try insertAcme(tx, rolesEnabled: rolesEnabled)
            try insertAdministrator(tx, "acc_f", .fullAdmin)
            // Twice: it is one.
            try tx.insert(assignment("acc_f", .fullAdmin, in: "unt_a"))
            try insertAdministrator(tx, "acc_g", .fullAdmin, .suspended)
            try insertAdministrator(tx, "acc_s", .support)
            try insertAdministrator(tx, "acc_n", .fullAdmin, in: "unt_a")
            try tx.insert(organization("org_z", owner: "acc_z"))
            try insertAdministrator(tx, "acc_z", .fullAdmin, of: "org_z")
            try tx.insert(account("acc_u"))
            let organization = organization(rolesEnabled: rolesEnabled)
            return [
                try tx.fullAdmins(of: organization, upTo: 9), try tx.fullAdmins(of: organization),
                try tx.fullAdmins(of: organization, upTo: 1),
            ]
        }
        // A rule asks for no more than three.
        #expect(written.value == [count, min(count, 3), 1].map { FullAdmins(active: $0) })
    }

    @Test("an account shows the roles that it holds, each once, however it is found; followers get the assignments")
    func roles() async throws {
        let installation = try Installation()
        _ = try await installation.store.write { tx in
            try insertAcme(tx)
            try insertAdministrator(tx, "acc_a", .support)
            try tx.insert(assignment("acc_a", .support, in: "unt_a"))
            try tx.insert(assignment("acc_a", .auditor, in: "unt_b"))
        }
        let shown = try await installation.store.read { (reader) throws in
            [
                try reader.account(AccountID("acc_a")), try reader.account(addressKey: "acc_a@example.org"),
                try reader.accounts(of: acme, after: "", limit: 1).first,
                try reader.accounts(of: acme, ids: ["acc_a"], addressKeys: [], externalIDs: []).first,
            ]
        }
        for account in shown { #expect(account?.roleIds == ["rol_auditor", "rol_support"]) }
        let held = try await installation.store.read { (reader) throws in
            try reader.standing(of: #require(shown[0])).roles
        }
        #expect(
            Set(held) == [
                AssignedRole(.support), AssignedRole(.support, in: UnitID("unt_a")), AssignedRole(.auditor, in: UnitID("unt_b")),
            ])
        guard case .changes(let transactions, _) = try await installation.store.changes(after: 0, limit: 100) else {
            return #expect(Bool(false), "compacted")
        }
        for change in transactions.flatMap(\.changes) where change.type == Account.name {
            #expect(try Account(decoding: change.value).roleIds.isEmpty)
        }
    }

    @Test("an account holds a role once for each unit, and only a role that there is", arguments: ["rol_support", "rol_none"])
    func uniqueAssignments(role: String) async throws {
        let installation = try Installation()
        _ = try await installation.store.write { tx in
            try insertAcme(tx)
            try insertAdministrator(tx, "acc_a", .support)
        }
        await #expect(throws: SQLError.self) {
            try await installation.store.write { tx in
                var again = assignment("acc_a", RoleID(role))
                again.id = "asg_again"
                try tx.insert(again)
            }
        }
    }

    @Test("C1 the built-in roles are rows with the matrix's ids, and those of another organization are not seen")
    func builtInRoles() async throws {
        let installation = try Installation()
        _ = try await installation.store.write { tx in
            for (id, organization) in [("rol_a", "org_acme"), ("rol_z", "org_z")] {
                try tx.run(
                    "INSERT INTO roles (id, organization_id, display_name, revision) VALUES (?, ?, 'Own', 1)",
                    [.text(id), .text(organization)])
            }
        }
        try await installation.store.read { (reader) throws in
            let all = try reader.roles(for: acme, after: "", limit: 10)
            #expect(all.map(\.id) == ["rol_a"] + RoleID.builtIn.map(\.text).sorted())
            #expect(all.map(\.displayName) == ["Own", "Auditor", "Full admin", "Policy admin", "Support"])
            #expect(try reader.roles(for: acme, after: "rol_auditor", limit: 1).map(\.id) == ["rol_full_admin"])
            #expect(try reader.role(.support, for: acme) != nil && reader.role(RoleID("rol_a"), for: acme) != nil)
            #expect(try reader.role(RoleID("rol_z"), for: acme) == nil && reader.role(RoleID("rol_x"), for: acme) == nil)
        }
    }

    @Test("B10 groups, members and subgroups")
    func groups() async throws {
        let installation = try Installation()
        let group = Group(
            id: "grp_a", organizationId: "org_acme", displayName: "A", externalId: "ext",
            createTime: Timestamp(microsecondsSince1970: 1), revision: 1, state: .active)
        _ = try await installation.store.write { tx in
            try insertAcme(tx)
            try tx.insert(group)
            for member in ["acc_owner", "grp_b", "grp_c"] {
                try tx.insert(
                    GroupMember(
                        groupId: "grp_a", memberId: member, organizationId: "org_acme",
                        createTime: Timestamp(microsecondsSince1970: 2)))
            }
            let gone = try #require(try tx.member("grp_c", of: GroupID("grp_a")))
            try tx.delete(gone)
        }
        try await installation.store.read { (reader) throws in
            let found = try #require(try reader.group(GroupID("grp_a")))
            #expect(unmarked(found) == group)
            #expect(try reader.groups(containing: GroupID("grp_b"), at: 5) == [GroupID("grp_a")])
            #expect(try reader.groups(containing: GroupID("grp_a"), at: 5) == [])
            #expect(try reader.memberIDs(of: GroupID("grp_a"), at: 5).sorted() == ["acc_owner", "grp_b"])
            #expect(try reader.memberships(of: "grp_b", limit: 5).map(\.groupId) == ["grp_a"])
            #expect(try reader.memberships(naming: GroupID("grp_b"), limit: 5).map(\.changeID) == ["grp_a/grp_b"])
            #expect(try reader.memberships(naming: GroupID("grp_a"), limit: 1).map(\.memberId) == ["acc_owner"])
            #expect(
                try reader.candidate("acc_owner") == Candidate(organization: "org_acme", state: .account(.active)))
            #expect(try reader.candidate("grp_a") == Candidate(organization: "org_acme", state: .group(.active)))
            #expect(try reader.candidate("acc_z") == nil && reader.candidate("grp_z") == nil && reader.candidate("") == nil)
            #expect(try reader.members(of: GroupID("grp_a"), after: "", limit: 10).map(\.memberId) == ["acc_owner", "grp_b"])
            #expect(try reader.group(displayName: "A", in: acme) != nil)
            #expect(try reader.group(externalID: "ext", in: acme) != nil)
            #expect(try reader.group(externalID: "", in: acme) == nil)
        }
    }

    @Test("B10 a deleted group is in no list and has no name; one that has ended contains nothing")
    func deletedGroups() async throws {
        let installation = try Installation()
        _ = try await installation.store.write { tx in
            try insertAcme(tx)
            for (id, state) in [("grp_a", GroupState.active), ("grp_b", .deleted), ("grp_c", .active)] {
                try tx.insert(
                    Group(
                        id: id, organizationId: "org_acme", displayName: "A\(id)", externalId: id,
                        createTime: Timestamp(microsecondsSince1970: 1), state: state))
            }
            for (group, member, end) in [("grp_a", "grp_b", nil), ("grp_b", "grp_c", nil), ("grp_a", "grp_c", Int64(9))] {
                try tx.insert(
                    GroupMember(
                        groupId: group, memberId: member, organizationId: "org_acme",
                        createTime: Timestamp(microsecondsSince1970: 2),
                        expireTime: end.map { Timestamp(microsecondsSince1970: $0) }))
            }
            // The names of a tombstone are free.
            try tx.insert(
                Group(
                    id: "grp_d", organizationId: "org_acme", displayName: "Agrp_b", externalId: "grp_b",
                    createTime: Timestamp(microsecondsSince1970: 1), state: .active))
        }
        try await installation.store.read { (reader) throws in
            #expect(try reader.members(of: GroupID("grp_a"), after: "", limit: 10).map(\.memberId) == ["grp_c"])
            #expect(try reader.groups(containing: GroupID("grp_c"), at: 8) == [GroupID("grp_a")])
            #expect(try reader.groups(containing: GroupID("grp_c"), at: 9) == [])
            #expect(try reader.memberIDs(of: GroupID("grp_a"), at: 8) == ["grp_c"])
            #expect(try reader.memberIDs(of: GroupID("grp_a"), at: 9) == [])
            #expect(try reader.group(displayName: "Agrp_b", in: acme)?.id == "grp_d")
            #expect(try reader.group(externalID: "grp_b", in: acme)?.id == "grp_d")
            #expect(try reader.group(GroupID("grp_b"))?.state == .deleted)
            #expect(try reader.groups(of: acme, ids: [], displayNames: ["Agrp_b"], externalIDs: []).map(\.id) == ["grp_d"])
        }
    }

    @Test("B9 credentials, sessions and invitations")
    func secrets() async throws {
        let installation = try Installation()
        let owner = AccountID("acc_owner")
        let credential = Credential(rounds: 16, blockSize: 8, parallelism: 1, salt: [1], hash: [2])
        let time = Timestamp(microsecondsSince1970: 5)
        let invitation = Invitation(
            id: "inv_1", organizationId: acme.text, accountId: owner.text, roleIds: ["rol_auditor", "rol_support"],
            state: .invited, newAccount: true, inviterId: owner.text, createTime: time, expireTime: time)
        _ = try await installation.store.write { tx in
            try insertAcme(tx)
            try tx.set(Credential(rounds: 2, blockSize: 1, parallelism: 1, salt: [9], hash: [9]), of: owner)
            try tx.set(credential, of: owner)
            try tx.insert(StoredSession(tokenHash: [1], account: owner, expireTime: tx.now, useTime: tx.now))
            try tx.insert(StoredSession(tokenHash: [2], account: owner, expireTime: tx.now + 1, useTime: tx.now))
            try tx.insert(StoredSession(tokenHash: [3], account: owner, expireTime: tx.now + 1, useTime: tx.now))
            #expect(try tx.deleteSession(tokenHash: [3]))
            #expect(try !tx.deleteSession(tokenHash: [3]))
            let made = try tx.insert(invitation)
            try tx.setToken([1], of: made.id)
            try tx.setToken([2], of: made.id)
        }
        try await installation.store.read { (reader) throws in
            #expect(try reader.credential(of: owner) == credential)
            #expect(try reader.sessions().map(\.tokenHash) == [[2]])
            #expect(try reader.invitation(tokenHash: [1]) == nil)
            let found = try #require(try reader.invitation(tokenHash: [2]))
            #expect(found.roleIds == invitation.roleIds && found.etag.utf8.count == 13)
            #expect(found.waiting?.roles == [.auditor, .support] && found.waiting?.isOfNewAccount == true)
            #expect(try reader.waitingInvitation(of: owner) == found)
        }
    }

    @Test("a snapshot is what the changes add up to, and holds no secrets")
    func snapshot() async throws {
        let installation = try Installation()
        _ = try await installation.store.write { tx in
            try insertAcme(tx)
            try tx.set(Credential(rounds: 2, blockSize: 1, parallelism: 1, salt: [9], hash: [9]), of: AccountID("acc_owner"))
            let made = Timestamp(microsecondsSince1970: 1)
            try tx.insert(Group(id: "grp_a", organizationId: "org_acme", displayName: "A", createTime: made, state: .active))
            try tx.insert(
                GroupMember(groupId: "grp_a", memberId: "acc_owner", organizationId: "org_acme", createTime: made))
        }
        let snapshot = try await installation.store.snapshot { connection in
            var changes: [ChangeRecord] = []
            try connection.eachChange { changes.append($0) }
            return changes
        }
        #expect(snapshot.position == 1)
        #expect(
            snapshot.value.map(\.type) == [Organization.name, Account.name, RoleAssignment.name, Group.name, GroupMember.name])
        #expect(snapshot.value.map(\.id) == ["org_acme", "acc_owner", "asg_owner", "grp_a", "grp_a/acc_owner"])
        let owner = try Account(decoding: snapshot.value[1].value)
        #expect(owner.owner && owner.roleIds.isEmpty)
    }
}
