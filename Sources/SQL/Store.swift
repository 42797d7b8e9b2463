import Synchronization

/// The database of one service: one thread that writes, a few that read.
///
/// 1. Positions are dense: each write that changes something takes the next one, inside its own commit.
/// 2. A write is answered only when it is on disk and the hooks have seen its changes.
/// 3. A read sees one snapshot, with all writes answered before it was asked for.
/// 4. Where it cannot know whether a write is on disk it says `.unknown`, tells `StoreOptions.lost`, and writes no more.
package final class Store: Sendable {
    /// 26 characters, made with the database and anew for a restored copy.
    package let epoch: String
    /// 32 random bytes, made with the database and kept by its copies: keys the hashes that stand for secrets in the log.
    package let secretKey: [UInt8]

    static let secretKeyBytes = 32

    let writes: WorkQueue<PendingWrite>
    let reads: WorkQueue<PendingRead>
    let published: Published
    let turn: WriterTurn
    let engine: any Engine
    private let threads: [StoreThread]

    /// Opens the database, migrates it and starts the threads.
    ///
    /// Blocks meanwhile. Throws `.schema` for tables it does not know, with what to do in the message, and `.busy`
    /// when another process has the database open. `clock` gives microseconds UTC, `random` that many random bytes.
    package init(
        engine: some Engine, migrations: [Migration], clock: @escaping @Sendable () -> Int64,
        random: @escaping @Sendable (Int) -> [UInt8], options: StoreOptions = StoreOptions()
    ) throws(SQLError) {
        let writes = WorkQueue<PendingWrite>(limit: options.waitingMax)
        let reads = WorkQueue<PendingRead>(limit: options.waitingMax)
        let turn = WriterTurn()
        let (writer, (epoch, secretKey, published)) = try StoreThread.start(
            "mandate.writer",
            open: { () throws(SQLError) -> (GroupCommit, (String, [UInt8], Published)) in
                let session = try engine.writer()
                do throws(SQLError) {
                    let state = try Migrator(session: session, now: clock(), random: random).migrate(migrations)
                    let published = Published(state)
                    let commit = GroupCommit(
                        session: session, state: state, published: published, options: options, clock: clock)
                    return (commit, (state.epoch, state.secretKey, published))
                } catch {
                    session.abandon()
                    throw error
                }
            },
            work: { commit in
                while let group = writes.take(atMost: options.groupWritesMax) {
                    turn.take { commit.run(group) }
                    // What waits is refused by `run`, what comes is refused here.
                    if commit.isLost { writes.close() }
                }
                commit.close()
            })
        var threads = [writer]
        do throws(SQLError) {
            for _ in 0..<options.readers {
                threads.append(try Self.reader(engine, reads))
            }
        } catch {
            reads.close()
            writes.close()
            for thread in threads.reversed() { thread.join() }
            throw error
        }
        self.epoch = epoch
        self.secretKey = secretKey
        self.writes = writes
        self.reads = reads
        self.published = published
        self.turn = turn
        self.engine = engine
        self.threads = threads
    }

    deinit {
        // Without `close`: the threads end by themselves, nobody waits for them.
        reads.close()
        writes.close()
    }

    /// Of the last write whose changes the hooks have seen.
    package var position: Int64 { published.position.load(ordering: .acquiring) }

    package var statistics: StoreStatistics {
        var statistics = published.statistics.withLock { $0 }
        statistics.waitingWrites = writes.count
        statistics.waitingReads = reads.count
        return statistics
    }

    /// Runs `body` on the writer thread and returns once it is on disk.
    ///
    /// What `body` throws is thrown here, and only its own doing is undone. `SQLError` with `.full` or `.io` may mean
    /// that the commit of a whole group failed, and with `.unknown` that nobody knows whether it did. `body` must not wait
    /// for anything.
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> Written<T> {
        try await submit(takesPosition: true, body)
    }

    func submit<T: Sendable>(
        takesPosition: Bool, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> Written<T> {
        try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<Written<T>, any Error>) in
            let write = PendingWrite(
                takesPosition: takesPosition,
                run: { transaction in
                    let value = try body(transaction)
                    return { waiting.resume(returning: Written(value: value, position: $0)) }
                },
                fail: { waiting.resume(throwing: $0) })
            do throws(SQLError) { try writes.push(write) } catch { waiting.resume(throwing: error) }
        }
    }

    /// Runs `body` on a reader thread, with one snapshot for all its statements.
    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        try await readSession { session in try body(session) }
    }

    /// Like `read`, with the position that the snapshot shows.
    package func snapshot<T: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> Written<T> {
        try await readSession { session in
            let position = try session.first("SELECT position FROM store_state") { $0.integer(0) } ?? 0
            return Written(value: try body(session), position: position)
        }
    }

    func readSession<T: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<T, any Error>) in
            let read = PendingRead(
                run: { session in
                    let value = try body(session)
                    return { waiting.resume(returning: value) }
                },
                fail: { waiting.resume(throwing: $0) })
            do throws(SQLError) { try reads.push(read) } catch { waiting.resume(throwing: error) }
        }
    }

    /// Called on the writer thread after each commit, in order, before the writes are answered, with the writes that
    /// recorded changes: phase by phase. Register before the first write; be quick; hold the store weakly.
    package func onCommit(_ phase: CommitPhase, _ hook: @escaping @Sendable ([CommittedTransaction]) -> Void) {
        published.hooks.withLock { $0.add(hook, in: phase) }
    }

    /// Finishes what waits, then closes: readers first, so that the writer's last checkpoint meets nobody. Blocks.
    /// Later calls throw `.closed`.
    package func close() {
        reads.close()
        for thread in threads.dropFirst() { thread.join() }
        writes.close()
        threads.first?.join()
    }

    private static func reader(_ engine: some Engine, _ reads: WorkQueue<PendingRead>) throws(SQLError) -> StoreThread {
        try StoreThread.start(
            "mandate.reader",
            open: { () throws(SQLError) -> (any Session, Void) in (try engine.reader(), ()) },
            work: { session in
                while let jobs = reads.take(atMost: 1) {
                    for job in jobs { job.perform(session) }
                }
                session.close()
            }
        ).0
    }
}
