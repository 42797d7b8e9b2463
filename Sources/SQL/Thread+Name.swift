package import Foundation

extension Thread {
    /// Names the running thread, at most 15 bytes: Linux takes no more.
    ///
    /// Foundation drops a name that is given before the thread's start has returned, which may be after it runs.
    package static func takeName(_ name: String) {
        precondition((1...15).contains(name.utf8.count), "\(name) is no name of a thread")
        while current.name != name {
            current.name = name
            sched_yield()
        }
    }
}
