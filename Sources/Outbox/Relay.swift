package import Contract
internal import Messages
internal import RPC
package import SQL
internal import Synchronization

/// Sends a service's outbox to the log: in order, nothing lost, nothing twice.
///
/// 1. An event is a row of the outbox, written in the transaction of the change it tells of, under the next number of
///    its source and epoch. Numbers are dense, and are never given out twice in an epoch.
/// 2. One batch is under way at a time: the oldest rows, in order, without a hole.
/// 3. A row is deleted only when the log has said that it has that number, durably.
///
/// Why exactly once. Not lost: by 3 a row is there until the log has it, whoever dies when; a batch without an answer is
/// sent again. Not twice: sent again it has the same numbers, and the log takes a number of a source and epoch once, in
/// the transaction that moves its next number; a batch that overlaps what it has is skipped so far, other bytes under a
/// known number are refused. Killed between the log's commit and the delete here, the relay sends once more, and hears
/// the next number expected. A hole cannot be taken for the end: the log refuses any number but the next.
///
/// Why not delete first, or keep a position in memory: either would rest on a process that may die in between.
package final class Relay: Sendable {
    private static let batchEventsMax = 512
    private static let batchBytesMax = 256 * 1024
    private static let alarmEvery = Duration.seconds(60)

    private let source: String
    private let store: Store
    private let log: LogClient
    private let timeout: Duration
    private let random: @Sendable () -> Double
    private let pause: @Sendable (Duration) async throws -> Void
    private let failed: @Sendable (any Error) -> Void
    private let alarm: @Sendable (RelayAlarm) -> Void
    private let wakes: AsyncStream<Void>
    private let shown = Mutex(RelayStatistics(length: 0, events: 0, batches: 0))

    /// Make it before the store's first write.
    ///
    /// `timeout` is for one batch. `random` gives 0..<1. `failed` hears of each attempt that will be made again; `alarm`
    /// once a minute why the relay has stopped.
    package init(
        source: String, store: Store, log: LogClient, timeout: Duration = .seconds(30),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await ContinuousClock().sleep(for: $0) },
        failed: @escaping @Sendable (any Error) -> Void = { _ in },
        alarm: @escaping @Sendable (RelayAlarm) -> Void
    ) {
        self.source = source
        self.store = store
        self.log = log
        self.timeout = timeout
        self.random = random
        self.pause = pause
        self.failed = failed
        self.alarm = alarm
        let (wakes, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.wakes = wakes
        store.onEvents { _ in waker.yield() }
    }

    package var statistics: RelayStatistics {
        var statistics = shown.withLock { $0 }
        statistics.length = store.outboxLength
        return statistics
    }

    /// Sends until the task is cancelled or the store is closed. Call it once.
    package func run() async {
        var retry = Backoff(random: random)
        var wakes = self.wakes.makeAsyncIterator()
        while !Task.isCancelled {
            do {
                if try await sendBatch() {
                    retry.reset()
                } else if await wakes.next() == nil {
                    return
                }
            } catch let alarm as RelayAlarm {
                return await sound(alarm)
            } catch {
                if Task.isCancelled || (error as? SQLError)?.code == .closed { return }
                shown.withLock { $0.lastError = "\(error)" }
                failed(error)
                do { try await pause(retry.next()) } catch { return }
            }
        }
    }

    /// False when there is nothing to send.
    private func sendBatch() async throws -> Bool {
        let rows = try await store.outboxBatch(events: Self.batchEventsMax, bytes: Self.batchBytesMax)
        shown.withLock { $0.oldestWrittenAt = rows.first?.writtenAt }
        guard let first = rows.first?.sequence else { return false }
        // A hole could only be damage: nothing is renumbered over it, and the log's answer to the rest raises the alarm.
        let batch = zip(rows, first...).prefix { $0.sequence == $1 }.map(\.0)
        let last = first + Int64(batch.count) - 1
        var request = AppendEventsRequest(
            source: source, epoch: store.epoch, firstSequence: first, events: batch.map(\.event))
        // With the first of an epoch, which alone begins a life in the log.
        if first == 1, let earlier = try await store.earlierLife() {
            request.restoredFrom = SourceLife(epoch: earlier.epoch, nextSequence: earlier.next)
        }
        CrashPoint.reach(.relayRead)
        let answer: Result<AppendEventsResponse, Status>
        do throws(Status) {
            answer = .success(try await log.appendEvents(request, CallOptions(timeout: timeout)))
        } catch {
            answer = .failure(error)
        }
        switch Verdict(answer, batch: first...last, last: store.outboxLast) {
        case .acknowledge(let sequence):
            CrashPoint.reach(.relaySent)
            try await store.outboxAcknowledge(upTo: sequence)
            CrashPoint.reach(.relayAcknowledged)
            shown.withLock {
                $0.lastError = nil
                $0.batches += 1
                $0.events += Int(sequence - first + 1)
            }
        case .retry(let status): throw status
        case .halt(let alarm): throw alarm
        }
        return true
    }

    /// Keeps saying so: nobody must be able to overlook it.
    private func sound(_ alarm: RelayAlarm) async {
        shown.withLock {
            $0.alarm = alarm
            $0.lastError = alarm.message
        }
        while !Task.isCancelled {
            self.alarm(alarm)
            do { try await pause(Self.alarmEvery) } catch { return }
        }
    }
}
