package import IdentityDomain
package import SQL

/// A session as it is kept: by the hash of its token.
package struct StoredSession: Sendable, Equatable {
    /// SHA-256 of the token.
    package var tokenHash: [UInt8]
    package var account: AccountID
    /// Microseconds UTC: the absolute end.
    package var expiresAt: Int64

    package init(tokenHash: [UInt8], account: AccountID, expiresAt: Int64) {
        self.tokenHash = tokenHash
        self.account = account
        self.expiresAt = expiresAt
    }
}

extension Connection {
    package func sessions() throws(SQLError) -> [StoredSession] {
        try rows("SELECT token_hash, account_id, expires_at FROM sessions") {
            StoredSession(tokenHash: $0.blob(0), account: AccountID($0.text(1)), expiresAt: $0.integer(2))
        }
    }
}

extension Transaction {
    /// Stores a session and drops what is over of the same account.
    package func insert(_ session: StoredSession) throws(SQLError) {
        try run(
            "DELETE FROM sessions WHERE account_id = ? AND expires_at <= ?",
            [.text(session.account.text), .integer(now)])
        try run(
            "INSERT INTO sessions (token_hash, account_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
            [.blob(session.tokenHash), .text(session.account.text), .integer(now), .integer(session.expiresAt)])
    }

    /// False if there was none.
    package func deleteSession(tokenHash: [UInt8]) throws(SQLError) -> Bool {
        try run("DELETE FROM sessions WHERE token_hash = ?", [.blob(tokenHash)]) > 0
    }

    /// B3: returns how many there were.
    @discardableResult
    package func deleteSessions(of account: AccountID) throws(SQLError) -> Int {
        try run("DELETE FROM sessions WHERE account_id = ?", [.text(account.text)])
    }
}
