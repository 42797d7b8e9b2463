// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

package import Messages

extension CreateTenantRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .tenantCreated,
            "tenant",
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var organizationNamed: String {
        tenant?.organizationId ?? ""
    }
}

extension CreateTenantResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension UpdateTenantRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { tenant?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .tenantUpdated,
            "tenant",
            tenant?.id ?? "",
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UpdateTenantResponse: ChangeAnswer {}

extension DeleteTenantRequest: ChangeRequest {
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .tenantDeleted,
            "tenant",
            tenantId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension DeleteTenantResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension GetTenantRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .tenantRead,
            "tenant",
            tenantId)
    }
}

extension ListTenantsRequest: PagedRequest {}

extension ListTenantsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .tenantListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
