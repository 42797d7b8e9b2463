import IdentityDomain
import Testing

@Suite struct OwnershipTests {
    private let target = admin("acc_t", .support)

    private func offer(_ state: OwnershipOffer.State = .pending) -> OwnershipOffer {
        OwnershipOffer(owner: ownerAccount.id, account: target.id, state: state, expireTime: 1000)
    }

    @Test("A3 ownership passes to another accepted, active administrator and to nobody else")
    func mayOwn() {
        let cases: [(Standing, Refusal.Code?)] = [
            (target, nil), (admin("acc_f", .fullAdmin), nil), (admin("acc_a", .auditor), nil),
            (account("acc_u", .administrator, roles: [AssignedRole(.support, in: north)]), nil),
            (ownerAccount, .transferToSelf), (account("acc_u"), .notAnAdministrator),
            (account("acc_f", .functional), .notAnAdministrator), (account("acc_i", .user, .invited), .wrongState),
            (admin("acc_s", .fullAdmin, state: .suspended), .wrongState),
            (admin("acc_d", .fullAdmin, state: .deleted), .wrongState), (account("acc_d", .user, .deleted), .wrongState),
        ]
        for (standing, expected) in cases {
            #expect(refusal { () throws(Refusal) in try standing.mayOwn(after: ownerAccount.id) } == expected, "\(standing)")
        }
    }

    @Test("A3 an offer is accepted by the administrator to whom it was made, in time, once")
    func accepting() throws {
        #expect(try offer().accepted(by: target, of: ownerAccount.id, now: 999))
        #expect(try !offer(.accepted).accepted(by: target, of: target.id, now: 5000))
        for state in [OwnershipOffer.State.declined, .withdrawn, .expired] {
            #expect(
                refusal { () throws(Refusal) in _ = try offer(state).accepted(by: target, of: ownerAccount.id, now: 0) }
                    == .wrongState)
        }
        #expect(
            refusal { () throws(Refusal) in _ = try offer().accepted(by: target, of: ownerAccount.id, now: 1000) } == .wrongState)
        for other in [ownerAccount, admin("acc_f", .fullAdmin)] {
            #expect(
                refusal { () throws(Refusal) in _ = try offer().accepted(by: other, of: ownerAccount.id, now: 0) }
                    == .notOfferedTo)
        }
    }

    @Test("A3 what was true when it was offered is judged again when it is accepted")
    func judgedAgain() {
        let cases: [(Standing, AccountID, Refusal.Code)] = [
            (account("acc_t"), ownerAccount.id, .notAnAdministrator),
            (admin("acc_t", .support, state: .suspended), ownerAccount.id, .wrongState),
            (admin("acc_t", .support, state: .deleted), ownerAccount.id, .wrongState),
            (target, AccountID("acc_other"), .wrongState),
        ]
        for (standing, owner, expected) in cases {
            #expect(
                refusal { () throws(Refusal) in _ = try offer().accepted(by: standing, of: owner, now: 0) } == expected)
        }
    }

    @Test("A3 an offer is declined by whom it was made to and withdrawn while it is pending")
    func ending() throws {
        #expect(try offer().declined(by: target.id, now: 999) && offer().withdrawn(now: 999))
        #expect(try !offer(.declined).declined(by: target.id, now: 5000) && !offer(.withdrawn).withdrawn(now: 5000))
        #expect(refusal { () throws(Refusal) in _ = try offer().declined(by: ownerAccount.id, now: 0) } == .notOfferedTo)
        for (state, now) in [(.accepted, 0), (.expired, 0), (.pending, 1000)] as [(OwnershipOffer.State, Int64)] {
            #expect(refusal { () throws(Refusal) in _ = try offer(state).declined(by: target.id, now: now) } == .wrongState)
            #expect(refusal { () throws(Refusal) in _ = try offer(state).withdrawn(now: now) } == .wrongState)
        }
        #expect(!offer().isOver(at: 999) && offer().isOver(at: 1000) && !offer(.accepted).isOver(at: 1000))
    }

    @Test("an offer is seen by the owner, by Full admins and by whom it was made to")
    func seen() {
        #expect(offer().isSeen(by: target.id, owner: false, fullAdmin: false))
        #expect(offer().isSeen(by: AccountID("acc_x"), owner: true, fullAdmin: false))
        #expect(offer().isSeen(by: AccountID("acc_x"), owner: false, fullAdmin: true))
        #expect(!offer().isSeen(by: AccountID("acc_x"), owner: false, fullAdmin: false))
    }
}
