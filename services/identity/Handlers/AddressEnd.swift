package import Due
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
package import SQL

extension DueKind {
    /// Of an account that is deleted: its id is the key.
    package static let addressRelease = DueKind("address.release")
}

extension Identity {
    /// Of an account that is being deleted: its addresses name nobody from now on, and stay taken for as long as policy
    /// `deleted_address_lifetime` says; but an invitation that nobody accepted never blocks one (A5). Returns how many there are.
    func endAddresses(of account: Account, _ tx: Transaction) throws -> Int {
        let (id, organization) = (AccountID(account.id), OrganizationID(account.organizationId))
        let lifetime = try tx.policies(of: organization).policies.deletedAddressLifetimeMicros
        if lifetime == 0 || account.state == .invited { return try tx.releaseAddresses(of: id) }
        let held = try tx.holdAddresses(of: id)
        if held > 0 {
            try schedule.put(
                DueEntry(.addressRelease, id.text, organization: organization.text, at: tx.now + lifetime), tx)
        }
        return held
    }

    /// When that time is over. Whoever has verified the domain since may have taken some of them already.
    package func releaseAddresses(_ entry: DueEntry, _ tx: Transaction) throws {
        guard let account = try tx.account(AccountID(entry.key)), account.state == .deleted else { return }
        let released = try tx.releaseAddresses(of: AccountID(account.id))
        if released == 0 { return }
        let target = EventTarget(id: account.id, resourceType: "account")
        try mutator.perform(SystemChange(.accountAddressesReleased, target, takesAway: true), in: tx) { write in
            try write.report(account, account) { $0.change("addresses", from: "\(released)", to: "") }
        }
    }
}
