import Messages
import Patience
import RPC
import Testing

@testable import ChangeFeed

/// What a stream carries.
struct StreamTests {
    private func limits() -> FeedLimits {
        var limits = FeedLimits()
        limits.recentTransactionsMax = 4
        limits.messageBytesMax = 300
        limits.pageChangesMax = 7
        return limits
    }

    @Test("a snapshot in parts shows one position, and the changes behind it follow")
    func snapshot() async throws {
        let leader = try await Leader(limits: limits())
        for number in 0..<20 { try await leader.put("k\(number)") }
        let raw = try await RawFollower(leader.transport())
        try await raw.start()
        #expect(
            try await raw.next()
                == .started(
                    FeedStarted(
                        epoch: leader.store.epoch, position: 20, snapshot: true, leaseDuration: WireDuration(.seconds(2)))))
        var ids: Set<String> = []
        var parts = 0
        var end: Int64?
        while end == nil {
            switch try await raw.next() {
            case .snapshotPart(let part):
                ids.formUnion(part.changes.map(\.id))
                parts += 1
            case .snapshotEnd(let message): end = message.position
            default: throw FeedError(.protocolViolation, "something else")
            }
        }
        #expect(ids.count == 20)
        #expect(parts == 3)
        #expect(end == 20)
        try await leader.put("more")
        #expect(try await raw.positions() == [21])
        raw.cancel()
    }

    @Test("catching up from the log joins the present without a hole or a double")
    func catchUp() async throws {
        let leader = try await Leader(limits: limits())
        for number in 0..<40 {
            try await leader.put("k\(number)")
            if number % 5 == 0 { try await leader.touch() }
        }
        let raw = try await RawFollower(leader.transport())
        try await raw.start(epoch: leader.store.epoch, position: 3)
        #expect(try await !raw.started().snapshot)
        let writer = Task { for number in 0..<200 { try await leader.put("n\(number)") } }
        var last: Int64 = 3
        while last < 248 {
            for position in try await raw.positions() ?? [] {
                #expect(position == last + 1 || -position > last)
                last = abs(position)
            }
        }
        #expect(last == 248)
        try await writer.value
        #expect(leader.feed.statistics.logPages > 0)
        #expect(leader.feed.statistics.recentBytes < 2000)
        raw.cancel()
    }

    @Test("what is compacted, of another epoch or not yet given out starts from a snapshot")
    func needsSnapshot() async throws {
        let leader = try await Leader()
        for number in 0..<10 { try await leader.put("k\(number)") }
        try await leader.store.compact(keeping: 3)
        let cases: [(epoch: String, position: Int64, isSnapshot: Bool)] = [
            (leader.store.epoch, 10, false), (leader.store.epoch, 7, false), (leader.store.epoch, 6, true),
            (leader.store.epoch, 11, true), (leader.store.epoch, .max, true), (leader.store.epoch, 0, true), ("other", 9, true),
            ("", 0, true),
        ]
        for (epoch, position, isSnapshot) in cases {
            let raw = try await RawFollower(leader.transport())
            try await raw.start(epoch: epoch, position: position)
            #expect(try await raw.started().snapshot == isSnapshot, "position \(position)")
            raw.cancel()
        }
    }

    @Test(
        "a transaction of any size travels in parts, from memory and from the log, and needs no snapshot", arguments: [60, 4000])
    func large(count: Int) async throws {
        let leader = try await Leader(limits: limits())
        let raw = try await RawFollower.current(leader)
        let ids = (0..<count).map { "k\($0)" }
        let before = leader.feed.statistics.snapshots
        let position = try await leader.put(ids)
        try await leader.put("next")
        var seen: [String] = []
        while true {
            guard case .transactions(let message) = try await raw.next() else { throw FeedError(.protocolViolation, "else") }
            for part in message.transactions where part.position == position {
                #expect(part.more == (seen.count + part.changes.count < count))
                seen += part.changes.map(\.id)
            }
            #expect(message.transactions.reduce(0) { $0 + $1.changes.count } <= 7)
            if message.transactions.last?.position == position + 1 { break }
        }
        #expect(seen == ids)
        #expect(leader.feed.statistics.snapshots == before)
        raw.cancel()
    }

    @Test("a lease is of the position before until the last part is sent, and of the new one behind it")
    func leaseBetweenParts() async throws {
        let leader = try await Leader(limits: limits())
        let raw = try await RawFollower.current(leader)
        let position = try await leader.put((0..<400).map { "k\($0)" })
        var (heartbeat, isWhole) = (UInt64(1), false)
        var positions: Set<Int64> = []
        // The writer waits for nobody here: how many leases lie between the parts is for the tests of the state.
        while !positions.contains(position) {
            heartbeat += 1
            try await raw.heartbeat(heartbeat)
            switch try await raw.next() {
            case .transactions(let message): isWhole = message.transactions.contains { $0.position == position && !$0.more }
            case .lease(let granted):
                #expect(granted.position == (isWhole ? position : position - 1))
                positions.insert(granted.position)
            default: throw FeedError(.protocolViolation, "something else")
            }
        }
        raw.cancel()
    }

    @Test("a follower that does not read costs no memory")
    func slow() async throws {
        let leader = try await Leader(limits: limits())
        let raw = try await RawFollower.current(leader)
        for number in 0..<300 { try await leader.put("k\(number % 3)", [UInt8](repeating: 1, count: 400)) }
        #expect(leader.feed.statistics.recentBytes < 2500)
        var last: Int64 = 0
        while last < 300 {
            for position in try await raw.positions() ?? [] {
                #expect(position == last + 1)
                last = position
            }
        }
        raw.cancel()
    }

    @Test("a wrong beginning is refused")
    func wrongStart() async throws {
        let leader = try await Leader()
        let beginnings: [(FollowFeedRequest.Kind, ErrorReason)] = [
            (.heartbeat(FeedHeartbeat(number: 1)), .missingField), (.start(FeedStart()), .missingField),
            (.start(FeedStart(follower: String(repeating: "n", count: 101))), .tooLong),
        ]
        for (kind, reason) in beginnings {
            let raw = try await RawFollower(leader.transport())
            // The sending fails when the answer is here before it returns.
            let status = await #expect(throws: Status.self) {
                try await raw.send(kind)
                _ = try await raw.next()
            }
            #expect(status?.code == .invalidArgument)
            #expect(status?.reason == reason)
        }
    }

    @Test("a follower that acknowledges what it was not sent is cut off, and so is a second start")
    func wrongLater() async throws {
        let leader = try await Leader()
        for wrong in [FollowFeedRequest.Kind.acknowledge(FeedAcknowledgement(position: 5)), .start(FeedStart(follower: "raw"))] {
            let raw = try await RawFollower.current(leader)
            // The sending fails when the answer is here before it returns.
            let status = await #expect(throws: Status.self) {
                try await raw.send(wrong)
                _ = try await raw.next()
            }
            #expect(status?.code == .invalidArgument && status?.reason == .protocolViolation)
        }
        await until { leader.feed.statistics.followers.isEmpty }
    }

    @Test("draining ends the streams, and new ones are told so")
    func drain() async throws {
        let leader = try await Leader()
        let raw = try await RawFollower.current(leader)
        leader.feed.drain()
        #expect(try await raw.next() == nil)
        let next = try await RawFollower(leader.transport())
        try await next.start()
        let status = await #expect(throws: Status.self) { _ = try await next.next() }
        #expect(status?.reason == .draining)
    }

    @Test("names of different callers are different")
    func callers() async throws {
        let leader = try await Leader()
        let one = try await RawFollower(leader.transport("spiffe://test/service/one"))
        let two = try await RawFollower(leader.transport("spiffe://test/service/two"))
        for raw in [one, two] {
            try await raw.start("same", epoch: leader.store.epoch, position: 0)
            _ = try await raw.next()
        }
        let position = try await leader.put("a")
        for raw in [one, two] { #expect(try await raw.positions() == [position]) }
        #expect(
            leader.feed.statistics.followers.map(\.name) == ["spiffe://test/service/one same", "spiffe://test/service/two same"])
        one.cancel()
        two.cancel()
    }
}
