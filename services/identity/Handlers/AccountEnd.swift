internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import Outbox

/// Something that goes with an account. See `Identity.accountParts`.
struct AccountPart: Sendable {
    /// What makes it go.
    enum Cause: Sendable {
        /// The account is deleted: a tombstone has nothing but its names (B3).
        case deleted
        /// It becomes a functional one: it signs in no more and administers nothing (B1).
        case functional
    }

    /// As the event tells of it: a change of this path, from how much there was to none.
    let name: String
    private let causes: Set<Cause>
    private let end: @Sendable (Account, Write) throws -> String

    /// `end` takes away all of it and says what there was; nothing for nothing. It is part of the account's own write and
    /// event, so it reports none itself.
    init(_ name: String, _ causes: Cause..., saying end: @escaping @Sendable (Account, Write) throws -> String) {
        (self.name, self.causes, self.end) = (name, Set(causes), end)
    }

    /// As `saying`, of what is counted.
    init(_ name: String, _ causes: Cause..., count end: @escaping @Sendable (Account, Write) throws -> Int) {
        (self.name, self.causes) = (name, Set(causes))
        self.end = { account, write in
            let count = try end(account, write)
            return count > 0 ? "\(count)" : ""
        }
    }

    fileprivate func gone(with account: Account, _ cause: Cause, _ write: Write) throws -> EventChange? {
        guard causes.contains(cause) else { return nil }
        let before = try end(account, write)
        return before.isEmpty ? nil : EventChange(path: name, before: before)
    }
}

extension Identity {
    /// What goes with an account, and when: the one list of it, in the order in which it goes. What comes to belong to an
    /// account stands here, in one line.
    ///
    /// 1. All of it goes in the transaction of the account's own change, and its event tells of all: how much there was of
    ///    each, and not an event a row.
    /// 2. What followers hold, each part takes from them too.
    /// 3. Each is found by an index that begins with the account: what others have makes it no slower.
    var accountParts: [AccountPart] {
        [
            AccountPart("sessions", .deleted, .functional) { account, write in
                try write.tx.deleteSessions(of: AccountID(account.id))
            },
            AccountPart("credentials", .deleted, .functional) { account, write in
                try write.tx.deleteCredential(of: AccountID(account.id))
            },
            AccountPart(
                "invitation", .deleted, .functional,
                saying: { [self] account, write in
                    try withdrawInvitation(of: AccountID(account.id), write.tx)
                }),
            AccountPart(
                "ownership_offer", .deleted, .functional,
                saying: { [self] account, write in try voidOffer(to: account, write) }),
            AccountPart(
                "roles", .deleted, .functional,
                saying: { account, write in
                    let held = try write.tx.assignments(of: AccountID(account.id))
                    for assignment in held { try write.tx.delete(assignment) }
                    return held.map(\.assigned.described).sorted().joined(separator: " ")
                }),
            AccountPart(
                "licence", .deleted, .functional,
                saying: { account, write in
                    guard let licence = try write.tx.licence(of: AccountID(account.id)) else { return "" }
                    try write.tx.delete(licence)
                    return licence.subscriptionId
                }),
            AccountPart("group_memberships", .deleted) { [self] account, write in
                for member in try write.tx.endingMemberships(of: account.id) {
                    try schedule.remove(.membershipExpire, member.changeID, write.tx)
                }
                return try write.tx.deleteMemberships(of: account.id)
            },
            AccountPart(
                "system_operations", .deleted, .functional,
                saying: { [self] account, write in try endOperations(of: account, write) }),
            AccountPart(
                "suspension", .deleted,
                saying: { [self] account, write in
                    try endTimes(of: AccountID(account.id), write.tx)
                    return ""
                }),
            AccountPart("addresses", .deleted) { [self] account, write in try endAddresses(of: account, write.tx) },
        ]
    }

    /// Takes away what goes with an account and says what there was, for the event of what made it go. Refuses it of one that
    /// owns what does not go with it.
    func end(_ account: Account, _ cause: AccountPart.Cause, _ write: Write) throws -> [EventChange] {
        try Standing.mayEnd(owning: write.tx.mailboxCount(of: AccountID(account.id)))
        return try accountParts.compactMap { try $0.gone(with: account, cause, write) }
    }
}

extension AssignedRole {
    /// `rol_support`, and in a unit `rol_support@unt_…`.
    fileprivate var described: String { role.text + (unit.map { "@" + $0.text } ?? "") }
}
