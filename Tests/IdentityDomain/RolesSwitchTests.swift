import IdentityDomain
import Testing

@Suite struct RolesSwitchTests {
    @Test("A8 C5 a Full admin switches roles; while they are off every administrator does", arguments: RoleID.builtIn)
    func who(role: RoleID) {
        let expected: Refusal.Code? = role == .fullAdmin ? nil : .fullAdminOnly
        #expect(refusal { () throws(Refusal) in try acting(admin("acc_x", role)).maySwitchRoles() } == expected)
        let off = acting(admin("acc_x", role), rolesEnabled: false)
        #expect(refusal { () throws(Refusal) in try off.maySwitchRoles() } == nil)
    }

    @Test("A8 switching on makes every administrator a Full admin beside what it was")
    func on() {
        let full = AssignedRole(.fullAdmin)
        for state in [Standing.State.active, .suspended] {
            let becomes = admin("acc_s", .support, state: state).rolesSwitchedOn()
            #expect(!becomes.unchanged && becomes.standing.roles == [AssignedRole(.support), full])
            #expect(becomes.standing.isFullAdmin(rolesEnabled: true) && becomes.standing.state == state)
        }
        // Full admin of a unit is none of the organization.
        let ofUnit = account("acc_n", .administrator, roles: [AssignedRole(.fullAdmin, in: north)])
        #expect(ofUnit.rolesSwitchedOn().standing.roles.contains(full))
        for standing in [
            ownerAccount, admin("acc_f", .fullAdmin), account("acc_u"), account("acc_o", .functional),
            admin("acc_d", .support, state: .deleted),
        ] { #expect(standing.rolesSwitchedOn() == Transition(standing, unchanged: true)) }
    }

    @Test("A8 what an administrator counts as")
    func counted() {
        let several = account(
            "acc_s", .administrator,
            roles: [AssignedRole(.support), AssignedRole(.auditor, in: north), AssignedRole(.support, in: north)])
        #expect(several.countedRoles(rolesEnabled: true) == [.auditor, .support])
        #expect(several.countedRoles(rolesEnabled: false) == [.fullAdmin])
        #expect(ownerAccount.countedRoles(rolesEnabled: true) == [.fullAdmin])
        #expect(account("acc_u").countedRoles(rolesEnabled: true) == [])
        #expect(account("acc_u").countedRoles(rolesEnabled: false) == [])
    }
}
