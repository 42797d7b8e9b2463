import AuditDomain
import Messages

extension TreeHead {
    init(_ head: LogHead, of organization: String) {
        self.init(organizationId: organization, size: Int64(head.size), root: head.root.bytes)
    }
}
