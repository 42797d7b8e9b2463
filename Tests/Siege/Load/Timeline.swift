internal import Foundation
internal import Synchronization

/// When each pair was known to be let in, or to be kept out: from when a change was acknowledged until the next one
/// was sent. In between nothing is known. A line: `PAIR on|off FROM TO`, nanoseconds of CLOCK_MONOTONIC.
final class Timeline: Sendable {
    private struct State {
        var since: [Int: (isAllowed: Bool, from: UInt64)] = [:]
        var lines: [String] = []
    }

    private let state = Mutex(State())

    func acknowledged(_ pair: Int, _ isAllowed: Bool, at now: UInt64) {
        state.withLock { $0.since[pair] = (isAllowed, now) }
    }

    /// The next change is about to be sent, or there is none.
    func leave(_ pair: Int, at now: UInt64) {
        state.withLock { state in
            guard let (isAllowed, from) = state.since.removeValue(forKey: pair) else { return }
            state.lines.append("\(pair) \(isAllowed ? "on" : "off") \(from) \(now)\n")
        }
    }

    func write(to path: String) throws {
        try state.withLock { $0.lines.joined() }.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
