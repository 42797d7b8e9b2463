internal import NIOCore

/// A timer wheel on an event loop: one scheduled task of the loop, for the earliest timer.
///
/// Lives on its loop. `onFire` is called there, after the timer is spent.
final class LoopTimers<Key> {
    private let loop: any EventLoop
    private var wheel: TimerWheel<Key>
    private var scheduled: Scheduled<Void>?
    private var wakesAt = NIODeadline.distantFuture
    private var isStopped = false
    var onFire: ((Key) -> Void)?

    init(loop: any EventLoop) {
        self.loop = loop
        wheel = TimerWheel(now: loop.now)
    }

    @discardableResult
    func arm(_ key: Key, at deadline: NIODeadline) -> TimerWheel<Key>.Token {
        let token = wheel.arm(key, at: deadline)
        let due = wheel.due(deadline)
        if due < wakesAt { schedule(due) }
        return token
    }

    func disarm(_ token: TimerWheel<Key>.Token) {
        wheel.disarm(token)
    }

    /// Nothing fires any more.
    func stop() {
        isStopped = true
        scheduled?.cancel()
        scheduled = nil
        onFire = nil
    }

    private func schedule(_ moment: NIODeadline) {
        guard !isStopped else { return }
        scheduled?.cancel()
        wakesAt = moment
        scheduled = loop.assumeIsolated().scheduleTask(deadline: moment) { self.fire() }
    }

    private func fire() {
        scheduled = nil
        wakesAt = .distantFuture
        while let key = wheel.next(due: loop.now) { onFire?(key) }
        if let earliest = wheel.earliest, earliest < wakesAt { schedule(earliest) }
    }
}
