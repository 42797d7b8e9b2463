internal import MailboxStorage
internal import Messages
internal import Outbox

extension EventDraft {
    /// A delegation before and after, field by field (E2); nil where there is none.
    mutating func record(_ before: Messages.Delegation?, _ after: Messages.Delegation?) {
        change("mailbox_id", from: before?.mailboxId ?? "", to: after?.mailboxId ?? "")
        change("grantee_id", from: before?.granteeId ?? "", to: after?.granteeId ?? "")
        change("rights", from: before?.rightsText ?? "", to: after?.rightsText ?? "")
        change("not_before", from: before?.notBefore?.utcText ?? "", to: after?.notBefore?.utcText ?? "")
        change("expires_at", from: before?.expiresAt?.utcText ?? "", to: after?.expiresAt?.utcText ?? "")
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
    /// RFC 3339 in UTC, to the microsecond, as in `2026-03-01T09:00:00.000000Z`.
    ///
    /// Days to a date: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    fileprivate var utcText: String {
        let micros = microsecondsSince1970 ?? 0
        let (days, rest) = Self.floored(micros, by: 86_400_000_000)
        let (era, dayOfEra) = Self.floored(days + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let (seconds, fraction) = rest.quotientAndRemainder(dividingBy: 1_000_000)
        let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        let time =
            "\(Self.padded(seconds / 3600, 2)):\(Self.padded(seconds / 60 % 60, 2)):\(Self.padded(seconds % 60, 2))"
        return "\(date)T\(time).\(Self.padded(fraction, 6))Z"
    }

    private static func floored(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
