package import NIOCore

/// A moment on the monotonic clock of this machine.
package typealias Deadline = NIODeadline

extension NIODeadline {
    static func + (moment: NIODeadline, duration: Duration) -> NIODeadline {
        moment + TimeAmount(duration)
    }

    func remaining(at now: NIODeadline) -> Duration {
        .nanoseconds((self - now).nanoseconds)
    }
}
