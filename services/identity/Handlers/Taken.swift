internal import IdentityDomain
internal import IdentityStorage
internal import SQL

// What must be unique, asked inside the write that is going to use it: writes come one after another.

extension Refusal {
    static func taken(_ field: String) -> Refusal {
        Refusal(.taken, "\(field) is taken", details: ["field": field])
    }
}

extension Transaction {
    /// B5: in the whole installation.
    func refuseTaken(_ address: EmailAddress, field: String) throws {
        if try account(addressKey: address.key) != nil { throw Refusal.taken(field) }
    }

    /// A directory's key names one account of an organization.
    func refuseTaken(externalID: String, in organization: OrganizationID) throws {
        if try account(externalID: externalID, in: organization) != nil { throw Refusal.taken("account.external_id") }
    }
}
