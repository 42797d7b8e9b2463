import Testing

@testable import Daemon

private let second: Int64 = 1_000_000
private let hour = 3600 * second
private let noon: Int64 = 1_700_000_000 * second

/// A clock that is looked at, and what it has handed out since.
private struct Looked {
    var state = ClockState(wall: noon, steady: 0)

    /// As a reader would see it at that steady time.
    func reading(at steady: Int64) -> Int64 {
        min(ClockState.time(on: state.course, at: steady), state.handedOut)
    }
}

struct ClockStateTests {
    typealias Standing = ClockState.Standing

    @Test("a clock of which nothing is remembered believes the wall clock")
    func fresh() {
        let state = ClockState(wall: noon, steady: 7)
        #expect((state.time, state.standing, state.uncertainty) == (noon, .following, 0))
    }

    /// One look, 10 s of steady time after the first; `moved`: how far the wall clock was moved meanwhile.
    struct Step: CustomTestStringConvertible {
        var moved: Int64
        var time: Int64
        var standing: Standing
        var jumps: (forward: Int, back: Int)
        var testDescription: String { "\(moved) us" }
    }

    static let steps: [Step] = [
        Step(moved: 0, time: 10 * second, standing: .following, jumps: (0, 0)),
        Step(moved: 1, time: 10 * second + 1, standing: .following, jumps: (0, 0)),
        Step(moved: 19 * second, time: 29 * second, standing: .following, jumps: (0, 0)),
        Step(moved: 20 * second, time: 30 * second, standing: .following, jumps: (1, 0)),
        Step(moved: hour, time: hour + 10 * second, standing: .following, jumps: (1, 0)),
        Step(moved: hour + 1, time: 10 * second, standing: .jumpPending(hour + 1), jumps: (1, 0)),
        Step(moved: 365 * 24 * hour, time: 10 * second, standing: .jumpPending(365 * 24 * hour), jumps: (1, 0)),
        // A quarter of 10 s is 2.5 s: what was less is gone.
        Step(moved: -1, time: 10 * second - 1, standing: .following, jumps: (0, 0)),
        Step(moved: -2_500_000, time: 7_500_000, standing: .following, jumps: (0, 0)),
        Step(moved: -2_500_001, time: 7_500_000, standing: .ahead(1), jumps: (0, 0)),
        Step(moved: -20 * second, time: 7_500_000, standing: .ahead(17_500_000), jumps: (0, 1)),
        Step(moved: -noon, time: 7_500_000, standing: .ahead(noon - 2_500_000), jumps: (0, 1)),
    ]

    @Test("one step of the wall clock", arguments: steps)
    func step(_ step: Step) {
        var state = ClockState(wall: noon, steady: 0)
        state.look(wall: noon + 10 * second + step.moved, steady: 10 * second)
        #expect(state.time - noon == step.time)
        #expect(state.standing == step.standing)
        #expect((state.forwardJumps, state.backwardJumps) == step.jumps)
        #expect(state.lead == 10 * second + step.moved - step.time)
    }

    @Test("an hour ahead is gone after four, and time never stands still")
    func slowed() {
        var state = ClockState(wall: noon, steady: 0)
        state.look(wall: noon - hour, steady: 0)
        var before = state.time
        for steady in stride(from: second, through: 4 * hour - second, by: Int(second)) {
            state.look(wall: noon - hour + steady, steady: steady)
            #expect(state.time - before == 750_000)
            before = state.time
        }
        #expect(state.standing != .following)
        state.look(wall: noon + 3 * hour, steady: 4 * hour)
        #expect((state.standing, state.time) == (.following, noon + 3 * hour))
    }

    @Test("a pending jump is taken by accept, and by nothing else; undone it needs none")
    func accept() {
        var state = ClockState(wall: noon, steady: 0)
        var isTaken = state.accept(within: .always)
        #expect(!isTaken)
        state.look(wall: noon + 24 * hour, steady: 0)
        for steady in stride(from: second, to: 100 * second, by: Int(second)) {
            state.look(wall: noon + 24 * hour + steady, steady: steady)
            #expect((state.time, state.uncertainty) == (noon + steady, 24 * hour))
        }
        var undone = state
        undone.look(wall: noon + 100 * second, steady: 100 * second)
        #expect((undone.standing, undone.time, undone.uncertainty) == (.following, noon + 100 * second, 0))
        #expect((undone.forwardJumps, undone.backwardJumps) == (1, 1))
        isTaken = state.accept(within: .always)
        #expect(isTaken)
        #expect((state.standing, state.time, state.uncertainty) == (.following, noon + 24 * hour + 99 * second, 0))
        isTaken = state.accept(within: .always)
        #expect(!isTaken)
    }

