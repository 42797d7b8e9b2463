import Lots
import Testing

@testable import Daemon

/// A machine whose wall clock does what wall clocks do, the clock on it, and a database that keeps its mark. From seeds.
///
/// Held after every event, over restarts: what is read never goes back; what is not accepted is not taken; a clock that
/// is left alone comes back to the wall clock.
private struct SimulatedMachine {
    private static let second: Int64 = 1_000_000
    private static let hour = 3600 * second

    var random: SplitMix
    var wall: Int64 = 1_700_000_000 * second
    var steady: Int64 = 0
    var boot = 1
    /// How much faster the wall clock goes, in parts per million.
    var drift: Int64 = 0
    var state: ClockState
    var mark: ClockMark
    var read: Int64 = 0
    /// The wall clock may be ahead of what was accepted by no more.
    var taken: Int64 = 0
    var violations: [String] = []
    var seen: Set<String> = []

    init(seed: UInt64) {
        random = SplitMix(seed: seed)
        state = ClockState(wall: wall, steady: steady)
        mark = ClockMark(time: state.time, steady: state.steady, boot: "1")
        drift = below(1001) - 500
    }

    mutating func below(_ limit: Int64) -> Int64 { Int64.random(in: 0..<limit, using: &random) }

    /// Both clocks go on.
    mutating func pass(_ time: Int64) {
        steady += time
        wall += time + time * drift / 1_000_000
    }

    mutating func reading() {
        var now = ClockState.time(on: state.course, at: steady)
        if now >= state.handedOut {
            let before = state
            state.look(wall: wall, steady: steady)
            let step = state.time - before.time - (steady - before.steady)
            if step > ClockState.jumpMax { violations.append("took \(step) at once") }
            if mark.isOver(at: state) { keep() }
            now = min(ClockState.time(on: state.course, at: steady), state.handedOut)
        }
        if now < read { violations.append("read \(now) after \(read)") }
        read = now
        switch state.standing {
        case .following:
            seen.insert("following")
            // A segment long, and what a step since the last look has moved.
            if now - state.wall > 2 * ClockState.segment { violations.append("following, \(now - state.wall) ahead") }
        case .ahead(let lead):
            seen.insert(lead > ClockState.jumpMax ? "far ahead" : "ahead")
            if state.uncertainty != 0 { violations.append("ahead and not certain") }
        case .jumpPending(let lead):
            seen.insert("pending")
            if state.uncertainty != lead { violations.append("pending and certain") }
        }
    }

    mutating func event() {
        switch below(30) {
        case 0: wall += below(2 * Self.hour) - Self.hour
        case 1: wall += below(4 * 24 * Self.hour) - 2 * 24 * Self.hour
        case 2: wall += below(2 * Self.second) - Self.second
        case 3:
            pass(below(3 * Self.hour))  // asleep, and CLOCK_BOOTTIME counts
            seen.insert("slept")
        case 4:
            wall += below(3 * Self.hour)  // paused by a hypervisor; then the wall clock was set right
            seen.insert("paused")
        case 5:
            pass(below(600 * Self.second))
            restart(inBoot: boot)
        case 6:
            boot += 1
            steady = below(100 * Self.second)
            // Down for longer than the mark was old.
            wall += 15 * Self.second + below(2 * Self.hour)
            restart(inBoot: boot)
        case 7:
            guard state.accept(within: .always) else { break }
            seen.insert("accepted")
            keep()
        default:
            // Readers, for a while.
            for _ in 0..<20 {
                pass(below(Self.second / 2))
                reading()
            }
        }
        reading()
    }

    mutating func restart(inBoot boot: Int) {
        // The watch looks once a second; what it has not seen is lost.
        state = ClockState(mark, boot: "\(boot)", wall: wall, steady: steady)
        keep()
        seen.insert("restarted")
    }

    mutating func keep() { mark = ClockMark(time: state.time, steady: state.steady, boot: "\(boot)") }

    /// No more jumps: within four times of how far it is ahead it has met the wall clock.
    mutating func settle() {
        reading()
        _ = state.accept(within: .always)
        for _ in 0..<64 where state.standing != .following {
            guard case .ahead(let lead) = state.standing else { return violations.append("does not settle") }
            pass(max(lead * 4, Self.second))
            reading()
        }
        pass(ClockState.segment)
        reading()
        let off = read - wall
        if abs(off) > ClockState.segment { violations.append("settled \(off) off") }
    }
}

struct ClockSimulationTests {
    @Test(
        "jumps, restarts, reboots, drift, sleep and pauses: no reading goes back, nothing is taken unaccepted", arguments: 1...64)
    func holds(seed: Int) {
        var machine = SimulatedMachine(seed: UInt64(seed))
        for _ in 0..<500 where machine.violations.isEmpty { machine.event() }
        machine.settle()
        #expect(machine.violations == [])
    }

    @Test("the simulation meets every standing")
    func covers() {
        var seen: Set<String> = []
        for seed in 1...16 {
            var machine = SimulatedMachine(seed: UInt64(seed))
            for _ in 0..<500 { machine.event() }
            seen.formUnion(machine.seen)
        }
        #expect(
            seen == ["following", "ahead", "far ahead", "pending", "slept", "paused", "restarted", "accepted"])
    }
}
