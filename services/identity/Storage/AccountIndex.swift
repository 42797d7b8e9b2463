package import IdentityDomain
internal import Messages
package import SQL
internal import Synchronization

/// What every judgement reads, in memory: each account's standing with its roles, which organizations tell roles apart,
/// how their units stand one under the other, and the sessions that live.
///
/// 1. Accounts, organizations and units change only through `apply`, on the store's writer thread, in the order of the commits,
///    before a write is answered. So a judgement after an answer rests on at least that state.
/// 2. A session is added and removed by the write that stored or deleted it, behind its commit (`Transaction.afterCommit`):
///    in the order of the commits, but behind the changes of the whole group. It counts only if no later change of its
///    account has ended sessions: it carries the account's revision that it was made under, and an account remembers
///    the revision that ended sessions last.
/// 3. Sessions are kept by the SHA-256 of their token.
package final class AccountIndex: Sendable {
    /// An account with what its organization says of roles, all of one moment.
    package struct Entry: Sendable, Equatable {
        package var standing: Standing
        package var rolesEnabled: Bool
        /// Where the thing stands that is to be touched. Looked for only where a role counts there and not elsewhere.
        package var place = UnitPath.none

        package init(standing: Standing, rolesEnabled: Bool) {
            self.standing = standing
            self.rolesEnabled = rolesEnabled
        }
    }

    private let state = Mutex(IndexState())
    private let idleMicros: Int64

    /// A session that is not used for `idleMicros` is over.
    package init(idleMicros: Int64) {
        self.idleMicros = idleMicros
    }

    /// Reads everything; to be done before the first write, with the hook registered. A session's idle
    /// time counts from its last use that was stored.
    package func load(_ connection: any Connection, now: Int64) throws(SQLError) {
        var loaded = IndexState()
        try organizationTable.each(connection) { loaded.take($0) }
        try unitTable.each(connection) { loaded.take($0) }
        try accountTable.each(connection) { (account: Account) throws(SQLError) in
            loaded.take(try account.standing([]), revision: account.revision)
        }
        try assignmentTable.each(connection) { loaded.take($0) }
        for session in try connection.sessions() where session.expireTime > now && now - session.useTime < idleMicros {
            loaded.add(session, revision: Int64.max, now: now)
        }
        let complete = loaded
        state.withLock { $0 = complete }
    }

    /// For `Store.onCommit`.
    package func apply(_ transactions: [CommittedTransaction]) {
        state.withLock { state in
            for transaction in transactions {
                for change in transaction.changes { state.apply(change) }
            }
        }
    }

    /// `unit`: of what is to be touched.
    package func entry(_ id: AccountID, touching unit: UnitID? = nil) -> Entry? {
        state.withLock { $0.entry(id, touching: unit) }
    }

    /// The account that signed in, and that the session was used now; nil when it is unknown or over.
    package func use(sessionHash: [UInt8], now: Int64) -> AccountID? {
        state.withLock { $0.use(sessionHash, now: now, idleMicros: idleMicros) }
    }

    /// Behind the commit that stored it. `revision`: of the account, as that commit read it.
    package func add(_ session: StoredSession, revision: Int64, now: Int64) {
        state.withLock { $0.add(session, revision: revision, now: now) }
    }

    /// How many of an account's sessions are not over.
    package func sessionCount(of account: AccountID, now: Int64) -> Int {
        state.withLock { $0.sessionCount(of: account, now: now, idleMicros: idleMicros) }
    }

    /// What was used since the last time this was asked: to be stored.
    package func takeSessionUses() -> [SessionUse] {
        state.withLock { $0.takeSessionUses() }
    }

    /// Behind the commit that deleted it, before the log can hear of it.
    package func removeSession(_ hash: [UInt8]) {
        state.withLock { $0.removeSession(hash) }
    }

    package var counts: (accounts: Int, sessions: Int) {
        state.withLock { $0.counts }
    }
}
