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
    package var demandsNamed: [AccessDemand] {
        switch eventClass {
        case .unspecified: [AccessDemand(scope: "audit_log", level: .view)]
        case .audit: [AccessDemand(scope: "audit_log", level: .view)]
        case .communication: [AccessDemand(scope: "communication_log", level: .view)]
        default: []
        }
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
    package var demandsNamed: [AccessDemand] {
        switch eventClass {
        case .unspecified: [AccessDemand(scope: "audit_log", level: .view)]
        case .audit: [AccessDemand(scope: "audit_log", level: .view)]
        case .communication: [AccessDemand(scope: "communication_log", level: .view)]
        default: []
        }
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
    package var demandsNamed: [AccessDemand] {
        switch eventClass {
        case .unspecified: [AccessDemand(scope: "audit_log", level: .view)]
        case .audit: [AccessDemand(scope: "audit_log", level: .view)]
        case .communication: [AccessDemand(scope: "communication_log", level: .view)]
        default: []
        }
    }
}
