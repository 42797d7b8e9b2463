import IdentityDomain
import Testing

@Suite struct JudgementTests {
    let matrix = RoleMatrix.standard

    @Test("C1 C2 every role gets exactly what the matrix says", arguments: Standing.Role.allCases)
    func everyCell(role: Standing.Role) {
        for row in matrix.rows {
            for level in [Level.view, .edit] {
                let judgement = matrix.judge(admin("acc_a", role), rolesEnabled: true, [Demand(row.scope, level)])
                #expect(judgement.allowed == (row[role] >= level))
                #expect(judgement.held == [row[role]])
                #expect(judgement.role == role)
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
        for role in Standing.Role.allCases {
            let judgement = matrix.judge(
                admin("acc_a", role), rolesEnabled: false, [Demand("administrator_role", .edit)])
            #expect(judgement.allowed)
            #expect(judgement.role == .fullAdmin)
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
            (admin("acc_a", .fullAdmin, .suspended), .accountNotActive),
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
        #expect(elsewhere == Judgement(denial: .otherOrganization, role: .fullAdmin))
        #expect(matrix.judge(ownerAccount, rolesEnabled: true, organization: acme, demands).allowed)
    }

    @Test("C2 C15 of several demands each must be met, and each is said what is held")
    func several() {
        func judge(_ role: Standing.Role, _ demands: [Demand]) -> Judgement {
            matrix.judge(admin("acc_a", role), rolesEnabled: true, demands)
        }
        // Support edits units and views delegations.
        let units = Demand("organizational_units", .edit)
        let grants = Demand("delegations", .edit)
        let lacking = Judgement(denial: .roleLacksScope, role: .support, held: [.edit, .view])
        #expect(judge(.support, [units, grants]) == lacking)
        // Whichever comes first.
        #expect(judge(.support, [grants, units]).held == [.view, .edit])
        #expect(judge(.support, [grants, units]).denial == .roleLacksScope)
        #expect(judge(.support, [units, Demand("delegations", .view)]).allowed)
        #expect(judge(.policyAdmin, [units, grants]) == Judgement(denial: nil, role: .policyAdmin, held: [.edit, .edit]))
        #expect(judge(.auditor, [units, grants, Demand("password_reset", .view)]).held == [.view, .view, .none])
        // One that the matrix does not name is denied as such beside others that are lacking and held.
        let unknown = Judgement(denial: .unknownScope, role: .support, held: [.edit, .none, .view])
        #expect(judge(.support, [units, Demand("delegation", .view), grants]) == unknown)
        #expect(judge(.fullAdmin, [units, Demand("delegations", .none)]).denial == .roleLacksScope)
    }
}
