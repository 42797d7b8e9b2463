import AuditStorage
import Contract
package import Messages
package import RPC

extension LogHandler {
    package func getLogRoot(_ request: GetLogRootRequest, _ call: Call) throws(Status) -> Answer<GetLogRootResponse> {
        let size = Check.size(request.treeSize)
        return .later {
            _ = try await readers.reader(call, Reading(request, of: request.organizationId))
            let head = try await answering { try await log.head(organization: request.organizationId, size: size) }
            return GetLogRootResponse(head: TreeHead(head, of: request.organizationId))
        }
    }
}
