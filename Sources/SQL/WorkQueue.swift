import Dispatch
import Synchronization

/// Work handed to threads, first come, first served, with a limit.
///
/// A semaphore is signalled only for a thread that sleeps, so a busy queue costs one lock a job.
final class WorkQueue<Job: Sendable>: Sendable {
    private struct State {
        var jobs: [Job] = []
        /// Jobs before it are taken.
        var head = 0
        var sleepers = 0
        var closed = false

        mutating func take(_ number: Int) -> [Job] {
            if head == 0 && number == jobs.count {
                let all = jobs
                jobs = []
                return all
            }
            let taken = Array(jobs[head..<head + number])
            head += number
            // Moving what is left costs little once at least as much is gone.
            if head * 2 >= jobs.count {
                jobs.removeFirst(head)
                head = 0
            }
            return taken
        }
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    var count: Int { state.withLock { $0.jobs.count - $0.head } }

    /// Throws `.closed` after `close`, `.busy` at the limit.
    func push(_ job: Job) throws(SQLError) {
        let limit = self.limit
        let sleeper = try state.withLock { (state) throws(SQLError) -> Bool in
            guard !state.closed else { throw SQLError(.closed, "the store is closed") }
            guard state.jobs.count - state.head < limit else {
                throw SQLError(.busy, "\(limit) jobs are waiting for the store")
            }
            state.jobs.append(job)
            guard state.sleepers > 0 else { return false }
            state.sleepers -= 1
            return true
        }
        if sleeper { wake.signal() }
    }

    /// Waits for work. Nil once the queue is closed and empty.
    func take(atMost most: Int) -> [Job]? {
        while true {
            let taken = state.withLock { state -> [Job]? in
                let waiting = state.jobs.count - state.head
                guard waiting > 0 else {
                    if state.closed { return nil }
                    state.sleepers += 1
                    return []
                }
                return state.take(min(most, waiting))
            }
            guard let taken else { return nil }
            if !taken.isEmpty { return taken }
            wake.wait()
        }
    }

    /// What waits is still done.
    func close() {
        let sleepers = state.withLock { state in
            state.closed = true
            defer { state.sleepers = 0 }
            return state.sleepers
        }
        for _ in 0..<sleepers { wake.signal() }
    }
}
