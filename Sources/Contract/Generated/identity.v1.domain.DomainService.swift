// Generated from mandate/identity/v1/domain.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.DomainService.
package enum DomainServiceMethods {
    /// Claims a domain: the answer says which TXT record to publish in DNS before VerifyDomain. Anybody may claim any domain that
    /// nobody has verified, so a claim keeps nobody out; what counts is who verifies it.
    package static let claimDomain = Method<ClaimDomainRequest, ClaimDomainResponse>(
        "mandate.identity.v1.DomainService/ClaimDomain", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "domains", level: .edit)], mutates: true),
        log: MethodLog(action: "domain.claimed", resourceType: "domain"))

    /// Looks for the claim's TXT record in DNS; from then on the domain is the organization's alone in this installation. A record
    /// that is not there is VERIFICATION_MISSING with what is expected, DNS that does not answer LOOKUP_FAILED.
    package static let verifyDomain = Method<VerifyDomainRequest, VerifyDomainResponse>(
        "mandate.identity.v1.DomainService/VerifyDomain", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "domains", level: .edit)], mutates: true),
        log: MethodLog(action: "domain.verified", resourceType: "domain", target: "domain_id"))

    /// Gives a domain up, claimed or verified. Refused as DOMAIN_IN_USE while an account or a mailbox has an address in it.
    package static let releaseDomain = Method<ReleaseDomainRequest, ReleaseDomainResponse>(
        "mandate.identity.v1.DomainService/ReleaseDomain", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "domains", level: .edit)], mutates: true),
        log: MethodLog(action: "domain.released", resourceType: "domain", target: "domain_id"))

    /// Returns one domain of the organization, with the record to publish.
    package static let getDomain = Method<GetDomainRequest, GetDomainResponse>(
        "mandate.identity.v1.DomainService/GetDomain", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "domains", level: .view)]),
        log: MethodLog(action: "domain.read", resourceType: "domain", target: "domain_id"))

    /// Lists an organization's domains, by id.
    package static let listDomains = Method<ListDomainsRequest, ListDomainsResponse>(
        "mandate.identity.v1.DomainService/ListDomains", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "domains", level: .view)]),
        log: MethodLog(action: "domain.listed", resourceType: "organization", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        claimDomain.descriptor,
        verifyDomain.descriptor,
        releaseDomain.descriptor,
        getDomain.descriptor,
        listDomains.descriptor,
    ]
}

/// Domains that organizations claim and verify by DNS (rule B5).
package protocol DomainService: Sendable {
    /// Claims a domain: the answer says which TXT record to publish in DNS before VerifyDomain. Anybody may claim any domain that
    /// nobody has verified, so a claim keeps nobody out; what counts is who verifies it.
    func claimDomain(
        _ request: ClaimDomainRequest, _ call: Call
    ) throws(Status) -> Answer<ClaimDomainResponse>
    /// Looks for the claim's TXT record in DNS; from then on the domain is the organization's alone in this installation. A record
    /// that is not there is VERIFICATION_MISSING with what is expected, DNS that does not answer LOOKUP_FAILED.
    func verifyDomain(
        _ request: VerifyDomainRequest, _ call: Call
    ) throws(Status) -> Answer<VerifyDomainResponse>
    /// Gives a domain up, claimed or verified. Refused as DOMAIN_IN_USE while an account or a mailbox has an address in it.
    func releaseDomain(
        _ request: ReleaseDomainRequest, _ call: Call
    ) throws(Status) -> Answer<ReleaseDomainResponse>
    /// Returns one domain of the organization, with the record to publish.
    func getDomain(
        _ request: GetDomainRequest, _ call: Call
    ) throws(Status) -> Answer<GetDomainResponse>
    /// Lists an organization's domains, by id.
    func listDomains(
        _ request: ListDomainsRequest, _ call: Call
    ) throws(Status) -> Answer<ListDomainsResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.DomainService.
    package mutating func add(_ service: some DomainService) {
        unary(DomainServiceMethods.claimDomain) { (request, call) throws(Status) in
            try service.claimDomain(request, call)
        }
        unary(DomainServiceMethods.verifyDomain) { (request, call) throws(Status) in
            try service.verifyDomain(request, call)
        }
        unary(DomainServiceMethods.releaseDomain) { (request, call) throws(Status) in
            try service.releaseDomain(request, call)
        }
        unary(DomainServiceMethods.getDomain) { (request, call) throws(Status) in
            try service.getDomain(request, call)
        }
        unary(DomainServiceMethods.listDomains) { (request, call) throws(Status) in
            try service.listDomains(request, call)
        }
    }
}

/// Calls mandate.identity.v1.DomainService.
package struct DomainClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Claims a domain: the answer says which TXT record to publish in DNS before VerifyDomain. Anybody may claim any domain that
    /// nobody has verified, so a claim keeps nobody out; what counts is who verifies it.
    package func claimDomain(
        _ request: ClaimDomainRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ClaimDomainResponse {
        try await transport.unary(DomainServiceMethods.claimDomain, request, options)
    }

    /// Looks for the claim's TXT record in DNS; from then on the domain is the organization's alone in this installation. A record
    /// that is not there is VERIFICATION_MISSING with what is expected, DNS that does not answer LOOKUP_FAILED.
    package func verifyDomain(
        _ request: VerifyDomainRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> VerifyDomainResponse {
        try await transport.unary(DomainServiceMethods.verifyDomain, request, options)
    }

    /// Gives a domain up, claimed or verified. Refused as DOMAIN_IN_USE while an account or a mailbox has an address in it.
    package func releaseDomain(
        _ request: ReleaseDomainRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ReleaseDomainResponse {
        try await transport.unary(DomainServiceMethods.releaseDomain, request, options)
    }

    /// Returns one domain of the organization, with the record to publish.
    package func getDomain(
        _ request: GetDomainRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetDomainResponse {
        try await transport.unary(DomainServiceMethods.getDomain, request, options)
    }

    /// Lists an organization's domains, by id.
    package func listDomains(
        _ request: ListDomainsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListDomainsResponse {
        try await transport.unary(DomainServiceMethods.listDomains, request, options)
    }
}
