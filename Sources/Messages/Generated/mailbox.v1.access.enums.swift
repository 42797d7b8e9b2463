// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

/// What somebody may do with a mailbox. Three, independent (rule D3).
package enum Right: MessageEnum {
    /// Not said.
    case unspecified
    /// Read and search everything in it.
    case open
    /// Send from it.
    case send
    /// Change its settings.
    case setUp
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .open
        case 2: self = .send
        case 3: self = .setUp
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .open: 1
        case .send: 2
        case .setUp: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [Right] = [
        .unspecified,
        .open,
        .send,
        .setUp,
    ]

    package static var protoPrefix: String { "RIGHT_" }

    package var protoName: String {
        switch self {
        case .unspecified: "RIGHT_UNSPECIFIED"
        case .open: "RIGHT_OPEN"
        case .send: "RIGHT_SEND"
        case .setUp: "RIGHT_SET_UP"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "RIGHT_UNSPECIFIED": self = .unspecified
        case "RIGHT_OPEN": self = .open
        case "RIGHT_SEND": self = .send
        case "RIGHT_SET_UP": self = .setUp
        default: return nil
        }
    }
}

/// What somebody does with a folder (rule D27). Independent of one another, as rights are.
package enum FolderOperation: MessageEnum {
    /// Not said.
    case unspecified
    /// Read and search it.
    case read
    /// Put messages in it, and change how they are marked.
    case write
    /// Delete messages in it.
    case delete
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .read
        case 2: self = .write
        case 3: self = .delete
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .read: 1
        case .write: 2
        case .delete: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [FolderOperation] = [
        .unspecified,
        .read,
        .write,
        .delete,
    ]

    package static var protoPrefix: String { "FOLDER_OPERATION_" }

    package var protoName: String {
        switch self {
        case .unspecified: "FOLDER_OPERATION_UNSPECIFIED"
        case .read: "FOLDER_OPERATION_READ"
        case .write: "FOLDER_OPERATION_WRITE"
        case .delete: "FOLDER_OPERATION_DELETE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "FOLDER_OPERATION_UNSPECIFIED": self = .unspecified
        case "FOLDER_OPERATION_READ": self = .read
        case "FOLDER_OPERATION_WRITE": self = .write
        case "FOLDER_OPERATION_DELETE": self = .delete
        default: return nil
        }
    }
}

/// Whom recipients see when a delegate sends (rule D14).
package enum SenderDisplay: MessageEnum {
    /// Of a grant: whom the mailbox says. Of a mailbox: whom its account, else the organization says. Of a decision: nobody has
    /// said, or there is no delegate.
    case unspecified
    /// The mailbox, and the delegate on whose hands: "on behalf of".
    case showDelegate
    /// The mailbox alone: "send as".
    case hideDelegate
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .showDelegate
        case 2: self = .hideDelegate
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .showDelegate: 1
        case .hideDelegate: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [SenderDisplay] = [
        .unspecified,
        .showDelegate,
        .hideDelegate,
    ]

    package static var protoPrefix: String { "SENDER_DISPLAY_" }

    package var protoName: String {
        switch self {
        case .unspecified: "SENDER_DISPLAY_UNSPECIFIED"
        case .showDelegate: "SENDER_DISPLAY_SHOW_DELEGATE"
        case .hideDelegate: "SENDER_DISPLAY_HIDE_DELEGATE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "SENDER_DISPLAY_UNSPECIFIED": self = .unspecified
        case "SENDER_DISPLAY_SHOW_DELEGATE": self = .showDelegate
        case "SENDER_DISPLAY_HIDE_DELEGATE": self = .hideDelegate
        default: return nil
        }
    }
}

