internal import SQL

/// The leader's side without I/O: changes, heartbeats and acknowledgements in; what to send and which writes are
/// cleared out. One lock around it is all the synchronisation there is. The invariants are at the head of `Feed`.
struct FeedState {
    /// What the writer of a stream does next.
    enum Step: Equatable {
        /// Sends the changes, if any, and then the lease, if any.
        case send([TransactionPart], lease: Grant?)
        /// Reads a page of the change log, says `willSend` and sends it.
        case readLog(after: ChangePlace)
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
    /// Everything up to here may have been answered, so that nobody may decide without it.
    private(set) var answered: Int64
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
        answered = published
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

    /// Up to where writes may be answered. From here on no lease is granted to who has not been handed all that: whoever
    /// answers asks here, under the same lock.
    mutating func clear(at now: Moment) -> Int64 {
        let cleared = leases.cleared(at: now)
        answered = max(answered, min(cleared, published))
        return cleared
    }

    /// What the stream's writer does next. The lease is granted, in the table and in the answer, in one step and only
    /// behind what it must not lack.
    mutating func next(for stream: StreamID, at now: Moment) -> Step {
        guard let queue = queues[stream], !queue.isReplaced else { return .ended }
        guard let sent = queue.sent else { return .snapshot }
        switch recent.after(sent) {
        case .behind:
            // A transaction larger than what is kept in memory comes from the log: its leases do not wait for its end.
            if let granted = grant(stream, at: now) { return .send([], lease: granted) }
            return .readLog(after: sent)
        case .parts(let parts):
            if let last = parts.last { queues[stream]?.advance(to: last.end, at: now) }
            let granted = grant(stream, at: now)
            return parts.isEmpty && granted == nil ? .wait : .send(parts, lease: granted)
        }
    }

    /// The writer is about to send everything up to `place`, from the log or as a snapshot. It asks for the next step only
    /// behind that.
    mutating func willSend(_ stream: StreamID, through place: ChangePlace, at now: Moment) {
        queues[stream]?.advance(to: place, at: now)
        queues[stream]?.owed = place.position
    }

    /// The log cannot serve this stream any more.
    mutating func needSnapshot(_ stream: StreamID) {
        queues[stream]?.restart()
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
            mayHoldLease(queue, behind: sent, at: now), leases.acknowledged(by: stream) >= queue.owed
        else { return nil }
        queues[stream]?.heartbeat = nil
        let end = heartbeat.received + lease
        guard now < end else { return nil }
        leases.extend(stream, to: end)
        queues[stream]?.owed = sent.position
        return Grant(number: heartbeat.number, position: sent.position)
    }

    /// In the middle of a transaction its write still waits, and so do those behind it: to who was handed all that is
    /// answered, the lease may go on, so that a large one does not cost a follower its view. Not for ever, for those writes
    /// wait for it.
    private func mayHoldLease(_ queue: FollowerQueue, behind sent: ChangePlace, at now: Moment) -> Bool {
        guard let since = queue.partsSince else { return sent.position >= published }
        return sent.position >= answered && now < since + limits.partsTime
    }
}
