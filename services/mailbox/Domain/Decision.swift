/// Why a decision came out as it did: the closed list of RULES.md.
package enum Reason: Int, CaseIterable, Sendable {
    case allowedOwner, allowedGrant, allowedGroupGrant, allowedBreakGlass
    case noSuchAccount, noSuchMailbox
    case accountInvited, accountSuspended, accountDeleted, functionalAccount
    case mailboxSuspended
    case noGrant, rightMissing, grantNotYet, grantExpired, grantFrozen
    case sharingOff, noCommonGroup, ownerPlan, networkBlocked, folderExcluded, administratorGuarded

    package var allows: Bool {
        switch self {
        case .allowedOwner, .allowedGrant, .allowedGroupGrant, .allowedBreakGlass: true
        case .noSuchAccount, .noSuchMailbox, .accountInvited, .accountSuspended, .accountDeleted,
            .functionalAccount, .mailboxSuspended, .noGrant, .rightMissing, .grantNotYet, .grantExpired,
            .grantFrozen, .sharingOff, .noCommonGroup, .ownerPlan, .networkBlocked, .folderExcluded,
            .administratorGuarded:
            false
        }
    }
}

/// The answer to: may this account do this with this mailbox?
package struct Decision: Hashable, Sendable {
    package var reason: Reason
    /// The delegation that decided, also when it decided against.
    package var delegation: DelegationID?
    /// The next instant at which time alone can change the answer, in microseconds since 1970.
    package var expireTime: Int64?
    /// How what is sent is shown; nil: nobody has said, and it is the mailbox's alone. Only where sending is allowed (rule D14).
    package var sender: SenderDisplay?
    /// The name that recipients see: the delegate's or the mailbox's. Only where sending is allowed.
    package var senderName = ""

    package init(_ reason: Reason, delegation: DelegationID? = nil, expireTime: Int64? = nil) {
        self.reason = reason
        self.delegation = delegation
        self.expireTime = expireTime
    }

    package var allowed: Bool { reason.allows }
}

/// A decision without the name that recipients see: of numbers alone, so that it is passed on without counting references,
/// which would be a tenth of all that a decision among a few delegations does.
struct Verdict: Sendable {
    var reason: Reason
    var delegation: DelegationID?
    var expireTime: Int64?
    var sender: SenderDisplay?

    init(_ reason: Reason, delegation: DelegationID? = nil, expireTime: Int64? = nil) {
        self.reason = reason
        self.delegation = delegation
        self.expireTime = expireTime
    }

    var allowed: Bool { reason.allows }
}

extension Decision {
    init(_ verdict: Verdict, senderName: String = "") {
        self.init(verdict.reason, delegation: verdict.delegation, expireTime: verdict.expireTime)
        sender = verdict.sender
        self.senderName = senderName
    }
}
