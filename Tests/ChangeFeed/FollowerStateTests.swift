import SQL
import Testing

@testable import ChangeFeed

struct FollowerStateTests {
    private func at(_ milliseconds: Int64) -> Moment { Moment(nanoseconds: milliseconds * 1_000_000) }

    /// At position 10 of epoch `e`.
    private func following() throws -> FollowerState {
        var state = FollowerState()
        _ = state.connect()
        try state.started(epoch: "e", snapshot: true, lease: .seconds(2))
        try state.snapshotPart([thing("one")])
        try state.snapshotPart([thing("two")])
        #expect(try state.snapshotEnd() == [thing("one"), thing("two")])
        state.replaced(position: 10)
        return state
    }

    @Test("it starts from a snapshot, and later from where it is")
    func start() throws {
        var state = FollowerState()
        #expect(state.connect() == ("", 0))
        state = try following()
        #expect(state.connect() == ("e", 10))
    }

    @Test("a lease counts from when its heartbeat was sent")
    func lease() throws {
        var state = try following()
        let first = state.heartbeat(at: at(100))
        let second = state.heartbeat(at: at(600))
        try state.leaseGranted(second, position: 10)
        #expect(state.leaseEnd == at(2600))
        #expect(state.confirmedAt == at(600))
        // Older than the one answered, or never sent: nothing to count from.
        try state.leaseGranted(first, position: 10)
        try state.leaseGranted(99, position: 10)
        #expect(state.leaseEnd == at(2600))
    }

    @Test("a lease for what was not applied is a hole")
    func leaseAhead() throws {
        var state = try following()
        let number = state.heartbeat(at: at(0))
        #expect(throws: FeedError.self) { try state.leaseGranted(number, position: 11) }
        #expect(state.leaseEnd == nil)
    }

    @Test("a lease survives its stream, heartbeats do not")
    func reconnect() throws {
        var state = try following()
        try state.leaseGranted(state.heartbeat(at: at(0)), position: 10)
        let lost = state.heartbeat(at: at(500))
        _ = state.connect()
        try state.started(epoch: "e", snapshot: false, lease: .seconds(2))
        try state.leaseGranted(lost, position: 10)
        #expect(state.leaseEnd == at(2000))
    }

    @Test(
        "holes and doubles are refused",
        arguments: [
            (transaction(11), true), (CommittedTransaction(position: 11, changes: []), true),
            (CommittedTransaction(position: 40, changes: []), true), (transaction(12), false), (transaction(10), false),
            (CommittedTransaction(position: 10, changes: []), false),
        ])
    func order(transaction: CommittedTransaction, isAccepted: Bool) throws {
        var state = try following()
        if isAccepted {
            #expect(try state.take(TransactionPart(transaction)) == transaction)
            state.applied(transaction)
            #expect(state.position == transaction.position)
        } else {
            #expect(throws: FeedError.self) { try state.take(TransactionPart(transaction)) }
        }
    }

    private func part(_ range: Range<Int>, more: Bool = true) -> TransactionPart { part(11, range, more: more) }

    private func part(_ position: Int64, _ range: Range<Int>, more: Bool = true) -> TransactionPart {
        TransactionPart(position: position, changes: Array(large(position, 10).changes[range]), more: more)
    }

    @Test("a transaction in parts is applied as a whole, and leases of the position before go on meanwhile")
    func parts() throws {
        var state = try following()
        for (index, range) in [0..<3, 3..<9].enumerated() {
            #expect(try state.take(part(range)) == nil)
            try state.leaseGranted(state.heartbeat(at: at(Int64(index) * 500)), position: 10)
            #expect(state.leaseEnd == at(2000 + Int64(index) * 500))
            #expect(throws: FeedError.self) { try state.leaseGranted(state.heartbeat(at: at(900)), position: 11) }
        }
        #expect(state.position == 10)
        #expect(try state.take(part(9..<10, more: false)) == large(11, 10))
        state.applied(large(11, 10))
        #expect(try state.take(part(12, 0..<10, more: false)) == large(12, 10))
    }

    @Test("parts that are not in one piece are refused")
    func brokenParts() throws {
        let wrong = [
            part(12, 0..<1), part(10, 0..<1, more: false), .filler(11), .filler(30),
            TransactionPart(position: 11, changes: [], more: true), TransactionPart(transaction(12)),
        ]
        for next in wrong {
            var state = try following()
            _ = try state.take(part(0..<3))
            let error = #expect(throws: FeedError.self, "\(next)") { try state.take(next) }
            #expect(error?.code == .protocolViolation)
        }
        // Nor is there one to begin with.
        for first in [TransactionPart(position: 11, changes: [], more: true), part(12, 0..<1)] {
            var state = try following()
            let error = #expect(throws: FeedError.self) { try state.take(first) }
            #expect(error?.code == .protocolViolation)
        }
    }

