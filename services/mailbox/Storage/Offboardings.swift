package import MailboxDomain
package import Messages
package import SQL
internal import Tables

extension Offboarding: Resource {}

/// No follower judges by an offboarding: what it does stands in what it changes.
let offboardingTable = Table<Offboarding>(
    "offboardings",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .text("account_id", \.accountId).fixed,
        .text("delegations_to_id", \.delegationsToId), .text("mailboxes_to_id", \.mailboxesToId),
        .text("started_by", \.startedBy), .number("state", \.state),
        .count("delegations_revoked", \.delegationsRevoked), .count("delegations_moved", \.delegationsMoved),
        .count("delegations_refused", \.delegationsRefused), .count("mailboxes_transferred", \.mailboxesTransferred),
        .time("create_time", \.createTime).fixed, .time("end_time", \.endTime), .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.id }, isFollowed: false)

private let byID = offboardingTable.lookup("id")

extension Connection {
    package func offboarding(_ id: String) throws(SQLError) -> Offboarding? { try byID.find([.text(id)], self) }

    /// The one that is under way, else the last that there was.
    package func lastOffboarding(of account: AccountID) throws(SQLError) -> Offboarding? {
        let last = try first(
            "SELECT id FROM offboardings WHERE account_id = ? ORDER BY state, create_time DESC, id DESC LIMIT 1",
            [.text(account.text)]
        ) { $0.text(0) }
        return try last.flatMap { (id) throws(SQLError) in try offboarding(id) }
    }

    /// The ids of those that are under way, oldest first.
    package func runningOffboardings() throws(SQLError) -> [String] {
        try rows("SELECT id FROM offboardings WHERE state = 1 ORDER BY id", []) { $0.text(0) }
    }
}

extension Transaction {
    /// Returns it as stored.
    package func insert(_ offboarding: Offboarding) throws(SQLError) -> Offboarding {
        try offboardingTable.insert(offboarding, self)
    }

    /// Stores how far it has come, with the next revision. Returns it as stored.
    package func update(_ offboarding: Offboarding) throws(SQLError) -> Offboarding {
        try offboardingTable.update(offboarding, self)
    }
}
