import IdentityDomain
import Testing

@Suite struct JudgementTests {
    let matrix = RoleMatrix.standard

    @Test("C1 C2 every role gets exactly what the matrix says", arguments: Standing.Role.allCases)
    func everyCell(role: Standing.Role) {
        for row in matrix.rows {
            for level in [Level.view, .edit] {
                let judgement = matrix.judge(admin("acc_a", role), rolesEnabled: true, Demand(scope: row.scope, level: level))
                #expect(judgement.allowed == (row[role] >= level))
                #expect(judgement.held == row[role])
                #expect(judgement.role == role)
            }
        }
    }

    @Test("C2 an unknown scope denies, also for the owner")
    func unknownScope() {
        let judgement = matrix.judge(ownerAccount, rolesEnabled: true, Demand(scope: "delegation", level: .view))
        #expect(judgement.denial == .unknownScope)
    }

    @Test("C2 a demand of no level denies")
    func noLevel() {
        let judgement = matrix.judge(ownerAccount, rolesEnabled: true, Demand(scope: "delegations", level: .none))
        #expect(judgement.denial == .roleLacksScope)
    }

    @Test("A8 while roles are off every administrator counts as Full admin")
    func rolesOff() {
        for role in Standing.Role.allCases {
            let judgement = matrix.judge(
                admin("acc_a", role), rolesEnabled: false, Demand(scope: "administrator_role", level: .edit))
            #expect(judgement.allowed)
            #expect(judgement.role == .fullAdmin)
        }
        let user = matrix.judge(account("acc_u"), rolesEnabled: false, Demand(scope: "get_started", level: .view))
        #expect(user.denial == .roleLacksScope)
    }

    @Test("B1 B2 B3 only an active person acts")
    func states() {
        let scope = Demand(scope: "", level: .none)
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
            #expect(matrix.judge(standing, rolesEnabled: true, scope).denial == denial)
        }
    }

    @Test("C2 another organization's things are out of reach")
    func otherOrganization() {
        let demand = Demand(organization: OrganizationID("org_other"), scope: "delegations", level: .view)
        #expect(matrix.judge(ownerAccount, rolesEnabled: true, demand).denial == .otherOrganization)
        let own = Demand(organization: acme, scope: "delegations", level: .edit)
        #expect(matrix.judge(ownerAccount, rolesEnabled: true, own).allowed)
    }
}