/// Why a decision came out as it did. Of grants that do not count each has the first that it has of ADMINISTRATOR_GUARDED,
/// GRANT_FROZEN, GRANT_EXPIRED, GRANT_NOT_YET, FOLDER_EXCLUDED and RIGHT_MISSING; the first that any of them has is given.
package enum DecisionReason: MessageEnum {
    /// Never sent.
    case unspecified
    /// The mailbox's own account, or the one that registered it.
    case allowedOwner
    /// A grant to the account.
    case allowedGrant
    /// A grant to one of its groups.
    case allowedGroupGrant
    /// Break-glass.
    case allowedBreakGlass
    /// No such account.
    case noSuchAccount
    /// No such mailbox, or not in the account's organization.
    case noSuchMailbox
    /// The account has not accepted its invitation.
    case accountInvited
    /// The account is suspended.
    case accountSuspended
    /// The account is deleted.
    case accountDeleted
    /// A functional account does nothing itself.
    case functionalAccount
    /// The mailbox's own account, or its owner, is suspended.
    case mailboxSuspended
    /// No grant reaches the account.
    case noGrant
    /// A grant reaches the account, without this right.
    case rightMissing
    /// The grant has not begun.
    case grantNotYet
    /// The grant has ended.
    case grantExpired
    /// The grant is frozen.
    case grantFrozen
    /// Sharing is off.
    case sharingOff
    /// Owner and grantee share no group.
    case noCommonGroup
    /// The owner's plan does not allow sharing.
    case ownerPlan
    /// Not from this network.
    case networkBlocked
    /// Not this folder.
    case folderExcluded
    /// The mailbox is an administrator's own, and grants to groups do not count there (rule C6).
    case administratorGuarded
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .allowedOwner
        case 2: self = .allowedGrant
        case 3: self = .allowedGroupGrant
        case 4: self = .allowedBreakGlass
        case 10: self = .noSuchAccount
        case 11: self = .noSuchMailbox
        case 12: self = .accountInvited
        case 13: self = .accountSuspended
        case 14: self = .accountDeleted
        case 15: self = .functionalAccount
        case 16: self = .mailboxSuspended
        case 17: self = .noGrant
        case 18: self = .rightMissing
        case 19: self = .grantNotYet
        case 20: self = .grantExpired
        case 21: self = .grantFrozen
        case 22: self = .sharingOff
        case 23: self = .noCommonGroup
        case 24: self = .ownerPlan
        case 25: self = .networkBlocked
        case 26: self = .folderExcluded
        case 27: self = .administratorGuarded
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .allowedOwner: 1
        case .allowedGrant: 2
        case .allowedGroupGrant: 3
        case .allowedBreakGlass: 4
        case .noSuchAccount: 10
        case .noSuchMailbox: 11
        case .accountInvited: 12
        case .accountSuspended: 13
        case .accountDeleted: 14
        case .functionalAccount: 15
        case .mailboxSuspended: 16
        case .noGrant: 17
        case .rightMissing: 18
        case .grantNotYet: 19
        case .grantExpired: 20
        case .grantFrozen: 21
        case .sharingOff: 22
        case .noCommonGroup: 23
        case .ownerPlan: 24
        case .networkBlocked: 25
        case .folderExcluded: 26
        case .administratorGuarded: 27
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [DecisionReason] = [
        .unspecified,
        .allowedOwner,
        .allowedGrant,
        .allowedGroupGrant,
        .allowedBreakGlass,
        .noSuchAccount,
        .noSuchMailbox,
        .accountInvited,
        .accountSuspended,
        .accountDeleted,
        .functionalAccount,
        .mailboxSuspended,
        .noGrant,
        .rightMissing,
        .grantNotYet,
        .grantExpired,
        .grantFrozen,
        .sharingOff,
        .noCommonGroup,
        .ownerPlan,
        .networkBlocked,
        .folderExcluded,
        .administratorGuarded,
    ]

    package static var protoPrefix: String { "DECISION_REASON_" }

    package var protoName: String {
        switch self {
        case .unspecified: "DECISION_REASON_UNSPECIFIED"
        case .allowedOwner: "DECISION_REASON_ALLOWED_OWNER"
        case .allowedGrant: "DECISION_REASON_ALLOWED_GRANT"
        case .allowedGroupGrant: "DECISION_REASON_ALLOWED_GROUP_GRANT"
        case .allowedBreakGlass: "DECISION_REASON_ALLOWED_BREAK_GLASS"
        case .noSuchAccount: "DECISION_REASON_NO_SUCH_ACCOUNT"
        case .noSuchMailbox: "DECISION_REASON_NO_SUCH_MAILBOX"
        case .accountInvited: "DECISION_REASON_ACCOUNT_INVITED"
        case .accountSuspended: "DECISION_REASON_ACCOUNT_SUSPENDED"
        case .accountDeleted: "DECISION_REASON_ACCOUNT_DELETED"
        case .functionalAccount: "DECISION_REASON_FUNCTIONAL_ACCOUNT"
        case .mailboxSuspended: "DECISION_REASON_MAILBOX_SUSPENDED"
        case .noGrant: "DECISION_REASON_NO_GRANT"
        case .rightMissing: "DECISION_REASON_RIGHT_MISSING"
        case .grantNotYet: "DECISION_REASON_GRANT_NOT_YET"
        case .grantExpired: "DECISION_REASON_GRANT_EXPIRED"
        case .grantFrozen: "DECISION_REASON_GRANT_FROZEN"
        case .sharingOff: "DECISION_REASON_SHARING_OFF"
        case .noCommonGroup: "DECISION_REASON_NO_COMMON_GROUP"
        case .ownerPlan: "DECISION_REASON_OWNER_PLAN"
        case .networkBlocked: "DECISION_REASON_NETWORK_BLOCKED"
        case .folderExcluded: "DECISION_REASON_FOLDER_EXCLUDED"
        case .administratorGuarded: "DECISION_REASON_ADMINISTRATOR_GUARDED"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "DECISION_REASON_UNSPECIFIED": self = .unspecified
        case "DECISION_REASON_ALLOWED_OWNER": self = .allowedOwner
        case "DECISION_REASON_ALLOWED_GRANT": self = .allowedGrant
        case "DECISION_REASON_ALLOWED_GROUP_GRANT": self = .allowedGroupGrant
        case "DECISION_REASON_ALLOWED_BREAK_GLASS": self = .allowedBreakGlass
        case "DECISION_REASON_NO_SUCH_ACCOUNT": self = .noSuchAccount
        case "DECISION_REASON_NO_SUCH_MAILBOX": self = .noSuchMailbox
        case "DECISION_REASON_ACCOUNT_INVITED": self = .accountInvited
        case "DECISION_REASON_ACCOUNT_SUSPENDED": self = .accountSuspended
        case "DECISION_REASON_ACCOUNT_DELETED": self = .accountDeleted
        case "DECISION_REASON_FUNCTIONAL_ACCOUNT": self = .functionalAccount
        case "DECISION_REASON_MAILBOX_SUSPENDED": self = .mailboxSuspended
        case "DECISION_REASON_NO_GRANT": self = .noGrant
        case "DECISION_REASON_RIGHT_MISSING": self = .rightMissing
        case "DECISION_REASON_GRANT_NOT_YET": self = .grantNotYet
        case "DECISION_REASON_GRANT_EXPIRED": self = .grantExpired
        case "DECISION_REASON_GRANT_FROZEN": self = .grantFrozen
        case "DECISION_REASON_SHARING_OFF": self = .sharingOff
        case "DECISION_REASON_NO_COMMON_GROUP": self = .noCommonGroup
        case "DECISION_REASON_OWNER_PLAN": self = .ownerPlan
        case "DECISION_REASON_NETWORK_BLOCKED": self = .networkBlocked
        case "DECISION_REASON_FOLDER_EXCLUDED": self = .folderExcluded
        case "DECISION_REASON_ADMINISTRATOR_GUARDED": self = .administratorGuarded
        default: return nil
        }
    }
}

