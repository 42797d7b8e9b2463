#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many files the process may have open, a connection being one.
enum OpenFiles {
    /// For everything that is no caller's connection: the database and its readers, the listeners, health (48), the other
    /// services, event loops, and connections that are accepted only to be refused (64). A process without files is
    /// ended by libdispatch (see `AcceptGate`), so this is generous.
    static let reserve = 256

    /// Raises the soft limit to the hard one, as far as the system lets it, and says what it is then.
    static func raised() -> Int {
        var limit = rlimit()
        #if canImport(Glibc)
            let openFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let openFiles = RLIMIT_NOFILE
        #endif
        guard unsafe getrlimit(openFiles, &limit) == 0 else { return 1024 }
        var wanted = limit
        wanted.rlim_cur = limit.rlim_max
        if unsafe setrlimit(openFiles, &wanted) == 0 { limit = wanted }
        return Int(clamping: limit.rlim_cur)
    }

    /// The connections that fit: at most `wanted`, and never so many that a file for something else is refused.
    /// Throws when hardly any would fit.
    static func connections(_ wanted: Int, of files: Int) throws(SetupError) -> Int {
        let fitting = min(wanted, files - reserve)
        guard fitting >= min(wanted, 16) else {
            throw SetupError(
                "the process may open \(files) files, and needs \(reserve) besides one for each connection; raise the limit (ulimit -n, LimitNOFILE)"
            )
        }
        return fitting
    }
}
