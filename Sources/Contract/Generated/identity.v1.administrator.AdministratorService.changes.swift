// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

package import Messages

extension AssignRoleRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            "role.assigned",
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
            "role.unassigned",
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
            "role_assignment.listed",
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
