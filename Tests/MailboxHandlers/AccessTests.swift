import ChangeFeed
import Contract
import MailboxDomain
import MailboxHandlers
import MailboxStorage
import Messages
import RPC
import SQL
import Testing

struct AccessTests {
    let house: House

    init() async throws { house = try await House.built() }

    @Test("D17 without a valid view there is no decision, neither allowed nor denied")
    func freshness() async throws {
        try await house.grant(20, acc(1), .open)
        let table: [(Freshness, ErrorReason?)] = [
            (.fresh, nil), (.behind(for: .milliseconds(1500)), nil), (.stale(for: .seconds(3)), .stale), (.loading, .loading),
        ]
        for (freshness, reason) in table {
            house.world.withLock { $0.freshness = freshness }
            let check = await failure { () throws(Status) in try await house.check(1, 20) }
            let list = await failure { () throws(Status) in
                try await house.call(MailboxServiceMethods.listMailboxes, ListMailboxesRequest(accountId: acc(1)))
            }
            for status in [check, list] {
                #expect(status?.reason == reason)
                if reason != nil { #expect(status?.code == .unavailable) }
            }
        }
    }

    @Test("B3 B10 D17 what identity says counts at once, a transaction as a whole, a snapshot in place of all before")
    func following() async throws {
        try await house.group(50, acc(1))
        try await house.grant(20, grp(50), .open)
        #expect(try await house.check(1, 20).reason == .allowedGroupGrant)
        try await house.person(1, .user, .suspended)
        #expect(try await house.check(1, 20).reason == .accountSuspended)
        try await house.say([House.account(1, .user, .active, in: 1), House.member(acc(1), of: 50, gone: true)])
        #expect(try await house.check(1, 20).reason == .noGrant)
        try await house.replica.replace(with: [
            House.account(2, .user, .active, in: 1), House.account(20, .functional, .active, in: 1),
            House.group(50, .active), House.member(acc(2), of: 50),
            ChangeRecord(organization: org(1), id: "x", type: "mandate.identity.v1.Later", value: [1, 2, 3]),
        ])
        #expect(try await house.check(1, 20).reason == .noSuchAccount)
        #expect(try await house.check(2, 20).reason == .allowedGroupGrant)
        let broken = ChangeRecord(organization: org(1), id: acc(2), type: Messages.Account.name, value: [0xFF])
        await #expect(throws: (any Error).self) { try await house.say([broken]) }
        let strange = Messages.Account(id: acc(2), organizationId: org(1), accountType: .user, state: .unrecognized(9))
        try await house.say([
            ChangeRecord(organization: org(1), id: acc(2), type: Messages.Account.name, value: strange.encoded())
        ])
        #expect(try await house.check(2, 20).reason == .noSuchAccount)
    }

    @Test("B10 the end of a membership comes with it; one that is no time has come")
    func membershipEnd() async throws {
        let now = house.now
        try await house.group(50)
        try await house.grant(20, grp(50), .open)
        try await house.say([House.member(acc(1), of: 50, until: Timestamp(microsecondsSince1970: now + 1))])
        let answer = try await house.check(1, 20)
        #expect(answer.reason == .allowedGroupGrant)
        #expect(answer.expireTime == Timestamp(microsecondsSince1970: now + 1))
        try await house.say([House.member(acc(1), of: 50, until: Timestamp(microsecondsSince1970: now))])
        #expect(try await house.check(1, 20).reason == .noGrant)
        try await house.say([House.member(acc(1), of: 50)])
        #expect(try await house.check(1, 20).reason == .allowedGroupGrant)
        try await house.say([House.member(acc(1), of: 50, until: Timestamp(seconds: 0, nanos: -1))])
        #expect(try await house.check(1, 20).reason == .noGrant)
    }

    @Test("a token of what was not seen yet is STALE, garbage is refused")
    func tokens() async throws {
        let token = try await house.grant(20, acc(1), .open).consistencyToken
        #expect(try await house.check(1, 20, token: token).allowed)
        let ahead = ConsistencyToken([
            "identity": .init(epoch: "identity-epoch", position: 2)
        ]).text
        #expect(await failure { () throws(Status) in try await house.check(1, 20, token: ahead) }?.reason == .stale)
        house.world.withLock { $0.identity.position = 2 }
        #expect(try await house.check(1, 20, token: ahead).allowed)
        let future = ConsistencyToken(
            service: "mailbox", epoch: house.store.epoch, position: house.store.position + 1
        ).text
        let otherLife = ConsistencyToken(service: "mailbox", epoch: "another", position: 0).text
        for stale in [future, otherLife] {
            let status = await failure { () throws(Status) in try await house.check(1, 20, token: stale) }
            #expect(status?.code == .unavailable && status?.reason == .stale)
        }
        let garbage = await failure { () throws(Status) in try await house.check(1, 20, token: "!!!") }
        #expect(garbage?.reason == .invalidField && garbage?.metadata["field"] == "consistency_token")
        let check = CheckRequest(account: .accountId(acc(1)), mailbox: .mailboxId(mbx(20)), right: .open, consistencyToken: "!!!")
        let explained = await failure { () throws(Status) in
            try await house.call(AccessServiceMethods.explain, ExplainRequest(check: check))
        }
        #expect(explained?.reason == .invalidField && explained?.metadata["field"] == "check.consistency_token")
    }

    @Test("a batch judges each question alone; it has 1 to 1,000")
    func batch() async throws {
        try await house.grant(20, acc(1), .open)
        let checks = [
            CheckRequest(account: .accountId(acc(1)), mailbox: .mailboxId(mbx(20)), right: .open),
            CheckRequest(account: .accountId(acc(1)), mailbox: .mailboxId(mbx(20)), right: .open, consistencyToken: "!!!"),
            CheckRequest(account: .accountId(acc(1)), mailbox: .mailboxId(mbx(1)), right: .send),
        ]
        func ask(_ checks: [CheckRequest]) async throws(Status) -> BatchCheckResponse {
            try await house.call(AccessServiceMethods.batchCheck, BatchCheckRequest(checks: checks))
        }
        let answers = try await ask(checks).answers.map { answer -> String in
            switch answer.answer {
            case .decision(let decision): decision.reason.shortName
            case .error(let status): Status(wire: status).reason.name
            case nil: "none"
            }
        }
        #expect(answers == ["ALLOWED_GRANT", "INVALID_FIELD", "ALLOWED_OWNER"])
        let broken = [
            checks[0], CheckRequest(account: .accountId(""), mailbox: .mailboxId(mbx(20)), right: .open),
            CheckRequest(account: .accountId(acc(1)), mailbox: .mailboxId("mbx_broken")),
            CheckRequest(account: .accountId(acc(1)), mailbox: .mailboxId(mbx(20)), right: .unrecognized(9)),
        ]
        #expect(
            await failure { () throws(Status) in try await ask(broken) }?.violations.map { "\($0.field) \($0.reason)" } == [
                "checks[1].account_id INVALID_FIELD", "checks[2].right MISSING_FIELD", "checks[2].mailbox_id INVALID_FIELD",
                "checks[3].right INVALID_FIELD",
            ])
        #expect(await failure { () throws(Status) in try await ask([]) }?.reason == .missingField)
        #expect(try await ask(Array(repeating: checks[0], count: 1000)).answers.count == 1000)
        let many = await failure { () throws(Status) in try await ask(Array(repeating: checks[0], count: 1001)) }
        #expect(many?.reason == .tooLong && many?.metadata["field"] == "checks")
    }

