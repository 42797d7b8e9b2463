internal import HTTP2
internal import NIOCore

/// Counts frames of HTTP/2 that cost a client nothing: pings, and what means nothing here. nghttp2 counts resets itself.
struct GRPCFrameGuard {
    private var pings: PingGuard
    private var idle: PingGuard
    /// We have pinged, and a pong is due.
    var awaitsPong = false
    /// What the client did too often. Kept, because nghttp2's callbacks cannot throw.
    private(set) var violation: Violation?

    init(_ limits: Limits) {
        pings = PingGuard(limits)
        idle = PingGuard(limits, max: limits.idleFramesMax)
    }

    mutating func heard(_ frame: HTTP2Frame, _ now: NIODeadline) {
        switch frame {
        case .work:
            pings.worked()
            idle.worked()
        case .ping: violation = Self.count(&pings, now) ?? violation
        case .pong where awaitsPong: awaitsPong = false
        case .pong: violation = Self.count(&pings, now) ?? violation
        case .idle: violation = Self.count(&idle, now) ?? violation
        case .windowUpdate: break
        }
    }

    /// Frames of kinds that nghttp2 passes over. A client may send them, seldom.
    mutating func passedOver(_ number: Int, _ now: NIODeadline) {
        for _ in 0..<number { violation = Self.count(&idle, now) ?? violation }
    }

    private static func count(_ guarded: inout PingGuard, _ now: NIODeadline) -> Violation? {
        do throws(Violation) {
            try guarded.ping(now)
            return nil
        } catch {
            return error
        }
    }
}
