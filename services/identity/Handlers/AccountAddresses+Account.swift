internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import Outbox
internal import RPC

// An account's addresses, between the rules and the store.

extension Account {
    var addresses: AccountAddresses { AccountAddresses(primary: address, aliases: aliases) }
}

extension Administration {
    /// An account whose addresses who acts may change.
    func addressed(_ id: String) throws -> Account { try judged(account(id)) }

    /// Whom an address names in the organization, for the same; its etag is no matter. It is not what the call says that it
    /// touches, so the roles are judged for where it stands too: who administers one unit takes nothing out of another (C14).
    func holder(of key: String) throws -> Account {
        let account = try tx.account(addressKey: key).found(in: organization.id)
        let answer = judge(at: try tx.path(of: account.unit))
        let target = EventTarget(id: account.id, resourceType: "account")
        if let refusal = access.refusal(answer, touching: target) { throw refusal }
        return try judged(account)
    }

    private func judged(_ account: Account) throws -> Account {
        try tx.standing(of: account).mayChangeAddresses(by: administrator)
        return account
    }
}

extension Write {
    /// Returns the account as stored, with those addresses. What it did not have before, nobody may have.
    func store(_ addresses: AccountAddresses, of before: Account) throws -> Account {
        var account = before
        (account.address, account.aliases) = (addresses.primary, addresses.aliases)
        account.asciiAddress = try EmailAddress(addresses.primary).ascii
        try tx.setAddresses(of: account)
        return try tx.update(account)
    }
}

/// What an event tells of addresses besides the account's own fields: the one that came or went, and not the whole list.
enum AddressPath: String { case alias }

extension EventDraft {
    mutating func tell(_ path: AddressPath, _ before: String, _ after: String, of account: Account) {
        var differences = Differences()
        differences.add(path.rawValue, before, after, .personal)
        record(differences, of: account.id)
    }
}
