package import IdentityDomain
package import SQL

/// A password as it is kept: scrypt (RFC 7914) with its parameters, so that they can be raised later.
package struct Credential: Sendable, Equatable {
    /// N, a power of two.
    package var rounds: Int
    /// r.
    package var blockSize: Int
    /// p.
    package var parallelism: Int
    package var salt: [UInt8]
    package var hash: [UInt8]

    package init(rounds: Int, blockSize: Int, parallelism: Int, salt: [UInt8], hash: [UInt8]) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
        self.salt = salt
        self.hash = hash
    }
}

extension Connection {
    package func credential(of account: AccountID) throws(SQLError) -> Credential? {
        try first(
            "SELECT rounds, block_size, parallelism, salt, hash FROM credentials WHERE account_id = ?",
            [.text(account.text)]
        ) {
            Credential(
                rounds: $0.int(0), blockSize: $0.int(1), parallelism: $0.int(2), salt: $0.blob(3), hash: $0.blob(4))
        }
    }
}

extension Transaction {
    /// In the place of an earlier one.
    package func set(_ credential: Credential, of account: AccountID) throws(SQLError) {
        try run("DELETE FROM credentials WHERE account_id = ?", [.text(account.text)])
        try run(
            """
            INSERT INTO credentials (account_id, rounds, block_size, parallelism, salt, hash, change_time)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(account.text), Value(credential.rounds), Value(credential.blockSize),
                Value(credential.parallelism), .blob(credential.salt), .blob(credential.hash), .integer(now),
            ])
    }

    /// Returns how many there were.
    package func deleteCredential(of account: AccountID) throws(SQLError) -> Int {
        try run("DELETE FROM credentials WHERE account_id = ?", [.text(account.text)])
    }
}
