internal import CCares

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A channel of c-ares, for one question, on one thread from its making to its end.
///
/// `@safe`: the handle is made in `init`, destroyed in `deinit`, and never leaves this file.
@safe final class Channel {
    /// A type of record, by its number (RFC 1035 §3.2.2).
    enum Question: Int32 {
        case text = 16
    }

    enum Outcome {
        case answer([UInt8])
        case noRecord
        case noDomain
        case failed(TextLookup.Failure)
    }

    /// RFC 1035 §3.2.4: the Internet.
    private static let internet: Int32 = 1
    private let handle: ares_channel
    private var outcome: Outcome?

    /// `servers`: as c-ares reads them; empty for the system's. `timeout`: of all tries together.
    init(servers: String, timeout: Duration) throws(ResolverError) {
        var options = unsafe ares_options()
        unsafe options.flags = ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES
        // c-ares doubles it with each try: there is time for two and a part of a third.
        unsafe options.timeout = max(1, timeout.pollMilliseconds / 4)
        unsafe options.tries = 3
        var made: ares_channel?
        let code = unsafe ares_init_options(&made, &options, ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES)
        guard code == ARES_SUCCESS, let channel = unsafe made else {
            throw ResolverError("cannot be used: \(unsafe String(cString: ares_strerror(code)))")
        }
        unsafe handle = channel
        if servers.isEmpty { return }
        guard unsafe ares_set_servers_ports_csv(handle, servers) == ARES_SUCCESS else {
            throw ResolverError("takes IP addresses, each with a port where it is not 53, as 192.0.2.1:5353,[2001:db8::1]")
        }
    }

    deinit { unsafe ares_destroy(handle) }

    /// Once for each channel. Returns by `deadline`.
    func ask(_ name: String, _ question: Question, until deadline: ContinuousClock.Instant) -> Outcome {
        unsafe ares_query(
            handle, name, Self.internet, question.rawValue,
            { me, code, _, bytes, count in
                guard let me = unsafe me else { return }
                let channel = unsafe Unmanaged<Channel>.fromOpaque(me).takeUnretainedValue()
                unsafe channel.outcome = Channel.outcome(code, UnsafeBufferPointer(start: bytes, count: Int(count)))
            }, Unmanaged.passUnretained(self).toOpaque())
        while outcome == nil {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { break }
            step(left)
        }
        // c-ares calls back once for each question: for one that is cancelled at once, for any other never again.
        if outcome == nil { unsafe ares_cancel(handle) }
        return outcome ?? .failed(.timeout)
    }

    /// Waits until a server speaks, a try is over, or `longest` has passed.
    private func step(_ longest: Duration) {
        var sockets = [ares_socket_t](repeating: -1, count: Int(ARES_GETSOCK_MAXNUM))
        let wanted = unsafe UInt32(bitPattern: ares_getsock(handle, &sockets, ARES_GETSOCK_MAXNUM))
        var waiting: [pollfd] = []
        for (index, socket) in sockets.enumerated() {
            // As ARES_GETSOCK_READABLE and _WRITABLE of ares.h say.
            let (reads, writes) = (wanted >> index & 1 == 1, wanted >> (index + sockets.count) & 1 == 1)
            guard reads || writes else { continue }
            waiting.append(pollfd(fd: socket, events: Int16((reads ? POLLIN : 0) | (writes ? POLLOUT : 0)), revents: 0))
        }
        let ready = unsafe poll(&waiting, nfds_t(waiting.count), min(longest.pollMilliseconds, untilNextTry()))
        for waited in waiting where ready > 0 && waited.revents != 0 {
            let events = Int32(waited.revents)
            let writes = events & POLLOUT != 0
            // An error or an end is found by reading.
            let reads = events & ~POLLOUT != 0
            unsafe ares_process_fd(handle, reads ? waited.fd : -1, writes ? waited.fd : -1)
        }
        // What is due by time alone.
        if ready <= 0 { unsafe ares_process_fd(handle, -1, -1) }
    }

    /// Milliseconds.
    private func untilNextTry() -> Int32 {
        var next = timeval()
        guard let found = unsafe ares_timeout(handle, nil, &next) else { return Int32.max }
        let time = unsafe found.pointee
        return (Duration.seconds(time.tv_sec) + .microseconds(time.tv_usec)).pollMilliseconds
    }

    private static func outcome(_ code: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
        switch code {
        case ARES_SUCCESS where bytes.count > Resolver.answerBytesMax: .failed(.tooLarge)
        case ARES_SUCCESS: unsafe .answer(Array(bytes))
        case ARES_ENODATA: .noRecord
        case ARES_ENOTFOUND: .noDomain
        case ARES_ETIMEOUT, ARES_ECANCELLED: .failed(.timeout)
        case ARES_ECONNREFUSED, ARES_ESERVFAIL, ARES_EREFUSED, ARES_ENOTIMP, ARES_EFORMERR: .failed(.refused)
        case ARES_EBADRESP, ARES_EBADNAME, ARES_EBADSTR: .failed(.malformed)
        default: .failed(.local)
        }
    }
}

extension Duration {
    /// Rounded up, so that who waits for it does not wake before it.
    fileprivate var pollMilliseconds: Int32 {
        let (seconds, fraction) = components
        return Int32(clamping: seconds * 1000 + (fraction + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
