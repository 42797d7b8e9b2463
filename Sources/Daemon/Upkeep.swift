internal import Logging
internal import SQL

/// Forgets what nobody needs any more: answers to request ids after a day, changes that followers are far past.
/// A follower behind the kept changes starts from a snapshot.
struct Upkeep {
    let store: Store
    let logger: Logger
    let changesKept: Int
    let clock: @Sendable () -> DecisionClock.Reading

    static let requestMicros: Int64 = 24 * 3600 * 1_000_000

    /// Until cancelled; once at the start, then every ten minutes.
    func run() async {
        while !Task.isCancelled {
            do {
                try await once()
            } catch {
                logger.warning("upkeep failed", metadata: ["error": "\(error)"])
            }
            guard (try? await Task.sleep(for: .seconds(600))) != nil else { return }
        }
    }

    func once() async throws {
        let now = clock()
        // While two clocks disagree nothing is deleted by time.
        let isCertain = now.earliest == now.latest
        let answers = isCertain ? try await store.pruneRequests(before: now.earliest - Self.requestMicros) : 0
        let oldest = try await store.compact(keeping: Int64(changesKept))
        if answers > 0 {
            logger.info("upkeep", metadata: ["answers_forgotten": "\(answers)", "oldest_change": "\(oldest)"])
        }
    }
}
