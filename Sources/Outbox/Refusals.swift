package import Contract
package import SQL
internal import Synchronization

/// Records what is refused: every refusal is an event, or one of the number that an event says. See `RefusalCounts`.
///
/// Recording never fails a call: who was refused hears that, whether or not the outbox or the disk has room. What could
/// not be written is counted in memory and written when there is room again, tried once a minute, and a last time when
/// the process stops. kill -9 loses what has only been counted: of the running minute and, while the outbox or the disk
/// has no room for counts either, since when it has none.
package final class Refusals: Sendable {
    /// Writes events, all or none, after it has given them their ids and times. One with a count is a tally.
    package typealias Write = @Sendable ([OpenEvent]) async throws -> Void

    private struct State {
        var counts: RefusalCounts
        var writtenAlone = 0
        var writtenCounted = 0
    }

    /// One transaction's worth.
    private static let talliesAtOnce = 64

    private let state: Mutex<State>
    /// Microseconds UTC.
    private let clock: @Sendable () -> Int64
    private let write: Write

    package convenience init(clock: @escaping @Sendable () -> Int64, write: @escaping Write) {
        self.init(RefusalCounts.Limits(), clock: clock, write: write)
    }

    /// Into the outbox of a store.
    package convenience init(store: Store, events: EventSource, clock: @escaping @Sendable () -> Int64) {
        self.init(clock: clock) { written in
            try await events.write(written, to: store) { $0.leaf.count == 0 ? .refusal : .refusalCount }
        }
    }

    init(_ limits: RefusalCounts.Limits, clock: @escaping @Sendable () -> Int64, write: @escaping Write) {
        state = Mutex(State(counts: RefusalCounts(limits)))
        self.clock = clock
        self.write = write
    }

    package var statistics: RefusalStatistics {
        state.withLock {
            RefusalStatistics(
                writtenAlone: $0.writtenAlone, writtenCounted: $0.writtenCounted, waiting: Int($0.counts.waiting))
        }
    }

    /// Returns when the refusal is in an event on disk, or is counted.
    package func record(_ attempt: RefusedAttempt) async {
        let now = clock()
        guard state.withLock({ $0.counts.note(attempt, at: now) }) == .alone else { return }
        do {
            try await write([attempt.event])
            state.withLock { $0.writtenAlone += 1 }
        } catch {
            // Whatever it was: it is counted now, and whoever writes the counts says what stands in the way.
            state.withLock { $0.counts.add(RefusalTally(attempt, at: now)) }
        }
    }

    /// Writes the counts of minutes that are over until cancelled, and then all of them. `failed` hears why it could not.
    package func run(
        pause: @Sendable (Duration) async throws -> Void = { try await ContinuousClock().sleep(for: $0) },
        failed: @Sendable (any Error) -> Void
    ) async {
        // Whether the end of the process cuts short a pause or a write: all is written behind it.
        while (try? await pause(.microseconds(RefusalCounts.rest(at: clock())))) != nil {
            do { try await writeCounts(all: false) } catch { failed(error) }
        }
        do { try await writeCounts(all: true) } catch { failed(error) }
    }

    /// What cannot be written is counted on.
    func writeCounts(all: Bool) async throws {
        let now = clock()
        var due = state.withLock { $0.counts.take(at: now, all: all) }[...]
        while !due.isEmpty {
            let some = due.prefix(Self.talliesAtOnce)
            do {
                try await write(some.map(\.counted))
            } catch {
                state.withLock { state in
                    for tally in due { state.counts.add(tally) }
                }
                throw error
            }
            state.withLock { $0.writtenCounted += Int(some.reduce(0) { $0 + $1.count }) }
            due = due.dropFirst(some.count)
        }
    }
}
