import IdentityDomain
import Testing

@Suite struct DeletionTests {
    private func delete(_ standing: Standing, by actor: Standing, fullAdmins: Int = 3) throws(Refusal) -> Transition {
        try standing.deleted(by: acting(actor), rolesEnabled: true, fullAdmins: FullAdmins(active: fullAdmins))
    }

    @Test("B3 what every state and type becomes: a tombstone without roles, and a tombstone stays one")
    func deleting() throws {
        let full = admin("acc_f", .fullAdmin)
        for state in Standing.State.allCases {
            for standing in [account("u", .user, state), account("f", .functional, state), admin("a", .support, state: state)] {
                let deleted = try delete(standing, by: full)
                #expect(deleted.unchanged == (state == .deleted), "\(standing)")
                if deleted.unchanged { continue }
                #expect(deleted.standing.state == .deleted && deleted.standing.roles.isEmpty)
                #expect(deleted.standing.kind == (standing.kind == .functional ? .functional : .user))
            }
        }
    }

    @Test("B3 deleting is final: a tombstone is neither reactivated nor suspended")
    func final() {
        let full = acting(admin("acc_f", .fullAdmin))
        let tombstone = account("u", .user, .deleted)
        #expect(refusal { () throws(Refusal) in _ = try tombstone.reactivated(by: full) } == .wrongState)
        #expect(
            refusal { () throws(Refusal) in
                _ = try tombstone.suspended(by: full, rolesEnabled: true, fullAdmins: FullAdmins(active: 3))
            } == .wrongState)
    }

    @Test("C6 another administrator is deleted by a Full admin alone", arguments: RoleID.builtIn)
    func guardsAdministrators(role: RoleID) {
        let actor = admin("acc_x", role)
        for target in RoleID.builtIn {
            let expected: Refusal.Code? = role == .fullAdmin ? nil : .fullAdminOnly
            #expect(refusal { () throws(Refusal) in _ = try delete(admin("acc_t", target), by: actor) } == expected)
        }
        #expect(refusal { () throws(Refusal) in _ = try delete(account("acc_u"), by: actor) } == nil)
    }

    @Test("C4 nobody deletes themselves, the owner neither", arguments: RoleID.builtIn)
    func oneself(role: RoleID) {
        let actor = admin("acc_x", role)
        #expect(refusal { () throws(Refusal) in _ = try delete(actor, by: actor) } == .ownRole)
        #expect(refusal { () throws(Refusal) in _ = try delete(ownerAccount, by: ownerAccount) } == .ownRole)
    }

    @Test("A4 the owner is not deleted, by nobody")
    func owner() {
        #expect(refusal { () throws(Refusal) in _ = try delete(ownerAccount, by: admin("acc_f", .fullAdmin)) } == .isOwner)
    }

    @Test("C7 the last active Full admin is not deleted; from two to one warns")
    func lastFullAdmin() throws {
        let (full, other) = (admin("acc_f", .fullAdmin), admin("acc_g", .fullAdmin))
        #expect(refusal { () throws(Refusal) in _ = try delete(full, by: other, fullAdmins: 1) } == .lastFullAdmin)
        #expect(try delete(full, by: other, fullAdmins: 2).leavesOneFullAdmin)
        #expect(try !delete(full, by: other, fullAdmins: 3).leavesOneFullAdmin)
        #expect(try !delete(admin("acc_s", .support), by: full, fullAdmins: 2).leavesOneFullAdmin)
        #expect(try !delete(admin("acc_h", .fullAdmin, state: .suspended), by: full, fullAdmins: 1).leavesOneFullAdmin)
    }
}
