import AuditStorage
import Contract
package import Messages
package import RPC

extension EventHandler {
    package func proveEvent(
        _ request: ProveEventRequest, _ call: Call
    ) throws(Status) -> Answer<ProveEventResponse> {
        let size = Check.size(request.treeSize)
        let log = Check.log(request.organizationId, request.eventClass)
        return .later {
            let reading = Reading(request, of: log)
            return try await readers.refusing(call, reading) { reader in
                let proved = try await self.log.prove(log, eventID: request.eventId, size: size)
                try await record(reading.succeeded(call, by: reader))
                return ProveEventResponse(
                    recorded: try RecordedEvent(proved.recorded), leaf: proved.recorded.bytes,
                    path: proved.proof.path.map(\.bytes), head: TreeHead(proved.head, of: log))
            }
        }
    }
}
