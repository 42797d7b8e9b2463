import AuditStorage
import Contract
package import Messages
package import RPC

extension EventHandler {
    package func proveEvent(
        _ request: ProveEventRequest, _ call: Call
    ) throws(Status) -> Answer<ProveEventResponse> {
        let size = Check.size(request.treeSize)
        return .later {
            let reading = Reading(request, of: request.organizationId)
            let account = try await readers.reader(call, reading)
            let proved = try await answering {
                try await log.prove(organization: request.organizationId, eventID: request.eventId, size: size)
            }
            try await record(reading.succeeded(call, by: account))
            return ProveEventResponse(
                recorded: try RecordedEvent(proved.recorded), leaf: proved.recorded.bytes,
                path: proved.proof.path.map(\.bytes), head: TreeHead(proved.head, of: request.organizationId))
        }
    }
}
