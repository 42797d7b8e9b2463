// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

package import Messages

extension ListEventsRequest: PagedRequest {}

extension ListEventsRequest: LoggedRequest {
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

extension WatchEventsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .auditLogWatchBegun,
            "audit_log",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}

extension ProveEventRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .auditLogRead,
            "event",
            eventId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
