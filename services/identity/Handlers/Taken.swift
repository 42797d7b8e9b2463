internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import SQL

// What must be unique, asked inside the write that is going to use it: writes come one after another.

extension Refusal {
    static func taken(_ field: String) -> Refusal {
        Refusal(.taken, "\(field) is taken", details: ["field": field])
    }
}

extension Identity {
    /// B5: in the whole installation, whatever it names. Who was invited in vain takes nothing.
    func refuseTaken(_ address: EmailAddress, field: String, _ tx: Transaction) throws {
        if try tx.isMailboxAddress(key: address.key) { throw Refusal.taken(field) }
        guard let holder = try tx.holder(addressKey: address.key), let account = try tx.account(holder) else { return }
        guard account.state == .invited, try hasLapsed(account, tx) else { throw Refusal.taken(field) }
    }

    /// A directory's key names one account of an organization.
    func refuseTaken(externalID: String, in organization: OrganizationID, _ tx: Transaction) throws {
        guard let account = try tx.account(externalID: externalID, in: organization) else { return }
        guard account.state == .invited, try hasLapsed(account, tx) else { throw Refusal.taken("account.external_id") }
    }
}

extension Transaction {
    /// A group's name and its directory's key are unique in its organization, among those that are not deleted. `before`:
    /// what it has already.
    func refuseTaken(_ group: Group, _ before: Group?) throws {
        let organization = OrganizationID(group.organizationId)
        if ExactText(group.displayName) != before.map({ ExactText($0.displayName) }),
            try self.group(displayName: group.displayName, in: organization) != nil
        {
            throw Refusal.taken("group.display_name")
        }
        if ExactText(group.externalId) != before.map({ ExactText($0.externalId) }),
            try self.group(externalID: group.externalId, in: organization) != nil
        {
            throw Refusal.taken("group.external_id")
        }
    }
}
