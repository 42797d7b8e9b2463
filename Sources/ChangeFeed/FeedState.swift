internal import SQL

/// The leader's side without I/O: changes, heartbeats and acknowledgements in; what to send and which writes are
/// cleared out. One lock around it is all the synchronisation there is. The invariants are at the head of `Feed`.
struct FeedState {
    /// What the writer of a stream does next.
    enum Step: Equatable {
        /// Sends the changes, if any, and then the lease, if any.
        case send([CommittedTransaction], lease: Grant?)
        /// Reads the change log, says `willSend` and sends it.
        case readLog(after: Int64)
        /// Takes a snapshot, says `willSend` and sends it.
        case snapshot
        case wait
        /// Replaced by a newer stream of the same name, or closed.
        case ended
    }

    struct Grant: Equatable {
        var number: UInt64
        var position: Int64
    }

    /// Everything up to here is in the common order, and may have been sent.
    private(set) var published: Int64
    private(set) var recent: RecentChanges
    private(set) var leases: LeaseTable
    private var queues: [StreamID: FollowerQueue] = [:]
    private var streamsOpened: UInt64 = 0
    private var isDraining = false
    private let lease: Duration
    private let limits: FeedLimits

    /// `lease` is the leader's own count of it, margin included.
    init(published: Int64, lease: Duration, quarantineEnd: Moment, limits: FeedLimits = FeedLimits()) {
        self.published = published
        self.lease = lease
        self.limits = limits
        recent = RecentChanges(floor: published, limits: limits)
        leases = LeaseTable(quarantineEnd: quarantineEnd)
    }

    var followers: [(stream: StreamID, queue: FollowerQueue)] { queues.map { ($0.key, $0.value) } }

    /// A committed transaction. Positions it leaves out had no changes.
    mutating func publish(_ transaction: CommittedTransaction) {
        guard transaction.position > published else { return }
        published = transaction.position
        if queues.isEmpty {
            // Nobody follows: the log has it.
            recent = RecentChanges(floor: published, limits: limits)
        } else {
            recent.append(transaction)
        }
    }

    /// All changes up to `position` have been published: what is missing up to there had none.
    mutating func reach(_ position: Int64) {
        publish(CommittedTransaction(position: position, changes: []))
    }

    /// A new stream. `position`: the last one its follower has applied; nil to start from a snapshot.
    mutating func open(_ name: String, from position: Int64?) throws(FeedError) -> StreamID {
        if isDraining { throw FeedError(.draining, "the feed is about to stop") }
        guard queues.count < limits.followersMax else {
            throw FeedError(.tooManyFollowers, "\(limits.followersMax) followers are all this feed serves")
        }
        for (other, queue) in queues where queue.name == name { queues[other]?.isReplaced = true }
        streamsOpened += 1
        let stream = StreamID(number: streamsOpened)
        queues[stream] = FollowerQueue(name: name, position: position)
        leases.open(stream, acknowledged: position ?? 0)
        return stream
    }

    mutating func heartbeat(_ number: UInt64, from stream: StreamID, at now: Moment) throws(FeedError) {
        if let before = queues[stream]?.heartbeat, before.number >= number {
            throw FeedError(.protocolViolation, "heartbeat \(number) after \(before.number)")
        }
        queues[stream]?.heartbeat = (number, now)
    }

    mutating func acknowledge(_ position: Int64, from stream: StreamID) throws(FeedError) {
        guard let queue = queues[stream] else { return }
        guard position <= queue.sentMax else {
            throw FeedError(.protocolViolation, "position \(position) was acknowledged and never sent")
        }
        leases.acknowledge(position, by: stream)
    }

    /// What the stream's writer does next. The lease is granted, in the table and in the answer, in one step and only
    /// behind everything published.
    mutating func next(for stream: StreamID, at now: Moment) -> Step {
        guard let queue = queues[stream], !queue.isReplaced else { return .ended }
        guard let sent = queue.sent else { return .snapshot }
        switch recent.after(sent) {
        case .behind:
            return .readLog(after: sent)
        case .tooLarge:
            queues[stream]?.sent = nil
            return .snapshot
        case .transactions(let transactions):
            if let last = transactions.last { queues[stream]?.advance(to: last.position) }
            let granted = grant(stream, at: now)
            return transactions.isEmpty && granted == nil ? .wait : .send(transactions, lease: granted)
        }
    }

    /// The writer is about to send everything up to `position`, from the log or as a snapshot. It asks for the next
    /// step only behind that.
    mutating func willSend(_ stream: StreamID, through position: Int64) {
        queues[stream]?.advance(to: position)
        queues[stream]?.owed = position
    }

    /// The log cannot serve this stream any more.
    mutating func needSnapshot(_ stream: StreamID) {
        queues[stream]?.sent = nil
    }

    /// The stream is gone. Its lease counts on.
    mutating func close(_ stream: StreamID, at now: Moment) {
        queues[stream] = nil
        leases.close(stream, at: now)
    }

    /// Ends every stream and lets no new one begin. Leases count on.
    mutating func drain() {
        isDraining = true
        for stream in queues.keys { queues[stream]?.isReplaced = true }
    }

    private mutating func grant(_ stream: StreamID, at now: Moment) -> Grant? {
        guard let queue = queues[stream], let sent = queue.sent, let heartbeat = queue.heartbeat,
            sent >= published, leases.acknowledged(by: stream) >= queue.owed
        else { return nil }
        queues[stream]?.heartbeat = nil
        let end = heartbeat.received + lease
        guard now < end else { return nil }
        leases.extend(stream, to: end)
        queues[stream]?.owed = sent
        return Grant(number: heartbeat.number, position: sent)
    }
}
