/// When a delegation counts (rule D19): from `notBefore` on, until just before `expiresAt`.
/// Microseconds since 1970, UTC; nil is no bound.
package struct Window: Hashable, Sendable {
    package var notBefore: Int64?
    package var expiresAt: Int64?

    package init(notBefore: Int64? = nil, expiresAt: Int64? = nil) {
        self.notBefore = notBefore
        self.expiresAt = expiresAt
    }

    package static let always = Window()

    package enum Phase: Sendable { case notYet, running, over }

    /// A window that ends before it begins is over, whatever the hour.
    package func phase(at now: Now) -> Phase {
        if let expiresAt, expiresAt <= max(now.latest, notBefore ?? now.latest) { return .over }
        if let notBefore, now.earliest < notBefore { return .notYet }
        return .running
    }

    /// The next instant at which the phase changes; nil when it never will.
    package func nextChange(after now: Now) -> Int64? {
        switch phase(at: now) {
        case .notYet: notBefore
        case .running: expiresAt
        case .over: nil
        }
    }
}
