package import IdentityDomain
package import SQL

/// A session as it is kept: by the hash of its token.
package struct StoredSession: Sendable, Equatable {
    /// How many an account has at most. Each can be ended by its account, with an event that finds room when nothing else
    /// does (`OutboxPriority.withdrawal`): without a bound one account could take all that room.
    package static let perAccountMax = 100

    /// SHA-256 of the token.
    package var tokenHash: [UInt8]
    package var account: AccountID
    /// Microseconds UTC: the absolute end.
    package var expireTime: Int64
    /// Microseconds UTC: when it was used, as far as that is stored. The last use may be later.
    package var useTime: Int64

    package init(tokenHash: [UInt8], account: AccountID, expireTime: Int64, useTime: Int64) {
        self.tokenHash = tokenHash
        self.account = account
        self.expireTime = expireTime
        self.useTime = useTime
    }
}

/// That a session was used.
package struct SessionUse: Sendable, Equatable {
    /// SHA-256 of the token.
    package var tokenHash: [UInt8]
    /// Microseconds UTC.
    package var at: Int64

    package init(tokenHash: [UInt8], at: Int64) {
        self.tokenHash = tokenHash
        self.at = at
    }
}

extension Connection {
    package func sessions() throws(SQLError) -> [StoredSession] {
        try rows("SELECT token_hash, account_id, expire_time, use_time FROM sessions") {
            StoredSession(
                tokenHash: $0.blob(0), account: AccountID($0.text(1)), expireTime: $0.integer(2), useTime: $0.integer(3))
        }
    }
}

extension Transaction {
    /// Stores a session and drops what is over of the same account. The oldest end where it would have too many: returns
    /// the hashes of their tokens.
    @discardableResult
    package func insert(_ session: StoredSession) throws(SQLError) -> [[UInt8]] {
        try run(
            "DELETE FROM sessions WHERE account_id = ? AND expire_time <= ?",
            [.text(session.account.text), .integer(now)])
        let ended = try endSessions(of: session.account, butFor: StoredSession.perAccountMax - 1)
        try run(
            "INSERT INTO sessions (token_hash, account_id, create_time, expire_time, use_time) VALUES (?, ?, ?, ?, ?)",
            [
                .blob(session.tokenHash), .text(session.account.text), .integer(now), .integer(session.expireTime),
                .integer(session.useTime),
            ])
        return ended
    }

    /// The oldest, by when they began.
    private func endSessions(of account: AccountID, butFor kept: Int) throws(SQLError) -> [[UInt8]] {
        let count = try first("SELECT count(*) FROM sessions WHERE account_id = ?", [.text(account.text)]) { $0.integer(0) }
        let surplus = max(0, (count ?? 0) - Int64(kept))
        let oldest = try rows(
            "SELECT token_hash FROM sessions WHERE account_id = ? ORDER BY create_time, token_hash LIMIT ?",
            [.text(account.text), .integer(surplus)]
        ) { $0.blob(0) }
        for hash in oldest { _ = try deleteSession(tokenHash: hash) }
        return oldest
    }

    /// Of a session that has ended meanwhile nothing is noted.
    package func note(_ use: SessionUse) throws(SQLError) {
        try run("UPDATE sessions SET use_time = ? WHERE token_hash = ?", [.integer(use.at), .blob(use.tokenHash)])
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
