import Lots

@testable import MailboxDomain

// The oracle's rows in the product's words, and its steps as changes of an index.

/// An address is written in several ways, and is one (B5); so is a folder's path (D27).
enum Spelling: CaseIterable {
    case written, upper, encoded

    func spell(address: String) -> String {
        switch self {
        case .written: address
        case .upper: address.uppercased()
        case .encoded: Self.replacing("bücher", by: "xn--bcher-kva", in: address)
        }
    }

    /// With its accent as a character of its own, or not. Case counts.
    func spell(folder: String) -> String {
        self == .encoded ? Self.replacing("\u{e9}", by: "e\u{301}", in: folder) : folder
    }

    private static func replacing(_ part: String, by other: String, in text: String) -> String {
        guard let range = text.firstRange(of: part) else { return text }
        return text[..<range.lowerBound] + other + text[range.upperBound...]
    }
}

extension AccountID { init(_ number: Int) { self.init(bits: UInt128(number)) } }
extension MailboxID { init(_ number: Int) { self.init(bits: UInt128(number)) } }
extension GroupID { init(_ number: Int) { self.init(bits: UInt128(number)) } }
extension DelegationID { init(_ number: Int) { self.init(bits: UInt128(number)) } }
extension OrganizationID { init(_ number: Int) { self.init(bits: UInt128(number)) } }
extension SubscriptionID { init(_ number: Int) { self.init(bits: UInt128(number)) } }

extension Grantee {
    init(_ party: Oracle.Party) {
        switch party {
        case .account(let id): self = .account(AccountID(id))
        case .group(let id): self = .group(GroupID(id))
        }
    }
}

extension Rights {
    init(_ right: Oracle.Right) {
        switch right {
        case .open: self = .open
        case .send: self = .send
        case .setUp: self = .setUp
        }
    }

    init(oracle rights: [Oracle.Right]) { self.init(rights.map { Rights($0) }) }
}

extension SenderDisplay {
    init(_ display: Oracle.Display) { self = display == .show ? .show : .hide }
}

extension FolderOperation {
    init(_ deed: Oracle.Deed) {
        switch deed {
        case .read: self = .read
        case .write: self = .write
        case .delete: self = .delete
        }
    }
}

extension SystemOperation {
    init(_ operation: Oracle.Operation) {
        self = operation == .setup ? .sharedAccountSetup : .sharedMailboxSynchronization
    }
}

extension Now {
    init(_ clock: Oracle.Clock) { self.init((clock.earliest, clock.latest)) }
}

extension Reason {
    init(_ why: Oracle.Why) {
        self =
            switch why {
            case .allowedOwner: .allowedOwner
            case .allowedGrant: .allowedGrant
            case .allowedGroupGrant: .allowedGroupGrant
            case .noSuchAccount: .noSuchAccount
            case .noSuchMailbox: .noSuchMailbox
            case .accountInvited: .accountInvited
            case .accountSuspended: .accountSuspended
            case .accountDeleted: .accountDeleted
            case .functionalAccount: .functionalAccount
            case .mailboxSuspended: .mailboxSuspended
            case .sharingOff: .sharingOff
            case .ownerPlan: .ownerPlan
            case .noCommonGroup: .noCommonGroup
            case .administratorGuarded: .administratorGuarded
            case .grantFrozen: .grantFrozen
            case .grantExpired: .grantExpired
            case .grantNotYet: .grantNotYet
            case .folderExcluded: .folderExcluded
            case .rightMissing: .rightMissing
            case .noGrant: .noGrant
            }
    }
}

extension Account {
    init(_ row: Oracle.AccountRow) {
        let types: [Oracle.Kind: AccountType] = [.user: .user, .administrator: .administrator, .functional: .functional]
        let states: [Oracle.State: AccountState] = [
            .invited: .invited, .active: .active, .suspended: .suspended, .deleted: .deleted,
        ]
        self.init(
            id: AccountID(row.id), type: types[row.kind] ?? .user, state: states[row.state] ?? .absent,
            address: row.addresses.first ?? "", displayName: row.name,
            // Each is told in a way of its own.
            keys: row.addresses.compactMap { AddressKey(Spelling.allCases[$0.utf8.count % 3].spell(address: $0)) },
            unshared: row.unshared, sender: row.sender.map { SenderDisplay($0) })
    }
}

extension Delegation {
    init(_ row: Oracle.GrantRow) {
        self.init(
            id: DelegationID(row.id), mailbox: MailboxID(row.mailbox), grantee: Grantee(row.grantee),
            rights: Rights(oracle: row.rights), window: Window(startTime: row.start, expireTime: row.end),
            sender: row.sender.map { SenderDisplay($0) }, folders: row.folders.compactMap { FolderGrant($0) },
            frozen: row.isFrozen)
    }
}

