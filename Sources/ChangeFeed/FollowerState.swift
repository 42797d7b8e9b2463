internal import SQL

/// The follower's side without I/O: what the feed says comes in; what to apply, and how long its own lease lasts, out.
///
/// 1. A lease is counted from the moment before its heartbeat was sent, by the follower's clock.
/// 2. It is extended only when everything sent before the answer has been applied; the caller applies what a call
///    returns before it makes the next.
/// 3. Every transaction stands one behind the position held; only one without changes may stand further. Anything
///    else is a hole, or a double, and ends the stream. Parts of one follow one another, and each has changes.
/// 4. A lease survives its stream: the feed waits for it until it ends. It does not survive another epoch.
/// 5. Parts are kept until the last has come, bounded, and dropped with their stream: what was not whole was not applied.
struct FollowerState {
    private enum Stream {
        case none
        case starting
        case following(lease: Duration)
        case loading(lease: Duration, parts: [ChangeRecord])
    }

    /// Heartbeats that may wait for an answer; older ones would be of no use.
    private static let heartbeatsMax = 32
    private static let leaseMax = Duration.seconds(3600)

    /// Of the feed's database; empty before the first snapshot.
    private(set) var epoch = ""
    /// The last position applied.
    private(set) var position: Int64 = 0
    /// The own lease is valid before this moment.
    private(set) var leaseEnd: Moment?
    /// When the view was last known to be whole: then the last answered heartbeat was sent.
    private(set) var confirmedAt: Moment?
    private var stream = Stream.none
    private var feedEpoch = ""
    /// Of the transaction behind `position`.
    private var parts: [ChangeRecord] = []
    private var partsBytes = 0
    private let transactionBytesMax: Int
    /// A transaction was too large to be collected.
    private var needsSnapshot = false
    private var heartbeats: [(number: UInt64, sent: Moment)] = []
    private var heartbeatsSent: UInt64 = 0

    init(transactionBytesMax: Int = FeedLimits().transactionBytesMax) {
        self.transactionBytesMax = transactionBytesMax
    }

    /// A new stream: says where to start. An empty epoch asks for a snapshot.
    mutating func connect() -> (epoch: String, position: Int64) {
        stream = .starting
        heartbeats = []
        dropParts()
        return needsSnapshot ? ("", 0) : (epoch, position)
    }

    /// Call it before the heartbeat is sent.
    mutating func heartbeat(at now: Moment) -> UInt64 {
        heartbeatsSent += 1
        heartbeats.append((heartbeatsSent, now))
        if heartbeats.count > Self.heartbeatsMax { heartbeats.removeFirst() }
        return heartbeatsSent
    }

    mutating func started(epoch: String, snapshot: Bool, lease: Duration) throws(FeedError) {
        guard case .starting = stream else { throw violation("the stream started twice") }
        guard !epoch.isEmpty else { throw violation("the feed names no epoch") }
        guard lease > .zero, lease <= Self.leaseMax else { throw violation("a lease of \(lease)") }
        guard snapshot || !needsSnapshot else { throw violation("no snapshot where one was asked for") }
        if epoch != self.epoch {
            guard snapshot else { throw violation("epoch \(epoch) instead of \(self.epoch), and no snapshot") }
            leaseEnd = nil
        }
        feedEpoch = epoch
        stream = snapshot ? .loading(lease: lease, parts: []) : .following(lease: lease)
    }

    /// A snapshot may also begin in the middle of a stream, when the follower has fallen behind the kept log.
    mutating func snapshotPart(_ changes: [ChangeRecord]) throws(FeedError) {
        dropParts()
        switch stream {
        case .loading(let lease, var parts):
            stream = .none
            parts += changes
            stream = .loading(lease: lease, parts: parts)
        case .following(let lease):
            stream = .loading(lease: lease, parts: changes)
        case .none, .starting:
            throw violation("a part of a snapshot before the stream started")
        }
    }

    /// Returns the whole state, to be applied at once; then call `replaced`.
    mutating func snapshotEnd() throws(FeedError) -> [ChangeRecord] {
        dropParts()
        switch stream {
        case .loading(let lease, let parts):
            stream = .following(lease: lease)
            return parts
        case .following(let lease):
            stream = .following(lease: lease)
            return []
        case .none, .starting:
            throw violation("the end of a snapshot before the stream started")
        }
    }

    mutating func replaced(position: Int64) {
        // The feed has lost what was applied here: nothing that was promised about it holds.
        if position < self.position { leaseEnd = nil }
        epoch = feedEpoch
        self.position = position
        needsSnapshot = false
    }

    /// Throws for a hole, for a double and for parts that are not in one piece. Apply the transaction that is returned, then
    /// call `applied`; nil when the rest of it follows.
    mutating func take(_ part: TransactionPart) throws(FeedError) -> CommittedTransaction? {
        guard case .following = stream else { throw violation("changes in the wrong place") }
        guard position < .max else { throw violation("nothing comes after position \(position)") }
        let next = position + 1
        let isFiller = part.changes.isEmpty && !part.more && parts.isEmpty
        guard part.position == next || (isFiller && part.position > next) else {
            throw violation("position \(part.position) after \(position)\(parts.isEmpty ? "" : " and a part of the next")")
        }
        if !part.more && parts.isEmpty { return CommittedTransaction(position: part.position, changes: part.changes) }
        guard !part.changes.isEmpty else { throw violation("a part of position \(next) without changes") }
        partsBytes += part.changes.reduce(0) { $0 + $1.size }
        guard partsBytes <= transactionBytesMax else {
            needsSnapshot = true
            dropParts()
            throw FeedError(.replica, "position \(next) changes more than \(transactionBytesMax) bytes: a snapshot shows it")
        }
        parts += part.changes
        if part.more { return nil }
        defer { dropParts() }
        return CommittedTransaction(position: next, changes: parts)
    }

    mutating func applied(_ transaction: CommittedTransaction) {
        position = transaction.position
    }

    private mutating func dropParts() {
        parts = []
        partsBytes = 0
    }

    mutating func leaseGranted(_ number: UInt64, position: Int64) throws(FeedError) {
        guard case .following(let lease) = stream else { throw violation("a lease in the wrong place") }
        guard position <= self.position else {
            throw violation("a lease for position \(position) after \(self.position)")
        }
        guard let index = heartbeats.firstIndex(where: { $0.number == number }) else { return }
        let sent = heartbeats[index].sent
        heartbeats.removeFirst(index + 1)
        let end = sent + lease
        leaseEnd = leaseEnd.map { max($0, end) } ?? end
        confirmedAt = confirmedAt.map { max($0, sent) } ?? sent
    }

    /// The replica's state is not to be trusted: the next stream starts from a snapshot.
    mutating func forget() {
        epoch = ""
        position = 0
        leaseEnd = nil
        confirmedAt = nil
        stream = .none
        dropParts()
    }

    private func violation(_ message: String) -> FeedError { FeedError(.protocolViolation, message) }
}
