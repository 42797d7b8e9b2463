import Foundation
import PortableSQL
import SQL
import SQLite
import Synchronization
import Testing

@testable import Due

/// A store with a table of what was done, a schedule, and a clock that the test moves.
final class Rig: Sendable {
    static let thing = DueKind("thing.begin")
    static let end = DueKind("thing.end")

    struct Failed: Error {}

    let store: Store
    let schedule: Schedule
    private let folder: URL
    private let moment: Moment
    /// Keys of which every action fails.
    let failing = Mutex<Set<String>>([])
    /// Kinds of which every action finds the outbox full.
    let withoutRoom = Mutex<Set<DueKind>>([])
    /// Told of each action, before its commit.
    let acted = AsyncStream<String>.makeStream()

    /// Pauses end when they are woken only, so what a test sees happen was not found by looking again.
    init(at now: Int64 = 1_000_000_000) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "due-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let moment = Moment(now)
        self.moment = moment
        store = try Store(
            engine: PortableEngine(SQLiteEngine(path: folder.appending(path: "due.sqlite").path)),
            migrations: [
                Migration(number: 1, name: "done", sql: "CREATE TABLE done (number INTEGER NOT NULL, what TEXT NOT NULL) STRICT;")
            ], clock: { moment.now }, random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
        schedule = Self.schedule(store, moment)
    }

    final class Moment: Sendable {
        private let state: Mutex<(now: Int64, jump: Int64)>

        init(_ now: Int64) { state = Mutex((now, 0)) }

        var now: Int64 { state.withLock { $0.now } }
        var reading: Schedule.Reading { state.withLock { ($0.now, $0.now + $0.jump) } }
        func advance(_ micros: Int64) { state.withLock { $0.now += micros } }
        func jump(_ micros: Int64) { state.withLock { $0.jump = micros } }
    }

    deinit {
        store.close()
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    static func schedule(_ store: Store, _ moment: Moment) -> Schedule {
        Schedule(
            store: store, clock: { moment.reading },
            pause: { _ in
                // Until the task is cancelled.
                let (never, continuation) = AsyncStream<Never>.makeStream()
                for await _ in never {}
                withExtendedLifetime(continuation) {}
                if !Task.isCancelled { Issue.record("a pause has ended by itself") }
            }, batchMax: .seconds(3600))
    }

    /// As the next process has it: nothing is known but what is stored.
    func nextSchedule() -> Schedule { Self.schedule(store, moment) }

    var now: Int64 { moment.now }
    func advance(seconds: Int64) { moment.advance(seconds * 1_000_000) }
    func jump(seconds: Int64) { moment.jump(seconds * 1_000_000) }

    var actions: [DueAction] {
        [Self.thing, Self.end].map { kind in
            DueAction(kind) { [weak self] entry, tx in
                guard let self else { return }
                let what = "\(entry.kind.name) \(entry.key)"
                try tx.run("INSERT INTO done (number, what) SELECT count(*) + 1, ? FROM done", [.text(what)])
                if withoutRoom.withLock({ $0.contains(entry.kind) }) { throw OutboxFull(.change) }
                if failing.withLock({ $0.contains(entry.key) }) { throw Failed() }
                acted.continuation.yield(what)
            }
        }
    }

    func put(_ key: String, _ kind: DueKind = Rig.thing, seconds: Int64) async throws {
        let entry = DueEntry(kind, key, organization: "org", at: now + seconds * 1_000_000)
        _ = try await store.write { [schedule] tx in try schedule.put(entry, tx) }
    }

    func remove(_ key: String, _ kind: DueKind = Rig.thing) async throws {
        _ = try await store.write { [schedule] tx in try schedule.remove(kind, key, tx) }
    }

    @discardableResult
    func batch() async throws -> DueBatch { try await schedule.batch(actions) }

    /// What was done, in order.
    func done() async throws -> [String] {
        try await store.read { try $0.rows("SELECT what FROM done ORDER BY number") { $0.text(0) } }
    }

    /// How SQLite finds what a statement asks for. Asked of the engine itself: no program of ours does.
    func plan(of statement: String) throws -> [String] {
        let session = try SQLiteEngine(path: folder.appending(path: "due.sqlite").path).reader()
        defer { session.close() }
        return try session.rows("EXPLAIN QUERY PLAN " + statement) { $0.text(3) }
    }
}
