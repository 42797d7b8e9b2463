import ChangeFeed
import Contract
import Messages
import RPC
import Testing

/// A client that says what the test wants, and nothing else.
struct RawFollower {
    private let stream: ClientStream<FollowFeedRequest, FollowFeedResponse>

    init(_ transport: some CallTransport) async throws {
        stream = try await FeedClient(transport: transport).followFeed(CallOptions(timeout: nil))
    }

    func send(_ kind: FollowFeedRequest.Kind) async throws { try await stream.send(FollowFeedRequest(kind: kind)) }

    func start(_ name: String = "raw", epoch: String = "", position: Int64 = 0) async throws {
        try await send(.start(FeedStart(follower: name, epoch: epoch, position: position)))
    }

    func heartbeat(_ number: UInt64) async throws { try await send(.heartbeat(FeedHeartbeat(number: number))) }
    func acknowledge(_ position: Int64) async throws {
        try await send(.acknowledge(FeedAcknowledgement(position: position)))
    }

    /// Nil when the feed has ended the stream.
    func next() async throws -> FollowFeedResponse.Kind? {
        try await stream.responses.makeAsyncIterator().next()?.kind
    }

    func started() async throws -> FeedStarted {
        guard case .started(let started) = try await next() else {
            throw FeedError(.protocolViolation, "not started")
        }
        return started
    }

    /// The positions of the next transactions; fillers are negative.
    func positions() async throws -> [Int64]? {
        guard case .transactions(let transactions) = try await next() else { return nil }
        return transactions.transactions.map { $0.changes.isEmpty ? -$0.position : $0.position }
    }

    func cancel() { stream.cancel() }

    /// Up to date with a lease, from the feed's present position.
    static func current(_ leader: Leader, _ name: String = "raw", feed: Feed? = nil) async throws -> RawFollower {
        let raw = try await RawFollower(leader.transport(feed: feed))
        try await raw.start(name, epoch: leader.store.epoch, position: leader.store.position)
        #expect(try await !raw.started().snapshot)
        try await raw.heartbeat(1)
        #expect(try await raw.next() == .lease(FeedLease(number: 1, position: leader.store.position)))
        return raw
    }
}
