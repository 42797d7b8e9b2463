import IdentityDomain
import Testing

@Suite struct RoleAssignmentTests {
    private func assign(
        _ role: RoleID, in unit: UnitID? = nil, to standing: Standing, by actor: Standing, rolesEnabled: Bool = true,
        under policies: Policies = Policies(.functionalAccounts)
    ) throws(Refusal) -> Transition {
        try standing.assigned(
            AssignedRole(role, in: unit), by: acting(actor, rolesEnabled: rolesEnabled, policies: policies),
            rolesEnabled: rolesEnabled)
    }

    private func unassign(
        _ role: RoleID, in unit: UnitID? = nil, from standing: Standing, by actor: Standing, rolesEnabled: Bool = true,
        fullAdmins: Int = 3, under policies: Policies = Policies(.functionalAccounts)
    ) throws(Refusal) -> Transition {
        try standing.unassigned(
            AssignedRole(role, in: unit), by: acting(actor, rolesEnabled: rolesEnabled, policies: policies),
            rolesEnabled: rolesEnabled, fullAdmins: FullAdmins(active: fullAdmins))
    }

    @Test("C4 nobody changes their own role, not even as a no-op", arguments: RoleID.builtIn)
    func ownRole(role: RoleID) {
        for actor in [ownerAccount, admin("acc_f", .fullAdmin), admin("acc_a", .auditor), account("acc_u")] {
            for unit in [nil, north] {
                #expect(
                    refusal { () throws(Refusal) in _ = try assign(role, in: unit, to: actor, by: actor) } == .ownRole)
                #expect(
                    refusal { () throws(Refusal) in _ = try unassign(role, in: unit, from: actor, by: actor) } == .ownRole)
            }
        }
    }

    @Test("A2 A5 where administrators are added by the owner, nobody else adds or removes one")
    func ownerOnly() throws {
        let (full, support) = (admin("acc_f", .fullAdmin), admin("acc_s", .support))
        let byOwner = Policies(.functionalAccounts, own: [.administratorsBy: .choice(1)])
        #expect(
            refusal { () throws(Refusal) in _ = try assign(.support, to: account("acc_u"), by: full, under: byOwner) }
                == .ownerOnly)
        #expect(
            refusal { () throws(Refusal) in _ = try unassign(.support, from: support, by: full, under: byOwner) } == .ownerOnly)
        let added = try assign(.support, to: account("acc_u"), by: ownerAccount, under: byOwner).standing
        #expect(added.kind == .administrator && added.roles == [AssignedRole(.support)])
        let removed = try unassign(.support, from: support, by: ownerAccount, under: byOwner).standing
        #expect(removed.kind == .user && removed.roles.isEmpty)
    }

    @Test("A5 where administrators are added by Full admins, each adds and removes them, and nobody less")
    func fullAdmins() throws {
        let (full, support) = (admin("acc_f", .fullAdmin), admin("acc_s", .support))
        #expect(try assign(.support, to: account("acc_u"), by: full).standing.roles == [AssignedRole(.support)])
        #expect(try unassign(.support, from: support, by: full).standing.kind == .user)
        for role in RoleID.builtIn where role != .fullAdmin {
            let actor = admin("acc_x", role)
            #expect(
                refusal { () throws(Refusal) in _ = try assign(.support, to: account("acc_u"), by: actor) } == .fullAdminOnly)
            #expect(refusal { () throws(Refusal) in _ = try unassign(.support, from: support, by: actor) } == .fullAdminOnly)
        }
        // Another role, and one of several, is a Full admin's.
        let two = try assign(.auditor, to: support, by: full).standing
        #expect(two.kind == .administrator && two.roles == [AssignedRole(.support), AssignedRole(.auditor)])
        let one = try unassign(.support, from: two, by: full).standing
        #expect(one.kind == .administrator && one.roles == [AssignedRole(.auditor)])
    }

    @Test("C5 only a Full admin of the whole organization changes administrator roles")
    func fullAdminOnly() {
        let target = admin("acc_s", .support, .policyAdmin)
        let actors: [(Standing, Bool)] =
            RoleID.builtIn.map { (admin("acc_x", $0), $0 == .fullAdmin) } + [
                (admin("acc_x", .support, .fullAdmin), true), (admin("acc_x", RoleID("rol_custom")), false),
                (account("acc_x"), false),
                (account("acc_x", .administrator, roles: [AssignedRole(.fullAdmin, in: north)]), false),
            ]
        for (actor, may) in actors {
            let codes = [
                refusal { () throws(Refusal) in _ = try assign(.auditor, to: target, by: actor) },
                refusal { () throws(Refusal) in _ = try assign(.auditor, in: north, to: target, by: actor) },
                refusal { () throws(Refusal) in _ = try unassign(.support, from: target, by: actor) },
            ]
            #expect(codes == Array(repeating: may ? nil : .fullAdminOnly, count: 3), "\(actor.roles)")
        }
    }

    @Test("A4 the owner keeps Full admin, whatever else it is given")
    func owner() throws {
        let full = admin("acc_f", .fullAdmin)
        #expect(refusal { () throws(Refusal) in _ = try unassign(.fullAdmin, from: ownerAccount, by: full) } == .isOwner)
        let more = try assign(.auditor, to: ownerAccount, by: full).standing
        #expect(refusal { () throws(Refusal) in _ = try unassign(.fullAdmin, from: more, by: full) } == .isOwner)
        #expect(try unassign(.auditor, from: more, by: full).standing == ownerAccount)
        #expect(try assign(.fullAdmin, to: ownerAccount, by: full).unchanged)
    }

    @Test("B2 A5 no role before acceptance, none for functional accounts")
    func states() {
        let table: [(Standing, Refusal.Code)] = [
            (account("acc_i", .user, .invited), .wrongState), (account("acc_s", .user, .suspended), .wrongState),
            (account("acc_d", .user, .deleted), .wrongState), (account("acc_f", .functional), .wrongType),
        ]
        for (standing, code) in table {
            #expect(refusal { () throws(Refusal) in _ = try assign(.support, to: standing, by: ownerAccount) } == code)
        }
    }

    @Test("B3 who is suspended keeps being an administrator whose roles can be changed")
    func suspended() throws {
        let support = admin("acc_s", .support, state: .suspended)
        #expect(try assign(.auditor, to: support, by: ownerAccount).standing.roles.count == 2)
        #expect(try unassign(.support, from: support, by: ownerAccount).standing.kind == .user)
    }

    @Test("C7 the last active Full admin stays; from two to one warns")
    func lastFullAdmin() throws {
        let full = admin("acc_f", .fullAdmin)
        func lose(_ standing: Standing, of count: Int) throws(Refusal) -> Bool {
            try unassign(.fullAdmin, from: standing, by: ownerAccount, fullAdmins: count).leavesOneFullAdmin
        }
        #expect(refusal { () throws(Refusal) in _ = try lose(full, of: 1) } == .lastFullAdmin)
        #expect(try lose(full, of: 2))
        #expect(try !lose(full, of: 3))
        // Whatever else it holds.
        #expect(refusal { () throws(Refusal) in _ = try lose(admin("acc_f", .fullAdmin, .support), of: 1) } == .lastFullAdmin)
        // What does not count is not missed: who is suspended, another role, a Full admin of a unit.
        #expect(try !lose(admin("acc_f", .fullAdmin, state: .suspended), of: 1))
        #expect(
            try !unassign(.support, from: admin("acc_f", .fullAdmin, .support), by: ownerAccount, fullAdmins: 1)
                .leavesOneFullAdmin)
        let ofUnit = account("acc_n", .administrator, roles: [AssignedRole(.fullAdmin, in: north)])
        #expect(try !unassign(.fullAdmin, in: north, from: ofUnit, by: ownerAccount, fullAdmins: 1).leavesOneFullAdmin)
    }

    @Test("A8 while roles are off only Full admin can be given, and every administrator counts as one")
    func rolesOff() throws {
        func give(_ role: RoleID, in unit: UnitID? = nil) throws(Refusal) -> Standing {
            try assign(role, in: unit, to: account("acc_u"), by: ownerAccount, rolesEnabled: false).standing
        }
        #expect(refusal { () throws(Refusal) in _ = try give(.support) } == .wrongState)
        #expect(refusal { () throws(Refusal) in _ = try give(.fullAdmin, in: north) } == .wrongState)
        let added = try give(.fullAdmin)
        #expect(added.roles == [AssignedRole(.fullAdmin)])
        for administrator in [added, admin("acc_s", .support)] {
            let role = administrator.roles[0].role
            let removed = try unassign(role, from: administrator, by: ownerAccount, rolesEnabled: false, fullAdmins: 2)
            #expect(removed.leavesOneFullAdmin)
        }
        // An administrator with one role less is one still.
        let two = admin("acc_t", .support, .auditor)
        #expect(try !unassign(.auditor, from: two, by: ownerAccount, rolesEnabled: false, fullAdmins: 1).leavesOneFullAdmin)
    }

    @Test("C14 a role for a unit stands beside the same role for the organization, each once")
    func units() throws {
        let full = admin("acc_f", .fullAdmin)
        let support = admin("acc_s", .support)
        let both = try assign(.support, in: north, to: support, by: full).standing
        #expect(both.roles == [AssignedRole(.support), AssignedRole(.support, in: north)])
        #expect(try assign(.support, in: north, to: both, by: full) == Transition(both, unchanged: true))
        #expect(try unassign(.support, in: south, from: both, by: full) == Transition(both, unchanged: true))
        #expect(try unassign(.support, from: both, by: full).standing.roles == [AssignedRole(.support, in: north)])
    }

    @Test("taking away what is not there changes nothing, whatever the account is", arguments: Standing.State.allCases)
    func unchanged(state: Standing.State) throws {
        for kind in [Standing.Kind.user, .functional] {
            let account = account("acc_u", kind, state)
            #expect(try unassign(.support, from: account, by: ownerAccount) == Transition(account, unchanged: true))
        }
        let support = admin("acc_s", .support, state: state)
        #expect(try assign(.support, to: support, by: ownerAccount) == Transition(support, unchanged: true))
    }
}
