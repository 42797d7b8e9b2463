internal import Synchronization

/// The clock that decisions read, for any number of threads. What it does, and promises, stands at `ClockState`.
///
/// A reading costs three atomic loads and one of the machine's steady clock. A segment of a tenth of a second is read that
/// way; who comes to its end takes the lock, looks at the wall clock and opens the next.
///
/// Why no reading goes back, though they are many threads'. A segment is published as its `end` and its `course` by the
/// steady clock, the course first; they are read in the other order, and the steady clock behind both.
///
/// 1. A reading from a segment is less than its end, and the next segment begins no earlier than there: `ClockState`, 1.
/// 2. Who has read an end has read its course, or a later one: then the time is not before that end, and is not used.
/// 3. The steady clock was read later than when the segment was opened, so the reading lies in the segment.
///
/// `uncertainty` is published last and read first: at worst a reading says that a jump is pending which was just taken,
/// and denies.
package final class DecisionClock: Sendable {
    package typealias Reading = (earliest: Int64, latest: Int64)

    package let machine: MachineClock
    private let state: Mutex<ClockState>
    private let end: Atomic<Int64>
    private let course: Atomic<Int64>
    private let uncertainty: Atomic<Int64>

    /// Believes the wall clock until `resume` says more.
    init(_ machine: MachineClock) {
        self.machine = machine
        let (wall, steady) = Self.sample(machine)
        let state = ClockState(wall: wall, steady: steady)
        self.state = Mutex(state)
        end = Atomic(state.handedOut)
        course = Atomic(state.course)
        uncertainty = Atomic(state.uncertainty)
    }

    /// Microseconds since 1970, UTC. The two differ while a jump of the wall clock waits to be accepted: then what is
    /// over by either is over, and what has not begun by either has not begun.
    package var now: Reading {
        let uncertainty = uncertainty.load(ordering: .acquiring)
        let end = end.load(ordering: .acquiring)
        let course = course.load(ordering: .acquiring)
        let time = ClockState.time(on: course, at: machine.steady())
        if time < end { return (time, time &+ uncertainty) }
        return look()
    }

    /// Continues where an earlier process has left off; before anything is decided on.
    func resume(_ mark: ClockMark) {
        state.withLock { state in
            let (wall, steady) = Self.sample(machine)
            state = ClockState(mark, boot: machine.boot, wall: wall, steady: steady)
            publish(state)
        }
    }

    /// Takes the jump that waits if the wall clock, looked at now, lies in that range. False when none is taken.
    func accept(within right: ClosedRange<Int64>) -> Bool {
        state.withLock { state in
            let (wall, steady) = Self.sample(machine)
            state.look(wall: wall, steady: steady)
            defer { publish(state) }
            return state.accept(within: right)
        }
    }

    /// As it stands now, to show and to keep.
    var looked: ClockState {
        // Looks unless somebody has within a tenth of a second.
        _ = now
        return state.withLock { $0 }
    }

    func mark(_ state: ClockState) -> ClockMark {
        ClockMark(time: state.time, steady: state.steady, boot: machine.boot)
    }

    private func look() -> Reading {
        state.withLock { state in
            let (wall, steady) = Self.sample(machine)
            // Another thread may have been first.
            if ClockState.time(on: state.course, at: steady) >= state.handedOut {
                state.look(wall: wall, steady: steady)
                publish(state)
            }
            let time = min(ClockState.time(on: state.course, at: steady), state.handedOut)
            return (time, time + state.uncertainty)
        }
    }

    private func publish(_ state: ClockState) {
        course.store(state.course, ordering: .releasing)
        end.store(state.handedOut, ordering: .releasing)
        uncertainty.store(state.uncertainty, ordering: .releasing)
    }

    /// Both clocks at one instant, nearly: of a few tries the one in which the thread was stopped for the shortest time.
    private static func sample(_ machine: MachineClock) -> (wall: Int64, steady: Int64) {
        var best = (width: Int64.max, wall: Int64(0), steady: Int64(0))
        for _ in 0..<4 where best.width > 10 {
            let before = machine.steady()
            let wall = machine.wall()
            let after = machine.steady()
            if after - before < best.width { best = (after - before, wall, after) }
        }
        return (best.wall, best.steady)
    }
}
