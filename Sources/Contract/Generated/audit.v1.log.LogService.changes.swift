// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

package import Messages

extension GetLogRootRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .auditLogRead,
            "audit_log",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
    package var demandsNamed: [AccessDemand] {
        switch eventClass {
        case .unspecified: [AccessDemand(scope: "audit_log", level: .view)]
        case .audit: [AccessDemand(scope: "audit_log", level: .view)]
        case .communication: [AccessDemand(scope: "communication_log", level: .view)]
        default: []
        }
    }
}

extension ProveLogConsistencyRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .auditLogRead,
            "audit_log",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
    package var demandsNamed: [AccessDemand] {
        switch eventClass {
        case .unspecified: [AccessDemand(scope: "audit_log", level: .view)]
        case .audit: [AccessDemand(scope: "audit_log", level: .view)]
        case .communication: [AccessDemand(scope: "communication_log", level: .view)]
        default: []
        }
    }
}
