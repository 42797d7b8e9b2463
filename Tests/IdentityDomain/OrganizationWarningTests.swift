import IdentityDomain
import Testing

@Suite struct OrganizationWarningTests {
    @Test(
        "C6 C7 A8 what deserves a look, the worst first",
        arguments: [
            (2, true, true, []),
            (1, true, true, [OrganizationWarning.oneFullAdmin]),
            (2, false, true, [.rolesOff]),
            (2, true, false, [.administratorsUnguarded]),
            (1, false, false, [.oneFullAdmin, .rolesOff, .administratorsUnguarded]),
        ])
    func warnings(active: Int, rolesEnabled: Bool, guarded: Bool, expected: [OrganizationWarning]) {
        let policies = Policies(.functionalAccounts, own: [.guardAdministrators: guarded ? .on : .off])
        #expect(
            OrganizationWarning.all(
                fullAdmins: FullAdmins(active: active), rolesEnabled: rolesEnabled, policies: policies) == expected)
    }
}
