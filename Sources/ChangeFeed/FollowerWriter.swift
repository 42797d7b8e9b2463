internal import Messages
internal import RPC
internal import SQL

/// Sends one follower what the feed says is next, at the follower's pace.
struct FollowerWriter {
    let feed: Feed
    let stream: StreamID
    let responses: ResponseWriter<FollowFeedResponse>

    func run() async throws {
        while true {
            switch await feed.next(for: stream) {
            case .send(let parts, let lease):
                if !parts.isEmpty { try await send(parts) }
                if let lease {
                    let granted = FeedLease(number: lease.number, position: lease.position)
                    try await responses.send(FollowFeedResponse(kind: .lease(granted)))
                }
            case .readLog(let place):
                try await sendLog(after: place)
            case .snapshot:
                try await feed.snapshots.pass { try await sendSnapshot() }
            case .wait:
                preconditionFailure("next waits by itself")
            case .ended:
                return
            }
        }
    }

    private func send(_ parts: [TransactionPart]) async throws {
        let message = FeedTransactions(transactions: parts.map { FeedTransaction($0) })
        try await responses.send(FollowFeedResponse(kind: .transactions(message)))
    }

    /// One page is one message.
    private func sendLog(after place: ChangePlace) async throws {
        let page = try await feed.logPage(after: place)
        // A page without progress would be asked for again and again.
        guard case .changes(let transactions, let through) = page, through != place else {
            return feed.needSnapshot(stream)
        }
        feed.willSend(stream, through: through)
        try await send(LogPage.parts(transactions, after: place, through: through))
    }

    private func sendSnapshot() async throws {
        let (parts, position) = try await feed.snapshot()
        feed.willSend(stream, through: ChangePlace(position))
        for part in parts {
            let message = FeedSnapshotPart(changes: part.map { FeedChange($0) })
            try await sendInTime(FollowFeedResponse(kind: .snapshotPart(message)))
        }
        try await sendInTime(FollowFeedResponse(kind: .snapshotEnd(FeedSnapshotEnd(position: position))))
    }

    private func sendInTime(_ message: FollowFeedResponse) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await responses.send(message) }
            group.addTask {
                try await feed.clock.sleep(feed.clock.now() + feed.limits.snapshotStall)
                throw FeedError(.lost, "the follower takes nothing of its snapshot")
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
