internal import Logging
internal import SQL

/// Forgets what nobody needs any more: answers to request ids after a day, changes that followers are far past. What that frees
/// goes back to the disk.
/// A follower behind the kept changes starts from a snapshot.
struct Upkeep {
    let store: Store
    let logger: Logger
    let changesKept: Int
    let clock: @Sendable () -> DecisionClock.Reading

    /// Free ones, of 4 KiB: what a day deletes the next one fills, and a file that shrinks and grows costs twice.
    static let pagesKept = 4096

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
        try await store.giveBack(keeping: Self.pagesKept)
        if answers > 0 {
            logger.info("upkeep", metadata: ["answers_forgotten": "\(answers)", "oldest_change": "\(oldest)"])
        }
    }
}
