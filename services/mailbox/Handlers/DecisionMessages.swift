internal import MailboxDomain
internal import MailboxStorage
internal import Messages

// Decisions and conditions as messages.

/// Delegations, groups and conditions that one answer names. Groups have no end, and a row that grew with them would one day
/// not fit into a frame; beside the names the answer says how many there are.
enum Named {
    static let max = 1000
}

extension CheckResponse {
    init(_ decision: Decision, _ positions: (own: Int64, identity: Int64)) {
        self.init(
            allowed: decision.allowed, reason: DecisionReason(decision.reason),
            delegationId: decision.delegation?.text ?? "", revision: positions.own,
            expireTime: decision.expireTime.map { Timestamp(microsecondsSince1970: $0) },
            identityRevision: positions.identity, displayedSender: Messages.SenderDisplay(decision.sender),
            displayedName: decision.senderName)
    }
}

extension Messages.SenderDisplay {
    init(_ display: MailboxDomain.SenderDisplay?) {
        self =
            switch display {
            case .show: .showDelegate
            case .hide: .hideDelegate
            case nil: .unspecified
            }
    }
}

extension DecisionReason {
    init(_ reason: Reason) {
        self =
            switch reason {
            case .allowedOwner: .allowedOwner
            case .allowedGrant: .allowedGrant
            case .allowedGroupGrant: .allowedGroupGrant
            case .allowedBreakGlass: .allowedBreakGlass
            case .noSuchAccount: .noSuchAccount
            case .noSuchMailbox: .noSuchMailbox
            case .accountInvited: .accountInvited
            case .accountSuspended: .accountSuspended
            case .accountDeleted: .accountDeleted
            case .functionalAccount: .functionalAccount
            case .mailboxSuspended: .mailboxSuspended
            case .noGrant: .noGrant
            case .rightMissing: .rightMissing
            case .grantNotYet: .grantNotYet
            case .grantExpired: .grantExpired
            case .grantFrozen: .grantFrozen
            case .sharingOff: .sharingOff
            case .noCommonGroup: .noCommonGroup
            case .ownerPlan: .ownerPlan
            case .networkBlocked: .networkBlocked
            case .folderExcluded: .folderExcluded
            case .administratorGuarded: .administratorGuarded
            }
    }
}

extension AccessCondition {
    init(_ condition: MailboxDomain.Condition) {
        let outcome: AccessConditionOutcome =
            switch condition.outcome {
            case .passed: .passed
            case .failed: .failed
            case .skipped: .skipped
            }
        self.init(kind: AccessConditionKind(condition.name), outcome: outcome, detail: condition.detail.text)
    }
}

extension AccessConditionKind {
    fileprivate init(_ name: ConditionName) {
        self =
            switch name {
            case .accountExists: .accountExists
            case .mailboxExists: .mailboxExists
            case .accountActive: .accountActive
            case .accountActs: .accountActs
            case .owner: .owner
            case .mailboxActive: .mailboxActive
            case .directGrant: .directGrant
            case .groupsCount: .groupsCount
            case .groupGrant: .groupGrant
            case .network: .network
            case .sharing: .sharing
            case .ownerPlan: .ownerPlan
            case .commonGroup: .commonGroup
            case .sender: .sender
            }
    }
}

extension MailboxDomain.Condition.Detail {
    /// As in `suspended`, `functional`, `show_delegate: mailbox`, `dlg_…: right_missing`, `dlg_… through grp_…: counts`.
    fileprivate var text: String {
        switch self {
        case .none: ""
        case .state(let state): "\(state)"
        case .type(let type): "\(type)"
        case .group(let id): id.text
        case .sender(let display, let source): "\(Messages.SenderDisplay(display).shortName.lowercased()): \(source.rawValue)"
        case .delegation(let id, let standing, nil): "\(id.text): \(standing.rawValue)"
        case .delegation(let id, let standing, let group?): "\(id.text) through \(group.text): \(standing.rawValue)"
        }
    }
}

extension MailboxKind {
    init(_ kind: MailboxDomain.Mailbox.Kind) {
        self =
            switch kind {
            case .personal: .personal
            case .functional: .functional
            case .registered: .registered
            }
    }
}

extension Messages.Mailbox {
    init(_ mailbox: MailboxDomain.Mailbox) {
        self.init(
            id: mailbox.id.text, organizationId: mailbox.organization.text, accountId: mailbox.account?.text ?? "",
            kind: MailboxKind(mailbox.kind), address: mailbox.address, displayName: mailbox.displayName,
            ownerId: mailbox.owner?.text ?? "")
    }
}
