package import SQL
internal import Synchronization

/// The leader's side: sends committed changes to followers and knows when a write may be answered.
///
/// Rule D17: when a write was answered, no follower that holds a lease decides without it. The invariants:
///
/// 1. A lease counts, at the follower, from the moment before it *sent* the heartbeat; at the leader, from when it
///    *received* it, and 1/32 longer, for clocks of different speed. Both clocks are steady. The leader's view of a
///    lease always ends later.
/// 2. There is one order of changes. A lease is granted under the lock that orders them, in the table and in the answer
///    in one step, and only to a stream to which everything published has been handed before; while a transaction goes
///    out to it in parts, only if everything *answered* has been. The follower extends its lease only after it has applied
///    every transaction that was whole before the answer.
/// 3. `acknowledged` returns when everybody with a live lease has acknowledged the position. After a start nobody is
///    known: it waits until the longest lease ever promised from this database is over. That length is on disk before
///    the first lease of it is granted.
/// 4. A follower costs bounded memory. It has no queue, only a place in the recent changes, which all share and which
///    are bounded; who falls behind them reads pages of the change log, and rejoins at the exact place. Messages and
///    pages are cut by bytes, within a transaction too: no transaction is too large to be followed.
/// 5. A snapshot is taken in one read, and shows one position; the changes behind it follow.
/// 6. Leases are keyed by stream. A new stream of the same name ends the old one, whose lease counts on.
/// 7. The follower applies a transaction as a whole, in order, and refuses a hole, a double, another epoch, and a
///    transaction whose parts are not in one piece. A part is acknowledged by nobody; with its stream it is forgotten.
/// 8. A lease is granted only to who has acknowledged everything handed to it as a whole before its last one, and within a
///    transaction only for `partsTime`: a follower that takes changes and does not apply them delays a write by two leases
///    at most, or by that and two leases, and not for ever.
/// 9. What is read from the disk is sent only when the writer's group of that moment is over. A reader sees a commit as
///    soon as COMMIT has returned, before the service itself judges by it (`CommitPhase`). No hook waits for a follower,
///    so the group ends whatever streams do.
/// 10. What is answered is noted in the step that looks whether it may be: no lease is granted between.
///
/// Why D17 follows. Let a write at position p be answered at time e. A follower's lease that is valid after e was granted
/// (a) after e by this process: p was published and, by 10, noted as answered, so by 2 it had been handed over as a whole,
/// and the follower had applied it before its lease began; or (b) before e by this process: then at e the table held it,
/// and either the follower had acknowledged p, or the leader saw the lease end, which by 1 is after the follower saw it
/// end; or (c) by an earlier process, so that by 1 and 3 it was over before e.
/// (The store lets one process at a time open the database, so the earlier process is dead.) Whether p lies behind parts
/// that are under way makes no difference: what is granted at a position before p, while p waits, is in the table at e.
///
/// Why not a queue per follower: bounded by a limit it needs the same fall-back to the log, and one position can be
/// handed over twice or not at all at the seam. Why not tokens: only careful callers would be safe.
package final class Feed: Sendable {
    /// Enumerates the whole state that followers get, on one snapshot of the database.
    package typealias Snapshot = @Sendable (any Connection, (ChangeRecord) -> Void) throws -> Void

    private struct Inner {
        var state: FeedState
        /// Positions up to the store's at the start have been taken in.
        var isStarted = false
        /// Writers of streams with nothing to send.
        var idle: [StreamID: CheckedContinuation<FeedState.Step, Never>] = [:]
        var writes = WaitingWrites()
        var timer: (end: Moment, task: Task<Void, Never>)?
        var counters = FeedStatistics.Counters()
    }

    let store: Store
    let clock: SteadyClock
    let limits: FeedLimits
    let lease: Duration
    let snapshots: Turnstile
    private let enumerate: Snapshot
    private let inner: Mutex<Inner>

    /// Make it before the store's first write. A longer lease means fewer heartbeats, and a longer wait for a write
    /// when a follower dies.
    package init(
        store: Store, lease: Duration = .seconds(2), clock: SteadyClock = .system(),
        limits: FeedLimits = FeedLimits(), snapshot: @escaping Snapshot
    ) {
        self.store = store
        self.lease = lease
        self.clock = clock
        self.limits = limits
        enumerate = snapshot
        snapshots = Turnstile(limits.snapshotsMax)
        let earlier = LeaseTable.counted(.microseconds(store.leaseMicros))
        let counted = LeaseTable.counted(lease)
        let quarantineEnd = earlier > .zero ? clock.now() + earlier : Moment(nanoseconds: .min)
        func state(at position: Int64) -> FeedState {
            FeedState(published: position, lease: counted, quarantineEnd: quarantineEnd, limits: limits)
        }
        inner = Mutex(Inner(state: state(at: 0)))
        store.onCommit(.followers) { [weak self] in self?.publish($0) }
        // What was committed before the hook stood is in the log, and the recent changes begin behind it.
        let position = store.position
        inner.withLock { inner in
            inner.state = state(at: max(position, inner.state.published))
            inner.isStarted = true
        }
    }

    /// Returns when every follower with a live lease has acknowledged `position`, or its lease is over.
    ///
    /// Every mutating handler awaits this with `Written.position` before it answers, also for a no-op and for a repeated
    /// request id: what it answers may rest on a write that is still waiting. It takes at most two leases, `partsTime` more
    /// behind a transaction in parts, and after a start the longest lease ever promised. It does not end earlier when the
    /// task is cancelled: there is no answer without the guarantee.
    package func acknowledged(_ position: Int64) async {
        let isCleared = update { inner, now in
            inner.state.reach(position)
            return inner.state.clear(at: now) >= position
        }
        if isCleared { return }
        CrashPoint.reach(.feedWaiting)
        await withCheckedContinuation { answer in
            update { inner, _ in inner.writes.insert(position, answer) }
        }
    }

    /// Ends all streams and refuses new ones: their followers go to this server's successor. Leases count on.
    package func drain() {
        update { inner, _ in inner.state.drain() }
    }

    package var statistics: FeedStatistics {
        let now = clock.now()
        return inner.withLock { inner in
            FeedStatistics(inner.state, waitingWrites: inner.writes.count, inner.counters, at: now)
        }
    }

    // MARK: For the streams

    /// Opens a stream for a follower that has applied `epoch` up to `position`. `needsSnapshot` when it cannot go on
    /// from there.
    func open(
        _ name: String, epoch: String, position: Int64
    ) async throws -> (stream: StreamID, position: Int64, needsSnapshot: Bool) {
        try await promiseLease()
        var isKept = epoch == store.epoch && position >= 0
        if isKept { isKept = try await store.keepsChanges(after: position) }
        let (stream, published) = try update { (inner, _) throws(FeedError) in
            (try inner.state.open(name, from: isKept ? position : nil), inner.state.published)
        }
        return (stream, published, !isKept)
    }

    func heartbeat(_ number: UInt64, from stream: StreamID) throws(FeedError) {
        // The hooks have seen all changes up to the store's position.
        let position = store.position
        try update { (inner, now) throws(FeedError) in
            inner.state.reach(position)
            try inner.state.heartbeat(number, from: stream, at: now)
        }
    }

    func acknowledge(_ position: Int64, from stream: StreamID) throws(FeedError) {
        try update { (inner, _) throws(FeedError) in try inner.state.acknowledge(position, from: stream) }
    }

    /// What the stream's writer does next; waits while there is nothing.
    func next(for stream: StreamID) async -> FeedState.Step {
        await withCheckedContinuation { writer in
            update { inner, _ in
                precondition(inner.idle[stream] == nil, "a stream has one writer")
                inner.idle[stream] = writer
            }
        }
    }

    func willSend(_ stream: StreamID, through place: ChangePlace) {
        update { inner, now in inner.state.willSend(stream, through: place, at: now) }
    }

    /// Like `SQL.Store.changes`, counted, and only of what has been published (9).
    func logPage(after place: ChangePlace) async throws -> ChangePage {
        let page = try await store.changes(
            after: place, limit: limits.pageChangesMax, bytesMax: limits.messageBytesMax)
        update { inner, _ in inner.counters.logPages += 1 }
        await store.settled()
        return page
    }

    func needSnapshot(_ stream: StreamID) {
        update { inner, _ in inner.state.needSnapshot(stream) }
    }

    func close(_ stream: StreamID) {
        update { inner, now in inner.state.close(stream, at: now) }
    }

    /// The whole state in parts that each fit into a message, and the position it shows, which has been published (9).
    func snapshot() async throws -> (parts: [[ChangeRecord]], position: Int64) {
        let enumerate = self.enumerate
        let bytesMax = limits.messageBytesMax
        let written = try await store.snapshot { connection in
            var parts: [[ChangeRecord]] = []
            var room = 0
            try enumerate(connection) { change in
                if room <= 0 {
                    parts.append([])
                    room = bytesMax
                }
                parts[parts.count - 1].append(change)
                room -= change.size
            }
            return parts
        }
        update { inner, _ in inner.counters.snapshots += 1 }
        await store.settled()
        return (written.value, written.position)
    }

    // MARK: The lock

    private func publish(_ transactions: [CommittedTransaction]) {
        update { inner, _ in
            for transaction in transactions {
                // Before the start is over only the position counts; gaps are not known to be without changes.
                if inner.isStarted { inner.state.publish(transaction) } else { inner.state.reach(transaction.position) }
            }
        }
    }

    /// On disk before a lease of this length is granted. A shorter one is written down once the longer ones of the
    /// past are over.
    private func promiseLease() async throws {
        let wanted = lease.nanoseconds / 1000
        let promised = store.leaseMicros
        let isOver = inner.withLock { clock.now() >= $0.state.leases.quarantineEnd }
        if wanted > promised { try await store.setLease(micros: wanted) }
        // Where the store takes no writes the longer one stays: the next start waits longer, and followers are served now.
        if wanted < promised && isOver { try? await store.setLease(micros: wanted) }
    }

    /// Changes the state, and then wakes whoever waited for that. The only way in.
    private func update<T: Sendable, E>(_ change: (inout Inner, Moment) throws(E) -> T) throws(E) -> T {
        var steps: [(CheckedContinuation<FeedState.Step, Never>, FeedState.Step)] = []
        var answers: [CheckedContinuation<Void, Never>] = []
        let value = try inner.withLock { (inner) throws(E) -> T in
            let now = clock.now()
            let value = try change(&inner, now)
            for (stream, writer) in inner.idle {
                let step = inner.state.next(for: stream, at: now)
                if step == .wait { continue }
                inner.idle[stream] = nil
                steps.append((writer, step))
            }
            answers = inner.writes.take(upTo: inner.state.clear(at: now))
            setTimer(&inner, now)
            return value
        }
        for (writer, step) in steps { writer.resume(returning: step) }
        for answer in answers { answer.resume() }
        return value
    }

    /// One timer: for the end of the lease that may let the first waiting write go.
    private func setTimer(_ inner: inout Inner, _ now: Moment) {
        guard let first = inner.writes.first, let end = inner.state.leases.nextEnd(blocking: first, at: now) else {
            return
        }
        if let timer = inner.timer {
            if timer.end <= end { return }
            timer.task.cancel()
        }
        let clock = self.clock
        let task = Task { [weak self] in
            do { try await clock.sleep(end) } catch { return }
            self?.update { inner, _ in
                if inner.timer?.end == end { inner.timer = nil }
            }
        }
        inner.timer = (end, task)
    }
}
