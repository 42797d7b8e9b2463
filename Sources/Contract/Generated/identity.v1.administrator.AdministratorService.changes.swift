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
