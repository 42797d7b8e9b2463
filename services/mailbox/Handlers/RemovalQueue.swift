internal import RPC
internal import Synchronization

/// What rows are to be removed of, one after the other, in the order in which it was heard of. Any thread; one reader.
///
/// Not in the database: what is added is found again at each start, so kill -9, a restored copy and a time when nobody ran need
/// nothing of their own, and there is no second list that could say something else.
package final class RemovalQueue<Item: Sendable>: Sendable {
    let stream: AsyncStream<Item>
    private let continuation: AsyncStream<Item>.Continuation
    private let waiting = Atomic(0)

    package init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    /// Of which something may be left, until `done` is told: a metric.
    package var count: Int { waiting.load(ordering: .relaxed) }

    /// Also one that is there already, or has failed: then it stands behind all others.
    package func add(_ items: [Item]) {
        for item in items {
            waiting.add(1, ordering: .relaxed)
            continuation.yield(item)
        }
    }

    /// One that the stream gave is not waited for any more.
    func done() { waiting.subtract(1, ordering: .relaxed) }

    /// Has the rows of each removed until the task is cancelled. `failed` hears of what is tried again, after a while that
    /// grows from one failure to the next.
    func run(
        pause: @Sendable (Duration) async throws -> Void, failed: @Sendable (Item, any Error) -> Void,
        _ remove: @Sendable (Item) async throws -> Void
    ) async {
        var retry = Backoff()
        for await item in stream {
            do {
                try await remove(item)
                retry.reset()
            } catch {
                if Task.isCancelled { return }
                // A view that is too old is none of ours to tell of, and comes back by itself.
                if (error as? Status)?.reason != .stale { failed(item, error) }
                add([item])
                try? await pause(retry.next())
            }
            done()
        }
    }
}
