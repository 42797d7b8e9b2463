internal import Logging
internal import ServiceLifecycle
internal import Synchronization

/// Ends the process for a fault behind which it must not go on: it cannot rely on its disk, or on what it holds in memory.
///
/// From the strike on the server is not ready. It says why in its log, answers the calls it has, as when it is told to stop,
/// and ends with status 1. What is true a new process reads from the disk.
package final class FailStop: Sendable {
    private let logger: Logger
    private let first = Mutex<String?>(nil)
    private let strikes: AsyncStream<Void>
    private let striking: AsyncStream<Void>.Continuation

    init(_ logger: Logger) {
        self.logger = logger
        (strikes, striking) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    /// `reason`: in a few words, for `/readyz`. Returns at once; only the first one counts.
    package func strike(_ reason: String, _ cause: any Error) {
        let isFirst = first.withLock { first in
            defer { first = first ?? reason }
            return first == nil
        }
        guard isFirst else { return }
        logger.critical("the server stops", metadata: ["reason": "\(reason)", "error": "\(cause)"])
        striking.yield()
    }

    /// Of the first strike.
    package var reason: String? { first.withLock { $0 } }

    /// Throws if the process was struck.
    func check() throws(SetupError) {
        if let reason { throw SetupError("stopped: \(reason)") }
    }
}

/// Throws at the strike, which stops all the others.
extension FailStop: Service {
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in self.strikes { return }
        }
        try check()
    }
}
