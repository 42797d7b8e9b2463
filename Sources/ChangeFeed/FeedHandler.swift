internal import Contract
package import Messages
package import RPC
internal import SQL

/// `FeedService` over a feed: two tasks a stream, one that reads and one that writes.
package struct FeedHandler: FeedService {
    private let feed: Feed

    package init(feed: Feed) {
        self.feed = feed
    }

    package func followFeed(
        _ requests: RequestReader<FollowFeedRequest>, _ responses: ResponseWriter<FollowFeedResponse>, _ call: Call
    ) async throws {
        do {
            let start = try await start(requests)
            let (stream, position, needsSnapshot) = try await feed.open(
                "\(call.peer.caller) \(start.follower)", epoch: start.epoch, position: start.position)
            defer { feed.close(stream) }
            try await responses.send(
                FollowFeedResponse(
                    kind: .started(
                        FeedStarted(
                            epoch: feed.store.epoch, position: position, snapshot: needsSnapshot,
                            leaseDuration: WireDuration(feed.lease)))))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await read(requests, stream) }
                group.addTask { try await FollowerWriter(feed: feed, stream: stream, responses: responses).run() }
                defer {
                    // The follower has gone, or was replaced: what is left to send is of no use.
                    feed.close(stream)
                    group.cancelAll()
                }
                try await group.next()
            }
        } catch let error as FeedError {
            throw Status(error)
        }
    }

    private func start(_ requests: RequestReader<FollowFeedRequest>) async throws -> FeedStart {
        guard case .start(let start)? = try await requests.makeAsyncIterator().next()?.kind else {
            throw Status(
                .invalidArgument, .missingField, "the first message must be start", metadata: ["field": "start"])
        }
        return start
    }

    private func read(_ requests: RequestReader<FollowFeedRequest>, _ stream: StreamID) async throws {
        for try await request in requests {
            switch request.kind {
            case .heartbeat(let heartbeat): try feed.heartbeat(heartbeat.number, from: stream)
            case .acknowledge(let acknowledge): try feed.acknowledge(acknowledge.position, from: stream)
            case .start: throw FeedError(.protocolViolation, "start must be the first message, and the only one")
            case nil: throw FeedError(.protocolViolation, "a message without a kind")
            }
        }
    }
}

extension Status {
    init(_ error: FeedError) {
        switch error.code {
        case .protocolViolation: self.init(.invalidArgument, .protocolViolation, error.message)
        case .tooManyFollowers: self.init(.resourceExhausted, .tooManyFollowers, error.message)
        case .draining: self.init(.unavailable, .draining, error.message)
        case .lost: self.init(.unavailable, .disconnected, error.message)
        case .replica: self.init(.internal, .internal, error.message)
        }
    }
}
