import SQL
import Testing

@testable import ChangeFeed

struct FeedStateTests {
    private func at(_ milliseconds: Int64) -> Moment { Moment(nanoseconds: milliseconds * 1_000_000) }

    private func state(published: Int64 = 10) -> FeedState {
        FeedState(published: published, lease: .seconds(2), quarantineEnd: at(0))
    }

    @Test("a lease is granted behind everything published, and only there")
    func grantBehindChanges() throws {
        var state = state()
        let stream = try state.open("a", from: 10)
        try state.heartbeat(1, from: stream, at: at(0))
        state.publish(transaction(11))
        #expect(
            state.next(for: stream, at: at(1)) == .send([TransactionPart(transaction(11))], lease: .init(number: 1, position: 11))
        )
        #expect(state.next(for: stream, at: at(1)) == .wait)
        #expect(state.leases.cleared(at: at(1)) == 10)
        try state.acknowledge(11, from: stream)
        #expect(state.leases.cleared(at: at(1)) == 11)
    }

    @Test("no lease in the middle of a backlog: a write answered meanwhile could be missing")
    func backlog() throws {
        var limits = FeedLimits()
        limits.messageBytesMax = 200
        var state = FeedState(published: 10, lease: .seconds(2), quarantineEnd: at(0), limits: limits)
        let stream = try state.open("a", from: 10)
        for position: Int64 in 11...20 { state.publish(transaction(position)) }
        try state.heartbeat(1, from: stream, at: at(0))
        var sent: [TransactionPart] = []
        while case .send(let transactions, let lease) = state.next(for: stream, at: at(0)) {
            sent += transactions
            #expect((lease != nil) == (sent.last?.position == 20))
        }
        #expect(sent.map(\.position) == Array(11...20))
        #expect(state.leases.isLive(stream, at: at(0)))
    }

    @Test("a lease counts from when its heartbeat was received")
    func leaseEnd() throws {
        var state = state()
        let stream = try state.open("a", from: 10)
        try state.heartbeat(1, from: stream, at: at(500))
        #expect(state.next(for: stream, at: at(900)) == .send([], lease: .init(number: 1, position: 10)))
        #expect(state.leases.isLive(stream, at: at(2499)))
        #expect(!state.leases.isLive(stream, at: at(2500)))
    }

    @Test("a heartbeat that is older than a lease gets no answer")
    func lateHeartbeat() throws {
        var state = state()
        let stream = try state.open("a", from: nil)
        try state.heartbeat(1, from: stream, at: at(0))
        state.willSend(stream, through: 10, at: at(0))
        try state.acknowledge(10, from: stream)
        #expect(state.next(for: stream, at: at(2000)) == .wait)
    }

    @Test("no lease before the last one's changes are acknowledged, so that a stuck follower delays no write for ever")
    func owed() throws {
        var state = state()
        let stream = try state.open("a", from: 10)
        state.publish(transaction(11))
        try state.heartbeat(1, from: stream, at: at(0))
        _ = state.next(for: stream, at: at(0))
        try state.heartbeat(2, from: stream, at: at(500))
        #expect(state.next(for: stream, at: at(500)) == .wait)
        #expect(state.leases.cleared(at: at(2000)) == .max)
        try state.acknowledge(11, from: stream)
        #expect(state.next(for: stream, at: at(600)) == .send([], lease: .init(number: 2, position: 11)))
    }

    @Test("no lease before a snapshot, or a page of the log, is acknowledged")
    func catchUp() throws {
        var state = state()
        let stream = try state.open("a", from: nil)
        try state.heartbeat(1, from: stream, at: at(0))
        #expect(state.next(for: stream, at: at(0)) == .snapshot)
        state.willSend(stream, through: 12, at: at(0))
        #expect(state.next(for: stream, at: at(0)) == .wait)
        try state.acknowledge(12, from: stream)
        #expect(state.next(for: stream, at: at(0)) == .send([], lease: .init(number: 1, position: 12)))
    }

    @Test("who is behind the recent changes reads the log and joins without a hole or a double")
    func log() throws {
        var state = state()
        let stream = try state.open("a", from: 7)
        state.publish(transaction(11))
        #expect(state.next(for: stream, at: at(0)) == .readLog(after: 7))
        state.publish(transaction(12))
        // The page has what was committed meanwhile, published or not.
        state.willSend(stream, through: 13, at: at(0))
        #expect(state.next(for: stream, at: at(0)) == .wait)
        state.publish(transaction(13))
        state.publish(transaction(14))
        #expect(state.next(for: stream, at: at(0)) == .send([TransactionPart(transaction(14))], lease: nil))
    }

    /// One follower with a lease at position 10, and then a transaction of ten changes, three to a message.
    private func inParts() throws -> (state: FeedState, stream: StreamID) {
        var limits = FeedLimits()
        limits.messageBytesMax = 160
        limits.partsTime = .seconds(5)
        var state = FeedState(published: 10, lease: .seconds(2), quarantineEnd: at(0), limits: limits)
        let stream = try state.open("a", from: 10)
        #expect(state.clear(at: at(0)) == .max)
        try state.heartbeat(1, from: stream, at: at(0))
        #expect(state.next(for: stream, at: at(0)) == .send([], lease: .init(number: 1, position: 10)))
        state.publish(large(11, 10))
        return (state, stream)
    }

    @Test("while a large transaction is under way the lease goes on, and its write waits")
    func leaseBetweenParts() throws {
        var (state, stream) = try inParts()
        var changes: [ChangeRecord] = []
        for part in 0..<4 {
            let time = at(Int64(part) * 1500)
            try state.heartbeat(UInt64(part) + 2, from: stream, at: time)
            guard case .send(let parts, let lease) = state.next(for: stream, at: time) else { throw Unexpected() }
            #expect(parts.count == 1 && parts[0].more == (part < 3))
            changes += parts[0].changes
            // Behind the last part it is a lease of the new position.
            #expect(lease == .init(number: UInt64(part) + 2, position: part < 3 ? 10 : 11))
            #expect(state.clear(at: time) == 10)
            #expect(throws: FeedError.self) { try state.acknowledge(part < 3 ? 11 : 12, from: stream) }
        }
        #expect(changes == large(11, 10).changes)
        try state.acknowledge(11, from: stream)
        #expect(state.clear(at: at(4500)) == 11)
    }

    @Test("D17 a follower whose lease was over when the write was answered gets none before it has all of it")
    func noLeaseBehindAnswered() throws {
        var (state, stream) = try inParts()
        guard case .send = state.next(for: stream, at: at(100)) else { throw Unexpected() }
        // Its lease is over: the write is answered.
        #expect(state.clear(at: at(2100)) == .max)
        for number in UInt64(2)...3 {
            try state.heartbeat(number, from: stream, at: at(2200))
            guard case .send(let parts, nil) = state.next(for: stream, at: at(2200)) else { throw Unexpected() }
            #expect(parts[0].more)
        }
        guard case .send(_, let lease) = state.next(for: stream, at: at(2200)) else { throw Unexpected() }
        #expect(lease == .init(number: 3, position: 11))
    }

    @Test("who takes the parts too slowly loses the lease: the write does not wait for ever")
    func slowParts() throws {
        var (state, stream) = try inParts()
        guard case .send = state.next(for: stream, at: at(0)) else { throw Unexpected() }
        guard case .send = state.next(for: stream, at: at(0)) else { throw Unexpected() }
        for number in UInt64(2)...20 {
            let time = at(Int64(number) * 500 - 500)
            try state.heartbeat(number, from: stream, at: time)
            // The writer waits for its message to be taken; between, it asks for a lease alone.
            state.willSend(stream, through: ChangePlace(10, taken: 6), at: time)
            if case .send(_, let lease) = state.next(for: stream, at: time), lease != nil { #expect(time < at(5000)) }
        }
        #expect(state.clear(at: at(9000)) == .max)
    }

    @Test("a transaction larger than the recent changes comes from the log, and its leases do not wait for its end")
    func partsFromLog() throws {
        var limits = FeedLimits()
        limits.recentBytesMax = 300
        var state = FeedState(published: 10, lease: .seconds(2), quarantineEnd: at(0), limits: limits)
        let stream = try state.open("a", from: 10)
        try state.heartbeat(1, from: stream, at: at(0))
        _ = state.next(for: stream, at: at(0))
        state.publish(large(11, 10))
        #expect(state.next(for: stream, at: at(0)) == .readLog(after: 10))
        let middle = ChangePlace(10, taken: 4)
        state.willSend(stream, through: middle, at: at(0))
        try state.heartbeat(2, from: stream, at: at(500))
        #expect(state.next(for: stream, at: at(500)) == .send([], lease: .init(number: 2, position: 10)))
        #expect(state.next(for: stream, at: at(500)) == .readLog(after: middle))
        // The log was cut below: what was begun is dropped for a snapshot.
        state.needSnapshot(stream)
        try state.heartbeat(3, from: stream, at: at(600))
        #expect(state.next(for: stream, at: at(600)) == .snapshot)
        state.willSend(stream, through: 11, at: at(600))
        #expect(state.next(for: stream, at: at(600)) == .wait)
        try state.acknowledge(11, from: stream)
        #expect(state.next(for: stream, at: at(600)) == .send([], lease: .init(number: 3, position: 11)))
    }

    @Test("a new stream of a name ends the old one, whose lease counts on")
    func replaced() throws {
        var state = state()
        let old = try state.open("a", from: 10)
        try state.heartbeat(1, from: old, at: at(0))
        _ = state.next(for: old, at: at(0))
        let new = try state.open("a", from: 10)
        let other = try state.open("b", from: 10)
        #expect(state.next(for: old, at: at(0)) == .ended)
        #expect(state.next(for: new, at: at(0)) == .wait)
        #expect(state.next(for: other, at: at(0)) == .wait)
        state.close(old, at: at(1))
        state.publish(transaction(11))
        #expect(state.leases.cleared(at: at(1999)) == 10)
        #expect(state.leases.cleared(at: at(2000)) == .max)
    }

    @Test("what a follower may not say")
    func refused() throws {
        var state = state()
        let stream = try state.open("a", from: 10)
        #expect(throws: FeedError.self) { try state.acknowledge(11, from: stream) }
        try state.heartbeat(5, from: stream, at: at(0))
        #expect(throws: FeedError.self) { try state.heartbeat(5, from: stream, at: at(0)) }
        var limits = FeedLimits()
        limits.followersMax = 1
        var small = FeedState(published: 0, lease: .seconds(2), quarantineEnd: at(0), limits: limits)
        _ = try small.open("a", from: 0)
        #expect(throws: FeedError.self) { try small.open("b", from: 0) }
    }

    @Test("draining ends all and refuses new ones")
    func drain() throws {
        var state = state()
        let stream = try state.open("a", from: 10)
        state.drain()
        #expect(state.next(for: stream, at: at(0)) == .ended)
        #expect(throws: FeedError.self) { try state.open("b", from: 10) }
    }

    @Test("positions without changes reach followers too")
    func reach() throws {
        var state = state()
        let stream = try state.open("a", from: 10)
        state.reach(12)
        state.reach(11)
        #expect(state.published == 12)
        #expect(state.next(for: stream, at: at(0)) == .send([.filler(12)], lease: nil))
    }
}

private struct Unexpected: Error {}
