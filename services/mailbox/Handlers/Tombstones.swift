package import MailboxDomain
internal import Synchronization

/// Accounts and groups that identity has deleted and of which something is left here, in the order in which they were heard
/// of. Any thread; one reader.
///
/// Not in the database: what is left is there, and who is deleted identity tells in every snapshot, and with one this process
/// begins each time it starts. So kill -9, a restored copy and a time when nobody ran need nothing of their own, and there is
/// no second list that could say something else.
package final class Tombstones: Sendable {
    let stream: AsyncStream<Grantee>
    private let continuation: AsyncStream<Grantee>.Continuation
    private let waiting = Atomic(0)

    package init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    /// Of which something may be left, until `done` is told: a metric.
    package var count: Int { waiting.load(ordering: .relaxed) }

    /// Also one that is there already, or has failed: then it stands behind all others.
    package func add(_ deleted: [Grantee]) {
        for one in deleted {
            waiting.add(1, ordering: .relaxed)
            continuation.yield(one)
        }
    }

    /// One that the stream gave is not waited for any more.
    func done() { waiting.subtract(1, ordering: .relaxed) }
}
