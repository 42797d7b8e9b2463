internal import Foundation
internal import NIOPosix

/// Threads beside those of the calls, of a lower priority: under load calls come before what these do, but a third of
/// their weight stays for it.
extension MultiThreadedEventLoopGroup {
    /// Where TLS handshakes are computed: a peer that connects again and again must not keep the loops of the others.
    /// Half as many threads as there are loops for calls.
    static func handshakes(beside threads: Int) -> MultiThreadedEventLoopGroup {
        aside(threads: max(1, threads / 2))
    }

    /// Where messages are read that would keep a loop too long: one thread, so that only those wait for each other.
    static func largeMessages() -> MultiThreadedEventLoopGroup {
        aside(threads: 1)
    }

    private static func aside(threads: Int) -> MultiThreadedEventLoopGroup {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
        #if os(Linux)
            // On Linux the priority is the thread's and not the process's (nice(2), "C library/kernel differences").
            for loop in group.makeIterator() { loop.execute { _ = nice(5) } }
        #endif
        return group
    }
}
