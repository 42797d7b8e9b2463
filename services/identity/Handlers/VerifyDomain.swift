internal import Contract
internal import DNS
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension DomainHandler {
    /// DNS is asked before the write, which waits for nobody's server; what it said is judged within it, so that a repetition
    /// is answered as the first was, whatever DNS says by then.
    func verifyDomain(_ request: VerifyDomainRequest, _ call: Call) throws(Status) -> Answer<VerifyDomainResponse> {
        identity.changing(
            request, call,
            finding: { [identity] account in
                let claimed = try await identity.store.read { try $0.domain(request.domainId) }
                guard let claimed, claimed.organizationId == account.organizationID, claimed.state == .claimed else {
                    return nil
                }
                return await identity.domains.texts(claimed.recordName)
            },
            { (write, administration, found: TextLookup?) in
                let before = try administration.domain(request.domainId)
                if before.state == .verified { return VerifyDomainResponse(domain: before, unchanged: true) }
                try before.judge(found ?? .failed(.busy))
                if try write.tx.owner(ofDomain: before.name) != nil { throw Refusal.taken("domain_id") }
                var domain = before
                domain.state = .verified
                domain.verifyTime = Timestamp(microsecondsSince1970: write.tx.now)
                domain = try write.tx.update(domain)
                try write.report(before, domain)
                return VerifyDomainResponse(domain: domain)
            })
    }
}

extension Messages.Domain {
    /// Throws unless DNS says that it is the organization's.
    fileprivate func judge(_ found: TextLookup) throws(Refusal) {
        switch found {
        case .records(let records): try DomainClaim.judge(records, recordName: recordName, recordValue: recordValue)
        case .noRecord, .noDomain: try DomainClaim.judge([], recordName: recordName, recordValue: recordValue)
        case .failed(let failure):
            throw Refusal(
                .lookupFailed, "DNS does not say what \(recordName) says (\(failure.rawValue)); try again",
                details: ["record_name": recordName, "cause": failure.rawValue])
        }
    }
}
