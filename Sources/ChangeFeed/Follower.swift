internal import Contract
internal import Messages
package import RPC
internal import SQL
internal import Synchronization

/// The follower's side: keeps a replica up to date, and knows whether it may be decided on.
///
/// Ask `freshness` first and look into the replica then: what `.fresh` promises is about the replica as it stands from
/// that moment on.
package final class Follower: Sendable {
    private let name: String
    private let client: FeedClient
    private let replica: any Replica
    private let staleness: Staleness
    private let clock: SteadyClock
    private let silence: Duration
    private let random: @Sendable () -> Double
    private let ended: @Sendable (any Error) -> Void

    private let state: Mutex<FollowerState>
    /// Nanoseconds of the clock; `Int64.min` for never. Copies of the state's, for `freshness`.
    private let leaseEnd = Atomic(Int64.min)
    private let confirmedAt = Atomic(Int64.min)
    private let applied = Atomic(Int64(0))
    /// Heartbeats: a quarter of the feed's lease apart, in nanoseconds.
    private let interval = Atomic(Int64(500_000_000))
    private let heard = Atomic(Int64.min)
    private let streams = Atomic(0)

    /// `silence`: how long the feed may say nothing before the stream is given up. `random` gives 0..<1.
    /// `ended` hears why a stream ended; another one follows.
    package init(
        name: String, transport: any CallTransport, replica: any Replica, staleness: Staleness = .lease,
        clock: SteadyClock = .system(), limits: FeedLimits = FeedLimits(), silence: Duration = .seconds(15),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
        ended: @escaping @Sendable (any Error) -> Void = { _ in }
    ) {
        self.name = name
        client = FeedClient(transport: transport)
        self.replica = replica
        self.staleness = staleness
        self.clock = clock
        self.silence = silence
        self.random = random
        self.ended = ended
        state = Mutex(FollowerState(transactionBytesMax: limits.transactionBytesMax))
    }

    /// Two atomic reads and one of the clock at most: for every decision.
    package var freshness: Freshness {
        let now = clock.now().nanoseconds
        if now < leaseEnd.load(ordering: .acquiring) { return .fresh }
        let confirmed = confirmedAt.load(ordering: .acquiring)
        if confirmed == .min { return .loading }
        let age = Duration.nanoseconds(now - confirmed)
        if case .bounded(let bound) = staleness, age <= bound { return .behind(for: age) }
        return .stale(for: age)
    }

    /// Since when the view is not known to be whole: a metric. Nil before the first lease.
    package var age: Duration? {
        let confirmed = confirmedAt.load(ordering: .acquiring)
        return confirmed == .min ? nil : clock.now() - Moment(nanoseconds: confirmed)
    }

    /// How long the lease lasts from now on; zero without one: a metric.
    package var leaseLeft: Duration {
        let end = leaseEnd.load(ordering: .acquiring)
        return end == .min ? .zero : max(.zero, Moment(nanoseconds: end) - clock.now())
    }

    /// The last position applied, and the epoch it belongs to; "" and 0 before the first snapshot.
    package var place: (epoch: String, position: Int64) {
        state.withLock { ($0.epoch, $0.position) }
    }

    package var position: Int64 { place.position }

    /// The position of `place`, in one atomic read: for every decision. A replica that is looked into behind it holds that
    /// position, or a later one.
    package var appliedPosition: Int64 { applied.load(ordering: .acquiring) }

    package var epoch: String { place.epoch }

    /// Streams begun since the start.
    package var streamsBegun: Int { streams.load(ordering: .relaxed) }

    /// Follows until the task is cancelled. Call it once.
    package func run() async {
        var retry = Backoff(random: random)
        while !Task.isCancelled {
            let confirmed = confirmedAt.load(ordering: .relaxed)
            do {
                try await follow()
                throw FeedError(.lost, "the feed ended the stream")
            } catch {
                if Task.isCancelled { return }
                ended(error)
            }
            // A stream that got as far as a lease was a success.
            if confirmedAt.load(ordering: .relaxed) > confirmed { retry.reset() }
            do { try await clock.sleep(clock.now() + retry.next()) } catch { return }
        }
    }

    private func follow() async throws {
        streams.wrappingAdd(1, ordering: .relaxed)
        let stream = try await client.followFeed(CallOptions(timeout: nil))
        heard.store(clock.now().nanoseconds, ordering: .relaxed)
        try await withTaskCancellationHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                defer { stream.cancel() }
                let place = state.withLock { $0.connect() }
                let start = FeedStart(follower: name, epoch: place.epoch, position: place.position)
                try await stream.send(FollowFeedRequest(kind: .start(start)))
                group.addTask { try await self.read(stream) }
                group.addTask { try await self.beat(stream) }
                try await group.next()
            }
        } onCancel: {
            stream.cancel()
        }
    }

    private func beat(_ stream: ClientStream<FollowFeedRequest, FollowFeedResponse>) async throws {
        while true {
            // The lease counts from here, before the heartbeat leaves.
            let number = state.withLock { $0.heartbeat(at: clock.now()) }
            try await stream.send(FollowFeedRequest(kind: .heartbeat(FeedHeartbeat(number: number))))
            try await clock.sleep(clock.now() + .nanoseconds(interval.load(ordering: .relaxed)))
            let quiet = clock.now() - Moment(nanoseconds: heard.load(ordering: .relaxed))
            if quiet > silence { throw FeedError(.lost, "the feed has said nothing for \(quiet)") }
        }
    }

    private func read(_ stream: ClientStream<FollowFeedRequest, FollowFeedResponse>) async throws {
        for try await response in stream.responses {
            heard.store(clock.now().nanoseconds, ordering: .relaxed)
            let applied = try await take(response)
            expose()
            if let applied {
                try await stream.send(FollowFeedRequest(kind: .acknowledge(FeedAcknowledgement(position: applied))))
            }
        }
    }

    /// Returns the position to acknowledge, if any.
    private func take(_ response: FollowFeedResponse) async throws(FeedError) -> Int64? {
        switch response.kind {
        case .started(let started):
            let lease = started.leaseDuration?.duration ?? .zero
            try state.withLock { (state) throws(FeedError) in
                try state.started(epoch: started.epoch, snapshot: started.snapshot, lease: lease)
            }
            interval.store(max(lease.nanoseconds / 4, 1_000_000), ordering: .relaxed)
            return nil
        case .snapshotPart(let part):
            let changes = try ChangeRecord.all(part.changes)
            try state.withLock { (state) throws(FeedError) in try state.snapshotPart(changes) }
            return nil
        case .snapshotEnd(let end):
            let snapshot = try state.withLock { (state) throws(FeedError) in try state.snapshotEnd() }
            try await touchReplica { try await replica.replace(with: snapshot) }
            state.withLock { $0.replaced(position: end.position) }
            applied.store(end.position, ordering: .releasing)
            return end.position
        case .transactions(let transactions):
            var applied: Int64?
            for message in transactions.transactions {
                let part = try TransactionPart(message)
                let whole = try state.withLock { (state) throws(FeedError) in try state.take(part) }
                guard let whole else { continue }
                try await apply(whole)
                applied = whole.position
            }
            return applied
        case .lease(let granted):
            try state.withLock { (state) throws(FeedError) in
                try state.leaseGranted(granted.number, position: granted.position)
            }
            return nil
        case nil:
            throw FeedError(.protocolViolation, "a message without a kind")
        }
    }

    private func apply(_ transaction: CommittedTransaction) async throws(FeedError) {
        CrashPoint.reach(.followerReceived)
        if !transaction.changes.isEmpty {
            try await touchReplica { try await replica.apply(transaction) }
        }
        CrashPoint.reach(.followerApplied)
        state.withLock { $0.applied(transaction) }
        applied.store(transaction.position, ordering: .releasing)
    }

    private func touchReplica(_ work: () async throws -> Void) async throws(FeedError) {
        do {
            try await work()
        } catch {
            // It may have taken a part: nothing it holds counts any more.
            state.withLock { $0.forget() }
            applied.store(0, ordering: .releasing)
            expose()
            throw FeedError(.replica, "the replica cannot take what the feed sent", cause: error)
        }
    }

    /// What readers see, only behind what was applied.
    private func expose() {
        let (end, confirmed) = state.withLock { ($0.leaseEnd, $0.confirmedAt) }
        confirmedAt.store(confirmed?.nanoseconds ?? .min, ordering: .releasing)
        leaseEnd.store(end?.nanoseconds ?? .min, ordering: .releasing)
    }
}
