import AuditStorage
import Contract
package import Messages
package import RPC

extension LogHandler {
    package func getLogRoot(_ request: GetLogRootRequest, _ call: Call) throws(Status) -> Answer<GetLogRootResponse> {
        let size = Check.size(request.treeSize)
        let log = Check.log(request.organizationId, request.eventClass)
        return .later {
            _ = try await readers.reader(call, Reading(request, of: log))
            let head = try await answering { try await self.log.head(log, size: size) }
            return GetLogRootResponse(head: TreeHead(head, of: log))
        }
    }
}
