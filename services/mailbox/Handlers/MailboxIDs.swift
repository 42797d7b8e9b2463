internal import Crypto
internal import MailboxDomain
internal import MailboxStorage
internal import Messages

/// Ids of registered mailboxes, of which this database knows its own.
///
/// Two servers, each with a database of its own, may follow one identity, where the addresses of both are: what one of them
/// knows nothing of may be the other's. So the last 32 of an id's random bits are a keyed hash of the rest, under the
/// database's own key, which a copy of it has too: an id that a restored copy has forgotten is still known to be its own. Not
/// a list of ids: what is to be known is just what such a copy has lost.
struct MailboxIDs: Sendable {
    private let key: [UInt8]
    private let newID: @Sendable (String, Int64) -> String

    private static let tagBits: UInt128 = 0xFFFF_FFFF

    init(key: [UInt8], newID: @escaping @Sendable (String, Int64) -> String) {
        self.key = key
        self.newID = newID
    }

    /// A new one, at a time in microseconds UTC.
    func make(at now: Int64) -> MailboxID {
        guard let made = MailboxID(newID("mbx", now)) else { preconditionFailure("a new id is one") }
        return MailboxID(bits: made.bits & ~Self.tagBits | tag(of: made))
    }

    func isOwn(_ id: MailboxID) -> Bool { id.bits & Self.tagBits == tag(of: id) }

    private func tag(of id: MailboxID) -> UInt128 {
        let rest = MailboxID(bits: id.bits & ~Self.tagBits)
        let hash = HMAC<SHA256>.authenticationCode(for: Array(("mailbox " + rest.text).utf8), using: SymmetricKey(data: key))
        return hash.prefix(4).reduce(0) { $0 << 8 | UInt128($1) }
    }
}
