import Contract
import Messages
import Patience
import SQL
import Synchronization
import Testing

@testable import Outbox

struct RefusalsTests {
    /// Where events go, and a clock.
    private final class Log: Sendable {
        struct NoRoom: Error {}

        let events = Mutex<[Event]>([])
        let hasRoom = Mutex(true)
        let now = Mutex<Int64>(60_000_000)
        let pauses = Mutex<[Duration]>([])
        let failures = Mutex(0)

        func refusals(singlesMax: Int = 2) -> Refusals {
            Refusals(RefusalCounts.Limits(singlesMax: singlesMax, keysMax: 8), clock: { self.now.withLock { $0 } }) { events in
                guard self.hasRoom.withLock({ $0 }) else { throw NoRoom() }
                self.events.withLock { $0 += events.map(\.leaf) }
            }
        }

        /// How many refusals each event stands for.
        var counts: [Int64] { events.withLock { $0.map { max(1, $0.count) } } }
    }

    private let log = Log()

    private func refuse(_ times: Int, _ refusals: Refusals, by actor: String = "a") async {
        for _ in 0..<times {
            await refusals.record(
                RefusedAttempt(
                    OpenEvent(Event(action: "delegation.granted", actor: EventActor(id: actor))), method: "Grant"))
        }
    }

    @Test("beyond the bound the rest of a minute is one event, written when the minute is over")
    func counted() async throws {
        let refusals = log.refusals()
        await refuse(7, refusals)
        #expect(log.counts == [1, 1])
        #expect(refusals.statistics == RefusalStatistics(writtenAlone: 2, writtenCounted: 0, waiting: 5))
        try await refusals.writeCounts(all: false)
        #expect(log.counts == [1, 1], "the minute is not over")
        log.now.withLock { $0 += 60_000_000 }
        try await refusals.writeCounts(all: false)
        #expect(log.counts == [1, 1, 5])
        #expect(refusals.statistics == RefusalStatistics(writtenAlone: 2, writtenCounted: 5, waiting: 0))
    }

    @Test("without room nothing fails and nothing is lost: it is counted until there is room")
    func noRoom() async throws {
        let refusals = log.refusals()
        log.hasRoom.withLock { $0 = false }
        for _ in 0..<3 {
            await refuse(4, refusals)
            log.now.withLock { $0 += 60_000_000 }
            await #expect(throws: Log.NoRoom.self) { try await refusals.writeCounts(all: false) }
        }
        #expect(log.counts.isEmpty && refusals.statistics.waiting == 12)
        log.hasRoom.withLock { $0 = true }
        try await refusals.writeCounts(all: false)
        #expect(log.counts == [12])
    }

    @Test("it sleeps to the end of the minute; when the process stops all is written, whatever the minute")
    func stops() async {
        let refusals = log.refusals()
        log.now.withLock { $0 += 12_500_000 }
        await refuse(9, refusals)
        let log = self.log
        let task = Task {
            await refusals.run(
                pause: { duration in
                    log.pauses.withLock { $0.append(duration) }
                    try await Task.sleep(for: patience)
                },
                failed: { _ in log.failures.withLock { $0 += 1 } })
        }
        await until { log.pauses.withLock { $0.count } == 1 }
        task.cancel()
        await task.value
        #expect(log.pauses.withLock { $0 } == [.milliseconds(47_500)])
        #expect(log.counts == [1, 1, 7])
        #expect(log.failures.withLock { $0 } == 0)
    }

    @Test("when the process stops while counts of a minute are written, the rest is written behind them")
    func stopsWhileWriting() async {
        let log = self.log
        let task = Mutex<Task<Void, Never>?>(nil)
        let refusals = Refusals(RefusalCounts.Limits(singlesMax: 2, keysMax: 8), clock: { log.now.withLock { $0 } }) { events in
            task.withLock { $0?.cancel() }
            log.events.withLock { $0 += events.map(\.leaf) }
        }
        await refuse(9, refusals)
        log.now.withLock { $0 += 60_000_000 }
        await refuse(5, refusals, by: "b")
        #expect(log.counts == [1, 1, 1, 1])
        let running = Task {
            await refusals.run(
                pause: { _ in
                    await until { task.withLock { $0 != nil } }
                    try Task.checkCancellation()
                },
                failed: { _ in log.failures.withLock { $0 += 1 } })
        }
        task.withLock { $0 = running }
        await running.value
        #expect(log.counts == [1, 1, 1, 1, 7, 3])
        #expect(refusals.statistics.waiting == 0 && log.failures.withLock { $0 } == 0)
    }

    @Test("what cannot be written is said once a minute, and tried again")
    func fails() async {
        let refusals = log.refusals()
        await refuse(9, refusals)
        let log = self.log
        log.hasRoom.withLock { $0 = false }
        let task = Task {
            await refusals.run(
                pause: { _ in
                    let rounds = log.pauses.withLock { pauses in
                        pauses.append(.zero)
                        return pauses.count
                    }
                    if rounds > 3 { try await Task.sleep(for: patience) }
                    log.now.withLock { $0 += 60_000_000 }
                    if rounds == 3 { log.hasRoom.withLock { $0 = true } }
                },
                failed: { _ in log.failures.withLock { $0 += 1 } })
        }
        await until { log.pauses.withLock { $0.count } == 4 }
        #expect(log.failures.withLock { $0 } == 2)
        #expect(log.counts == [1, 1, 7])
        task.cancel()
        await task.value
    }

    @Test("in an outbox single ones give way to counts, and both leave room for changes")
    func outbox() async throws {
        let source = try Source(outboxEventsMax: 100)
        let clock = Mutex<Int64>(0)
        let events = EventSource(service: "identity", digest: { _ in [UInt8](repeating: 0, count: 32) }, commitments: .plain)
        let refusals = Refusals(store: source.store, events: events, clock: { clock.withLock { $0 } })
        for number in 0..<30 {
            await refusals.record(
                RefusedAttempt(
                    OpenEvent(Event(action: "session.refused", actor: EventActor(id: "acc_\(number)"))), method: "CreateSession"))
        }
        #expect(source.store.outboxLength == 20)
        #expect(refusals.statistics == RefusalStatistics(writtenAlone: 20, writtenCounted: 0, waiting: 10))
        clock.withLock { $0 += 60_000_000 }
        await #expect(throws: OutboxFull(.refusalCount)) { try await refusals.writeCounts(all: false) }
        #expect(source.store.outboxLength == 20, "all or none")
        try await source.store.outboxAcknowledge(upTo: 10)
        try await refusals.writeCounts(all: false)
        let written = try await source.store.outboxBatch(events: 100, bytes: 1 << 20).map {
            try Event(decoding: AppendedEvent(decoding: $0.event).leaf)
        }
        #expect(written.count == 20 && written.reduce(0) { $0 + $1.count } == 10)
        #expect(written.allSatisfy { !$0.id.isEmpty && $0.occurTime != nil })
    }
}