    @Test("every question is counted once, by its decision and reason; what was asked wrongly is none")
    func counts() async throws {
        try await house.grant(20, acc(1), .open)
        _ = try await house.check(1, 20)
        _ = try await house.check(2, 20)
        let unseen = ConsistencyToken(service: "mailbox", epoch: "another", position: 0).text
        let questions = ["", "!!!", unseen].map { token in
            CheckRequest(account: .accountId(acc(1)), mailbox: .mailboxId(mbx(20)), right: .open, consistencyToken: token)
        }
        _ = try await house.call(AccessServiceMethods.batchCheck, BatchCheckRequest(checks: questions))
        _ = try await house.call(AccessServiceMethods.explain, ExplainRequest(check: questions[0]))
        for freshness in [Freshness.stale(for: .seconds(3)), .loading] {
            house.world.withLock { $0.freshness = freshness }
            _ = await failure { () throws(Status) in try await house.check(1, 20) }
            _ = await failure { () throws(Status) in
                try await house.call(AccessServiceMethods.batchCheck, BatchCheckRequest(checks: questions))
            }
        }
        let counted = house.decisions.all.filter { $0.count > 0 }.map { "\($0.decision) \($0.reason) \($0.count)" }
        #expect(counted == ["allowed ALLOWED_GRANT 2", "denied NO_GRANT 1", "none STALE 5", "none LOADING 4"])
        #expect(house.decisions.all.count == Reason.allCases.count + 2)
    }

