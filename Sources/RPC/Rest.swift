internal import NIOCore

/// Lets a connection rest: when its `Turn` is over, and while something of it is read elsewhere.
/// Lives on the connection's event loop.
final class Rest {
    private let loop: any EventLoop
    /// The rests that have not ended.
    private var reasons = 0
    var turn: Turn
    /// What goes on when all have.
    var onEnd: () -> Void = {}

    init(_ limits: Limits, loop: any EventLoop) {
        self.loop = loop
        turn = Turn(limits)
    }

    var isResting: Bool { reasons > 0 }

    /// The turn is over.
    func begin() {
        hold()
        wait(TimeAmount(turn.end()))
    }

    /// Until `release`.
    func hold() {
        reasons += 1
    }

    func release() {
        reasons -= 1
        if reasons == 0 { onEnd() }
    }

    private func wait(_ duration: TimeAmount) {
        let end = loop.now + duration
        loop.assumeIsolated().scheduleTask(deadline: end) {
            if let more = self.turn.restOn(late: .nanoseconds((self.loop.now - end).nanoseconds)) {
                return self.wait(TimeAmount(more))
            }
            self.release()
        }
    }
}
