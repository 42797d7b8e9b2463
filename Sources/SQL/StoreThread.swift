import Dispatch
import Foundation
import Synchronization

/// A thread of the store, which owns the session that it opens: no other thread ever sees it.
struct StoreThread: Sendable {
    private let ended = DispatchGroup()

    /// Returns once `open` has succeeded on the new thread, or throws what it threw. `work` then runs until it ends.
    static func start<Opened, Facts: Sendable>(
        _ name: String, open: @escaping @Sendable () throws(SQLError) -> (Opened, Facts),
        work: @escaping @Sendable (Opened) -> Void
    ) throws(SQLError) -> (StoreThread, Facts) {
        let thread = StoreThread()
        let opening = Opening<Facts>()
        // A thread and not a queue: of queues that block, the library lets 255 run in a process, and the next waits forever.
        thread.ended.enter()
        let own = Thread {
            defer { thread.ended.leave() }
            Thread.takeName(name)
            do throws(SQLError) {
                let (opened, facts) = try open()
                opening.finish(.success(facts))
                work(opened)
            } catch {
                opening.finish(.failure(error))
            }
        }
        own.start()
        return (thread, try opening.wait().get())
    }

    /// Blocks until `work` has returned.
    func join() { ended.wait() }
}

/// Carries the outcome of `open` from the new thread to the one that waits for it.
private final class Opening<Facts: Sendable>: Sendable {
    private let outcome = Mutex<Result<Facts, SQLError>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    func finish(_ result: Result<Facts, SQLError>) {
        outcome.withLock { $0 = result }
        done.signal()
    }

    func wait() -> Result<Facts, SQLError> {
        done.wait()
        return outcome.withLock { $0 } ?? .failure(SQLError(.misuse, "the thread ended without an outcome"))
    }
}
