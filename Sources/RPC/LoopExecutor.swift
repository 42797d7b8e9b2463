internal import NIOCore
internal import Synchronization

/// Runs the tasks of one connection's calls on the connection's event loop.
///
/// Jobs are gathered and run in order, all that wait in one turn of the loop: a burst of requests
/// that need a task costs one closure, not one each.
final class LoopExecutor: TaskExecutor {
    private struct Waiting {
        var jobs: [UnownedJob] = []
        var isScheduled = false
    }

    private let loop: any EventLoop
    private let waiting = Mutex(Waiting())

    init(loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustSchedule = waiting.withLock { waiting in
            waiting.jobs.append(job)
            defer { waiting.isScheduled = true }
            return !waiting.isScheduled
        }
        if mustSchedule { loop.execute { self.run() } }
    }

    private func run() {
        let jobs = waiting.withLock { waiting in
            waiting.isScheduled = false
            let jobs = waiting.jobs
            waiting.jobs = []
            return jobs
        }
        for job in jobs { unsafe job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
