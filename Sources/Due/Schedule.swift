package import SQL
internal import Synchronization

/// What time does: entries with a time, done when it has come, exactly once, by one loop.
///
/// 1. An entry is a row, written in the transaction of what it is about. It is there exactly when that is stored, moves
///    with its end, and goes with its cause.
/// 2. Its row goes in the same transaction as what it does and the event of that, behind a savepoint of its own. So it is
///    done once: until the commit nothing has happened, after it there is no row.
/// 3. It is done when its time has come by the clock that decisions read, and not while a jump of the wall clock waits to
///    be accepted: then nothing ends.
/// 4. Entries of one key are done in the order of their times, then of their kinds. One that fails holds up the later ones
///    of its own key, and no other entry: it and they are put behind all that can be tried now, until it is done or gone.
///    One that has never failed and only finds no room holds up nothing: what takes access away has room where the rest has
///    none, and an end must not wait until its begin can be told. So for want of room, and only then, the log may be told of
///    the begin behind the end; what holds is judged by the clock, in whatever order it is told.
/// 5. What fails is tried again after a pause that doubles, from a second to an hour, for ever: it shows in the metrics
///    until it is done or its cause is gone. What finds no room in the outbox or on the disk has not failed: it is tried
///    again each second, so that it is done within one when there is room.
/// 6. `DueState` never believes the first entry to be later than it is, so that none is slept through: what it believes is
///    changed by commits alone, on the writer thread, in their order. A batch reads the table inside its own write.
/// 7. A batch is bounded in entries and in time, and each is a write like others: who writes meanwhile waits for one batch
///    at most.
/// 8. What is not due costs its row: the first is found by an index, and no batch looks further than its limit.
///
/// Why nothing is done twice or lost over kill -9, a restored copy or a time when nobody ran: by 2 all that is to be known is
/// in the table, the memory only says when to look, and at a start it says at once. Why it cannot stand still: by 6 there is a
/// look when the first is due. The first of a key that is due and can be tried is done, or its `try_at` grows past all that
/// can be tried now; one that waits for another of its key stands no earlier than that one. So each look at entries that are
/// due leaves fewer of them at that time.
///
/// Why not a timer an entry: a million of them is memory, and after a restart there are none. Why not judge each row's own
/// time column: one index a table to ask, and an end that nobody wrote down as an entry is found by a scan. Why not a
/// transaction an entry: the commit is what costs, and the savepoints keep them apart all the same.
package final class Schedule: Sendable {
    package typealias Reading = (earliest: Int64, latest: Int64)

    /// Of one batch.
    static let entriesMax = 64

    private struct Inner {
        var state = DueState()
        var rest: Task<Void, Never>?
    }

    private let store: Store
    private let clock: @Sendable () -> Reading
    private let pause: @Sendable (_ micros: Int64) async throws -> Void
    private let batchMax: Duration
    private let inner = Mutex(Inner())

    /// `clock`: microseconds UTC, as everything that decides reads it: its earlier time is that of the store's writes.
    /// `pause` returns after so long, and sooner when its task is cancelled. `batchMax`: how long others wait for a batch,
    /// beside its last entry and its commit.
    package init(
        store: Store, clock: @escaping @Sendable () -> Reading,
        pause: @escaping @Sendable (_ micros: Int64) async throws -> Void = { try await Task.sleep(for: .microseconds($0)) },
        batchMax: Duration = .milliseconds(10)
    ) {
        self.store = store
        self.clock = clock
        self.pause = pause
        self.batchMax = batchMax
    }

    package var statistics: DueStatistics { inner.withLock { $0.state.statistics } }

    // MARK: In the write of what it is about

    /// In the place of one of the same kind and key, if there is one.
    package func put(_ entry: DueEntry, _ tx: Transaction) throws(SQLError) {
        let rows = DueRows(tx: tx)
        let replaced = try rows.entry(entry.kind, entry.key)
        if let replaced { try rows.delete(replaced) }
        try rows.insert(entry)
        if let replaced, replaced.attempts > 0 { try rows.free(entry.key) }
        tx.afterCommit { [weak self] in self?.update { $0.put(entry, replacing: replaced) } }
    }

    /// Nothing happens any more; also when there is none.
    package func remove(_ kind: DueKind, _ key: String, _ tx: Transaction) throws(SQLError) {
        let rows = DueRows(tx: tx)
        guard let entry = try rows.entry(kind, key), try rows.delete(entry) else { return }
        if entry.attempts > 0 { try rows.free(key) }
        tx.afterCommit { [weak self] in self?.update { $0.removed(entry) } }
    }

    // MARK: The loop

    /// Does what is due until the task is cancelled. `failing` hears of entries that were tried in vain, `failed` of batches
    /// that were not written.
    package func run(
        _ actions: [DueAction], failing: @escaping @Sendable (_ entry: DueEntry, _ error: any Error) -> Void,
        failed: @escaping @Sendable (any Error) -> Void
    ) async {
        while !Task.isCancelled {
            if await rested() { continue }
            do {
                for failure in try await batch(actions).failures { failing(failure.entry, failure.error) }
            } catch {
                inner.withLock { $0.state.storeFailed(at: clock().earliest) }
                failed(error)
            }
        }
    }

    /// One batch, in a write of its own.
    func batch(_ actions: [DueAction]) async throws -> DueBatch {
        try await store.write { [self] tx in
            let now = clock()
            var batch = DueBatch()
            // A jump may have come since the loop has looked.
            guard now.earliest == now.latest else { return batch }
            let rows = DueRows(tx: tx)
            let counted = inner.withLock { $0.state.isCounted } ? nil : try rows.counted()
            let (steady, begin) = (ContinuousClock(), ContinuousClock.now)
            try batch.run(
                on: rows, at: tx.now, entriesMax: Self.entriesMax, isOver: { begin.duration(to: steady.now) > batchMax }
            ) { entry in
                guard let action = actions.first(where: { $0.kind == entry.kind }) else { throw UnknownKind(kind: entry.kind) }
                try action.act(entry, tx)
            }
            tx.afterCommit { [weak self, batch] in
                CrashPoint.reach(.dueCommitted)
                self?.update {
                    $0.worked(batch, counted: counted)
                    return false
                }
            }
            return batch
        }.value
    }

    /// Returns false at once when there is something to do; else true, when the time may have come or an earlier entry has.
    private func rested() async -> Bool {
        let rest: Task<Void, Never>? = inner.withLock { inner in
            switch inner.state.step(at: clock()) {
            case .work: return nil
            case .wait(let micros):
                let rest = Task<Void, Never> { [pause] in try? await pause(micros) }
                inner.rest = rest
                return rest
            }
        }
        guard let rest else { return false }
        await withTaskCancellationHandler {
            await rest.value
        } onCancel: {
            rest.cancel()
        }
        return true
    }

    /// Of a commit, on the writer thread.
    private func update(_ change: (inout DueState) -> Bool) {
        let rest = inner.withLock { inner in change(&inner.state) ? inner.rest : nil }
        rest?.cancel()
    }
}
