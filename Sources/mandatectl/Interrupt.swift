internal import Dispatch
internal import Foundation

/// Work that a person may end before its own end, with Ctrl-C. The second one ends the program at once.
enum Interrupt {
    /// Cancels the work at SIGINT or SIGTERM and returns what it had. The server then hears that the call is over, rather
    /// than that the connection is gone.
    static func ends<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let task = Task { try await work() }
        return try await heard(by: { task.cancel() }, during: { try await task.value })
    }

    /// Calls `hear` at the first SIGINT or SIGTERM during the work, on any thread; the work goes on until it returns.
    static func heard<Result>(
        by hear: @escaping @Sendable () -> Void, during work: () async throws -> Result
    ) async rethrows -> Result {
        let isHeard = Stop()
        let sources = [SIGINT, SIGTERM].map { number in
            // Else the process would end before the source hears of it.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                if isHeard.isSet { Signals.die(of: number) }
                isHeard.set()
                hear()
            }
            source.resume()
            return source
        }
        defer {
            for (source, number) in zip(sources, [SIGINT, SIGTERM]) {
                source.cancel()
                signal(number, SIG_DFL)
            }
        }
        return try await work()
    }
}
