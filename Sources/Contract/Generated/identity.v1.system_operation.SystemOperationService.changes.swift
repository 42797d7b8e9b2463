// Generated from mandate/identity/v1/system_operation.proto by proto/generate. Do not edit.

package import Messages

extension GrantSystemOperationRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .systemOperationGranted,
            "system_operation",
            holderId,
            subject: holderId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension GrantSystemOperationResponse: ChangeAnswer {}

extension RevokeSystemOperationRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .systemOperationRevoked,
            "system_operation",
            holderId,
            subject: holderId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension RevokeSystemOperationResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension ListSystemOperationsRequest: PagedRequest {}

extension ListSystemOperationsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .systemOperationListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
