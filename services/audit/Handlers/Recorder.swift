import AuditDomain
package import AuditStorage
package import Contract
import Messages

/// Writes the log's own events: what its readers do, what they are refused, what the server itself tells.
package struct Recorder: Sendable {
    let log: EventLog
    private let commitments: Commitments

    /// `random` gives that many random bytes.
    package init(log: EventLog, random: @escaping @Sendable (Int) -> [UInt8]) {
        self.log = log
        commitments = Commitments(random: random) { Commitment.mac($0, $1) }
    }

    /// The event gets its id and time with the transaction. Returns the id and the log's size with it.
    @discardableResult
    package func record(_ event: OpenEvent) async throws -> (id: String, size: Int) {
        try await log.record(committed(event))
    }

    /// The same for several, all or none.
    package func record(_ events: [OpenEvent]) async throws {
        try await log.record(events.map(committed))
    }

    private func committed(_ open: OpenEvent) -> OwnEvent {
        var event = OwnEvent(open.leaf)
        for value in open.personal {
            let (inside, beside) = commitments.commit(value)
            event.event.personal.append(inside)
            event.personal.append(beside)
        }
        return event
    }
}
