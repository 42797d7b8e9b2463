import ChangeFeed
import Contract
import Foundation
import MailboxDomain
import MailboxStorage
import Messages
import RPC
import SQL
import Synchronization
import Testing

@testable import MailboxHandlers

/// B3: what mailbox does by itself once identity has deleted an account or a group.
struct DeletionTests {
    let house: House

    init() async throws { house = try await House.built() }

    private static let deletedAccount = House.account(1, .user, .deleted, in: 1)

    /// Does what waits, as the server's loop does it.
    private func removeAll(_ house: House) async throws {
        let mailboxes = house.mailboxes
        while mailboxes.tombstones.count > 0 {
            var stream = mailboxes.tombstones.stream.makeAsyncIterator()
            guard let deleted = await stream.next() else { return }
            try await mailboxes.removeDependentRows(of: deleted)
            mailboxes.tombstones.done()
        }
        try await house.removeMarked()
    }

    private func removed() async throws -> [Event] {
        try await house.events().filter { $0.action == "delegation.removed" }
    }

    @Test("B3 the delegations of a deleted account's mailbox and those to it are removed as SYSTEM, each with its event")
    func account() async throws {
        var gone: [Messages.Delegation] = []
        for (mailbox, grantee) in [(20, acc(1)), (2, acc(1)), (1, acc(3))] {
            gone.append(try #require(try await house.grant(mailbox, grantee, .open, .send).delegation))
        }
        try await house.grant(20, acc(2), .open) {
            $0.expireTime = Timestamp(microsecondsSince1970: house.now + 1_000_000)
        }
        try await house.say([Self.deletedAccount])
        #expect(house.mailboxes.tombstones.count == 1)
        try await removeAll(house)
        let events = try await removed()
        #expect(Set(events.map { $0.target?.id }) == Set(gone.map(\.id)))
        #expect(events.count == gone.count)
        for event in events {
            let row = try #require(gone.first { $0.id == event.target?.id })
            #expect(event.actor?.kind == .system && event.outcome == .succeeded && event.onBehalfOf.isEmpty)
            #expect(event.organizationId == org(1))
            #expect(event.target?.mailboxId == row.mailboxId && event.target?.subjectId == row.granteeId)
            let rights = event.changes.first { $0.path == "rights" }
            #expect(rights?.before == "open, send" && rights?.after == "", "\(event.changes)")
        }
        #expect(house.index.delegationMemory.count == 1)
        let rows = try await house.store.read { try $0.first("SELECT count(*) FROM delegations") { $0.int(0) } }
        #expect(rows == 1)
        #expect(try await house.check(2, 20).allowed)
        // Told once more, as by a snapshot, there is nothing to do.
        try await house.say([Self.deletedAccount])
        #expect(house.mailboxes.tombstones.count == 0)
    }

    @Test("B3 B10 those to a deleted group are removed; one of a state that is not known keeps them")
    func group() async throws {
        try await house.group(50, acc(1))
        try await house.group(51, acc(1))
        try await house.grant(20, grp(50), .open)
        try await house.grant(20, grp(51), .open)
        try await house.say([House.group(50, .deleted), House.group(51, .unrecognized(9))])
        try await removeAll(house)
        #expect(try await removed().map { $0.target?.subjectId } == [grp(50)])
        try await house.say([House.group(51, .active)])
        #expect(try await house.check(1, 20).reason == .allowedGroupGrant)
    }

    @Test("B3 a begin and an end that were to come do not, once the delegation is removed")
    func times() async throws {
        try await house.grant(20, acc(1), .open) {
            $0.startTime = Timestamp(microsecondsSince1970: house.now + 1_000_000)
            $0.expireTime = Timestamp(microsecondsSince1970: house.now + 2_000_000)
        }
        try await house.say([Self.deletedAccount])
        try await removeAll(house)
        #expect(house.schedule.statistics.waiting == 0)
        house.advance(3_000_000)
        #expect(try await house.passTime().done == 0)
    }

    @Test("B3 a snapshot behind which tombstones were missed, as at each start, has the rest removed")
    func snapshot() async throws {
        try await house.grant(20, acc(1), .open)
        try await house.grant(2, acc(1), .open)
        let people = [2, 3, 30].map { House.account($0, $0 == 30 ? .administrator : .user, .active, in: 1) }
        try await house.replica.replace(with: people + [House.account(20, .functional, .active, in: 1), Self.deletedAccount])
        try await removeAll(house)
        #expect(try await removed().count == 2)
        // The next one finds nothing left.
        try await house.replica.replace(with: people + [Self.deletedAccount])
        #expect(house.mailboxes.tombstones.count == 0)
    }

    @Test("B3 nothing is removed by a view that does not hold, and nothing of who is alive in the view that does")
    func alive() async throws {
        try await house.grant(20, acc(1), .open)
        try await house.say([Self.deletedAccount])
        for freshness in [Freshness.loading, .stale(for: .seconds(3)), .behind(for: .seconds(1))] {
            house.world.withLock { $0.freshness = freshness }
            await #expect(throws: Status.self) { try await removeAll(house) }
            house.mailboxes.tombstones.add([.account(try #require(AccountID(acc(1))))])
            house.mailboxes.tombstones.done()
        }
        #expect(try await removed().isEmpty)
        #expect(house.index.delegationMemory.count == 1)
        // Identity was restored from a copy in which the account lives; what was noted is judged once more.
        house.world.withLock { $0.freshness = .fresh }
        try await house.replica.replace(
            with: [House.account(1, .user, .active, in: 1), House.account(20, .functional, .active, in: 1)])
        try await removeAll(house)
        #expect(try await removed().isEmpty)
        #expect(try await house.check(1, 20).reason == .allowedGrant)
    }

    @Test("B3 a grant under way that was judged before the tombstone is removed too; a later one is refused")
    func racing() async throws {
        let row = Messages.Delegation(
            id: DelegationID(bits: 77).text, organizationId: org(1), mailboxId: mbx(20), granteeId: acc(1), rights: [.open],
            createTime: Timestamp(microsecondsSince1970: house.now))
        let (isJudged, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let granting = house.store.write { tx in
            defer { isJudged.signal() }
            try tx.insert(row)
            isJudged.signal()
            mayEnd.wait()
        }
        await withCheckedContinuation { judged in
            Thread.detachNewThread {
                isJudged.wait()
                judged.resume()
            }
        }
        async let saying: Void = house.say([Self.deletedAccount])
        while house.index.mailbox(try #require(MailboxID(mbx(1)))) != nil { await Task.yield() }
        mayEnd.signal()
        _ = try await (granting, saying)
        #expect(house.mailboxes.tombstones.count == 1)
        try await removeAll(house)
        #expect(try await removed().map { $0.target?.id } == [row.id])
        let refused = await failure { () throws(Status) in try await house.grant(20, acc(1), .open) }
        #expect(refused?.reason == .wrongState)
    }

    @Test("B3 what is left is tried again until it is gone: a full outbox, a row that only the index has")
    func again() async throws {
        let house = try await House.built(outboxEventsMax: 100)
        try await house.grant(20, acc(1), .open)
        try await house.grant(2, acc(1), .open)
        _ = try await house.store.write { tx in for _ in 0..<98 { try tx.event([0], .withdrawal) } }
        try await house.say([Self.deletedAccount])
        let tries = Mutex(0)
        let mailboxes = house.mailboxes
        let deletions = Task {
            await mailboxes.removeDependentRows { deleted, error in Issue.record("\(deleted): \(error)") }
        }
        let loop = Task {
            await mailboxes.removeMarkedDelegations(
                pause: { _ in
                    // Room comes with the third failure.
                    if tries.withLock({ $0 }) == 3 { try await house.store.outboxAcknowledge(upTo: 100) }
                },
                failed: { _, error in
                    #expect(error is OutboxFull)
                    tries.withLock { $0 += 1 }
                })
        }
        while mailboxes.tombstones.count + mailboxes.marks.count > 0 { await Task.yield() }
        for task in [deletions, loop] {
            task.cancel()
            await task.value
        }
        #expect(tries.withLock { $0 } == 3)
        #expect(try await house.events().map(\.action) == ["delegation.removed", "delegation.removed"])
    }

    @Test("B3 a row that the index has and the store has not is told and not tried without end")
    func differing() async throws {
        try await house.grant(20, acc(1), .open)
        _ = try await house.store.write { tx in try tx.run("DELETE FROM delegations", []) }
        try await house.say([Self.deletedAccount])
        await #expect(throws: RowsNotFound.self) { try await removeAll(house) }
    }

    @Test("B3 D17 ten thousand delegations of one account go in slices while others ask, each once")
    func slices() async throws {
        let many = 10_000
        _ = try await house.store.write { tx in
            for number in 0..<many {
                try tx.insert(
                    Messages.Delegation(
                        id: DelegationID(bits: UInt128(1_000_000 + number)).text, organizationId: org(1),
                        mailboxId: mbx(100_000 + number), granteeId: acc(1), rights: [.open],
                        createTime: Timestamp(microsecondsSince1970: tx.now)))
            }
        }
        try await house.grant(20, acc(2), .open)
        let before = house.store.position
        try await house.say([Self.deletedAccount])
        let over = Mutex(false)
        async let asking: Int = { () async throws -> Int in
            var asked = 0
            while !over.withLock({ $0 }) {
                #expect(try await house.check(2, 20).allowed)
                #expect(try await house.check(1, 20).reason == .accountDeleted)
                asked += 1
            }
            return asked
        }()
        try await removeAll(house)
        over.withLock { $0 = true }
        let asked = try await asking
        #expect(asked > 0)
        let slices = (many + Mailboxes.removedAtOnceMax - 1) / Mailboxes.removedAtOnceMax
        #expect(house.store.position - before == 1 + Int64(slices), "the mark is a write too")
        let told = try await removed()
        #expect(told.count == many && Set(told.map { $0.target?.id ?? "" }).count == many)
        #expect(house.index.delegationMemory.count == 1)
    }
}
