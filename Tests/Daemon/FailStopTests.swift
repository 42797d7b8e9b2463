import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import Daemon

/// The end of a process that must not go on.
struct FailStopTests {
    private struct Fault: Error {}

    /// Keeps what is logged, with its level.
    private struct Record: LogHandler {
        final class Lines: Sendable {
            let all = Mutex<[(level: Logger.Level, reason: String)]>([])
        }

        let lines: Lines
        var logLevel = Logger.Level.trace
        var metadata: Logger.Metadata = [:]
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.all.withLock { $0.append((event.level, "\(event.metadata?["reason"] ?? "")")) }
        }
    }

    private let lines = Record.Lines()
    private let failStop: FailStop

    init() {
        let lines = lines
        failStop = FailStop(Logger(label: "test") { _ in Record(lines: lines) })
    }

    @Test("the first strike counts: it is the reason, one critical line, and the end")
    func strike() async throws {
        #expect(failStop.reason == nil)
        try failStop.check()
        failStop.strike("the disk", Fault())
        failStop.strike("something else", Fault())
        #expect(failStop.reason == "the disk")
        #expect(lines.all.withLock { $0.map(\.level) } == [.critical])
        #expect(lines.all.withLock { $0.map(\.reason) } == ["the disk"])
        let error = await #expect(throws: SetupError.self) { try await failStop.run() }
        #expect(error?.description == "stopped: the disk")
    }

    /// Does one thing at its start, and another when it is told to stop.
    private struct Part: Service {
        var start: @Sendable () -> Void = {}
        var stop: @Sendable () -> Void = {}

        func run() async throws {
            start()
            try await gracefulShutdown()
            stop()
        }
    }

    @Test("a strike stops the other parts as a signal does, and the group knows why")
    func group() async throws {
        let hasStopped = Atomic(false)
        let services: [any Service] = [
            Part(stop: { hasStopped.store(true, ordering: .releasing) }), failStop,
            Part(start: { [failStop] in failStop.strike("the index", Fault()) }),
        ]
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0, failureTerminationBehavior: .gracefullyShutdownGroup) },
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        await #expect(throws: SetupError.self) { try await group.run() }
        let stopped = hasStopped.load(ordering: .acquiring)
        #expect(stopped)
    }
}
