internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

/// Domains: claimed, verified, given up (B5).
struct DomainHandler: DomainService {
    let identity: Identity

    /// A claim costs nobody anything: what is one organization's alone is the verified domain. Whose that is stays untold (D28).
    func claimDomain(_ request: ClaimDomainRequest, _ call: Call) throws(Status) -> Answer<ClaimDomainResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let (tx, organization) = (write.tx, administration.administrator.organization)
            let claim = try DomainClaim(request.domainName, field: "domain_name")
            if let known = try tx.domain(named: claim.name, of: organization) {
                return ClaimDomainResponse(domain: known, unchanged: true)
            }
            if try tx.owner(ofDomain: claim.name) != nil { throw Refusal.taken("domain_name") }
            guard try tx.domainCount(of: organization) < DomainClaim.claimsMax else {
                throw Refusal.tooLong("organization.domains", "\(DomainClaim.claimsMax) domains")
            }
            let record = DomainClaim.recordValue(SecretToken.make(identity.random))
            var domain = try tx.insert(
                Messages.Domain(
                    id: write.id("dom"), organizationId: organization.text, name: claim.name, state: .claimed,
                    recordName: DomainClaim.recordName(of: claim.name), recordValue: record,
                    createTime: Timestamp(microsecondsSince1970: tx.now)))
            try write.report(nil, domain)
            // Nobody may publish what will not be there.
            if request.validateOnly { domain.recordValue = "" }
            return ClaimDomainResponse(domain: domain)
        }
    }

    /// Refused while an account or a mailbox has an address in it, or a unit has it as its default. Of what was deleted an address may stay
    /// taken: see `judge`.
    func releaseDomain(_ request: ReleaseDomainRequest, _ call: Call) throws(Status) -> Answer<ReleaseDomainResponse> {
        identity.changing(request, call) { write, administration in
            let domain = try administration.domain(request.domainId)
            let used = try write.tx.addressesInUse(
                of: administration.administrator.organization, domain: domain.name, limit: DomainClaim.countedMax)
            try DomainClaim.judgeRelease(
                of: domain.name, addresses: used,
                units: write.tx.unitCount(of: administration.administrator.organization, defaultDomain: domain.name))
            try write.tx.delete(domain)
            try write.report(domain, nil)
            return ReleaseDomainResponse()
        }
    }

    func getDomain(_ request: GetDomainRequest, _ call: Call) throws(Status) -> Answer<GetDomainResponse> {
        identity.reading(request, call) { connection, reader in
            GetDomainResponse(domain: try connection.domain(request.domainId).found(in: reader.organizationID))
        }
    }

    func listDomains(_ request: ListDomainsRequest, _ call: Call) throws(Status) -> Answer<ListDomainsResponse> {
        identity.listing(request, call) { connection, _, page in
            let found = try connection.domains(
                of: OrganizationID(request.organizationId), after: page.after, limit: page.rows)
            let (shown, next) = page.cut(found, \.id)
            return ListDomainsResponse(domains: shown, nextPageToken: next)
        }
    }
}
