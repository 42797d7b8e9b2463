import AuditDomain
import AuditStorage
import Messages

extension TreeHead {
    init(_ head: LogHead, of log: LogName) {
        self.init(
            organizationId: log.organization, size: Int64(head.size), root: head.root.bytes, eventClass: log.eventClass)
    }
}
