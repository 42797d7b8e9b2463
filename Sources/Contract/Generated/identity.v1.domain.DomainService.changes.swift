// Generated from mandate/identity/v1/domain.proto by proto/generate. Do not edit.

package import Messages

extension ClaimDomainRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .domainClaimed,
            "domain",
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var organizationNamed: String {
        organizationId
    }
}

extension ClaimDomainResponse: ChangeAnswer {}

extension VerifyDomainRequest: ChangeRequest {
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .domainVerified,
            "domain",
            domainId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension VerifyDomainResponse: ChangeAnswer {}

extension ReleaseDomainRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .domainReleased,
            "domain",
            domainId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension ReleaseDomainResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension GetDomainRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .domainRead,
            "domain",
            domainId)
    }
}

extension ListDomainsRequest: PagedRequest {}

extension ListDomainsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .domainListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
