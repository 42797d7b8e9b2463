import IdentityDomain
import Testing

@Suite struct JudgementTests {
    let matrix = RoleMatrix.standard

    @Test("C1 C2 every role gets exactly what the matrix says", arguments: RoleID.builtIn)
    func everyCell(role: RoleID) {
        for row in matrix.rows {
            for level in [Level.view, .edit] {
                let judgement = matrix.judge(admin("acc_a", role), rolesEnabled: true, [Demand(row.scope, level)])
                #expect(judgement.allowed == (row[role] >= level))
                #expect(judgement.held == [row[role]])
                #expect(judgement.roles == [role])
            }
        }
    }

    @Test("C2 an unknown scope denies, also for the owner")
    func unknownScope() {
        let judgement = matrix.judge(ownerAccount, rolesEnabled: true, [Demand("delegation", .view)])
        #expect(judgement.denial == .unknownScope)
    }

    @Test("C2 a demand of no level denies")
    func noLevel() {
        let judgement = matrix.judge(ownerAccount, rolesEnabled: true, [Demand("delegations", .none)])
        #expect(judgement.denial == .roleLacksScope)
    }

    @Test("A8 while roles are off every administrator counts as Full admin")
    func rolesOff() {
        for role in RoleID.builtIn {
            let judgement = matrix.judge(
                admin("acc_a", role), rolesEnabled: false, [Demand("administrator_role", .edit)])
            #expect(judgement.allowed)
            #expect(judgement.roles == [.fullAdmin])
        }
        let user = matrix.judge(account("acc_u"), rolesEnabled: false, [Demand("get_started", .view)])
        #expect(user.denial == .roleLacksScope)
    }

    @Test("B1 B2 B3 only an active person acts")
    func states() {
        let table: [(Standing?, Judgement.Denial?)] = [
            (nil, .noSuchAccount),
            (account("acc_u"), nil),
            (account("acc_u", .user, .invited), .accountNotActive),
            (account("acc_u", .user, .suspended), .accountNotActive),
            (account("acc_u", .user, .deleted), .noSuchAccount),
            (account("acc_f", .functional), .accountNotActive),
            (admin("acc_a", .fullAdmin, state: .suspended), .accountNotActive),
        ]
        for (standing, denial) in table {
            #expect(matrix.judge(standing, rolesEnabled: true, []).denial == denial)
        }
    }

    @Test("C2 another organization's things are out of reach")
    func otherOrganization() {
        let demands = [Demand("delegations", .edit)]
        let elsewhere = matrix.judge(
            ownerAccount, rolesEnabled: true, organization: OrganizationID("org_other"), demands)
        #expect(elsewhere == Judgement(denial: .otherOrganization, roles: [.fullAdmin]))
        #expect(matrix.judge(ownerAccount, rolesEnabled: true, organization: acme, demands).allowed)
    }

    @Test("C2 C15 of several demands each must be met, and each is said what is held")
    func several() {
        func judge(_ role: RoleID, _ demands: [Demand]) -> Judgement {
            matrix.judge(admin("acc_a", role), rolesEnabled: true, demands)
        }
        // Support edits units and views delegations.
        let units = Demand("organizational_units", .edit)
        let grants = Demand("delegations", .edit)
        let lacking = Judgement(denial: .roleLacksScope, roles: [.support], held: [.edit, .view])
        #expect(judge(.support, [units, grants]) == lacking)
        // Whichever comes first.
        #expect(judge(.support, [grants, units]).held == [.view, .edit])
        #expect(judge(.support, [grants, units]).denial == .roleLacksScope)
        #expect(judge(.support, [units, Demand("delegations", .view)]).allowed)
        #expect(judge(.policyAdmin, [units, grants]) == Judgement(denial: nil, roles: [.policyAdmin], held: [.edit, .edit]))
        #expect(judge(.auditor, [units, grants, Demand("password_reset", .view)]).held == [.view, .view, .none])
        // One that the matrix does not name is denied as such beside others that are lacking and held.
        let unknown = Judgement(denial: .unknownScope, roles: [.support], held: [.edit, .none, .view])
        #expect(judge(.support, [units, Demand("delegation", .view), grants]) == unknown)
        #expect(judge(.fullAdmin, [units, Demand("delegations", .none)]).denial == .roleLacksScope)
    }

    @Test("C14 of several roles each demand has the most that one of them has")
    func union() {
        // Support edits status and views aliases, Policy admin edits aliases; the Auditor views all that it may.
        let both = admin("acc_a", .auditor, .support)
        for row in matrix.rows {
            let judgement = matrix.judge(both, rolesEnabled: true, [Demand(row.scope, .edit)])
            let most = max(row[.auditor], row[.support])
            #expect(judgement.held == [most] && judgement.allowed == (most == .edit), "\(row.scope)")
            #expect(judgement.roles == [.auditor, .support])
        }
    }

    @Test("C14 a role for a unit counts for what belongs to the unit or to one below it, and for nothing else")
    func units() {
        let roles = [AssignedRole(.auditor), AssignedRole(.policyAdmin, in: north), AssignedRole(.support, in: south)]
        let person = account("acc_a", .administrator, roles: roles)
        let grants = [Demand("delegations", .edit)]
        let (everywhere, west) = (Judgement(denial: .roleLacksScope, roles: [.auditor], held: [.view]), UnitID("unt_west"))
        let inNorth = Judgement(denial: nil, roles: [.auditor, .policyAdmin], held: [.edit])
        let table: [(UnitPath, Judgement)] = [
            (.none, everywhere), (at(north), inNorth), (at(west, north), inNorth), (at(UnitID("unt_x"), west, north), inNorth),
            (at(south), Judgement(denial: .roleLacksScope, roles: [.auditor, .support], held: [.view])), (at(west), everywhere),
            // Above it is not in it.
            (at(UnitID("unt_top")), everywhere),
            (at(south, north), Judgement(denial: nil, roles: [.auditor, .policyAdmin, .support], held: [.edit])),
        ]
        for (place, judgement) in table {
            #expect(matrix.judge(person, rolesEnabled: true, place: place, grants) == judgement, "\(place)")
        }
        // The same role in several places is one role.
        let twice = account("acc_b", .administrator, roles: [AssignedRole(.support), AssignedRole(.support, in: north)])
        #expect(matrix.judge(twice, rolesEnabled: true, place: at(north), []).roles == [.support])
        // Only one for a unit: elsewhere there is nothing.
        let ofUnit = account("acc_c", .administrator, roles: [AssignedRole(.fullAdmin, in: north)])
        #expect(matrix.judge(ofUnit, rolesEnabled: true, grants) == Judgement(denial: .roleLacksScope, held: [.none]))
        #expect(matrix.judge(ofUnit, rolesEnabled: true, place: at(north), grants).allowed)
        #expect(!ofUnit.isFullAdmin(rolesEnabled: true) && ofUnit.isFullAdmin(rolesEnabled: false))
    }

    @Test("C2 a role that nobody knows has nothing")
    func unknownRole() {
        let person = admin("acc_a", RoleID("rol_owner"), RoleID(""))
        for row in matrix.rows {
            #expect(matrix.judge(person, rolesEnabled: true, [Demand(row.scope, .view)]).held == [.none])
        }
    }
}
