internal import Dispatch
internal import Foundation

/// Work without an end of its own, until a person presses Ctrl-C.
enum Interrupt {
    /// Cancels the work at SIGINT or SIGTERM and returns what it had. The server then hears that the call is over, rather
    /// than that the connection is gone.
    static func ends<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let task = Task { try await work() }
        let sources = [SIGINT, SIGTERM].map { number in
            // Else the process would end before the source hears of it.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { task.cancel() }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        return try await task.value
    }
}
