// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

package import Messages

extension AssignRoleRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .roleAssigned,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension AssignRoleResponse: ChangeAnswer {}

extension UnassignRoleRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .roleUnassigned,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UnassignRoleResponse: ChangeAnswer {}

extension ListRoleAssignmentsRequest: PagedRequest {}

extension ListRoleAssignmentsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .roleAssignmentListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
