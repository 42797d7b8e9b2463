import Contract
import DNS
import IdentityHandlers
import Messages
import RPC

extension Installation {
    func claim(_ name: String, of acme: Acme, by account: Account? = nil) async throws(Status) -> Domain {
        let answer = try await call(
            DomainServiceMethods.claimDomain, ClaimDomainRequest(organizationId: acme.id, domainName: name),
            as: account ?? acme.owner)
        return answer.domain ?? Domain()
    }

    @discardableResult
    func verify(_ domain: Domain, by account: Account, requestID: String = "") async throws(Status) -> VerifyDomainResponse {
        try await call(
            DomainServiceMethods.verifyDomain, VerifyDomainRequest(domainId: domain.id, requestId: requestID), as: account)
    }

    /// Puts what it is to say into DNS.
    func publish(_ domain: Domain) {
        dns.set(domain.recordName, .records([Array("v=spf1".utf8), Array(domain.recordValue.utf8)]))
    }

    @discardableResult
    func release(_ domain: Domain, by account: Account) async throws(Status) -> ReleaseDomainResponse {
        try await call(DomainServiceMethods.releaseDomain, ReleaseDomainRequest(domainId: domain.id), as: account)
    }

    @discardableResult
    func addAlias(_ alias: String, to account: Account, by administrator: Account) async throws(Status) -> Account {
        let answer = try await call(
            AddressServiceMethods.addAlias, AddAliasRequest(accountId: account.id, alias: alias), as: administrator)
        return answer.account ?? Account()
    }

    func moveAlias(_ alias: String, to account: Account, by administrator: Account) async throws(Status) -> MoveAliasResponse {
        try await call(
            AddressServiceMethods.moveAlias, MoveAliasRequest(accountId: account.id, alias: alias), as: administrator)
    }

    func changePrimary(
        of account: Account, to address: String, by administrator: Account
    ) async throws(Status) -> ChangePrimaryAddressResponse {
        try await call(
            AddressServiceMethods.changePrimaryAddress, ChangePrimaryAddressRequest(accountId: account.id, address: address),
            as: administrator)
    }

    /// The id of the account that an address names; nil for none.
    func named(_ address: String, by administrator: Account) async throws(Status) -> String? {
        do throws(Status) {
            return try await call(
                AccountServiceMethods.getAccount, GetAccountRequest(key: .address(address)), as: administrator
            ).account?.id
        } catch  where error.code == .notFound { return nil }
    }
}
