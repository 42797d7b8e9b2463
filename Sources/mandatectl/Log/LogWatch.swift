internal import Contract
internal import Messages
internal import RPC

/// Follows a log, over lost connections and restarts of the server: each goes on at the index behind what was shown, so
/// that nothing is missed and nothing shown twice.
struct LogWatch {
    let client: EventClient
    let options: CallOptions
    /// Waits before the next attempt.
    let pause: (Duration) async throws -> Void
    let show: ([RecordedEvent]) -> Void
    let note: (String) -> Void

    /// Returns only when the task is cancelled: the index to go on at, nil when nothing was answered. Throws what no waiting
    /// mends, and at the first attempt everything: nobody has shown yet that there is a server.
    func run(_ request: WatchEventsRequest) async throws -> Int64? {
        var request = request
        var next: Int64?
        var backoff = Backoff()
        var isLost = false
        while true {
            do throws(Status) {
                for try await response in try await client.watchEvents(request, options) {
                    if isLost { note("Watching again.") }
                    isLost = false
                    backoff.reset()
                    next = response.nextIndex
                    request.begin = .index(response.nextIndex)
                    if !response.events.isEmpty { show(response.events) }
                }
            } catch {
                if Task.isCancelled { return next }
                guard error.code == .unavailable, let next else { throw error }
                // What a server that drains says is for programs.
                let why = error.reason == .draining ? "The log's server stops" : error.message
                if !isLost { note("\(why). Going on at index \(next) as soon as the server answers.") }
                isLost = true
            }
            do { try await pause(backoff.next()) } catch { return next }
        }
    }
}
