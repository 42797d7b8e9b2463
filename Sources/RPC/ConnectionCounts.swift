internal import Synchronization

/// What has become of connections since the server started.
package struct ConnectionStatistics: Sendable, Equatable {
    /// TLS handshakes that ended in a connection with a protocol.
    package var handshakesDone = 0
    /// Those that did not: a certificate that was refused, no common protocol, too slow, or a peer that went away.
    package var handshakesFailed = 0
    /// Closed at once, because there were too many.
    package var refused = 0
}

/// Counts for `ConnectionStatistics`; any thread.
final class ConnectionCounts: Sendable {
    private let done = Atomic(0)
    private let failed = Atomic(0)
    private let refusals = Atomic(0)

    func handshakeEnded(isDone: Bool) {
        if isDone { done.add(1, ordering: .relaxed) } else { failed.add(1, ordering: .relaxed) }
    }

    func refused() { refusals.add(1, ordering: .relaxed) }

    var statistics: ConnectionStatistics {
        ConnectionStatistics(
            handshakesDone: done.load(ordering: .relaxed), handshakesFailed: failed.load(ordering: .relaxed),
            refused: refusals.load(ordering: .relaxed))
    }
}
