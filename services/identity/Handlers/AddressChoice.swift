internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import SQL

extension Identity {
    /// Throws unless an account of that organization may get an address that nobody else has (B5).
    ///
    /// The domain is judged first: whoever has not verified it learns nothing of the addresses in it. `organization` is nil for
    /// the first address of a new one, which an operator names before it can have verified anything; what another has verified
    /// it gets neither.
    func judge(_ address: EmailAddress, for organization: OrganizationID?, field: String, _ tx: Transaction) throws {
        let owner = try tx.owner(ofDomain: address.domain)
        if owner != organization || owner == nil {
            guard owner == nil, domains.allowsUnverified || organization == nil else {
                throw Refusal(
                    .domainNotVerified, "\(field): the organization has not verified \(address.domain)",
                    details: ["field": field, "domain": address.domain])
            }
        }
        if owner != nil { try releaseHeld(address, by: organization, tx) }
        try refuseTaken(address, field: field, tx)
    }

    /// A deleted account's address stays taken for who has its domain. Whoever has verified the domain since is not bound by
    /// what the organization before has decided.
    private func releaseHeld(_ address: EmailAddress, by organization: OrganizationID?, _ tx: Transaction) throws {
        guard let holder = try tx.holder(addressKey: address.key), let account = try tx.account(holder),
            account.state == .deleted, account.organizationId != organization?.text
        else { return }
        try tx.releaseAddress(address.key)
    }
}