    @Test("D25 Explain decides as Check does and names what it looked at")
    func explain() async throws {
        try await house.group(50, acc(1))
        let through = try await house.grant(20, grp(50), .open).delegation?.id ?? ""
        for (account, mailbox) in [(1, 20), (1, 2), (20, 20), (1, 120), (999, 20)] {
            let check = CheckRequest(account: .accountId(acc(account)), mailbox: .mailboxId(mbx(mailbox)), right: .open)
            let explained: ExplainResponse = try await house.call(
                AccessServiceMethods.explain, ExplainRequest(check: check))
            #expect(explained.decision == (try await house.check(account, mailbox)))
            #expect(explained.conditions.first?.kind == .accountExists)
            #expect(explained.conditions.count == 14)
        }
        let explained: ExplainResponse = try await house.call(
            AccessServiceMethods.explain,
            ExplainRequest(check: CheckRequest(account: .accountId(acc(1)), mailbox: .mailboxId(mbx(20)), right: .open)))
        #expect(explained.conditions.last { $0.kind == .groupGrant }?.detail == "\(through) through \(grp(50)): counts")
        #expect(explained.conditions[2] == AccessCondition(kind: .accountActive, outcome: .passed, detail: "active"))
        let empty = await failure { () throws(Status) in
            try await house.call(AccessServiceMethods.explain, ExplainRequest())
        }
        #expect(empty?.reason == .missingField)
    }

    @Test("D19 the server's clock decides, and the answer says until when it holds")
    func times() async throws {
        let begin = house.now + 60_000_000
        try await house.grant(20, acc(1), .open) { $0.startTime = Timestamp(microsecondsSince1970: begin) }
        let before = try await house.check(1, 20)
        #expect(before.reason == .grantNotYet && before.expireTime?.microsecondsSince1970 == begin)
        house.advance(60_000_000)
        let after = try await house.check(1, 20)
        #expect(after.reason == .allowedGrant && after.expireTime == nil)
        #expect(after.revision == house.store.position)
    }

    @Test("D19 while a jump of the wall clock is pending a grant counts only by both clocks, in answers, lists and new grants")
    func pendingJump() async throws {
        let day: Int64 = 24 * 3600 * 1_000_000
        let noon = house.now + day / 2
        try await house.grant(20, acc(1), .open) { $0.expireTime = Timestamp(microsecondsSince1970: noon) }
        try await house.grant(20, acc(2), .open) { $0.startTime = Timestamp(microsecondsSince1970: noon) }
        try await house.grant(20, acc(3), .open) { $0.expireTime = Timestamp(microsecondsSince1970: noon + 2 * day) }
        house.world.withLock { $0.pendingJump = day }
        #expect(try await house.check(1, 20).reason == .grantExpired)
        #expect(try await house.check(2, 20).reason == .grantNotYet)
        #expect(try await house.check(3, 20).reason == .allowedGrant)
        let refused = await #expect(throws: Status.self) {
            try await house.grant(20, acc(4), .open) { $0.expireTime = Timestamp(microsecondsSince1970: noon) }
        }
        #expect(refused?.reason == .invalidField)
        house.world.withLock { $0.pendingJump = 0 }
        #expect(try await house.check(1, 20).reason == .allowedGrant)
    }

    @Test("D17 a restarted service decides from what was stored")
    func restart() async throws {
        try await house.grant(20, acc(1), .open)
        try await house.grant(20, acc(2), .open)
        try await house.revoke(20, acc(2))
        let index = AccessIndex()
        try await index.load(from: house.store)
        let replica = IdentityReplica(index: index, administrators: AdministratorChanges(), settled: {})
        try await replica.replace(with: [
            House.account(1, .user, .active, in: 1), House.account(2, .user, .active, in: 1),
            House.account(20, .functional, .active, in: 1),
        ])
        let mailbox = MailboxID(bits: 20)
        #expect(
            index.decide(Question(account: .id(AccountID(bits: 1)), mailbox: .id(mailbox), right: .open), at: Now(0)).reason
                == .allowedGrant)
        #expect(
            index.decide(Question(account: .id(AccountID(bits: 2)), mailbox: .id(mailbox), right: .open), at: Now(0)).reason
                == .noGrant)
    }
}
