import IdentityDomain
import Testing

@Suite struct AccountTypeTests {
    private func retype(
        _ standing: Standing, _ kind: Standing.Kind, by actor: Standing, fullAdmins: Int = 3,
        policies: Policies = Policies(.functionalAccounts)
    ) throws(Refusal) -> Transition {
        try standing.retyped(
            kind, by: acting(actor, policies: policies), rolesEnabled: true, fullAdmins: FullAdmins(active: fullAdmins))
    }

    @Test("B1 what becomes what, by a Full admin")
    func types() throws {
        let full = admin("acc_f", .fullAdmin)
        let (user, functional) = (account("u"), account("f", .functional))
        let cases: [(Standing, Standing.Kind, Refusal.Code?)] = [
            (user, .functional, nil), (functional, .user, nil), (admin("a", .support), .functional, nil),
            (admin("a", .support), .user, .wrongType), (user, .administrator, .wrongType),
            (functional, .administrator, .wrongType), (admin("a", .support), .administrator, .wrongType),
            (user, .user, nil), (functional, .functional, nil), (ownerAccount, .functional, .isOwner),
            (ownerAccount, .user, .isOwner), (account("d", .user, .deleted), .functional, .wrongState),
        ]
        for (standing, kind, expected) in cases {
            let code = refusal { () throws(Refusal) in _ = try retype(standing, kind, by: full) }
            #expect(code == expected, "\(standing) to \(kind)")
            if expected != nil { continue }
            let made = try retype(standing, kind, by: full)
            #expect(made.standing.kind == kind && made.standing.roles.isEmpty)
            #expect(made.unchanged == (standing.kind == kind))
        }
    }

    @Test("B1 the state stays, but that who was invited is active: nobody will accept")
    func states() throws {
        let full = admin("acc_f", .fullAdmin)
        for (before, after) in [(Standing.State.active, Standing.State.active), (.suspended, .suspended), (.invited, .active)] {
            #expect(try retype(account("u", .user, before), .functional, by: full).standing.state == after)
        }
    }

    @Test("C4 nobody changes their own type, not even as a no-op", arguments: Standing.Kind.allCases)
    func oneself(kind: Standing.Kind) {
        for actor in [ownerAccount, admin("acc_f", .fullAdmin), admin("acc_p", .policyAdmin)] {
            #expect(refusal { () throws(Refusal) in _ = try retype(actor, kind, by: actor) } == .ownRole)
        }
    }

    @Test("C5 C6 an administrator's type is a Full admin's to change, also with guard_administrators off")
    func administrators() {
        let unguarded = Policies(.functionalAccounts, own: [.guardAdministrators: .off])
        for policies in [Policies(.functionalAccounts), unguarded] {
            for role in RoleID.builtIn {
                let actor = admin("acc_x", role)
                let code = refusal { () throws(Refusal) in
                    _ = try retype(admin("acc_t", .auditor), .functional, by: actor, policies: policies)
                }
                #expect(code == (role == .fullAdmin ? nil : .fullAdminOnly))
            }
        }
    }

    @Test("A2 A5 where the owner alone removes administrators, nobody else deletes one or makes another type of one")
    func ownerAlone() throws {
        let policies = Policies(.functionalAccounts, own: [.administratorsBy: .choice(1)])
        let full = admin("acc_f", .fullAdmin)
        let target = admin("acc_t", .support)
        func delete(_ target: Standing, by actor: Standing) throws(Refusal) {
            _ = try target.deleted(
                by: acting(actor, policies: policies), rolesEnabled: true, fullAdmins: FullAdmins(active: 3))
        }
        #expect(
            refusal { () throws(Refusal) in _ = try retype(target, .functional, by: full, policies: policies) } == .ownerOnly)
        #expect(refusal { () throws(Refusal) in try delete(target, by: full) } == .ownerOnly)
        #expect(refusal { () throws(Refusal) in try delete(target, by: ownerAccount) } == nil)
        #expect(refusal { () throws(Refusal) in try delete(account("u"), by: full) } == nil)
        #expect(try retype(target, .functional, by: ownerAccount, policies: policies).standing.kind == .functional)
    }

    @Test("C7 the last active Full admin does not become functional; from two to one warns")
    func lastFullAdmin() throws {
        let (full, other) = (admin("acc_f", .fullAdmin), admin("acc_g", .fullAdmin))
        #expect(
            refusal { () throws(Refusal) in _ = try retype(full, .functional, by: other, fullAdmins: 1) } == .lastFullAdmin)
        #expect(try retype(full, .functional, by: other, fullAdmins: 2).leavesOneFullAdmin)
        #expect(try !retype(full, .functional, by: other, fullAdmins: 3).leavesOneFullAdmin)
    }
}
