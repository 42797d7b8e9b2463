import Patience
import Synchronization
import Testing

@testable import ChangeFeed

struct FollowerTests {
    /// A follower that runs while `body` does.
    private func following(
        _ leader: Leader, staleness: Staleness = .lease, replica: RecordingReplica = RecordingReplica(),
        limits: FeedLimits = FeedLimits(), _ body: (Follower, RecordingReplica) async throws -> Void
    ) async throws {
        let follower = Follower(
            name: "mailbox-1", transport: leader.transport(), replica: replica, staleness: staleness,
            clock: leader.clock.steady, limits: limits, random: { 0 })
        let task = Task { await follower.run() }
        do {
            try await body(follower, replica)
        } catch {
            Issue.record(error)
        }
        task.cancel()
        await task.value
    }

    @Test("it loads, gets fresh, and every answered write is in it")
    func follows() async throws {
        let leader = try await Leader()
        try await leader.put("before")
        try await following(leader) { follower, replica in
            await until { follower.freshness == .fresh }
            #expect(replica.values.keys.sorted() == ["before"])
            #expect(follower.place == (leader.store.epoch, 1))
            for number in 0..<100 {
                let position = try await leader.put("k\(number)")
                await leader.feed.acknowledged(position)
                #expect(replica.values["k\(number)"] != nil)
                #expect(follower.position >= position)
            }
            #expect(replica.state.withLock { $0.positions } == Array(2...101))
        }
    }

    @Test("its lease ends when the feed is gone, and comes back with it")
    func lease() async throws {
        let leader = try await Leader()
        let gone = Follower(
            name: "a", transport: leader.transport(), replica: RecordingReplica(), clock: leader.clock.steady)
        #expect(gone.freshness == .loading && gone.leaseLeft == .zero)
        let task = Task { await gone.run() }
        await until { gone.freshness == .fresh }
        task.cancel()
        await task.value
        leader.clock.advance(by: .milliseconds(1999))
        #expect(gone.freshness == .fresh && gone.leaseLeft == .milliseconds(1))
        leader.clock.advance(by: .milliseconds(2))
        #expect(gone.freshness == .stale(for: .milliseconds(2001)) && gone.leaseLeft == .zero)
        let again = Task { await gone.run() }
        await until { gone.freshness == .fresh }
        again.cancel()
        await again.value
    }

    @Test("heartbeats keep the lease")
    func heartbeats() async throws {
        let leader = try await Leader()
        try await following(leader) { follower, _ in
            await until { follower.freshness == .fresh }
            for _ in 0..<20 {
                await until { leader.clock.sleepers > 0 }
                leader.clock.advance(by: .milliseconds(500))
                #expect(follower.freshness == .fresh)
                await until { follower.age == .zero }
            }
            #expect(follower.streamsBegun == 1)
        }
    }

    @Test("with bounded staleness it goes on for that long and says how old it is")
    func bounded() async throws {
        let leader = try await Leader()
        let follower = Follower(
            name: "a", transport: leader.transport(), replica: RecordingReplica(), staleness: .bounded(.seconds(300)),
            clock: leader.clock.steady)
        let task = Task { await follower.run() }
        await until { follower.freshness == .fresh }
        task.cancel()
        await task.value
        leader.clock.advance(by: .seconds(2))
        #expect(follower.freshness == .behind(for: .seconds(2)))
        leader.clock.advance(by: .seconds(298))
        #expect(follower.freshness == .behind(for: .seconds(300)))
        leader.clock.advance(by: .nanoseconds(1))
        #expect(follower.freshness == .stale(for: .seconds(300) + .nanoseconds(1)))
    }

    @Test("a replica that refuses a change is loaded anew, and decides nothing meanwhile")
    func replicaRefuses() async throws {
        let leader = try await Leader()
        try await following(leader) { follower, replica in
            await until { follower.freshness == .fresh }
            replica.state.withLock { $0.refusals = 1 }
            try await leader.put("x")
            await until { follower.freshness == .loading }
            await until {
                leader.clock.advance(by: .microseconds(100))
                return follower.freshness == .fresh
            }
            #expect(replica.values.keys.sorted() == ["x"])
            #expect(replica.state.withLock { $0.snapshots } == 2)
        }
    }

    @Test("a transaction in parts is applied as a whole, without a snapshot, and no lease is lost over it")
    func large() async throws {
        var limits = FeedLimits()
        limits.messageBytesMax = 300
        limits.recentBytesMax = 5000
        let leader = try await Leader(limits: limits)
        try await following(leader) { follower, replica in
            await until { follower.freshness == .fresh }
            // From memory, and from the log.
            for count in [50, 2000] {
                let position = try await leader.put((0..<count).map { "\(count).\($0)" })
                await leader.feed.acknowledged(position)
                #expect(replica.values.keys.count { $0.hasPrefix("\(count).") } == count)
                #expect(follower.freshness == .fresh)
            }
            #expect(replica.state.withLock { $0.positions } == [1, 2])
            #expect(replica.state.withLock { $0.snapshots } == 1)
            #expect(leader.feed.statistics.logPages > 0)
        }
    }

    @Test("a transaction larger than a follower collects reaches it as a snapshot")
    func tooLarge() async throws {
        var limits = FeedLimits()
        limits.messageBytesMax = 300
        let leader = try await Leader(limits: limits)
        limits.transactionBytesMax = 2000
        try await following(leader, limits: limits) { follower, replica in
            await until { follower.freshness == .fresh }
            try await leader.put((0..<200).map { "k\($0)" })
            await until {
                leader.clock.advance(by: .microseconds(100))
                return follower.position == 1
            }
            #expect(replica.values.count == 200)
            #expect(replica.state.withLock { $0.snapshots } == 2)
            await until { follower.freshness == .fresh }
        }
    }

    @Test("after a lost stream it goes on where it was")
    func reconnects() async throws {
        let leader = try await Leader()
        try await following(leader) { follower, replica in
            await until { follower.freshness == .fresh }
            try await leader.put("a")
            await until { follower.position == 1 }
            await until { follower.appliedPosition == 1 }
            // Another process with its name ends its stream.
            let other = try await RawFollower.current(leader, "mailbox-1")
            try await leader.put("b")
            await until {
                leader.clock.advance(by: .microseconds(100))
                return follower.position == 2
            }
            #expect(replica.state.withLock { $0.snapshots } == 1)
            #expect(replica.state.withLock { $0.positions } == [1, 2])
            #expect(follower.streamsBegun == 2)
            other.cancel()
        }
    }

    @Test("a silent feed is given up")
    func silence() async throws {
        let clock = ManualClock()
        let reasons = Mutex<[String]>([])
        let follower = Follower(
            name: "a", transport: SilentFeed.transport, replica: RecordingReplica(), clock: clock.steady,
            ended: { error in reasons.withLock { $0.append("\(error)") } })
        let task = Task { await follower.run() }
        for _ in 0..<40 where reasons.withLock({ $0.isEmpty }) {
            await until { clock.sleepers > 0 }
            clock.advance(by: .milliseconds(500))
        }
        await until { !reasons.withLock { $0.isEmpty } }
        #expect(reasons.withLock { $0.first?.contains("nothing") } == true)
        task.cancel()
        await task.value
    }
}
