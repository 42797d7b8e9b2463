// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

package import Messages

extension CreateOrganizationRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            "organization.created",
            "organization",
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension CreateOrganizationResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension GetOrganizationRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            "organization.read",
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}

extension ListOrganizationsRequest: PagedRequest {}
