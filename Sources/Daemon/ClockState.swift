/// The clock that decisions read, without I/O: readings of the wall clock and of a steady clock come in, the time to
/// decide by comes out. Everything is in microseconds; the wall clock counts from 1970, the steady one from anywhere.
///
/// Between two looks the time goes with the steady clock. A look compares it with the wall clock:
///
/// | the wall clock is | `standing` | the time |
/// |---|---|---|
/// | up to `jumpMax` ahead of it | `following` | becomes the wall clock's at once |
/// | behind it | `ahead` | goes a quarter slower than the steady clock, until they meet |
/// | further ahead | `jumpPending` | goes with the steady clock, until somebody accepts the jump or it is undone |
///
/// 1. What is handed out never goes back, also not over restarts: each look opens a segment of at most `segment`, which
///    begins no earlier than the one before could end. `DecisionClock` holds threads to it.
/// 2. While it follows it is no further than `segment` from the wall clock, from one look to the next.
/// 3. While it is ahead the distance shrinks by a quarter of the time that passes: what was an hour is gone after four.
///    A duration measured meanwhile is at most a third too long.
/// 4. A look never takes it forward by more than the steady time passed and `jumpMax`. More takes `accept`.
/// 5. A restart continues at no less than what was handed out before: in the same boot of the machine at the mark plus
///    the steady time since, in another at the mark plus `reserve`; see `ClockMark` for what that rests on.
/// 6. A move of the wall clock against the steady one by `jumpMin` or more is counted, whichever way, taken or not.
///
/// Why not the wall clock itself: stepped back it revives what has ended; stepped forward it deletes what has not. Why
/// not hold still while ahead: what is measured from one moment to another, as a session's idle time is, would not end.
/// Why is a small step forward taken at once: a machine that was paused has lost that time, and what ended then has ended.
struct ClockState: Sendable, Equatable {
    /// A longer step forward waits for an operator.
    static let jumpMax: Int64 = 3_600_000_000
    /// What counts as a jump. More than `reserve`, which a restart may be ahead.
    static let jumpMin: Int64 = 20_000_000
    /// How long a time handed out goes on without a look.
    static let segment: Int64 = 100_000
    /// Ahead of the wall clock the time loses so much of what passes: a quarter.
    private static func lost(of elapsed: Int64) -> Int64 { elapsed >> 2 }

    /// What a restart in another boot adds to the mark: longer than the mark is old when all goes well.
    static let reserve: Int64 = 15_000_000

    enum Standing: Sendable, Equatable {
        case following
        /// Of the wall clock, by so much: it went back, or a jump was wrong and is undone.
        case ahead(Int64)
        /// The wall clock is so far ahead that nobody knows which is right.
        case jumpPending(Int64)
    }

    /// One move of the wall clock: where it was expected to be, and where it was.
    struct Jump: Sendable, Equatable {
        var expected: Int64
        var wall: Int64

        var isForward: Bool { wall > expected }
    }

    /// The time at the last look, exactly; what is handed out may be up to `segment` later.
    private(set) var time: Int64
    private(set) var steady: Int64
    private(set) var wall: Int64
    /// Nothing later was handed out, and nothing earlier will be from the next look on.
    private(set) var handedOut: Int64
    private(set) var standing = Standing.following
    private(set) var forwardJumps = 0
    private(set) var backwardJumps = 0
    private(set) var lastJump: Jump?

    /// A clock of which nothing is remembered: the wall clock is believed.
    init(wall: Int64, steady: Int64) {
        (time, self.wall, self.steady, handedOut) = (wall, wall, steady, wall)
        look(wall: wall, steady: steady)
    }

    /// Continues where an earlier process has left off. `boot`: the machine's boot now.
    init(_ mark: ClockMark, boot: String, wall: Int64, steady: Int64) {
        let isSameBoot = mark.boot == boot && steady >= mark.steady
        time = mark.time + (isSameBoot ? steady - mark.steady + ClockMark.deviationMax + Self.segment : Self.reserve)
        self.steady = steady
        handedOut = time
        // How long it took from one boot to the next nobody knows: up to `jumpMax` is no jump.
        self.wall = isSameBoot ? time : min(max(wall, time), time + Self.jumpMax)
        look(wall: wall, steady: steady)
    }

    /// Takes the readings of one instant in.
    mutating func look(wall: Int64, steady: Int64) {
        let elapsed = max(0, steady - self.steady)
        note(wall, expected: self.wall + elapsed)
        let progressed = time + elapsed
        let lead = wall - progressed
        if lead > Self.jumpMax {
            time = progressed
            standing = .jumpPending(lead)
        } else if lead >= 0 {
            time = wall
            standing = .following
        } else {
            time = progressed - min(Self.lost(of: elapsed), -lead)
            standing = time == wall ? .following : .ahead(time - wall)
        }
        (self.wall, self.steady) = (wall, steady)
        openSegment()
    }

    /// Takes the jump that waits, if the wall clock stands within what somebody has found right: another jump may have come
    /// since. False when none is taken.
    mutating func accept(within right: ClosedRange<Int64>) -> Bool {
        guard case .jumpPending = standing, right.contains(wall) else { return false }
        time = wall
        standing = .following
        openSegment()
        return true
    }

    /// What is handed out from this look on, up to `handedOut`: an offset from the steady clock, doubled, and one more when
    /// the time goes slower. In one number, so that it is read as a whole.
    private(set) var course: Int64 = 0

    static func time(on course: Int64, at steady: Int64) -> Int64 {
        (course & 1 == 0 ? steady : steady - lost(of: steady)) + course >> 1
    }

    /// How much later it may be than what is handed out: the wall clock while a jump is pending, else 0.
    var uncertainty: Int64 {
        switch standing {
        case .following, .ahead: 0
        case .jumpPending(let lead): lead
        }
    }

    private mutating func openSegment() {
        let isSlowed: Bool
        switch standing {
        case .following, .jumpPending: isSlowed = false
        case .ahead: isSlowed = true
        }
        let start = max(time, handedOut)
        let offset = start - Self.time(on: isSlowed ? 1 : 0, at: steady)
        course = offset << 1 | (isSlowed ? 1 : 0)
        handedOut = max(handedOut, time + (isSlowed ? Self.segment - Self.lost(of: Self.segment) : Self.segment))
    }

    private mutating func note(_ wall: Int64, expected: Int64) {
        guard abs(wall - expected) >= Self.jumpMin else { return }
        if wall > expected { forwardJumps += 1 } else { backwardJumps += 1 }
        lastJump = Jump(expected: expected, wall: wall)
    }
}
