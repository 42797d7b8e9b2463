import Contract
import Dispatch
import MailboxDomain
import MailboxStorage
import Messages
import Outbox
import RPC
import SQL
import Synchronization
import Testing

@testable import MailboxHandlers

/// All delegations of a mailbox, or to a grantee, revoked by one mark; and what others do before the rows are gone.
struct RevokeAllTests {
    let house: House

    init() async throws { house = try await House.built() }

    private func events(_ action: String) async throws -> [Event] {
        try await house.events().filter { $0.action == action }
    }

    private func listed(_ mailbox: Int) async throws -> [String] {
        try await house.call(
            DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mbx(mailbox)), as: acc(30)
        ).delegates.map { $0.delegation?.granteeId ?? "" }
    }

    private func rows() async throws -> Int {
        try await house.store.read { try $0.first("SELECT count(*) FROM delegations", []) { $0.int(0) } ?? 0 }
    }

    @Test("D17 all of a mailbox are revoked at once, with one event and their number; the rows follow, each with its event")
    func mailbox() async throws {
        try await house.group(50, acc(3))
        for grantee in [acc(1), acc(2), grp(50)] { try await house.grant(20, grantee, .open, .send) }
        try await house.grant(2, acc(1), .open)
        let answer = try await house.revokeAll(of: 20) { $0.justification = "reorganized" }
        #expect(answer.revokedCount == 3 && !answer.unchanged)
        for account in 1...3 { #expect(try await house.check(account, 20).reason == .noGrant) }
        #expect(try await house.check(1, 2).allowed)
        #expect(try await listed(20) == [])
        #expect(house.world.withLock { $0.waited.last } == house.store.position)
        let told = try await events("mailbox.delegations_revoked")
        #expect(told.count == 1 && answer.eventId != "" && told[0].actor?.id == acc(30))
        #expect(told[0].target?.id == mbx(20) && told[0].organizationId == org(1))
        #expect(told[0].changes.map { [$0.path, $0.before, $0.after] } == [["delegation_count", "3", "0"]])
        #expect(try await [events("delegation.removed").count, rows()] == [0, 4])

        try await house.removeMarked()
        let removed = try await events("delegation.removed")
        #expect(Set(removed.map { $0.target?.subjectId }) == [acc(1), acc(2), grp(50)] && removed.count == 3)
        for event in removed {
            #expect(event.actor?.kind == .system && event.onBehalfOf.map(\.accountId) == [acc(30)])
            #expect(event.target?.mailboxId == mbx(20))
        }
        #expect(try await [rows(), house.mailboxes.marks.count] == [1, 0])
        #expect(try await house.store.read { try $0.delegationMarks() }.isEmpty)
        #expect(try await house.check(1, 2).allowed)
    }

    @Test("D17 all to an account or a group are revoked at once, whatever their mailboxes")
    func grantee() async throws {
        try await house.group(50, acc(3))
        for mailbox in [20, 1, 2] { try await house.grant(mailbox, grp(50), .open) }
        try await house.grant(20, acc(2), .open)
        #expect(try await house.revokeAll(to: grp(50)).revokedCount == 3)
        for mailbox in [20, 1, 2] { #expect(try await house.check(3, mailbox).reason == .noGrant) }
        let told = try #require(try await events("grantee.delegations_revoked").first)
        #expect(told.target?.id == grp(50) && told.target?.subjectId == grp(50) && told.organizationId == org(1))
        #expect(told.changes.map { [$0.path, $0.before, $0.after] } == [["delegation_count", "3", "0"]])
        try await house.removeMarked()
        #expect(try await events("delegation.removed").count == 3)
        #expect(try await house.revokeAll(to: acc(2)).revokedCount == 1)
        try await house.removeMarked()
        #expect(try await rows() == 0)
    }

    @Test("where there is none nothing changes and nothing is told, also while the rows of those revoked before are still there")
    func unchanged() async throws {
        let before = house.store.position
        #expect(try await house.revokeAll(of: 20).unchanged)
        #expect(try await house.revokeAll(to: acc(1)).unchanged)
        #expect(house.store.position == before)
        try await house.grant(20, acc(1), .open)
        try await house.revokeAll(of: 20)
        let second = try await house.revokeAll(of: 20)
        #expect(second.unchanged && second.revokedCount == 0 && second.eventId == "")
        #expect(try await house.revokeAll(to: acc(1)).unchanged)
        #expect(try await events("mailbox.delegations_revoked").count == 1)
    }

    @Test("D1 what is granted anew while its old row is there is another delegation, and counts when the rows are gone")
    func grantedAgain() async throws {
        let old = try #require(try await house.grant(20, acc(1), .open).delegation)
        try await house.grant(20, acc(2), .open)
        try await house.revokeAll(of: 20)
        let new = try await house.grant(20, acc(1), .send)
        #expect(!new.unchanged && new.delegation?.id != old.id && new.delegation?.revision == 1)
        #expect(try await events("delegation.granted").count == 3)
        #expect(try await events("delegation.removed").map { $0.target?.id } == [old.id])
        #expect(try await house.check(1, 20, .send).allowed)
        #expect(try await house.check(1, 20, .open).reason == .rightMissing)
        try await house.removeMarked()
        #expect(try await house.check(1, 20, .send).allowed)
        #expect(try await house.check(2, 20).reason == .noGrant)
        #expect(try await listed(20) == [acc(1)])
        #expect(try await rows() == 1)
        #expect(try await events("delegation.removed").count == 2)
    }

    @Test("the same terms granted anew are no repetition of what is revoked, and an etag of before is a mismatch")
    func sameTerms() async throws {
        let old = try #require(try await house.grant(20, acc(1), .open).delegation)
        try await house.revokeAll(of: 20)
        let status = await failure { () throws(Status) in try await house.grant(20, acc(1), .open) { $0.etag = old.etag } }
        #expect(status?.reason == .etagMismatch && status?.metadata["etag"] == nil)
        let tried = try await house.grant(20, acc(1), .open) { $0.validateOnly = true }
        #expect(!tried.unchanged)
        #expect(try await [rows(), events("delegation.removed").count] == [1, 0])
        #expect(try await !house.grant(20, acc(1), .open).unchanged)
        #expect(try await house.check(1, 20).allowed)
    }

    @Test("a revocation of one that is revoked with all finds nothing, by its id as by its mailbox and grantee")
    func revokedMeanwhile() async throws {
        let old = try #require(try await house.grant(20, acc(1), .open).delegation)
        try await house.revokeAll(of: 20)
        let byPair = await failure { () throws(Status) in try await house.revoke(20, acc(1)) }
        let byID = await failure { () throws(Status) in
            try await house.call(
                DelegationServiceMethods.revokeDelegation, RevokeDelegationRequest(delegationId: old.id), as: acc(30))
        }
        #expect(byPair?.reason == .notFound && byID?.reason == .notFound)
        try await house.grant(20, acc(1), .open)
        try await house.revoke(20, acc(1))
        try await house.removeMarked()
        #expect(try await rows() == 0)
        #expect(try await events("delegation.removed").count == 1)
    }

    @Test("marks of a mailbox, of it once more and of a grantee: each row goes once, on behalf of who took it away first")
    func severalMarks() async throws {
        for grantee in 1...3 { try await house.grant(20, acc(grantee), .open) }
        #expect(try await house.revokeAll(of: 20, by: 31).revokedCount == 3)
        try await house.grant(20, acc(1), .open)
        try await house.grant(20, acc(2), .open)
        try await house.grant(3, acc(1), .open)
        #expect(try await house.revokeAll(to: acc(1)).revokedCount == 2)
        #expect(try await house.revokeAll(of: 20).revokedCount == 1)
        try await house.grant(20, acc(2), .send)
        #expect(house.mailboxes.marks.count == 3)
        try await house.removeMarked()
        let removed = try await events("delegation.removed")
        #expect(removed.count == 6 && Set(removed.map { $0.target?.id }).count == 6)
        #expect(removed.filter { $0.onBehalfOf.map(\.accountId) == [acc(31)] }.count == 3)
        #expect(try await rows() == 1)
        #expect(try await house.check(2, 20, .send).allowed)
        #expect(try await house.check(1, 3).reason == .noGrant)
    }

    @Test("D19 no begin and no end of a revoked one comes, before its row goes as behind it")
    func times() async throws {
        for grantee in [acc(1), acc(2)] {
            try await house.grant(20, grantee, .open) {
                $0.startTime = Timestamp(microsecondsSince1970: house.now + 1_000_000)
                $0.expireTime = Timestamp(microsecondsSince1970: house.now + 3_000_000)
            }
        }
        try await house.revokeAll(of: 20)
        house.advance(2_000_000)
        try await house.passTime()
        #expect(try await events("delegation.started").isEmpty)
        try await house.removeMarked()
        #expect(house.schedule.statistics.waiting == 0)
        house.advance(2_000_000)
        #expect(try await house.passTime().done == 0)
    }

    @Test("validate_only says how many there are and changes nothing; a repeated request id revokes nothing granted since")
    func repeated() async throws {
        try await house.grant(20, acc(1), .open)
        try await house.grant(20, acc(2), .open)
        let position = house.store.position
        #expect(try await house.revokeAll(of: 20) { $0.validateOnly = true }.revokedCount == 2)
        #expect(try await house.revokeAll(to: acc(1)) { $0.validateOnly = true }.revokedCount == 1)
        #expect(house.store.position == position && house.mailboxes.marks.count == 0)
        #expect(try await house.check(1, 20).allowed)

        let first = try await house.revokeAll(of: 20) { $0.requestId = "r" }
        try await house.grant(20, acc(1), .open)
        let again = try await house.revokeAll(of: 20) { $0.requestId = "r" }
        #expect(again.revokedCount == 2 && again.eventId == first.eventId)
        #expect(try await house.check(1, 20).allowed)
    }

    @Test("D28 B3 what is another organization's, or nowhere, is not found; a deleted account's is")
    func notFound() async throws {
        try await house.grant(120, acc(101), .open, by: 130)
        for mailbox in [120, 999] {
            let status = await failure { () throws(Status) in try await house.revokeAll(of: mailbox) }
            #expect(status?.reason == .notFound, "\(mailbox)")
        }
        for grantee in [acc(101), acc(999), grp(999)] {
            let status = await failure { () throws(Status) in try await house.revokeAll(to: grantee) }
            #expect(status?.reason == .notFound, "\(grantee)")
        }
        #expect(try await house.check(101, 120).allowed)
        try await house.say([House.account(1, .user, .deleted, in: 1), House.group(50, .deleted)])
        #expect(try await house.revokeAll(to: acc(1)).unchanged)
        #expect(try await house.revokeAll(to: grp(50)).unchanged)
    }

    @Test("while the view is too old a Full admin revokes all, and what it does not know is no NOT_FOUND; others wait")
    func stale() async throws {
        try await house.grant(20, acc(1), .open)
        try await house.grant(2, acc(3), .open)
        house.world.withLock { $0.freshness = .stale(for: .seconds(3)) }
        for unknown in [
            await failure { () throws(Status) in try await house.revokeAll(of: 999) },
            await failure { () throws(Status) in try await house.revokeAll(to: acc(999)) },
            await failure { () throws(Status) in try await house.revokeAll(of: 20, by: 31) },
            await failure { () throws(Status) in try await house.revokeAll(to: acc(1), by: 31) },
        ] {
            #expect(unknown?.reason == .stale)
        }
        #expect(try await house.revokeAll(of: 20).revokedCount == 1)
        #expect(try await house.revokeAll(to: acc(3)).revokedCount == 1)
        house.world.withLock { $0.freshness = .fresh }
        #expect(try await house.check(1, 20).reason == .noGrant)
    }

    @Test("C6 only a Full admin revokes all of another administrator's own mailbox, or to whom was given such a one")
    func guarded() async throws {
        try await house.grant(30, acc(2), .open)
        try await house.grant(20, acc(2), .open)
        try await house.grant(20, acc(1), .open)
        for status in [
            await failure { () throws(Status) in try await house.revokeAll(of: 30, by: 31) },
            await failure { () throws(Status) in try await house.revokeAll(to: acc(2), by: 31) },
        ] {
            #expect(status?.reason == .fullAdminOnly)
        }
        #expect(try await house.revokeAll(to: acc(1), by: 31).revokedCount == 1)
        // One's own is no other's.
        try await house.grant(31, acc(3), .open)
        #expect(try await house.revokeAll(to: acc(3), by: 31).revokedCount == 1)
        try await house.grant(31, acc(3), .open)
        #expect(try await house.revokeAll(of: 31, by: 31).revokedCount == 1)
        #expect(try await house.revokeAll(of: 30).revokedCount == 1)
        #expect(try await house.revokeAll(to: acc(2), by: 31).revokedCount == 1)
        try await house.grant(30, acc(2), .open)
        try await house.say([House.policies(OrganizationPolicies(guardAdministrators: .off))])
        #expect(try await house.revokeAll(to: acc(2), by: 31).revokedCount == 1)
    }

    @Test("C6 what a Full admin grants in the commit in which another revokes all is guarded, though the index lacks it")
    func guardedInOneCommit() async throws {
        let row = Messages.Delegation(
            id: DelegationID(bits: 77).text, organizationId: org(1), mailboxId: mbx(30), granteeId: acc(2), rights: [.open],
            createTime: Timestamp(microsecondsSince1970: house.now))
        let began = Mutex(false)
        let mayEnd = DispatchSemaphore(value: 0)
        async let before = house.store.write { _ in
            began.withLock { $0 = true }
            mayEnd.wait()
        }
        while !began.withLock({ $0 }) { await Task.yield() }
        async let granting = house.store.write { tx in try tx.insert(row) }
        while house.store.statistics.waitingWrites < 1 { await Task.yield() }
        async let revoking = failure { () throws(Status) in try await house.revokeAll(to: acc(2), by: 31) }
        while house.store.statistics.waitingWrites < 2 { await Task.yield() }
        mayEnd.signal()
        _ = try await (before, granting)
        #expect(await revoking?.reason == .fullAdminOnly)
        #expect(try await house.check(2, 30).allowed)
    }

    @Test("C14 a role for a unit revokes all of its mailboxes', and of nobody who may have others")
    func unit() async throws {
        try await house.say([House.account(20, .functional, in: unt(1))])
        house.world.withLock { $0.units[acc(31)] = unt(1) }
        try await house.grant(20, acc(2), .open)
        let refused = [
            await failure { () throws(Status) in try await house.revokeAll(to: acc(2), by: 31) },
            await failure { () throws(Status) in try await house.revokeAll(of: 2, by: 31) },
            await failure { () throws(Status) in try await house.revokeAll(of: 20, by: 32) },
        ]
        for status in refused { #expect(status?.reason == .roleLacksScope) }
        // Also of a grantee of the unit, who may have been given others' mailboxes.
        try await house.say([House.account(2, .user, in: unt(1))])
        let ofUnit = await failure { () throws(Status) in try await house.revokeAll(to: acc(2), by: 31) }
        #expect(ofUnit?.reason == .roleLacksScope)
        #expect(try await house.revokeAll(of: 20, by: 31).revokedCount == 1)
    }

    @Test("D17 whoever follows starts without what a mark has taken away, and with what was granted behind it")
    func snapshot() async throws {
        try await house.grant(20, acc(1), .open)
        try await house.grant(20, acc(2), .open)
        try await house.revokeAll(of: 20)
        try await house.grant(20, acc(2), .send)
        func snapshot() async throws -> [String] {
            try await house.store.read { connection in
                var ids: [String] = []
                try Mailboxes.snapshot(connection) { ids.append($0.id) }
                return ids
            }
        }
        #expect(try await snapshot() == ["\(mbx(20))/\(acc(2))"])
        // What it hears from then on takes nothing away that counts.
        let position = house.store.position
        try await house.removeMarked()
        guard case .changes(let transactions, _) = try await house.store.changes(after: ChangePlace(position), limit: 100) else {
            Issue.record("compacted")
            return
        }
        #expect(transactions.flatMap(\.changes).map(\.id) == ["\(mbx(20))/\(acc(1))"])
        #expect(transactions.flatMap(\.changes).allSatisfy { $0.deleted && !$0.cascade })
    }

    @Test("what was cut off between two slices goes on at the next start, and what was granted meanwhile stays")
    func restart() async throws {
        let many = 3 * Mailboxes.removedAtOnceMax
        _ = try await house.store.write { tx in
            for number in 0..<many {
                try tx.insert(
                    Messages.Delegation(
                        id: DelegationID(bits: UInt128(1_000_000 + number)).text, organizationId: org(1), mailboxId: mbx(20),
                        granteeId: acc(100_000 + number), rights: [.open],
                        createTime: Timestamp(microsecondsSince1970: tx.now)))
            }
        }
        #expect(try await house.revokeAll(of: 20).revokedCount == Int32(many))
        let mark = try #require(try await house.store.read { try $0.delegationMarks() }.first)
        let mailboxes = house.mailboxes
        let cut = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            try await mailboxes.removeDelegations(takenBy: mark)
        }
        await #expect(throws: CancellationError.self) { try await cut.value }
        #expect(try await rows() == many - Mailboxes.removedAtOnceMax)
        // One whose old row is gone, and one whose old row is still there.
        for grantee in [100_000, 100_000 + many - 1] {
            try await house.person(grantee)
            try await house.grant(20, acc(grantee), .open)
        }

        let index = AccessIndex()
        let later = House.Later()
        let next = try await House.mailboxes(house.store, index, house.administrators, later, house.claims)
        #expect(next.marks.count == 1 && index.delegationMemory.count == 2)
        try await next.removeDelegations(takenBy: mark)
        #expect(try await rows() == 2)
        let removed = try await events("delegation.removed")
        #expect(removed.count == many && Set(removed.map { $0.target?.id }).count == many)
    }

    @Test("a full outbox stops the rows and not the revocation; they go when there is room")
    func fullOutbox() async throws {
        let house = try await House.built(outboxEventsMax: 1000)
        try await house.grant(20, acc(1), .open)
        let room = OutboxPriority.change.eventsMax(of: 1000) - house.store.outboxLength
        _ = try await house.store.write { tx in for _ in 0..<room { try tx.event([0], .change) } }
        #expect(try await house.revokeAll(of: 20).revokedCount == 1)
        #expect(try await house.check(1, 20).reason == .noGrant)
        await #expect(throws: OutboxFull.self) { try await house.removeMarked() }
        try await house.store.outboxAcknowledge(upTo: house.store.outboxLast)
        for mark in try await house.store.read({ try $0.delegationMarks() }) {
            try await house.mailboxes.removeDelegations(takenBy: mark)
        }
        #expect(try await house.events().map(\.action) == ["delegation.removed"])
    }
}