/// What a decision looks at, in this order but for NETWORK, SHARING, OWNER_PLAN and COMMON_GROUP, which come before
/// DIRECT_GRANT, in this order too.
package enum AccessConditionKind: MessageEnum {
    /// Never sent.
    case unspecified
    /// There is such an account.
    case accountExists
    /// There is such a mailbox, in the account's organization.
    case mailboxExists
    /// The account is active.
    case accountActive
    /// The account is of a type that does something itself.
    case accountActs
    /// The mailbox is the account's own, or one that it registered.
    case owner
    /// The mailbox's own account, or its owner, is active.
    case mailboxActive
    /// A delegation to the account counts.
    case directGrant
    /// Delegations to groups count in this mailbox: it is no administrator's own (rule C6).
    case groupsCount
    /// A delegation to one of the account's groups counts.
    case groupGrant
    /// It is asked from where the organization lets mailboxes be opened.
    case network
    /// The mailbox is shared (rule D7).
    case sharing
    /// The mailbox's owner has a plan that allows sharing, where the organization asks for one (rule D12).
    case ownerPlan
    /// The account and the mailbox's owner share a group, where the organization asks for it (rule D11).
    case commonGroup
    /// Of send: it is said whom recipients see (rule D14).
    case sender
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .accountExists
        case 2: self = .mailboxExists
        case 3: self = .accountActive
        case 4: self = .accountActs
        case 5: self = .owner
        case 6: self = .mailboxActive
        case 7: self = .directGrant
        case 8: self = .groupsCount
        case 9: self = .groupGrant
        case 10: self = .network
        case 11: self = .sharing
        case 12: self = .ownerPlan
        case 13: self = .commonGroup
        case 14: self = .sender
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .accountExists: 1
        case .mailboxExists: 2
        case .accountActive: 3
        case .accountActs: 4
        case .owner: 5
        case .mailboxActive: 6
        case .directGrant: 7
        case .groupsCount: 8
        case .groupGrant: 9
        case .network: 10
        case .sharing: 11
        case .ownerPlan: 12
        case .commonGroup: 13
        case .sender: 14
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AccessConditionKind] = [
        .unspecified,
        .accountExists,
        .mailboxExists,
        .accountActive,
        .accountActs,
        .owner,
        .mailboxActive,
        .directGrant,
        .groupsCount,
        .groupGrant,
        .network,
        .sharing,
        .ownerPlan,
        .commonGroup,
        .sender,
    ]

    package static var protoPrefix: String { "ACCESS_CONDITION_KIND_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ACCESS_CONDITION_KIND_UNSPECIFIED"
        case .accountExists: "ACCESS_CONDITION_KIND_ACCOUNT_EXISTS"
        case .mailboxExists: "ACCESS_CONDITION_KIND_MAILBOX_EXISTS"
        case .accountActive: "ACCESS_CONDITION_KIND_ACCOUNT_ACTIVE"
        case .accountActs: "ACCESS_CONDITION_KIND_ACCOUNT_ACTS"
        case .owner: "ACCESS_CONDITION_KIND_OWNER"
        case .mailboxActive: "ACCESS_CONDITION_KIND_MAILBOX_ACTIVE"
        case .directGrant: "ACCESS_CONDITION_KIND_DIRECT_GRANT"
        case .groupsCount: "ACCESS_CONDITION_KIND_GROUPS_COUNT"
        case .groupGrant: "ACCESS_CONDITION_KIND_GROUP_GRANT"
        case .network: "ACCESS_CONDITION_KIND_NETWORK"
        case .sharing: "ACCESS_CONDITION_KIND_SHARING"
        case .ownerPlan: "ACCESS_CONDITION_KIND_OWNER_PLAN"
        case .commonGroup: "ACCESS_CONDITION_KIND_COMMON_GROUP"
        case .sender: "ACCESS_CONDITION_KIND_SENDER"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ACCESS_CONDITION_KIND_UNSPECIFIED": self = .unspecified
        case "ACCESS_CONDITION_KIND_ACCOUNT_EXISTS": self = .accountExists
        case "ACCESS_CONDITION_KIND_MAILBOX_EXISTS": self = .mailboxExists
        case "ACCESS_CONDITION_KIND_ACCOUNT_ACTIVE": self = .accountActive
        case "ACCESS_CONDITION_KIND_ACCOUNT_ACTS": self = .accountActs
        case "ACCESS_CONDITION_KIND_OWNER": self = .owner
        case "ACCESS_CONDITION_KIND_MAILBOX_ACTIVE": self = .mailboxActive
        case "ACCESS_CONDITION_KIND_DIRECT_GRANT": self = .directGrant
        case "ACCESS_CONDITION_KIND_GROUPS_COUNT": self = .groupsCount
        case "ACCESS_CONDITION_KIND_GROUP_GRANT": self = .groupGrant
        case "ACCESS_CONDITION_KIND_NETWORK": self = .network
        case "ACCESS_CONDITION_KIND_SHARING": self = .sharing
        case "ACCESS_CONDITION_KIND_OWNER_PLAN": self = .ownerPlan
        case "ACCESS_CONDITION_KIND_COMMON_GROUP": self = .commonGroup
        case "ACCESS_CONDITION_KIND_SENDER": self = .sender
        default: return nil
        }
    }
}