    @Test("behind the largest position nothing comes")
    func last() throws {
        var state = try following()
        state.applied(try #require(try state.take(.filler(.max))))
        #expect(throws: FeedError.self) { try state.take(.filler(.max)) }
    }

    @Test("a new stream and a snapshot drop what was begun")
    func droppedParts() throws {
        var state = try following()
        _ = try state.take(part(0..<3))
        #expect(state.connect() == ("e", 10))
        try state.started(epoch: "e", snapshot: false, lease: .seconds(2))
        #expect(try state.take(part(0..<10, more: false)) == large(11, 10))
        state.applied(large(11, 10))
        _ = try state.take(part(12, 0..<3))
        try state.snapshotPart([thing("all")])
        #expect(try state.snapshotEnd() == [thing("all")])
        state.replaced(position: 12)
        #expect(try state.take(TransactionPart(transaction(13))) == transaction(13))
    }

    @Test("more than is collected asks for a snapshot; what is held stays good until its lease is over")
    func largest() throws {
        var state = FollowerState(transactionBytesMax: 52 * 5)
        _ = state.connect()
        try state.started(epoch: "e", snapshot: true, lease: .seconds(2))
        _ = try state.snapshotEnd()
        state.replaced(position: 10)
        try state.leaseGranted(state.heartbeat(at: at(0)), position: 10)
        #expect(try state.take(part(0..<5)) == nil)
        let error = #expect(throws: FeedError.self) { try state.take(part(5..<6, more: false)) }
        #expect(error?.code == .replica)
        #expect(state.leaseEnd == at(2000) && state.position == 10)
        #expect(state.connect() == ("", 0))
        #expect(throws: FeedError.self) { try state.started(epoch: "e", snapshot: false, lease: .seconds(2)) }
        #expect(state.connect() == ("", 0))
        try state.started(epoch: "e", snapshot: true, lease: .seconds(2))
        _ = try state.snapshotEnd()
        state.replaced(position: 11)
        #expect(state.leaseEnd == at(2000))
        #expect(state.connect() == ("e", 11))
    }

    @Test("another epoch needs a snapshot, and ends the lease")
    func epoch() throws {
        var state = try following()
        try state.leaseGranted(state.heartbeat(at: at(0)), position: 10)
        _ = state.connect()
        #expect(throws: FeedError.self) { try state.started(epoch: "f", snapshot: false, lease: .seconds(2)) }
        _ = state.connect()
        try state.started(epoch: "f", snapshot: true, lease: .seconds(2))
        #expect(state.leaseEnd == nil)
        // Until the snapshot is whole it stays what it was.
        #expect(state.epoch == "e")
        _ = try state.snapshotEnd()
        state.replaced(position: 3)
        #expect(state.connect() == ("f", 3))
    }

    @Test("a snapshot may begin in the middle of a stream")
    func snapshotInBetween() throws {
        var state = try following()
        _ = try state.take(TransactionPart(transaction(11)))
        state.applied(transaction(11))
        try state.snapshotPart([thing("new")])
        #expect(throws: FeedError.self) { _ = try state.take(TransactionPart(transaction(12))) }
        #expect(try state.snapshotEnd() == [thing("new")])
        state.replaced(position: 20)
        _ = try state.take(TransactionPart(transaction(21)))
    }

    @Test("a feed that went back ends the lease")
    func wentBack() throws {
        var state = try following()
        try state.leaseGranted(state.heartbeat(at: at(0)), position: 10)
        _ = try state.snapshotEnd()
        state.replaced(position: 9)
        #expect(state.leaseEnd == nil)
    }

    @Test("what a feed may not say before the stream started")
    func tooEarly() {
        var state = FollowerState()
        #expect(throws: FeedError.self) { try state.started(epoch: "e", snapshot: true, lease: .seconds(2)) }
        _ = state.connect()
        #expect(throws: FeedError.self) { try state.snapshotPart([]) }
        #expect(throws: FeedError.self) { try state.snapshotEnd() }
        #expect(throws: FeedError.self) { _ = try state.take(TransactionPart(transaction(1))) }
        #expect(throws: FeedError.self) { try state.leaseGranted(1, position: 0) }
        #expect(throws: FeedError.self) { try state.started(epoch: "", snapshot: true, lease: .seconds(2)) }
        #expect(throws: FeedError.self) { try state.started(epoch: "e", snapshot: true, lease: .zero) }
        #expect(throws: FeedError.self) { try state.started(epoch: "e", snapshot: true, lease: .seconds(3601)) }
    }

    @Test("after a failure of the replica it starts over")
    func forget() throws {
        var state = try following()
        try state.leaseGranted(state.heartbeat(at: at(0)), position: 10)
        state.forget()
        #expect(state.leaseEnd == nil)
        #expect(state.connect() == ("", 0))
    }
}
