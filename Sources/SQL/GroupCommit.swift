/// The writer's work: many writes, one commit.
///
/// 1. Every write runs in a savepoint of its own; what throws is undone alone and takes no number.
/// 2. Nothing is answered before COMMIT has returned, refusals neither: they may rest on an earlier write of the group.
/// 3. Positions and sequences move in memory only after COMMIT. A failed group leaves them and the tables as they were.
/// 4. Where the engine has ended the transaction by itself, the whole group fails.
/// 5. Where nobody knows whether COMMIT took place, its callers hear just that, and nobody else hears of the group. No
///    other group runs then, nor after a checkpoint that failed: a new process finds out what is on disk.
final class GroupCommit {
    private enum Outcome {
        case written(PendingWrite.Answer, position: Int64)
        case refused(any Error)
    }

    private let session: any Session
    private let published: Published
    private let clock: @Sendable () -> Int64
    private let options: StoreOptions
    private var state: StoreState
    /// The store does nothing more.
    private(set) var isLost = false

    init(
        session: any Session, state: StoreState, published: Published, options: StoreOptions,
        clock: @escaping @Sendable () -> Int64
    ) {
        self.session = session
        self.state = state
        self.published = published
        self.options = options
        self.clock = clock
    }

    func run(_ group: [PendingWrite]) {
        if isLost {
            for write in group { write.fail(SQLError(.closed, "the store was lost")) }
            return
        }
        var draft = state
        var committed = Committed()
        var outcomes: [Outcome] = []
        outcomes.reserveCapacity(group.count)
        do throws(SQLError) {
            // Left over only where an earlier rollback failed.
            if session.isInTransaction { try session.rollback() }
            try session.begin()
            CrashPoint.reach(.groupBegun)
            for write in group {
                outcomes.append(try perform(write, &draft, &committed))
            }
            if draft != state { try draft.save(session) }
            CrashPoint.reach(.groupWritten)
            let began = options.steadyClock()
            try session.commit()
            options.committed(outcomes.count, options.steadyClock() - began)
        } catch {
            abandon(group, error)
            return
        }
        CrashPoint.reach(.groupCommitted)
        state = draft
        published.publish(draft, committed)
        CrashPoint.reach(.groupPublished)
        answer(group, outcomes)
        do throws(SQLError) { try session.checkpointIfDue() } catch { lose(error) }
    }

    func close() {
        if isLost { session.abandon() } else { session.close() }
    }

    private func lose(_ error: SQLError) {
        isLost = true
        options.lost(error)
    }

    private func perform(
        _ write: PendingWrite, _ draft: inout StoreState, _ committed: inout Committed
    ) throws(SQLError) -> Outcome {
        try session.savepoint()
        let transaction = Transaction(
            session: session, state: draft, now: clock(), takesPosition: write.takesPosition,
            outboxEventsMax: options.outboxEventsMax)
        let answer: PendingWrite.Answer
        do {
            answer = try write.run(transaction)
            draft = try transaction.finish()
        } catch {
            if let lost = transaction.lost { throw lost }
            transaction.end()
            try session.rollbackToSavepoint()
            return .refused(error)
        }
        transaction.end()
        try session.release()
        if !transaction.changes.isEmpty {
            committed.transactions.append(
                CommittedTransaction(position: draft.position, changes: transaction.changes))
        }
        committed.actions += transaction.actions
        return .written(answer, position: draft.position)
    }

    private func abandon(_ group: [PendingWrite], _ cause: SQLError) {
        var error = cause
        if error.code == .unknown {
            lose(error)
        } else if session.isInTransaction {
            do throws(SQLError) {
                try session.rollback()
            } catch let second {
                error.message += "; the rollback failed too: \(second.message)"
            }
        }
        published.statistics.withLock { $0.failedCommits += 1 }
        for write in group { write.fail(error) }
    }

    private func answer(_ group: [PendingWrite], _ outcomes: [Outcome]) {
        var refused = 0
        var withoutRoom: [OutboxPriority: Int] = [:]
        for case .refused(let error) in outcomes {
            refused += 1
            if let full = error as? OutboxFull { withoutRoom[full.priority, default: 0] += 1 }
        }
        published.statistics.withLock {
            $0.commits += 1
            $0.writes += outcomes.count - refused
            $0.refusedWrites += refused
            $0.withoutRoom.merge(withoutRoom, uniquingKeysWith: +)
            $0.largestGroup = max($0.largestGroup, outcomes.count)
        }
        for (write, outcome) in zip(group, outcomes) {
            switch outcome {
            case .written(let answer, let position): answer(position)
            case .refused(let error): write.fail(error)
            }
        }
    }
}
