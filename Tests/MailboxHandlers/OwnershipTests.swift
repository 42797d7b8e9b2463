import Contract
import MailboxDomain
import MailboxHandlers
import MailboxStorage
import Messages
import RPC
import SQL
import Testing

/// Registered mailboxes (written by the test: no method registers one yet), the empty set of rights, guarded mailboxes, and
/// questions by address.
struct OwnershipTests {
    let house: House

    init() async throws { house = try await House.built() }

    private func register(_ number: Int, owner: Int, at address: String) async throws -> Messages.Mailbox {
        let (mailbox, owner) = (mbx(number), acc(owner))
        return try await house.store.write { tx in
            try tx.insert(
                Messages.Mailbox(
                    id: mailbox, organizationId: org(1), address: address, displayName: "Box", ownerId: owner,
                    createTime: Timestamp(microsecondsSince1970: 1)))
        }.value
    }

    private func check(
        _ account: CheckRequest.Account, _ mailbox: CheckRequest.Mailbox
    ) async throws(Status) -> CheckResponse {
        try await house.call(
            AccessServiceMethods.check, CheckRequest(account: account, mailbox: mailbox, right: .open))
    }

    @Test(
        "E2 an event says whose the mailbox is: of what was done, of what time does and of what was refused, in its own organization"
    )
    func owners() async throws {
        _ = try await register(80, owner: 1, at: "team@a.example")
        try await house.grant(80, acc(2), .open)
        try await house.grant(1, acc(2), .open)
        try await house.revoke(1, acc(2))
        try await house.grant(20, acc(2), .open)
        _ = await failure { () throws(Status) in try await house.grant(80, acc(1), .open) }
        let told = try await house.events().map { [$0.target?.mailboxId, $0.target?.ownerId] }
        #expect(
            told == [
                [mbx(80), acc(1)], [mbx(1), acc(1)], [mbx(1), acc(1)], [mbx(20), ""], [mbx(80), acc(1)],
            ])
    }

    @Test("D8 D17 a registered mailbox is there, is its owner's, and can be granted, from its commit on; so after a restart")
    func registered() async throws {
        let stored = try await register(80, owner: 1, at: "Team@A.example")
        #expect(try await house.check(1, 80).reason == .allowedOwner)
        #expect(try await house.check(2, 80).reason == .noGrant)
        try await house.grant(80, acc(2), .open)
        #expect(try await house.check(2, 80).reason == .allowedGrant)
        let own = await failure { () throws(Status) in try await house.grant(80, acc(1), .open) }
        #expect(own?.reason == .selfGrant)
        let shown = try await house.call(
            MailboxServiceMethods.getMailbox, GetMailboxRequest(mailboxId: mbx(80)), as: acc(30)
        ).mailbox
        #expect(shown?.kind == .registered && shown?.ownerId == acc(1) && shown?.accountId == "")
        #expect(shown?.address == "Team@A.example" && shown?.displayName == "Box")

        let index = AccessIndex()
        try await index.load(from: house.store)
        let replica = IdentityReplica(index: index, administrators: AdministratorChanges(), settled: {})
        try await replica.replace(with: [1, 2].map { House.account($0, .user, .active, in: 1) })
        let question = Question(
            account: .id(AccountID(bits: 2)), mailbox: .address(AddressKey("team@a.example")), right: .open)
        #expect(index.decide(question, at: Now(0)).reason == .allowedGrant)

        _ = try await house.store.write { try $0.delete(stored) }
        #expect(try await house.check(1, 80).reason == .noSuchMailbox)
    }

    @Test("D8 D28 whoever owns a registered mailbox sees it and who has access without a role, and nobody else does")
    func registeredToItsOwner() async throws {
        let stored = try await register(80, owner: 1, at: "team@a.example")
        try await house.grant(80, acc(2), .open)
        func get(_ account: Int, _ mailbox: Int = 80) async -> Status? {
            await failure { () throws(Status) in
                try await house.call(
                    MailboxServiceMethods.getMailbox, GetMailboxRequest(mailboxId: mbx(mailbox)), as: acc(account))
            }
        }
        func list(_ account: Int, _ mailbox: Int = 80) async -> Status? {
            await failure { () throws(Status) in
                try await house.call(
                    DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mbx(mailbox)), as: acc(account))
            }
        }
        #expect(await get(1) == nil)
        let shown = try await house.call(
            DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mbx(80)), as: acc(1))
        #expect(shown.delegates.map(\.accountId) == [acc(2)])
        // A grantee can do something in it, and does not learn who else can.
        #expect(await get(2) == nil)
        #expect(await list(2)?.reason == .roleLacksScope)
        // Who can do nothing in it, somebody of another organization; and of a mailbox that is not there the owner of this one.
        for (account, mailbox) in [(3, 80), (101, 80), (1, 81)] {
            #expect(await get(account, mailbox)?.reason == .roleLacksScope, "\(account) \(mailbox)")
            #expect(await list(account, mailbox)?.reason == .roleLacksScope, "\(account) \(mailbox)")
        }
        // Nor does owning give what only a role gives.
        let grant = await failure { () throws(Status) in try await house.grant(80, acc(3), .open, by: 1) }
        #expect(grant?.reason == .roleLacksScope)

        let given = try await house.store.write { tx in
            var mailbox = stored
            mailbox.ownerId = acc(3)
            return try tx.update(mailbox)
        }.value
        #expect(await get(1)?.reason == .roleLacksScope)
        #expect(await get(3) == nil)
        _ = try await house.store.write { try $0.delete(given) }
        #expect(await get(3)?.reason == .roleLacksScope)
    }

    @Test("B5 D28 by address a question is answered as by id, in Check, BatchCheck and Explain")
    func addresses() async throws {
        try await house.grant(20, acc(1), .open)
        _ = try await register(80, owner: 1, at: "team@\u{FC}ber.example")
        let table: [(String, String, DecisionReason)] = [
            ("1@a.example", "20@A.EXAMPLE", .allowedGrant), ("2@a.example", "20@a.example", .noGrant),
            ("nobody@a.example", "20@a.example", .noSuchAccount), ("1@a.example", "120@a.example", .noSuchMailbox),
            ("1@a.example", "no address", .noSuchMailbox), ("\u{FC}\u{FC}", "20@a.example", .noSuchAccount),
            ("1@a.example", "Team@xn--ber-goa.example", .allowedOwner),
        ]
        let questions = table.map { account, mailbox, _ in
            CheckRequest(account: .accountAddress(account), mailbox: .mailboxAddress(mailbox), right: .open)
        }
        for (question, (_, _, reason)) in zip(questions, table) {
            let answer = try await house.call(AccessServiceMethods.check, question)
            #expect(answer.reason == reason, "\(question)")
            #expect(answer.revision == house.store.position && answer.identityRevision == 1)
            let explained = try await house.call(AccessServiceMethods.explain, ExplainRequest(check: question))
            #expect(explained.decision == answer)
        }
        let batch = try await house.call(AccessServiceMethods.batchCheck, BatchCheckRequest(checks: questions)).answers
        let reasons = batch.map { answer -> DecisionReason? in
            guard case .decision(let decision)? = answer.answer else { return nil }
            return decision.reason
        }
        #expect(reasons == table.map(\.2))
        #expect(try await check(.accountId(acc(1)), .mailboxAddress("20@a.example")).reason == .allowedGrant)
        #expect(try await check(.accountAddress("1@a.example"), .mailboxId(mbx(20))).reason == .allowedGrant)
        for (account, mailbox, field) in [
            (CheckRequest.Account.accountAddress(""), CheckRequest.Mailbox.mailboxId(mbx(20)), "account_address"),
            (.accountId(acc(1)), .mailboxAddress(String(repeating: "a", count: 255)), "mailbox_address"),
        ] {
            let refused = await failure { () throws(Status) in try await check(account, mailbox) }
            #expect(refused?.code == .invalidArgument && refused?.metadata["field"] == field)
        }
    }

    @Test("B5 a tombstone's address is found at the account that has it now, whichever of the two is told last")
    func tombstone() async throws {
        func record(_ number: Int, _ state: Messages.AccountState) -> ChangeRecord {
            let account = Messages.Account(
                id: acc(number), organizationId: org(1), accountType: .user, state: state, address: "1@a.example",
                asciiAddress: "1@a.example")
            return ChangeRecord(
                organization: org(1), id: account.id, type: Messages.Account.name, value: account.encoded())
        }
        try await house.say([record(6, .active), record(1, .deleted)])
        #expect(try await check(.accountAddress("1@a.example"), .mailboxId(mbx(20))).reason == .noGrant)
        try await house.say([record(6, .deleted)])
        #expect(try await check(.accountAddress("1@a.example"), .mailboxId(mbx(20))).reason == .noSuchAccount)
    }

    @Test("D3 the empty set is granted and stored: a delegate who is listed and can do nothing")
    func empty() async throws {
        let granted = try await house.grant(20, acc(1))
        #expect(granted.delegation?.rights == [] && !granted.unchanged)
        #expect(try await house.grant(20, acc(1)).unchanged)
        #expect(try await house.check(1, 20).reason == .rightMissing)
        func delegates(flatten: Bool) async throws -> [Delegate] {
            try await house.call(
                DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mbx(20), flatten: flatten), as: acc(30)
            ).delegates
        }
        #expect(try await delegates(flatten: false).map(\.accountId) == [acc(1)])
        #expect(try await delegates(flatten: true).isEmpty)
        let mailboxes = try await house.call(MailboxServiceMethods.listMailboxes, ListMailboxesRequest(accountId: acc(1)))
        #expect(mailboxes.mailboxes.map { $0.mailbox?.id } == [mbx(1)])
        #expect(try await house.grant(20, acc(1), .open).delegation?.id == granted.delegation?.id)
        #expect(try await house.check(1, 20).reason == .allowedGrant)
    }

    @Test("C6 A7 with guard_administrators off the guard is off, in what is granted and in what counts; on again it is on")
    func unguarded() async throws {
        try await house.group(50, acc(2))
        for (policy, guarded) in [(PolicySwitch.off, false), (.on, true), (.unspecified, true), (.off, false)] {
            try await house.say([House.policies(OrganizationPolicies(guardAdministrators: policy))])
            // To a group on an administrator's own mailbox, by a Full admin; to an account on a Full admin's, by another.
            let group = await failure { () throws(Status) in
                try await house.grant(31, grp(50), .open, by: 30) { $0.validateOnly = guarded }
            }
            #expect(group?.reason == (guarded ? .administratorGuarded : nil), "\(policy)")
            let account = await failure { () throws(Status) in
                try await house.grant(30, acc(3), .open, by: 31) { $0.validateOnly = true }
            }
            #expect(account?.reason == (guarded ? .fullAdminOnly : nil), "\(policy)")
            #expect(try await house.check(2, 31).reason == (guarded ? .administratorGuarded : .allowedGroupGrant), "\(policy)")
        }
        // What is gone is as if it had never been said: guarded.
        var gone = House.policies(OrganizationPolicies())
        (gone.value, gone.deleted) = ([], true)
        try await house.say([gone])
        #expect(try await house.check(2, 31).reason == .administratorGuarded)
        try await house.say([House.policies(OrganizationPolicies(guardAdministrators: .off))])
        try await house.replica.replace(
            with: [House.account(31, .administrator, .active, in: 1), House.account(2, .user, .active, in: 1)]
                + [House.group(50, .active), House.member(acc(2), of: 50)])
        #expect(try await house.check(2, 31).reason == .administratorGuarded, "a snapshot without policies")
    }

    @Test("C6 no group is given an administrator's own mailbox, by nobody; one made before does not count, and can be revoked")
    func guarded() async throws {
        try await house.group(50, acc(2))
        for admin in [30, 31] {
            let refused = await failure { () throws(Status) in try await house.grant(31, grp(50), .open, by: admin) }
            #expect(refused?.code == .failedPrecondition && refused?.reason == .administratorGuarded)
        }
        try await house.grant(31, acc(2), .open)
        try await house.grant(1, grp(50), .open)
        #expect(try await house.check(2, 1).reason == .allowedGroupGrant)
        try await house.person(1, .administrator, role: "rol_support")
        let denied = try await house.check(2, 1)
        #expect(denied.reason == .administratorGuarded && !denied.delegationId.isEmpty)
        let ways = try await house.call(
            DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mbx(1), flatten: true), as: acc(30))
        #expect(ways.delegates.isEmpty)
        let again = await failure { () throws(Status) in try await house.grant(1, grp(50), .open) }
        #expect(again?.reason == .administratorGuarded, "what is there does not count")
        try await house.revoke(1, grp(50))
        #expect(try await house.check(2, 1).reason == .noGrant)
    }
}
