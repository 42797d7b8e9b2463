import Contract
import Logging
import Messages
import RPC
import SQL
import Synchronization
import Testing

@testable import Daemon

struct ClockWatchTests {
    private typealias Machine = TestMachine

    /// Looks once a second for that long; `each` moves the machine before the look of that second.
    private func watch(
        _ machine: TestMachine, _ clock: DecisionClock, seconds: Int, _ each: @escaping @Sendable (Int) -> Void = { _ in }
    ) async {
        let watch = ClockWatch(
            clock: clock, store: machine.store, server: "mandate-test",
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            record: { machine.record($0.leaf) })
        let second = Counter()
        await watch.run {
            guard second.next() <= seconds else { throw CancellationError() }
            machine.pass(Machine.second)
            each(second.value)
        }
    }

    private final class Counter: Sendable {
        private let count = Atomic(0)
        var value: Int { count.load(ordering: .relaxed) }
        func next() -> Int { count.add(1, ordering: .relaxed).newValue }
    }

    private func mark(_ machine: TestMachine) async throws -> ClockMark? {
        try await machine.store.read { try ClockMark.find($0) }
    }

    @Test("the mark is at most ten seconds old, and costs one write in ten seconds")
    func marks() async throws {
        let machine = try TestMachine()
        let clock = machine.clock()
        try await clock.resume(from: machine.store)
        let before = machine.store.statistics.commits
        await watch(machine, clock, seconds: 65)
        #expect(machine.store.statistics.commits - before == 7)
        let kept = try #require(try await mark(machine))
        #expect(machine.steady.load(ordering: .relaxed) - kept.steady < ClockMark.keptFor)
        #expect(kept.time - Machine.noon == kept.steady - 5 * Machine.hour)
    }

    @Test("a step ahead has its mark at the next look")
    func stepped() async throws {
        let machine = try TestMachine()
        let clock = machine.clock()
        try await clock.resume(from: machine.store)
        await watch(machine, clock, seconds: 3) { if $0 == 3 { machine.move(Machine.hour / 2) } }
        #expect(try await mark(machine)?.time == Machine.noon + Machine.hour / 2 + 3 * Machine.second)
    }

    @Test("a jump is an event in the installation's log: taken, waiting, undone, back; one a minute at most")
    func events() async throws {
        let machine = try TestMachine()
        let clock = machine.clock()
        try await clock.resume(from: machine.store)
        await watch(machine, clock, seconds: 300) { second in
            switch second {
            case 10: machine.move(30 * Machine.second)
            case 100: machine.move(24 * Machine.hour)
            case 180: machine.move(-24 * Machine.hour)
            // A wall clock that is thrown about.
            case 181...200: machine.move(second % 2 == 0 ? -30 * Machine.second : 30 * Machine.second)
            default: break
            }
        }
        let events = machine.events.withLock { $0 }
        #expect(events.map(\.action) == Array(repeating: "clock.jumped", count: 4))
        #expect(events.map(\.outcome) == [.succeeded, .denied, .succeeded, .denied])
        #expect(events.map { $0.decision?.reason } == [nil, "CLOCK_JUMP_PENDING", nil, "CLOCK_BEHIND"])
        #expect(events.map { $0.changes.last?.after } == ["1", "1", "1", "20"])
        #expect(
            events.allSatisfy {
                $0.organizationId.isEmpty && $0.target?.resourceType == "clock" && $0.actor?.id == "mandate-test"
            })
        #expect(events[1].changes[0].after == "2023-11-15T22:15:30.000Z")
    }

    @Test("the alarm stands as long as the wall clock cannot be followed, and the server stays ready")
    func alarm() async throws {
        let machine = try TestMachine()
        let clock = machine.clock()
        let readiness = Readiness()
        readiness.warn { clock.looked.alarm }
        for (moved, alarm, page) in [
            (Int64(0), false, "ready\n"), (Machine.hour, false, "ready\n"),
            (
                24 * Machine.hour, true,
                "ready\nwarning: the wall clock jumped ahead by 86400 s: mandatectl clock accept, or set it right\n"
            ),
            (-24 * Machine.hour, false, "ready\n"), (-Machine.hour, false, "ready\n"),
            (-Machine.hour, true, "ready\nwarning: the wall clock is 7199 s behind the time that decisions go by\n"),
        ] {
            machine.pass(Machine.second)
            machine.move(moved)
            #expect((clock.looked.alarm != nil) == alarm)
            let shown = readiness.page("/health")
            #expect(shown?.status == 200 && shown?.text == page)
            #expect(readiness.reasons.isEmpty)
        }
    }

    @Test("while two clocks disagree nothing is deleted by time")
    func deletions() async throws {
        let machine = try TestMachine()
        let clock = machine.clock()
        func requests() async throws -> Int {
            try await machine.store.read { try $0.first("SELECT count(*) FROM requests") { $0.int(0) } ?? 0 }
        }
        _ = try await machine.store.write { transaction in
            try transaction.once(caller: "c", requestID: "r", method: "m", digest: []) { [1] }
        }
        let upkeep = Upkeep(
            store: machine.store, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, changesKept: 10,
            clock: { clock.now })
        machine.move(48 * Machine.hour)
        machine.pass(Machine.second)
        try await upkeep.once()
        #expect(try await requests() == 1)
        #expect(clock.accept(within: .always))
        try await upkeep.once()
        #expect(try await requests() == 0)
    }
}