    @Test("a jump is taken only as far as somebody has found the wall clock right")
    func acceptsWithin() {
        let wall = noon + 24 * hour
        for (right, isTaken) in [
            (wall...wall, true), (wall - 1...wall + 1, true), (wall + 1...wall + hour, false), (wall - hour...wall - 1, false),
        ] {
            var state = ClockState(wall: noon, steady: 0)
            state.look(wall: wall, steady: 0)
            let before = state
            let answer = state.accept(within: right)
            #expect(answer == isTaken, "\(right)")
            #expect(isTaken ? state.time == wall : state == before, "\(right)")
        }
    }

    /// A restart: `passed` by the steady clock where the boot is the same.
    struct Restart: CustomTestStringConvertible {
        var what: String
        var boot = "b"
        var passed: Int64
        var wall: Int64
        var time: Int64
        var standing: Standing
        var jumps = (forward: 0, back: 0)
        var testDescription: String { what }
    }

    /// What a restart in the same boot adds: a segment, and what the mark may be off.
    static let slack: Int64 = 200_000

    static let restarts: [Restart] = [
        Restart(
            what: "after three days, in the same boot", passed: 72 * hour, wall: 72 * hour + second, time: 72 * hour + second,
            standing: .following),
        Restart(what: "at once", passed: second, wall: second, time: second + slack, standing: .ahead(slack)),
        Restart(
            what: "set back meanwhile", passed: 60 * second, wall: -hour, time: 60 * second + slack,
            standing: .ahead(hour + 60 * second + slack), jumps: (0, 1)),
        Restart(
            what: "set forward meanwhile", passed: 60 * second, wall: 2 * hour, time: 60 * second + slack,
            standing: .jumpPending(2 * hour - 60 * second - slack), jumps: (1, 0)),
        Restart(
            what: "after a reboot of a minute", boot: "c", passed: 5, wall: 60 * second, time: 60 * second, standing: .following),
        Restart(
            what: "on another machine, at once", boot: "c", passed: 5, wall: second, time: 15 * second,
            standing: .ahead(14 * second)),
        Restart(
            what: "after a reboot of an hour and more", boot: "c", passed: 5, wall: 2 * hour, time: 15 * second,
            standing: .jumpPending(2 * hour - 15 * second), jumps: (1, 0)),
        Restart(
            what: "with a dead battery: 1970", boot: "c", passed: 5, wall: -noon, time: 15 * second,
            standing: .ahead(noon + 15 * second), jumps: (0, 1)),
        Restart(
            what: "a steady clock that went back is another boot's", passed: -5, wall: 60 * second, time: 60 * second,
            standing: .following),
    ]

    @Test("a restart goes on from the mark", arguments: restarts)
    func restart(_ restart: Restart) {
        let mark = ClockMark(time: noon, steady: 1000 * second, boot: "b")
        let state = ClockState(mark, boot: restart.boot, wall: noon + restart.wall, steady: 1000 * second + restart.passed)
        #expect(state.time - noon == restart.time)
        #expect(state.standing == restart.standing)
        #expect((state.forwardJumps, state.backwardJumps) == restart.jumps)
    }

    @Test("a mark is over after ten seconds, and when the clock has stepped ahead of it")
    func marks() {
        var state = ClockState(wall: noon, steady: 0)
        let mark = ClockMark(time: state.time, steady: state.steady, boot: "b")
        for (wall, steady, isOver) in [
            (noon + second, second, false), (noon + 2 * second + 100_000, 2 * second, false),
            (noon + 3 * second + 100_001, 3 * second, true), (noon - hour, 4 * second, false),
            (noon - hour + 6 * second, 10 * second, true),
        ] {
            state.look(wall: wall, steady: steady)
            #expect(mark.isOver(at: state) == isOver, "\(steady)")
        }
    }

    @Test("between two looks a reading goes with the steady clock, up to a tenth of a second")
    func segments() {
        var looked = Looked()
        #expect([0, 1, 99_999, 100_000, 5 * second].map { looked.reading(at: $0) - noon } == [0, 1, 99_999, 100_000, 100_000])
        looked.state.look(wall: noon - hour, steady: 100_000)
        // What was handed out stands; from there three quarters of what passes.
        #expect(looked.reading(at: 100_000) == noon + 100_000)
        #expect(looked.reading(at: 140_000) == noon + 130_000)
        looked.state.look(wall: noon - hour, steady: 200_000)
        #expect(looked.reading(at: 200_000) >= noon + 150_000)
    }
}
