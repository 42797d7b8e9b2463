import IdentityDomain
import Testing

@Suite struct InvitationTests {
    private let byOwner = Policies(.functionalAccounts, own: [.administratorsBy: .choice(1)])
    private let byFullAdmins = Policies(.functionalAccounts, own: [.administratorsBy: .choice(2)])

    private func invite(
        _ account: Standing?, by actor: Standing, as roles: [RoleID] = [.support], waiting: String? = nil,
        rolesEnabled: Bool = true, under policies: Policies = Policies(.functionalAccounts)
    ) -> Refusal.Code? {
        let administrator = acting(actor, rolesEnabled: rolesEnabled, policies: policies)
        return refusal { () throws(Refusal) in
            try administrator.mayInvite(account, waiting: waiting, field: "address", as: roles, rolesEnabled: rolesEnabled)
        }
    }

    private func accept(
        _ standing: Standing, _ roles: [RoleID] = [.support], isOfNewAccount: Bool = false, rolesEnabled: Bool = true,
        now: Int64 = 999
    ) throws(Refusal) -> Standing {
        try standing.accepted(
            WaitingInvitation(
                account: standing.id, roles: roles, isOfNewAccount: isOfNewAccount, expireTime: 1000),
            rolesEnabled: rolesEnabled, now: now)
    }

    @Test("B2 an invitation is accepted once and in time")
    func user() throws {
        let invited = account("acc_i", .user, .invited)
        let accepted = try accept(invited, [], isOfNewAccount: true)
        #expect(accepted.state == .active && accepted.kind == .user && accepted.roles.isEmpty)
        for (standing, now) in [(invited, 1000), (account("acc_i"), 1)] as [(Standing, Int64)] {
            let code = refusal { () throws(Refusal) in _ = try accept(standing, [], isOfNewAccount: true, now: now) }
            #expect(code == .invitationInvalid)
        }
    }

    @Test("A5 who invites an administrator is policy administrators_by: the owner alone, or every Full admin")
    func whoInvites() {
        let full = admin("acc_f", .fullAdmin)
        for target in [nil, account("acc_u")] {
            #expect(invite(target, by: ownerAccount, under: byOwner) == nil)
            #expect(invite(target, by: ownerAccount, under: byFullAdmins) == nil)
            #expect(invite(target, by: full, under: byFullAdmins) == nil)
            #expect(invite(target, by: full, under: byOwner) == .ownerOnly)
            for role in RoleID.builtIn where role != .fullAdmin {
                #expect(invite(target, by: admin("acc_x", role), under: byFullAdmins) == .fullAdminOnly)
            }
        }
    }

    @Test("A5 an administrator's invitation is withdrawn and sent again by whoever may invite one, a user's by anybody who may")
    func whoChanges() {
        let people = [ownerAccount, admin("acc_f", .fullAdmin), admin("acc_s", .support)]
        func codes(_ roles: [RoleID], _ policies: Policies) -> [Refusal.Code?] {
            let invitation = WaitingInvitation(account: AccountID("acc_i"), roles: roles, expireTime: 1000)
            return people.map { one in
                refusal { () throws(Refusal) in try acting(one, policies: policies).mayChange(invitation) }
            }
        }
        #expect(codes([], byOwner) == [nil, nil, nil])
        #expect(codes([.auditor], byOwner) == [nil, .ownerOnly, .ownerOnly])
        #expect(codes([.auditor], byFullAdmins) == [nil, nil, .fullAdminOnly])
    }

    @Test("C4 nobody invites themselves, and whom an administrator invites is none")
    func themselves() {
        let full = admin("acc_f", .fullAdmin)
        #expect(invite(full, by: full) == .ownRole)
        #expect(invite(ownerAccount, by: ownerAccount) == .ownRole)
        #expect(invite(admin("acc_a", .auditor), by: full) == .wrongType)
    }

    @Test("A5 B1 what can be invited to be an administrator is an active user; one invitation waits at most")
    func whom() {
        #expect(invite(account("acc_f", .functional), by: ownerAccount) == .wrongType)
        for state in [Standing.State.invited, .suspended, .deleted] {
            #expect(invite(account("acc_u", .user, state), by: ownerAccount) == .wrongState)
        }
        for target in [account("acc_u", .user, .invited), account("acc_u")] {
            #expect(invite(target, by: ownerAccount, waiting: "inv_1") == .taken)
        }
        // Who may not invite does not hear whether one waits.
        #expect(invite(account("acc_u"), by: admin("acc_s", .support), waiting: "inv_1") == .fullAdminOnly)
    }

    @Test("A8 while roles are off nobody is invited to be less than a Full admin, nor accepts to be")
    func rolesOff() throws {
        #expect(invite(nil, by: ownerAccount, as: [.fullAdmin, .support], rolesEnabled: false) == .wrongState)
        #expect(invite(nil, by: ownerAccount, as: [.fullAdmin], rolesEnabled: false) == nil)
        let user = account("acc_u")
        let code = refusal { () throws(Refusal) in _ = try accept(user, [.support], rolesEnabled: false) }
        #expect(code == .wrongState)
        #expect(try accept(user, [.fullAdmin], rolesEnabled: false).roles == [AssignedRole(.fullAdmin)])
    }

    @Test("A5 what accepts is judged again: an active user still, and then it holds the roles")
    func accepted() throws {
        let roles = [RoleID.auditor, .support]
        let accepted = try accept(account("acc_u"), roles)
        #expect(accepted.kind == .administrator && accepted.roles == roles.map { AssignedRole($0) })
        let new = try accept(account("acc_u", .user, .invited), roles, isOfNewAccount: true)
        #expect(new.kind == .administrator && new.state == .active)
        let table: [(Standing, Refusal.Code)] = [
            (account("acc_u", .user, .suspended), .wrongState), (account("acc_u", .user, .deleted), .wrongState),
            (account("acc_u", .functional), .wrongType), (admin("acc_u", .auditor), .wrongType),
        ]
        for (standing, expected) in table {
            #expect(refusal { () throws(Refusal) in _ = try accept(standing, roles) } == expected)
        }
        #expect(refusal { () throws(Refusal) in _ = try accept(account("acc_u"), roles, now: 1000) } == .invitationInvalid)
    }

    @Test("A5 an end without acceptance leaves a tombstone of the account that it made, and any other as it was")
    func left() {
        let invitation = WaitingInvitation(account: AccountID("acc_u"), expireTime: 1)
        #expect(account("acc_u", .user, .invited).left(by: invitation).state == .deleted)
        var existing = invitation
        existing.isOfNewAccount = false
        for state in Standing.State.allCases {
            let standing = account("acc_u", .user, state)
            #expect(standing.left(by: existing) == standing)
        }
    }
}
