/// The time that leases are counted in.
///
/// It never goes back and goes on while the machine sleeps: a follower that was suspended must not wake up
/// with a lease that everybody else knows to be over.
package struct SteadyClock: Sendable {
    package let now: @Sendable () -> Moment
    /// Returns at that moment or later; throws `CancellationError` when the task is cancelled.
    package let sleep: @Sendable (_ until: Moment) async throws -> Void

    package init(
        now: @escaping @Sendable () -> Moment, sleep: @escaping @Sendable (_ until: Moment) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    /// The machine's (on Linux CLOCK_BOOTTIME).
    package static func system() -> SteadyClock {
        let clock = ContinuousClock()
        let origin = clock.now
        return SteadyClock(
            now: { Moment(nanoseconds: origin.duration(to: clock.now).nanoseconds) },
            sleep: { try await clock.sleep(until: origin.advanced(by: .nanoseconds($0.nanoseconds))) })
    }
}
