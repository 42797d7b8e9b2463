// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

package import Messages

extension ListEventsRequest: PagedRequest {}

extension ListEventsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            "audit_log.read",
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
            "audit_log.watch_begun",
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
            "audit_log.read",
            "event",
            eventId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
