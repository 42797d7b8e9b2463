package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension OwnershipTransfer: Resource {}

/// No follower judges by an offer: who owns an organization stands in the organization.
let ownershipTransferTable = Table<OwnershipTransfer>(
    "ownership_transfers",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .text("owner_id", \.ownerId).fixed,
        .text("account_id", \.accountId).fixed, .number("state", \.state), .time("create_time", \.createTime).fixed,
        .time("expire_time", \.expireTime).fixed, .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.id }, isFollowed: false)

private let byID = ownershipTransferTable.lookup("id")
private let pending = ownershipTransferTable.lookup("organization_id", among: "state = 1")

extension Connection {
    package func ownershipTransfer(_ id: String) throws(SQLError) -> OwnershipTransfer? {
        try byID.find([.text(id)], self)
    }

    package func pendingTransfer(of organization: OrganizationID) throws(SQLError) -> OwnershipTransfer? {
        try pending.find([.text(organization.text)], self)
    }

    /// The pending one, else the last that there was.
    package func lastTransfer(of organization: OrganizationID) throws(SQLError) -> OwnershipTransfer? {
        if let found = try pendingTransfer(of: organization) { return found }
        let last = try first(
            """
            SELECT id FROM ownership_transfers WHERE organization_id = ?
            ORDER BY create_time DESC, id DESC LIMIT 1
            """, [.text(organization.text)]
        ) { $0.text(0) }
        return try last.flatMap { (id) throws(SQLError) in try ownershipTransfer(id) }
    }
}

extension Transaction {
    /// Returns it as stored.
    package func insert(_ transfer: OwnershipTransfer) throws(SQLError) -> OwnershipTransfer {
        try ownershipTransferTable.insert(transfer, self)
    }

    /// Stores where it stands, with the next revision. Returns it as stored.
    package func update(_ transfer: OwnershipTransfer) throws(SQLError) -> OwnershipTransfer {
        try ownershipTransferTable.update(transfer, self)
    }
}

extension OwnershipTransfer {
    /// What rules decide on. Throws `.corrupt` for a row that no program of this version has written.
    package var offer: OwnershipOffer {
        get throws(SQLError) {
            guard let state = OwnershipOffer.State(rawValue: Int64(self.state.rawValue)) else {
                throw SQLError(.corrupt, "ownership transfer \(id) has state \(self.state)")
            }
            return OwnershipOffer(
                owner: AccountID(ownerId), account: AccountID(accountId), state: state,
                expireTime: expireTime?.microsecondsSince1970 ?? 0)
        }
    }
}

extension OwnershipTransferState {
    package init(_ state: OwnershipOffer.State) { self.init(rawValue: Int32(state.rawValue)) }
}
