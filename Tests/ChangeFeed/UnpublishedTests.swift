import Messages
import Patience
import Testing

@testable import ChangeFeed

/// A commit is on disk, and the leader's own view does not have it yet.
struct UnpublishedTests {
    @Test(
        "D17 what a follower is sent from the disk, a page of the log or a snapshot, the leader judges by",
        arguments: [false, true])
    func disk(isSnapshot: Bool) async throws {
        var limits = FeedLimits()
        limits.recentTransactionsMax = 4
        let leader = try await Leader(limits: limits)
        let standstill = Standstill()
        leader.store.onCommit(.view) { _ in standstill.pass() }
        for number in 0..<9 { try await leader.put("k\(number)") }
        // The lease is promised from now on: a stream that begins needs no write.
        try await RawFollower.current(leader, "first").cancel()
        standstill.arm()
        async let written = leader.put("last")
        await until { standstill.isReached }

        let raw = try await RawFollower(leader.transport())
        try await raw.start(epoch: isSnapshot ? "" : leader.store.epoch, position: 0)
        #expect(try await raw.started().snapshot == isSnapshot)
        async let first = (raw.next(), standstill.isOver)
        await until { leader.feed.statistics.logPages + leader.feed.statistics.snapshots == 1 }
        // It has been read; sent, it would arrive in one of these.
        for _ in 0..<1000 { await Task.yield() }
        standstill.goOn()
        let (message, isPublished) = try await first
        #expect(isPublished)
        switch message {
        case .transactions(let page): #expect(page.transactions.last?.position == 10)
        case .snapshotPart(let part): #expect(part.changes.contains { $0.id == "last" })
        default: Issue.record("something else")
        }
        #expect(try await written == 10)
        raw.cancel()
    }
}