extension FolderGrant {
    init?(_ row: Oracle.FolderRow) {
        guard let path = try? FolderPath(row.path) else { return nil }
        self.init(
            path: path, subtree: row.subtree,
            operations: FolderOperations(row.deeds.map { FolderOperations(FolderOperation($0)) }))
    }
}

extension Policies {
    init(_ row: Oracle.PolicyRow) {
        self.init(guardsAdministrators: row.guardsAdministrators)
        ownerGrants = row.ownerGrants
        allOrNothing = row.allOrNothing
        setUpManagesAccess = row.setUpManages
        setupNeedsOperations = row.setupNeedsOperations
        commonGroup = row.commonGroup
        ownerPlans = row.ownerPlans
        displayedSender = row.sender.map { SenderDisplay($0) }
        noDisplayedSender = row.noDisplayedSender
    }
}

extension IdentityChange {
    init(_ fact: Oracle.Fact) {
        self =
            switch fact {
            case .account(let row): .account(Account(row))
            case .accountGone(let id): .accountGone(AccountID(id))
            case .group(let id): .group(GroupID(id))
            case .groupGone(let id): .groupGone(GroupID(id))
            case .groupDeleted(let id): .groupDeleted(GroupID(id))
            case .member(let member, let group, let end): .member(Grantee(member), of: GroupID(group), until: end)
            case .memberGone(let member, let group): .memberGone(Grantee(member), of: GroupID(group))
            case .membershipsGone(let party): .membershipsGone(naming: Grantee(party))
            case .policies(let row): .policies(Policies(row))
            case .subscription(let id, let plan): .plan(.subscription(SubscriptionID(id), plan: plan))
            case .licence(let account, let subscription):
                .plan(.licence(AccountID(account), of: subscription.map { SubscriptionID($0) }))
            case .operation(let party, let operation, let isHeld):
                .operation(Grantee(party), SystemOperation(operation), held: isHeld)
            }
    }
}

extension OwnChange {
    init(_ act: Oracle.Act) {
        self =
            switch act {
            case .put(let row): .put(Delegation(row))
            case .removed(let mailbox, let grantee): .removed(mailbox: MailboxID(mailbox), grantee: Grantee(grantee))
            case .registered(let row):
                .registered(
                    RegisteredMailbox(
                        id: MailboxID(row.id), owner: AccountID(row.owner), address: row.address, displayName: row.name,
                        unshared: row.unshared))
            case .unregistered(let id): .unregistered(MailboxID(id))
            case .mailboxCleared(let id): .mailboxCleared(MailboxID(id))
            case .granteeCleared(let grantee): .granteeCleared(Grantee(grantee))
            case .settings(let row):
                .settings(
                    MailboxID(row.mailbox),
                    MailboxSettings(sharing: row.sharing, sender: row.sender.map { SenderDisplay($0) }))
            }
    }
}

extension Oracle {
    /// All that identity knows of an organization.
    func facts(of organization: Int) -> [Fact] {
        func isThere(_ id: Int) -> Bool { Self.organization(of: id) == organization }
        var facts = accounts.filter { isThere($0.id) }.map { Fact.account($0) }
        facts += groups.filter { isThere($0.id) }.map { $0.isDeleted ? .groupDeleted($0.id) : .group($0.id) }
        facts += members.filter { isThere($0.group) }.map { .member($0.member, of: $0.group, until: $0.end) }
        facts += policies.filter { $0.organization == organization }.map { .policies($0) }
        facts += subscriptions.filter { $0.organization == organization }.map { .subscription($0.id, plan: $0.plan) }
        facts += licences.filter { isThere($0.account) }.map { .licence($0.account, of: $0.subscription) }
        facts += operations.filter { Self.organization(of: $0.party) == organization }.map {
            .operation($0.party, $0.operation, isHeld: true)
        }
        return facts
    }
}

extension AccessIndex {
    /// Takes in what a step told, of which these rows came.
    func take(_ step: Oracle.Step, of rows: Oracle) {
        switch step {
        case .facts(let organization, let facts):
            apply(facts.map { IdentityChange($0) }, in: OrganizationID(organization))
        case .acts(let organization, let acts): apply(acts.map { OwnChange($0) }, in: OrganizationID(organization))
        case .snapshot(_, let seed): replace([1, 2], rows, seed)
        case .snapshotWithout(let organization, let seed): replace([1, 2].filter { $0 != organization }, rows, seed)
        case .clock: break
        }
    }

    private func replace(_ organizations: [Int], _ rows: Oracle, _ seed: UInt64) {
        var random = SplitMix(seed: seed)
        var snapshot: [OrganizationID: [IdentityChange]] = [:]
        for organization in organizations {
            let facts = rows.facts(of: organization).shuffled(using: &random)
            snapshot[OrganizationID(organization)] = facts.map { IdentityChange($0) }
        }
        replaceIdentity(with: snapshot)
    }
}
