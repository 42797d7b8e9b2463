import AuditStorage
import Contract
package import Messages
package import RPC

extension EventHandler {
    package func getRoot(_ request: GetRootRequest, _ call: Call) throws(Status) -> Answer<GetRootResponse> {
        try Check.required(request.organizationId, "organization_id")
        let size = try Check.size(request.treeSize, "tree_size")
        return .later {
            _ = try await reader(call, .log(request.organizationId))
            let head = try await answering { try await log.head(organization: request.organizationId, size: size) }
            return GetRootResponse(head: TreeHead(head, of: request.organizationId))
        }
    }
}
