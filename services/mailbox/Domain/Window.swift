/// When a delegation counts (rule D19): from `startTime` on, until just before `expireTime`.
/// Microseconds since 1970, UTC; nil is no bound.
package struct Window: Hashable, Sendable {
    package var startTime: Int64?
    package var expireTime: Int64?

    package init(startTime: Int64? = nil, expireTime: Int64? = nil) {
        self.startTime = startTime
        self.expireTime = expireTime
    }

    package static let always = Window()

    package enum Phase: Sendable { case notYet, running, over }

    /// A window that ends before it begins is over, whatever the hour.
    package func phase(at now: Now) -> Phase {
        if let expireTime, expireTime <= max(now.latest, startTime ?? now.latest) { return .over }
        if let startTime, now.earliest < startTime { return .notYet }
        return .running
    }

    /// The next instant at which the phase changes; nil when it never will.
    package func nextChange(after now: Now) -> Int64? {
        switch phase(at: now) {
        case .notYet: startTime
        case .running: expireTime
        case .over: nil
        }
    }
}
