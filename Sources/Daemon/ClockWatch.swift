internal import Contract
internal import Logging
internal import Messages
internal import SQL

/// Looks at the clock once a second, whether anybody reads it or not: keeps its mark, and tells of its jumps.
///
/// A jump is an event in the installation's log, one a minute at most and then with how many there were; the metric
/// counts each. An alarm stands as long as the time that decisions go by is more than an hour from the wall clock.
final class ClockWatch: Sendable {
    static let interval = Duration.seconds(1)
    static let eventEvery: Int64 = 60_000_000

    private let clock: DecisionClock
    private let store: Store
    private let record: @Sendable (OpenEvent) async throws -> Void
    private let server: String
    private let logger: Logger

    /// `record` writes an event of the server's own, with a new id and the time of its transaction.
    init(
        clock: DecisionClock, store: Store, server: String, logger: Logger,
        record: @escaping @Sendable (OpenEvent) async throws -> Void
    ) {
        self.clock = clock
        self.store = store
        self.server = server
        self.logger = logger
        self.record = record
    }

    private struct Told {
        var mark: ClockMark?
        var isAlarmed = false
        var jumps = 0
        /// When, by the steady clock.
        var eventAt: Int64?
    }

    /// Until the task is cancelled.
    func run(pause: @Sendable () async throws -> Void = { try await Task.sleep(for: ClockWatch.interval) }) async {
        var told = Told()
        repeat { await look(&told) } while (try? await pause()) != nil
    }

    private func look(_ told: inout Told) async {
        let state = clock.looked
        if told.mark?.isOver(at: state) ?? true { await keep(clock.mark(state), &told) }
        tellAlarm(state, &told)
        await tellJumps(state, &told)
    }

    private func keep(_ mark: ClockMark, _ told: inout Told) async {
        // Also after a failure: a full disk is tried again in ten seconds.
        told.mark = mark
        do {
            try await store.housekeep { try mark.save($0) }
        } catch {
            logger.warning("the clock's mark is not stored", metadata: ["error": "\(error)"])
        }
    }

    private func tellAlarm(_ state: ClockState, _ told: inout Told) {
        guard (state.alarm != nil) != told.isAlarmed else { return }
        told.isAlarmed.toggle()
        if let alarm = state.alarm {
            logger.critical(
                "the wall clock cannot be followed",
                metadata: ["alarm": "\(alarm)", "offset_seconds": "\(state.lead / 1_000_000)"])
        } else {
            logger.notice("the wall clock is followed again")
        }
    }

    private func tellJumps(_ state: ClockState, _ told: inout Told) async {
        let jumps = state.forwardJumps + state.backwardJumps
        guard let jump = state.lastJump, jumps > told.jumps else { return }
        if let eventAt = told.eventAt, state.steady - eventAt < Self.eventEvery { return }
        let event = OpenEvent.clockJumped(jump, times: jumps - told.jumps, state, server: server)
        do {
            try await record(event)
        } catch {
            return logger.warning("a jump of the clock is not recorded", metadata: ["error": "\(error)"])
        }
        logger.warning(
            "the wall clock has jumped", metadata: ["seconds": "\((jump.wall - jump.expected) / 1_000_000)"])
        (told.jumps, told.eventAt) = (jumps, state.steady)
    }
}

extension ClockState {
    /// How far the wall clock is ahead of the time that decisions go by; negative: behind it.
    var lead: Int64 { wall - time }

    /// What an operator must look at, in a few words; nil when nothing is.
    var alarm: String? {
        switch standing {
        case .following: nil
        case .jumpPending(let lead):
            "the wall clock jumped ahead by \(lead / 1_000_000) s: mandatectl clock accept, or set it right"
        case .ahead(let lead) where lead > Self.jumpMax:
            "the wall clock is \(lead / 1_000_000) s behind the time that decisions go by"
        case .ahead: nil
        }
    }
}
