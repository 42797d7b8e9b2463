/// The rules once more, as rows of tables and scans over them: what the index is held against.
///
/// 1. It shares nothing with the product: this file and those of its extensions import nothing. Ids are small numbers, and of
///    which organization something is, its number says.
/// 2. Nothing is remembered between two questions, and nothing is looked up: each is answered by walks along the rows. It is
///    to be read beside RULES.md, not to be fast.
/// 3. What a change names in another organization is not taken in, as the rules have it: a grant or a membership across
///    organizations is nothing.
struct Oracle: Sendable {
    enum Kind: Sendable { case user, administrator, functional }
    enum State: Sendable { case invited, active, suspended, deleted }
    enum Right: CaseIterable, Sendable { case open, send, setUp }
    enum Deed: CaseIterable, Sendable { case read, write, delete }
    enum Operation: CaseIterable, Sendable { case setup, synchronization }
    enum Display: Sendable { case show, hide }
    enum Party: Hashable, Sendable { case account(Int), group(Int) }

    struct AccountRow: Sendable {
        var id: Int
        var kind = Kind.user
        var state = State.active
        var addresses: [String] = []
        var name = ""
        /// Its mailbox began without sharing.
        var unshared = false
        var sender: Display?
    }

    struct GroupRow: Sendable {
        var id: Int
        var isDeleted = false
    }

    struct MemberRow: Sendable {
        var member: Party
        var group: Int
        var end: Int64?
    }

    struct FolderRow: Sendable {
        var path: String
        var subtree: Bool
        var deeds: [Deed]
    }

    struct GrantRow: Sendable {
        var id: Int
        var mailbox: Int
        var grantee: Party
        var rights: [Right]
        var start: Int64?
        var end: Int64?
        var isFrozen = false
        /// None: the whole mailbox.
        var folders: [FolderRow] = []
        var sender: Display?

        var isToGroup: Bool {
            if case .group = grantee { true } else { false }
        }
    }

    struct BoxRow: Sendable {
        var id: Int
        var owner: Int
        var address: String
        var name = ""
        var unshared = false
    }

    struct SettingsRow: Sendable {
        var mailbox: Int
        var sharing: Bool?
        var sender: Display?
    }

    struct PolicyRow: Sendable {
        var organization: Int
        var guardsAdministrators = true
        var commonGroup = false
        /// None: any plan will do, and no plan.
        var ownerPlans: [String] = []
        var allOrNothing = false
        var noDisplayedSender = false
        var sender: Display?
        var setUpManages = false
        var setupNeedsOperations = true
        var ownerGrants = false
    }

    struct SubscriptionRow: Sendable {
        var organization: Int
        var id: Int
        var plan: String
    }

    struct LicenceRow: Sendable {
        var account: Int
        var subscription: Int
    }

    struct OperationRow: Sendable {
        var party: Party
        var operation: Operation
    }

    var accounts: [AccountRow] = []
    var groups: [GroupRow] = []
    var members: [MemberRow] = []
    var grants: [GrantRow] = []
    var boxes: [BoxRow] = []
    var settings: [SettingsRow] = []
    var policies: [PolicyRow] = []
    var subscriptions: [SubscriptionRow] = []
    var licences: [LicenceRow] = []
    var operations: [OperationRow] = []
    var clock = Clock(earliest: 0, latest: 0)

    /// The time, by two clocks where they disagree.
    struct Clock: Equatable, Sendable {
        var earliest: Int64
        var latest: Int64
    }

    static func organization(of id: Int) -> Int { id / 100 }

    static func organization(of party: Party) -> Int {
        switch party {
        case .account(let id), .group(let id): organization(of: id)
        }
    }
}

extension Oracle {
    // MARK: Accounts and mailboxes

    func account(_ id: Int) -> AccountRow? { accounts.first { $0.id == id } }

    func account(at address: String) -> AccountRow? { accounts.first { $0.addresses.contains(address) } }

    func box(_ id: Int) -> BoxRow? { boxes.first { $0.id == id } }

    /// Whose address it is, of an account's mailbox or a registered one's.
    func mailbox(at address: String) -> Int? { account(at: address)?.id ?? boxes.first { $0.address == address }?.id }

    /// A registered one is there by its row, any other by its account until that is deleted.
    func mailboxExists(_ id: Int) -> Bool {
        if box(id) != nil { return true }
        guard let account = account(id) else { return false }
        return account.state != .deleted
    }

    /// Who owns it; nobody owns a function's.
    func owner(of mailbox: Int) -> Int? {
        if let box = box(mailbox) { return box.owner }
        return account(mailbox)?.kind == .functional ? nil : mailbox
    }

    /// Its account, or the owner of a registered one, is suspended; or the latter is not there any more.
    func isSuspended(_ mailbox: Int) -> Bool {
        guard let account = account(box(mailbox)?.owner ?? mailbox) else { return true }
        return account.state == .suspended || account.state == .deleted
    }

    func isShared(_ mailbox: Int) -> Bool {
        if let decided = settings.first(where: { $0.mailbox == mailbox })?.sharing { return decided }
        if let box = box(mailbox) { return !box.unshared }
        return !(account(mailbox)?.unshared ?? false)
    }

    func policy(_ organization: Int) -> PolicyRow {
        policies.first { $0.organization == organization } ?? PolicyRow(organization: organization)
    }

    func plan(of account: Int) -> String? {
        guard let licence = licences.first(where: { $0.account == account }) else { return nil }
        return subscriptions.first {
            $0.organization == Self.organization(of: account) && $0.id == licence.subscription
        }?.plan
    }

    // MARK: Groups

    /// Every group that an account is in, itself or through others.
    func groups(of account: Int, _ clock: Clock) -> [Int] {
        var found: [Int] = []
        var isDone = false
        while !isDone {
            isDone = true
            for row in members where !found.contains(row.group) && isIn(row, account, found, clock) && isThere(row.group) {
                found.append(row.group)
                isDone = false
            }
        }
        return found
    }

    private func isIn(_ row: MemberRow, _ account: Int, _ found: [Int], _ clock: Clock) -> Bool {
        if let end = row.end, end <= clock.latest { return false }
        return switch row.member {
        case .account(let id): id == account
        case .group(let id): found.contains(id)
        }
    }

    func isThere(_ group: Int) -> Bool { groups.contains { $0.id == group && !$0.isDeleted } }

    func shareGroup(_ one: Int, _ other: Int, _ clock: Clock) -> Bool {
        let theirs = groups(of: other, clock)
        return groups(of: one, clock).contains { theirs.contains($0) }
    }

    /// Both, each held by the account or by any of its groups.
    func holdsBothOperations(_ account: Int, _ clock: Clock) -> Bool {
        let parties = [Party.account(account)] + groups(of: account, clock).map { Party.group($0) }
        return Operation.allCases.allSatisfy { wanted in
            operations.contains { $0.operation == wanted && parties.contains($0.party) }
        }
    }
}
