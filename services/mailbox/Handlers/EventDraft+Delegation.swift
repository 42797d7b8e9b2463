internal import MailboxStorage
internal import Messages
internal import Outbox

extension EventDraft {
    /// A delegation before and after, field by field (E2); nil where there is none.
    mutating func record(_ before: Messages.Delegation?, _ after: Messages.Delegation?) {
        change("mailbox_id", from: before?.mailboxId ?? "", to: after?.mailboxId ?? "")
        change("grantee_id", from: before?.granteeId ?? "", to: after?.granteeId ?? "")
        change("rights", from: before?.rightsText ?? "", to: after?.rightsText ?? "")
        change("start_time", from: before?.startTime?.eventText ?? "", to: after?.startTime?.eventText ?? "")
        change("expire_time", from: before?.expireTime?.eventText ?? "", to: after?.expireTime?.eventText ?? "")
        change("granted_by", from: before?.grantedBy ?? "", to: after?.grantedBy ?? "")
    }
}

extension Messages.Delegation {
    /// As in `open, send`.
    fileprivate var rightsText: String {
        rights.map { $0.shortName.lowercased() }.joined(separator: ", ")
    }
}

extension Timestamp {
    /// As in `2026-03-01T09:00:00.000000Z`: to the microsecond, as it is stored.
    fileprivate var eventText: String { rfc3339(fractionDigits: 6) }
}
