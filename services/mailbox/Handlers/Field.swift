internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import RPC

/// Checks of single fields, in the order in which a handler names them.
enum Field {
    static func account(_ text: String, _ field: String) throws(Status) -> AccountID {
        guard let id = AccountID(text) else { throw .invalid(field, "it is no account's id") }
        return id
    }

    /// A revocation may leave it out and say the delegation instead, so no rule demands it there.
    static func mailbox(_ text: String, _ field: String) throws(Status) -> MailboxID {
        if text.isEmpty { throw .missing(field) }
        guard let id = MailboxID(text) else { throw .invalid(field, "it is no mailbox's id") }
        return id
    }

    static func delegation(_ text: String, _ field: String) throws(Status) -> DelegationID {
        guard let id = DelegationID(text) else { throw .invalid(field, "it is no delegation's id") }
        return id
    }

    static func grantee(_ text: String, _ field: String) throws(Status) -> Grantee {
        if text.isEmpty { throw .missing(field) }
        guard let id = Grantee(text) else { throw .invalid(field, "it is no account's or group's id") }
        return id
    }

    /// The one right of a question.
    static func right(_ right: Right, _ field: String) throws(Status) -> Rights {
        switch right {
        case .open: return .open
        case .send: return .send
        case .setUp: return .setUp
        case .unspecified: throw .missing(field)
        case .unrecognized: throw .invalid(field, "there is no such right")
        }
    }

    /// The rights of a grant.
    static func rights(_ rights: [Right], _ field: String) throws(Status) -> Rights {
        guard let set = Rights(rights) else { throw .invalid(field, "there is no such right") }
        return set
    }

    /// Whom recipients see; nil: as the mailbox says.
    static func sender(_ display: Messages.SenderDisplay, _ field: String) throws(Status) -> MailboxDomain.SenderDisplay? {
        if case .unrecognized = display { throw .invalid(field, "there is no such displayed sender") }
        return MailboxDomain.SenderDisplay(display)
    }

    /// Rounded up to what is stored: nothing counts before it was said to.
    static func begin(_ time: Timestamp?, _ field: String) throws(Status) -> Int64? {
        guard let time else { return nil }
        guard let micros = time.microsecondsSince1970RoundedUp else { throw .noTime(field) }
        return micros
    }

    /// Rounded down to what is stored: nothing lasts longer than it was said to.
    static func end(_ time: Timestamp?, _ field: String) throws(Status) -> Int64? {
        guard let time else { return nil }
        guard let micros = time.microsecondsSince1970 else { throw .noTime(field) }
        return micros
    }
}

extension Status {
    fileprivate static func noTime(_ field: String) -> Status {
        .invalid(field, "it is no time: the years are 1 to 9999, nanos 0 to 999,999,999")
    }
}
