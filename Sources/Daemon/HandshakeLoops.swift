internal import Foundation
internal import NIOPosix

extension MultiThreadedEventLoopGroup {
    /// Where TLS handshakes are computed: a peer that connects again and again must not keep the loops of the others.
    ///
    /// Half as many threads as there are loops for calls, and of a lower priority: under load calls come before
    /// newcomers, but a third of their weight stays for these.
    static func handshakes(beside threads: Int) -> MultiThreadedEventLoopGroup {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, threads / 2))
        #if os(Linux)
            // On Linux the priority is the thread's and not the process's (nice(2), "C library/kernel differences").
            for loop in group.makeIterator() { loop.execute { _ = nice(5) } }
        #endif
        return group
    }
}
