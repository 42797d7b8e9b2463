/// Why a stream between a feed and its follower ended.
package struct FeedError: Error, Sendable, CustomStringConvertible {
    package enum Code: Sendable, Equatable {
        /// The other side broke the protocol: the stream is closed, a follower connects again.
        case protocolViolation
        /// The replica could not take a change: the follower starts again from a snapshot.
        case replica
        /// The other side has ended the stream, or says or takes nothing any more: the follower connects again.
        case lost
        /// As many followers as there may be: refused.
        case tooManyFollowers
        /// The feed is about to stop: the follower connects again, to its successor.
        case draining
    }

    package var code: Code
    package var message: String
    package var cause: (any Error)?

    package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    package var description: String { cause.map { "\(message): \($0)" } ?? message }
}
