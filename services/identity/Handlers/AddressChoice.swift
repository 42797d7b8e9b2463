internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import SQL

extension Identity {
    /// Throws unless an account or a mailbox of that organization may get an address that nobody else has (B5): the one way to
    /// a new address.
    ///
    /// The domain is judged first: whoever has not verified it learns nothing of the addresses in it. `organization` is nil for
    /// the first address of a new one, which an operator names before it can have verified anything; what another has verified
    /// it gets neither.
    func judge(_ address: EmailAddress, for organization: OrganizationID?, field: String, _ tx: Transaction) throws {
        let owner = try judge(domain: address.domain, for: organization, field: field, tx)
        if owner != nil { try releaseHeld(address, by: organization, tx) }
        try refuseTaken(address, field: field, tx)
    }

    /// Throws unless that organization may have addresses in a domain, by its A-labels. Returns who has verified it.
    @discardableResult
    func judge(
        domain: String, for organization: OrganizationID?, field: String, _ tx: Transaction
    ) throws -> OrganizationID? {
        let owner = try tx.owner(ofDomain: domain)
        if let owner, owner == organization { return owner }
        guard owner == nil, domains.allowsUnverified || organization == nil else {
            throw Refusal(
                .domainNotVerified, "\(field): the organization has not verified \(domain)",
                details: ["field": field, "domain": domain])
        }
        return nil
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
