import Messages
import Patience
import RPC
import SQL
import Synchronization
import Testing

@testable import Outbox

struct RelayTests {
    private final class Heard: Sendable {
        let pauses = Mutex<[Duration]>([])
        let errors = Mutex<[String]>([])
        let alarms = Mutex<[RelayAlarm]>([])
    }

    private func relay(_ source: Source, _ log: RecordingLog, _ heard: Heard = Heard()) -> Relay {
        Relay(
            source: "identity", store: source.store, log: log.client, random: { 0 },
            pause: { duration in
                try Task.checkCancellation()
                heard.pauses.withLock { $0.append(duration) }
                await Task.yield()
            },
            failed: { error in heard.errors.withLock { $0.append("\(error)") } },
            alarm: { alarm in heard.alarms.withLock { $0.append(alarm) } })
    }

    private func running(_ relay: Relay, _ body: () async throws -> Void) async throws {
        let task = Task { await relay.run() }
        do {
            try await body()
        } catch {
            Issue.record(error)
        }
        task.cancel()
        await task.value
    }

    private func texts(_ numbers: ClosedRange<Int>) -> [String] { numbers.map { "event \($0)" } }

    @Test("events written before and while it runs arrive in order, and leave the outbox")
    func sends() async throws {
        let (source, log) = (try Source(), RecordingLog())
        try await source.write(1...3)
        let relay = relay(source, log)
        try await running(relay) {
            await until { source.store.outboxLength == 0 }
            for number in 4...30 { try await source.write(number...number) }
            await until { source.store.outboxLength == 0 }
        }
        #expect(log.texts == texts(1...30))
        #expect(log.requests.allSatisfy { $0.source == "identity" && $0.epoch == source.store.epoch })
        #expect(relay.statistics.events == 30)
        #expect(relay.statistics.length == 0)
        #expect(relay.statistics.lastError == nil)
    }

    @Test("a batch has at most 512 events and 256 KiB")
    func batches() async throws {
        let (source, log) = (try Source(), RecordingLog())
        try await source.write(1...1200)
        try await source.write(1201...1240, bytes: 16_000)
        try await running(relay(source, log)) { await until { source.store.outboxLength == 0 } }
        #expect(log.texts == texts(1...1240))
        #expect(log.requests.map(\.events.count).prefix(2) == [512, 512])
        for request in log.requests {
            #expect(request.events.count <= 512)
            #expect(request.events.reduce(0) { $0 + $1.count } <= 256 * 1024)
        }
    }

    @Test("while the log is away it waits longer and longer, to 5 s, and loses nothing")
    func away() async throws {
        let heard = Heard()
        let log = RecordingLog(fault: { $0 <= 9 ? .requestLost : .none })
        let source = try Source()
        try await source.write(1...5)
        let relay = relay(source, log, heard)
        try await running(relay) { await until { source.store.outboxLength == 0 } }
        #expect(log.texts == texts(1...5))
        #expect(
            heard.pauses.withLock { $0 } == [50, 100, 200, 400, 800, 1600, 2500, 2500, 2500].map { .milliseconds($0) })
        #expect(heard.errors.withLock { $0.count } == 9)
        #expect(relay.statistics.lastError == nil)
    }

    @Test("exactly once, however requests and answers are lost and relays die", arguments: 1...12)
    func exactlyOnce(seed: Int) async throws {
        let log = RecordingLog(fault: { number in
            // A cheap mix of seed and number.
            let mixed = (UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(number)) &* 0xbf58_476d_1ce4_e5b9
            return [.none, .requestLost, .answerLost, .answerLost][Int(mixed >> 61) % 4]
        })
        let source = try Source()
        var written = 0
        for round in 1...8 {
            let count = (seed * round * 37) % 300 + 1
            try await source.write(written + 1...written + count)
            written += count
            // Killed somewhere on the way; the next one begins with what is left.
            let relay = relay(source, log)
            let task = Task { await relay.run() }
            let requests = log.requests.count
            await until { log.requests.count > requests + round % 3 || source.store.outboxLength == 0 }
            task.cancel()
            await task.value
        }
        try await running(relay(source, log)) { await until { source.store.outboxLength == 0 } }
        #expect(log.texts == texts(1...written))
    }

    @Test("killed between the log's commit and the delete, the next relay goes on behind it")
    func skipsForward() async throws {
        let (source, log) = (try Source(), RecordingLog())
        try await source.write(1...10)
        let sent = try await source.store.outboxBatch(events: 7, bytes: 1 << 20).map(\.event)
        log.state.withLock { $0.events = sent }
        try await running(relay(source, log)) { await until { source.store.outboxLength == 0 } }
        #expect(log.texts == texts(1...10))
    }

    @Test("a log that wants what is gone stops it, and it keeps saying so")
    func logIsBehind() async throws {
        let heard = Heard()
        let (source, log) = (try Source(), RecordingLog())
        try await source.write(1...10)
        try await source.store.outboxAcknowledge(upTo: 4)
        let relay = relay(source, log, heard)
        try await running(relay) { await until { heard.alarms.withLock { $0.count } >= 3 } }
        #expect(Set(heard.alarms.withLock { $0.map(\.message) }).count == 1)
        #expect(relay.statistics.alarm?.code == .logIsBehind)
        #expect(log.requests.count == 1)
        #expect(log.texts == [])
        #expect(source.store.outboxLength == 6)
    }

    @Test("other bytes under a known number stop it")
    func equivocation() async throws {
        let heard = Heard()
        let (source, log) = (try Source(), RecordingLog())
        log.state.withLock { $0.events = [[1]] }
        try await source.write(1...2)
        let relay = relay(source, log, heard)
        try await running(relay) { await until { !heard.alarms.withLock { $0.isEmpty } } }
        #expect(relay.statistics.alarm?.code == .equivocation)
        #expect(source.store.outboxLength == 2)
    }

    @Test("a log that knows more than was ever written stops it")
    func logIsAhead() async throws {
        let heard = Heard()
        let (source, log) = (try Source(), RecordingLog())
        try await source.write(1...2)
        log.state.withLock { $0.events = [Array("event 1".utf8), Array("event 2".utf8), [3]] }
        let relay = relay(source, log, heard)
        try await running(relay) { await until { !heard.alarms.withLock { $0.isEmpty } } }
        #expect(relay.statistics.alarm?.code == .logIsAhead)
        #expect(source.store.outboxLength == 2)
    }

    @Test("a closed store ends it")
    func closed() async throws {
        let (source, log) = (try Source(), RecordingLog())
        source.store.close()
        await relay(source, log).run()
        #expect(log.requests.isEmpty)
    }
}