/// How a condition came out.
package enum AccessConditionOutcome: MessageEnum {
    /// Never sent.
    case unspecified
    /// Speaks for allowing.
    case passed
    /// Speaks for denying.
    case failed
    /// Did not matter any more.
    case skipped
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .passed
        case 2: self = .failed
        case 3: self = .skipped
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .passed: 1
        case .failed: 2
        case .skipped: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AccessConditionOutcome] = [
        .unspecified,
        .passed,
        .failed,
        .skipped,
    ]

    package static var protoPrefix: String { "ACCESS_CONDITION_OUTCOME_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ACCESS_CONDITION_OUTCOME_UNSPECIFIED"
        case .passed: "ACCESS_CONDITION_OUTCOME_PASSED"
        case .failed: "ACCESS_CONDITION_OUTCOME_FAILED"
        case .skipped: "ACCESS_CONDITION_OUTCOME_SKIPPED"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ACCESS_CONDITION_OUTCOME_UNSPECIFIED": self = .unspecified
        case "ACCESS_CONDITION_OUTCOME_PASSED": self = .passed
        case "ACCESS_CONDITION_OUTCOME_FAILED": self = .failed
        case "ACCESS_CONDITION_OUTCOME_SKIPPED": self = .skipped
        default: return nil
        }
    }
}
