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
}
