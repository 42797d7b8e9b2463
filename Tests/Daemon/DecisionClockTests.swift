import Foundation
import Synchronization
import Testing

@testable import Daemon

struct DecisionClockTests {
    private typealias Machine = TestMachine

    @Test("a reading costs no look at the wall clock, but one in a tenth of a second")
    func cheap() throws {
        let machine = try TestMachine()
        let clock = machine.clock()
        let before = machine.wallReadings.load(ordering: .relaxed)
        for millisecond in Int64(0)..<1000 {
            #expect(clock.now == (Machine.noon + millisecond * 1000, Machine.noon + millisecond * 1000))
            machine.pass(1000)
        }
        #expect((8...10).contains(machine.wallReadings.load(ordering: .relaxed) - before))
    }

    @Test("a wall clock that steps back revives nothing, and one that steps ahead by more than an hour ends nothing for good")
    func steps() throws {
        let machine = try TestMachine()
        let clock = machine.clock()
        machine.pass(Machine.second)
        let before = clock.now.earliest
        machine.move(-Machine.hour)
        machine.pass(Machine.second)
        let ahead = clock.now
        #expect(ahead.earliest >= before && ahead.latest == ahead.earliest)

        machine.move(25 * Machine.hour)
        machine.pass(Machine.second)
        let pending = clock.now
        #expect(pending.earliest < Machine.noon + 4 * Machine.second)
        #expect(pending.latest - pending.earliest > 23 * Machine.hour)
        machine.move(-24 * Machine.hour)
        machine.pass(Machine.second)
        let undone = clock.now
        #expect(undone.earliest == undone.latest && undone.earliest < Machine.noon + 6 * Machine.second)
    }

    @Test("an accepted jump is taken at once")
    func accepts() throws {
        let machine = try TestMachine()
        let clock = machine.clock()
        #expect(!clock.accept(within: .always))
        machine.move(24 * Machine.hour)
        machine.pass(Machine.second)
        _ = clock.now
        #expect(clock.accept(within: .always))
        let now = clock.now
        #expect(now.earliest == now.latest && now.earliest == Machine.noon + 24 * Machine.hour + Machine.second)
    }

    @Test("whether a jump is accepted goes by the wall clock as it is then, not as it was last looked at")
    func acceptsNow() throws {
        let machine = try TestMachine()
        let clock = machine.clock()
        machine.move(24 * Machine.hour)
        machine.pass(Machine.second)
        let seen = clock.looked.wall
        machine.move(365 * 24 * Machine.hour)
        #expect(!clock.accept(within: seen - 60 * Machine.second...seen + 60 * Machine.second))
        #expect(clock.now.earliest < Machine.noon + 2 * Machine.second)
        machine.move(-366 * 24 * Machine.hour)
        #expect(!clock.accept(within: .always), "it was undone")
        #expect(clock.now.latest < Machine.noon + 2 * Machine.second)
    }

    @Test("a process that follows goes on from the mark, whatever the wall clock says")
    func restarts() async throws {
        let machine = try TestMachine()
        let first = machine.clock()
        try await first.resume(from: machine.store)
        machine.pass(60 * Machine.second)
        let mark = first.mark(first.looked)
        try await machine.store.housekeep { try mark.save($0) }
        let decided = first.now.latest

        machine.move(-24 * Machine.hour)
        machine.pass(Machine.second)
        for boot in ["b", "another"] {
            let second = machine.clock(boot: boot)
            try await second.resume(from: machine.store)
            let now = second.now
            #expect(now.earliest >= decided && now.earliest <= decided + 16 * Machine.second)
        }
        machine.move(72 * Machine.hour)
        let third = machine.clock()
        try await third.resume(from: machine.store)
        let now = third.now
        #expect(now.earliest < decided + 2 * Machine.second && now.latest - now.earliest > 47 * Machine.hour)
    }

    /// What all threads have read.
    private final class Seen: Sendable {
        let latest = Atomic<Int64>(0)
        let wentBack = Atomic(0)
        let reads = Atomic(0)
    }

    @Test("no thread reads earlier than another has read before, while the wall clock is thrown about")
    func threads() async throws {
        let machine = try TestMachine()
        let clock = machine.clock()
        let seen = Seen()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    for _ in 0..<30_000 {
                        let before = seen.latest.load(ordering: .sequentiallyConsistent)
                        machine.steady.add(700, ordering: .sequentiallyConsistent)
                        let now = clock.now
                        if now.earliest < before || now.latest < now.earliest { seen.wentBack.add(1, ordering: .relaxed) }
                        seen.latest.max(now.earliest, ordering: .sequentiallyConsistent)
                        seen.reads.add(1, ordering: .relaxed)
                    }
                }
            }
            group.addTask {
                var random = SystemRandomNumberGenerator()
                for _ in 0..<30_000 {
                    let moved = Int64.random(in: -2 * Machine.hour...2 * Machine.hour, using: &random)
                    machine.move(moved / (Bool.random(using: &random) ? 1 : 1000))
                    machine.steady.add(20, ordering: .sequentiallyConsistent)
                    _ = clock.accept(within: .always)
                }
            }
        }
        #expect(seen.reads.load(ordering: .relaxed) == 90_000)
        #expect(seen.wentBack.load(ordering: .relaxed) == 0)
    }

    @Test("the machine's own clocks go on, and name their boot")
    func system() {
        let machine = MachineClock.system
        let (wall, steady) = (machine.wall(), machine.steady())
        #expect(wall > TestMachine.noon && machine.steady() >= steady && !machine.boot.isEmpty)
        let clock = DecisionClock(machine)
        let first = clock.now.earliest
        #expect(clock.now.earliest >= first)
    }
}
