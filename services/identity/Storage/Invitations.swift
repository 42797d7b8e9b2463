package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension Invitation: Resource {}

/// Not followed: who is asked concerns nobody but identity.
let invitationTable = Table<Invitation>(
    "invitations",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .text("account_id", \.accountId).fixed,
        roleIDs, .number("state", \.state), .truth("new_account", \.newAccount).fixed,
        .text("inviter_id", \.inviterId).fixed, .time("create_time", \.createTime).fixed,
        .time("expire_time", \.expireTime), .time("end_time", \.endTime), .revision("revision", \.revision),
        .derived("accounts.address") { $0.address = $1.text($2) },
    ],
    join: "JOIN accounts ON accounts.id = invitations.account_id",
    organization: { $0.organizationId }, id: { $0.id }, isFollowed: false)

/// Ids have no spaces.
private let roleIDs = Column<Invitation>("role_ids") {
    .text($0.roleIds.joined(separator: " "))
} read: {
    $0.roleIds = $1.text($2).split(separator: " ").map(String.init)
}.fixed

private let byID = invitationTable.lookup("id")
private let waiting = invitationTable.lookup("account_id", among: "state = 1")
private let pages = invitationTable.pages(within: "organization_id", behind: "id", filters: ["state"])
private let pagesOfAccount = invitationTable.pages(within: "account_id", behind: "id", filters: ["state"])

extension Connection {
    package func invitation(_ id: String) throws(SQLError) -> Invitation? {
        try byID.find([.text(id)], self)
    }

    /// By the SHA-256 of its token: one that waits.
    package func invitation(tokenHash: [UInt8]) throws(SQLError) -> Invitation? {
        let id = try first("SELECT invitation_id FROM invitation_tokens WHERE token_hash = ?", [.blob(tokenHash)]) {
            $0.text(0)
        }
        guard let id else { return nil }
        return try invitation(id)
    }

    /// The one that waits for an account.
    package func waitingInvitation(of account: AccountID) throws(SQLError) -> Invitation? {
        try waiting.find([.text(account.text)], self)
    }

    /// In the order of their ids; of one state where given.
    package func invitations(
        of organization: OrganizationID, state: InvitationState, after id: String, limit: Int
    ) throws(SQLError) -> [Invitation] {
        try pages.read(
            self, within: .text(organization.text), after: id, limit: limit, numbers: [Int64(state.rawValue)])
    }

    /// Of an account, in the order of their ids; of one state where given.
    package func invitations(
        of account: AccountID, state: InvitationState, after id: String, limit: Int
    ) throws(SQLError) -> [Invitation] {
        try pagesOfAccount.read(
            self, within: .text(account.text), after: id, limit: limit, numbers: [Int64(state.rawValue)])
    }
}

extension Transaction {
    /// Returns it as stored.
    package func insert(_ invitation: Invitation) throws(SQLError) -> Invitation {
        try invitationTable.insert(invitation, self)
    }

    /// Stores what can change, with the next revision. Returns it as stored.
    package func update(_ invitation: Invitation) throws(SQLError) -> Invitation {
        try invitationTable.update(invitation, self)
    }

    /// In the place of an earlier one: that is void.
    package func setToken(_ hash: [UInt8], of invitation: String) throws(SQLError) {
        try deleteToken(of: invitation)
        try run(
            "INSERT INTO invitation_tokens (token_hash, invitation_id) VALUES (?, ?)", [.blob(hash), .text(invitation)])
    }

    package func deleteToken(of invitation: String) throws(SQLError) {
        try run("DELETE FROM invitation_tokens WHERE invitation_id = ?", [.text(invitation)])
    }
}

extension Invitation {
    /// What rules decide on; nil for one that is over.
    package var waiting: WaitingInvitation? {
        guard state == .invited else { return nil }
        return WaitingInvitation(
            account: AccountID(accountId), roles: roleIds.map { RoleID($0) }, isOfNewAccount: newAccount,
            expireTime: expireTime?.microsecondsSince1970 ?? 0)
    }
}
