import IdentityDomain
import Testing

@Suite struct SuspensionTests {
    private func suspend(_ standing: Standing, by actor: Standing, fullAdmins: Int = 3) throws(Refusal) -> Transition {
        try standing.suspended(by: acting(actor), rolesEnabled: true, fullAdmins: FullAdmins(active: fullAdmins))
    }

    @Test("B3 states that can be suspended")
    func suspending() throws {
        let support = admin("acc_s", .support)
        #expect(try suspend(account("acc_u"), by: support).standing.state == .suspended)
        #expect(try suspend(account("acc_f", .functional), by: support).standing.state == .suspended)
        #expect(try suspend(account("acc_u", .user, .suspended), by: support).unchanged)
        for state in [Standing.State.invited, .deleted] {
            let standing = account("acc_u", .user, state)
            #expect(refusal { () throws(Refusal) in _ = try suspend(standing, by: support) } == .wrongState)
        }
    }

    @Test("B3 C6 who is suspended is reactivated, by whoever may manage them, and nobody else is")
    func reactivating() throws {
        let support = acting(admin("acc_s", .support))
        let all =
            [.suspended, .active, .invited, .deleted].map { account("u", .user, $0) } + [admin("a", .auditor, state: .suspended)]
        let codes = all.map { one in refusal { () throws(Refusal) in _ = try one.reactivated(by: support) } }
        #expect(codes == [nil, nil, .wrongState, .wrongState, .fullAdminOnly])
        #expect(try all[0].reactivated(by: support).standing.state == .active && all[1].reactivated(by: support).unchanged)
    }

    @Test("B3 a suspension ends at its own end and no other; one that is asked for ends in the future")
    func ending() {
        let suspended = account("u", .user, .suspended)
        #expect(suspended.ended(Suspension(endTime: 10), now: 10)?.state == .active)
        #expect(suspended.ended(Suspension(endTime: 10), now: 9) == nil)
        #expect(suspended.ended(Suspension(), now: .max) == nil)
        for state in Standing.State.allCases where state != .suspended {
            #expect(account("u", .user, state).ended(Suspension(endTime: 10), now: 10) == nil)
        }
        #expect(refusal { () throws(Refusal) in try Suspension(endTime: 10).judge(now: 10) } == .invalidField)
        #expect(refusal { () throws(Refusal) in try Suspension(endTime: 11).judge(now: 10) } == nil)
        #expect(refusal { () throws(Refusal) in try Suspension().judge(now: 10) } == nil)
    }

    @Test("C6 with guard_administrators off, whoever may suspend an account may suspend an administrator")
    func unguarded() throws {
        let policies = Policies(.functionalAccounts, own: [.guardAdministrators: .off])
        let support = acting(admin("acc_s", .support), policies: policies)
        let auditor = admin("acc_a", .auditor)
        let suspended = try auditor.suspended(by: support, rolesEnabled: true, fullAdmins: FullAdmins(active: 3)).standing
        #expect(suspended.state == .suspended)
        #expect(try suspended.reactivated(by: support).standing.state == .active)
    }

    @Test("C6 another administrator's status needs a Full admin", arguments: RoleID.builtIn)
    func guardsAdministrators(role: RoleID) {
        let actor = admin("acc_x", role)
        for target in RoleID.builtIn {
            let expected: Refusal.Code? = role == .fullAdmin ? nil : .fullAdminOnly
            #expect(refusal { () throws(Refusal) in _ = try suspend(admin("acc_t", target), by: actor) } == expected)
            let suspended = admin("acc_t", target, state: .suspended)
            #expect(
                refusal { () throws(Refusal) in _ = try suspended.reactivated(by: acting(actor)) } == expected)
        }
    }

    @Test("A4 the owner cannot be suspended, by nobody")
    func owner() {
        for actor in [ownerAccount, admin("acc_f", .fullAdmin)] {
            #expect(refusal { () throws(Refusal) in _ = try suspend(ownerAccount, by: actor) } == .isOwner)
        }
    }

    @Test("C7 the last active Full admin is not suspended; from two to one warns")
    func lastFullAdmin() throws {
        let full = admin("acc_f", .fullAdmin)
        let other = admin("acc_g", .fullAdmin)
        #expect(refusal { () throws(Refusal) in _ = try suspend(full, by: other, fullAdmins: 1) } == .lastFullAdmin)
        #expect(try suspend(full, by: other, fullAdmins: 2).leavesOneFullAdmin)
        #expect(try !suspend(admin("acc_s", .support), by: full, fullAdmins: 1).leavesOneFullAdmin)
    }

    @Test("B2 only active accounts join groups")
    func joining() {
        for state in Standing.State.allCases {
            let code = refusal { () throws(Refusal) in try state.mayJoinGroup() }
            #expect(code == (state == .active ? nil : .wrongState))
        }
    }
}
