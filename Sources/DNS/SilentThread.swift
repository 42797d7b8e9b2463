#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A thread that no signal finds. c-ares writes to TCP without MSG_NOSIGNAL: a server that closes would end the process by
/// SIGPIPE, which a thread that blocks it never sees.
enum SilentThread {
    static func begin() {
        var all = sigset_t()
        unsafe sigfillset(&all)
        unsafe pthread_sigmask(SIG_BLOCK, &all, nil)
    }
}
