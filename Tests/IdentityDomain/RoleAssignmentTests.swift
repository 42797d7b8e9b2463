import IdentityDomain
import Testing

@Suite struct RoleAssignmentTests {
    private func assign(
        _ role: Standing.Role?, to standing: Standing, by actor: Standing, rolesEnabled: Bool = true, fullAdmins: Int = 3
    ) throws(Refusal) -> Transition {
        try standing.assigned(
            role, by: acting(actor), rolesEnabled: rolesEnabled, fullAdmins: FullAdmins(active: fullAdmins))
    }

    @Test("C4 nobody changes their own role, not even as a no-op")
    func ownRole() {
        for role in Standing.Role.allCases.map(Optional.some) + [nil] {
            for actor in [ownerAccount, admin("acc_f", .fullAdmin), admin("acc_a", .auditor)] {
                #expect(refusal { () throws(Refusal) in _ = try assign(role, to: actor, by: actor) } == .ownRole)
            }
        }
    }

    @Test("A2 only the owner adds and removes administrators")
    func ownerOnly() throws {
        let full = admin("acc_f", .fullAdmin)
        #expect(refusal { () throws(Refusal) in _ = try assign(.support, to: account("acc_u"), by: full) } == .ownerOnly)
        #expect(refusal { () throws(Refusal) in _ = try assign(nil, to: admin("acc_s", .support), by: full) } == .ownerOnly)
        let added = try assign(.support, to: account("acc_u"), by: ownerAccount)
        #expect(added.standing.kind == .administrator)
        #expect(added.standing.role == .support)
        let removed = try assign(nil, to: admin("acc_s", .support), by: ownerAccount)
        #expect(removed.standing.kind == .user)
        #expect(removed.standing.role == nil)
    }

    @Test("C5 only a Full admin changes administrator roles", arguments: Standing.Role.allCases)
    func fullAdminOnly(role: Standing.Role) {
        let code = refusal { () throws(Refusal) in
            _ = try assign(.auditor, to: admin("acc_s", .support), by: admin("acc_x", role))
        }
        #expect(code == (role == .fullAdmin ? nil : .fullAdminOnly))
    }

    @Test("A4 the owner is not demoted")
    func owner() throws {
        let full = admin("acc_f", .fullAdmin)
        #expect(refusal { () throws(Refusal) in _ = try assign(.support, to: ownerAccount, by: full) } == .isOwner)
        #expect(try assign(.fullAdmin, to: ownerAccount, by: full).unchanged)
    }

    @Test("B2 A5 no role before acceptance, none for functional accounts")
    func states() {
        let table: [(Standing, Refusal.Code)] = [
            (account("acc_i", .user, .invited), .wrongState),
            (account("acc_s", .user, .suspended), .wrongState),
            (account("acc_d", .user, .deleted), .wrongState),
            (account("acc_f", .functional), .wrongType),
        ]
        for (standing, code) in table {
            #expect(refusal { () throws(Refusal) in _ = try assign(.support, to: standing, by: ownerAccount) } == code)
        }
    }

    @Test("C7 the last active Full admin stays; from two to one warns")
    func lastFullAdmin() throws {
        let full = admin("acc_f", .fullAdmin)
        #expect(
            refusal { () throws(Refusal) in _ = try assign(.support, to: full, by: ownerAccount, fullAdmins: 1) }
                == .lastFullAdmin)
        #expect(try assign(.support, to: full, by: ownerAccount, fullAdmins: 2).leavesOneFullAdmin)
        #expect(try !assign(.support, to: full, by: ownerAccount, fullAdmins: 3).leavesOneFullAdmin)
        // One that is suspended does not count, so losing it loses nothing.
        let suspended = admin("acc_f", .fullAdmin, .suspended)
        #expect(try !assign(.support, to: suspended, by: ownerAccount, fullAdmins: 1).leavesOneFullAdmin)
    }

    @Test("A8 while roles are off only Full admin can be given")
    func rolesOff() throws {
        #expect(
            refusal { () throws(Refusal) in
                _ = try assign(.support, to: account("acc_u"), by: ownerAccount, rolesEnabled: false)
            } == .wrongState)
        let added = try assign(.fullAdmin, to: account("acc_u"), by: ownerAccount, rolesEnabled: false)
        #expect(added.standing.role == .fullAdmin)
        let removed = try assign(nil, to: added.standing, by: ownerAccount, rolesEnabled: false, fullAdmins: 2)
        #expect(removed.leavesOneFullAdmin)
    }

    @Test("the same role again changes nothing")
    func unchanged() throws {
        let support = admin("acc_s", .support)
        let transition = try assign(.support, to: support, by: ownerAccount)
        #expect(transition == Transition(support, unchanged: true))
    }

    @Test("taking away what is not there changes nothing, whatever the account is", arguments: Standing.State.allCases)
    func unchangedBeforeTheRules(state: Standing.State) throws {
        for kind in [Standing.Kind.user, .functional] {
            let account = Standing(
                id: AccountID("acc_u"), organization: ownerAccount.organization, kind: kind, state: state)
            #expect(try assign(nil, to: account, by: ownerAccount) == Transition(account, unchanged: true))
        }
    }
}
