import AuditDomain
package import AuditStorage
import Contract
package import Messages
package import RPC

/// The log itself: appended to by the relays of the other services, proved to its readers.
package struct LogHandler: LogService {
    let log: EventLog
    let readers: Readers
    private let sourceOf: @Sendable (Peer) -> String?

    /// `sourceOf` says which source a caller may append, by its certificate's URI; nil is none.
    package init(log: EventLog, readers: Readers, sourceOf: @escaping @Sendable (Peer) -> String?) {
        self.log = log
        self.readers = readers
        self.sourceOf = sourceOf
    }

    package func appendEvents(_ request: AppendEventsRequest, _ call: Call) throws(Status) -> Answer<AppendEventsResponse> {
        // The log's own source is nobody else's, whatever the configuration says.
        guard sourceOf(call.peer) == request.source, request.source != EventLog.ownSource else {
            throw Status(
                .permissionDenied, .callerNotAllowed, "the caller may not append events of this source",
                metadata: ["field": "source"])
        }
        return .later {
            try await answering {
                let appended = try await log.append(
                    Batch(
                        source: request.source, epoch: request.epoch, firstSequence: request.firstSequence,
                        events: request.events,
                        restoredFrom: request.restoredFrom.map { ($0.epoch, $0.nextSequence) }))
                return AppendEventsResponse(
                    nextSequence: appended.nextSequence,
                    heads: appended.heads.sorted { $0.key < $1.key }.map { TreeHead($0.value, of: $0.key) })
            }
        }
    }
}
