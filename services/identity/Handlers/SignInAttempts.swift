internal import IdentityDomain
internal import Synchronization

/// Wrong passwords in a row, by address and source (B9). In memory: a restart forgives them.
///
/// An attempt counts as wrong from its start until it has proved right, so that many at once gain nothing.
final class SignInAttempts: Sendable {
    /// Where an attempt comes from, and for whom.
    struct Key: Hashable {
        /// Also of addresses that no account has: they slow down alike.
        var addressKey: String
        /// The caller's certificate, and the address of the person as the caller or the connection names it.
        var source: String
    }

    /// Bounds the memory; beyond it the rows that are over go, then the oldest half.
    private static let keysMax = 65_536

    private let rows = Mutex([Key: WrongPasswords]())

    /// Counts the attempt and returns 0, or the microseconds to wait, uncounted.
    func begin(_ key: Key, now: Int64) -> Int64 {
        rows.withLock { rows in
            var row = rows[key] ?? WrongPasswords()
            let wait = row.wait(at: now)
            if wait > 0 { return wait }
            row.wrong(at: now)
            if rows[key] == nil && rows.count >= Self.keysMax { Self.shrink(&rows, now) }
            rows[key] = row
            return 0
        }
    }

    /// It was the right password: the row is over.
    func succeeded(_ key: Key) {
        rows.withLock { $0[key] = nil }
    }

    /// It was wrong, as the caller learns now.
    func refused(_ key: Key, now: Int64) {
        rows.withLock { $0[key]?.answered(at: now) }
    }

    /// The password could not be checked.
    func unchecked(_ key: Key) {
        rows.withLock { $0[key]?.unchecked() }
    }

    private static func shrink(_ rows: inout [Key: WrongPasswords], _ now: Int64) {
        rows = rows.filter { !$0.value.isForgotten(at: now) }
        guard rows.count >= keysMax else { return }
        let times = rows.values.map(\.lastRefuseTime).sorted()
        let middle = times[times.count / 2]
        rows = rows.filter { $0.value.lastRefuseTime > middle }
    }
}
