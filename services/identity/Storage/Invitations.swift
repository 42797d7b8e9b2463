package import IdentityDomain
package import SQL

extension Connection {
    /// By the SHA-256 of its token.
    package func invitation(tokenHash: [UInt8]) throws(SQLError) -> Invitation? {
        try first(
            "SELECT account_id, expire_time FROM invitations WHERE token_hash = ?", [.blob(tokenHash)]
        ) { Invitation(account: AccountID($0.text(0)), expireTime: $0.integer(1)) }
    }

    package func invitation(of account: AccountID) throws(SQLError) -> Invitation? {
        try first("SELECT expire_time FROM invitations WHERE account_id = ?", [.text(account.text)]) {
            Invitation(account: account, expireTime: $0.integer(0))
        }
    }
}

extension Transaction {
    /// In the place of an earlier one of the account: its token is void.
    package func set(_ invitation: Invitation, tokenHash: [UInt8]) throws(SQLError) {
        try deleteInvitation(of: invitation.account)
        try run(
            "INSERT INTO invitations (account_id, token_hash, expire_time) VALUES (?, ?, ?)",
            [.text(invitation.account.text), .blob(tokenHash), .integer(invitation.expireTime)])
    }

    /// Returns how many there were.
    @discardableResult
    package func deleteInvitation(of account: AccountID) throws(SQLError) -> Int {
        try run("DELETE FROM invitations WHERE account_id = ?", [.text(account.text)])
    }
}
