internal import Dispatch
internal import Synchronization

/// Stops a thread, such as a store's writer, where it calls `pass`, once for each `arm`, until the test goes on.
package final class Standstill: Sendable {
    private let armed = Atomic(false)
    private let reached = Atomic(false)
    private let over = Atomic(false)
    private let go = DispatchSemaphore(value: 0)

    package init() {}

    package func pass() {
        guard armed.exchange(false, ordering: .acquiringAndReleasing) else { return }
        reached.store(true, ordering: .releasing)
        go.wait()
    }

    package func arm() {
        reached.store(false, ordering: .releasing)
        over.store(false, ordering: .releasing)
        armed.store(true, ordering: .releasing)
    }

    package var isReached: Bool { reached.load(ordering: .acquiring) }

    package func goOn() {
        over.store(true, ordering: .releasing)
        go.signal()
    }

    /// The test has let it go on.
    package var isOver: Bool { over.load(ordering: .acquiring) }
}
