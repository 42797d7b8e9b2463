internal import NIOCore

/// Counts pings that come with nothing else: they cost the peer nothing and us an answer.
struct PingGuard {
    private let max: Int
    private let interval: TimeAmount
    private var count = 0
    private var since = NIODeadline.uptimeNanoseconds(0)

    init(_ limits: Limits) {
        self.init(limits, max: limits.pingsMax)
    }

    /// For another kind of frame that does nothing.
    init(_ limits: Limits, max: Int) {
        self.max = max
        interval = TimeAmount(limits.pingInterval)
    }

    /// A frame that does some work came.
    mutating func worked() { count = 0 }

    mutating func ping(_ now: NIODeadline) throws(Violation) {
        if count == 0 || now - since > interval {
            since = now
            count = 0
        }
        count += 1
        guard count <= max else {
            throw Violation(.excess, "more than \(max) pings or other idle frames without another frame")
        }
    }
}
