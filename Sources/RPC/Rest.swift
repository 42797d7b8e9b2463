internal import NIOCore

/// Lets a connection rest when its `Turn` is over. Lives on the connection's event loop.
final class Rest {
    private let loop: any EventLoop
    var turn: Turn
    private(set) var isResting = false

    init(_ limits: Limits, loop: any EventLoop) {
        self.loop = loop
        turn = Turn(limits)
    }

    /// The turn is over; `resume` is called at the rest's end.
    func begin(then resume: @escaping () -> Void) {
        isResting = true
        wait(TimeAmount(turn.end()), resume)
    }

    private func wait(_ duration: TimeAmount, _ resume: @escaping () -> Void) {
        let end = loop.now + duration
        loop.assumeIsolated().scheduleTask(deadline: end) {
            if let more = self.turn.restOn(late: .nanoseconds((self.loop.now - end).nanoseconds)) {
                return self.wait(TimeAmount(more), resume)
            }
            self.isResting = false
            resume()
        }
    }
}
