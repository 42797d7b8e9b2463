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
            try state.check(transaction)
            state.applied(transaction)
            #expect(state.position == transaction.position)
        } else {
            #expect(throws: FeedError.self) { try state.check(transaction) }
        }
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
        try state.check(transaction(11))
        state.applied(transaction(11))
        try state.snapshotPart([thing("new")])
        #expect(throws: FeedError.self) { try state.check(transaction(12)) }
        #expect(try state.snapshotEnd() == [thing("new")])
        state.replaced(position: 20)
        try state.check(transaction(21))
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
        #expect(throws: FeedError.self) { try state.check(transaction(1)) }
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
