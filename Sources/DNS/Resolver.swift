internal import Foundation
internal import Synchronization

/// Looks up texts in DNS by c-ares, off every event loop and task.
///
/// 1. A look-up has a thread and a channel of c-ares of its own, so nothing of c-ares is shared between threads. At most
///    `runningMax` run at once; one more is told `.busy`, for who makes them wait may be a stranger's server.
/// 2. It ends by its deadline, however often and in which parts the servers speak.
/// 3. What an answer may be is bounded: bytes and records.
/// 4. A name is asked as it is: neither search domains nor HOSTALIASES apply.
///
/// What is not done here is DNSSEC: an answer is as true as the resolver's word and the way to it. Whoever needs more
/// names a validating resolver that is near.
package final class Resolver: Sendable {
    package static let answerBytesMax = 16 << 10
    package static let recordsMax = 64
    package static let runningMax = 16
    static let threadName = "mandate.dns"

    /// `host[:port]`, several parted by commas; empty for those of the system (resolv.conf).
    private let servers: String
    private let timeout: Duration
    private let running = Mutex(0)

    /// `servers`: IP addresses, each with a port where it is not 53, as `127.0.0.1:5353,[::1]:53`; empty for the system's.
    package init(servers: String = "", timeout: Duration = .seconds(5)) throws(ResolverError) {
        self.servers = servers
        self.timeout = timeout
        // What cannot be used is said at the start, not at the first look-up. The system's may come to be there later.
        if !servers.isEmpty { _ = try Channel(servers: servers, timeout: timeout) }
    }

    /// `name`: ASCII, without a dot at its end.
    package func texts(of name: String) async -> TextLookup {
        guard begin() else { return .failed(.busy) }
        return await withCheckedContinuation { waiting in
            let thread = Thread {
                let found = Self.texts(of: name, self.servers, self.timeout)
                self.running.withLock { $0 -= 1 }
                waiting.resume(returning: found)
            }
            thread.name = Self.threadName
            thread.start()
        }
    }

    private func begin() -> Bool {
        running.withLock { running in
            guard running < Self.runningMax else { return false }
            running += 1
            return true
        }
    }

    private static func texts(of name: String, _ servers: String, _ timeout: Duration) -> TextLookup {
        SilentThread.begin()
        guard let channel = try? Channel(servers: servers, timeout: timeout) else { return .failed(.local) }
        switch channel.ask(name, .text, until: .now + timeout) {
        case .answer(let bytes): return TextAnswer.read(bytes)
        case .noRecord: return .noRecord
        case .noDomain: return .noDomain
        case .failed(let failure): return .failed(failure)
        }
    }
}

/// Why resolvers cannot be used. Reads on after their setting's name.
package struct ResolverError: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
