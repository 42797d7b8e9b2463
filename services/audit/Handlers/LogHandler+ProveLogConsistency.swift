import AuditStorage
import Contract
package import Messages
package import RPC

extension LogHandler {
    package func proveLogConsistency(
        _ request: ProveLogConsistencyRequest, _ call: Call
    ) throws(Status) -> Answer<ProveLogConsistencyResponse> {
        // The first is at least 1: everything begins with nothing, and a proof from size 0 would prove nothing.
        let (first, second) = (Int(request.firstSize), Check.size(request.secondSize))
        if let second, second < first {
            throw Check.invalid("second_size", "second_size must not be less than first_size")
        }
        let log = Check.log(request.organizationId, request.eventClass)
        return .later {
            _ = try await readers.reader(call, Reading(request, of: log))
            let grown = try await answering {
                try await self.log.consistency(log, first: first, second: second)
            }
            return ProveLogConsistencyResponse(
                path: grown.proof.path.map(\.bytes), first: TreeHead(grown.first, of: log),
                second: TreeHead(grown.second, of: log))
        }
    }
}
