// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

package import Messages

extension CreateOrganizationRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .organizationCreated,
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
            .organizationRead,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}

extension GetOrganizationSummaryRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .organizationRead,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}

extension ListOrganizationsRequest: PagedRequest {}

extension UpdateOrganizationRequest: ChangeRequest {
    package var etag: String { organization?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .organizationUpdated,
            "organization",
            organization?.id ?? "",
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UpdateOrganizationResponse: ChangeAnswer {}

extension SwitchRolesRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .organizationRolesSwitched,
            "organization",
            organizationId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var organizationNamed: String {
        organizationId
    }
}

extension SwitchRolesResponse: ChangeAnswer {}
