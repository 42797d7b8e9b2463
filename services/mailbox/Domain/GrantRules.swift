/// Why a grant is refused (rules C6, D6, D19).
package enum GrantRefusal: Error, Hashable, Sendable {
    case endsBeforeItBegins
    case endsInThePast
    case noSuchMailbox
    case noSuchGrantee
    case crossOrganization
    /// To the account that the mailbox belongs to, or that owns it.
    case selfGrant
    /// To a group, on an administrator's own mailbox: whoever may add its members could open it.
    case administratorGuarded
    /// The account is invited, suspended or deleted.
    case wrongState(AccountState)
    /// A functional account does nothing, so it is given nothing.
    case functionalGrantee
}

/// The terms of a grant by themselves, before anything is looked up. Any set of rights will do, also the empty one (D3).
package enum GrantTerms {
    package static func judge(_ window: Window, at now: Now) throws(GrantRefusal) {
        guard let end = window.expireTime else { return }
        if let begin = window.startTime, end <= begin { throw .endsBeforeItBegins }
        if end <= now.latest { throw .endsInThePast }
    }
}

extension OrganizationState {
    /// Whether a delegation of this mailbox may be given to this account or group (rules D6, B2, C6).
    func judgeGrant(mailbox: UInt32, grantee: UInt32) -> GrantRefusal? {
        guard mailboxExists(mailbox) else { return .noSuchMailbox }
        if grantee & DelegationTable.groupBit != 0 {
            guard membership.groups[Int(grantee & ~DelegationTable.groupBit)].exists else { return .noSuchGrantee }
            return isGuarded(mailbox) ? .administratorGuarded : nil
        }
        let target = facts[Int(grantee)]
        switch target.state {
        case .absent: return .noSuchGrantee
        case .invited, .suspended, .deleted:
            return owns(grantee, mailbox) ? .selfGrant : .wrongState(target.state)
        case .active: break
        }
        if owns(grantee, mailbox) { return .selfGrant }
        return target.type == .functional ? .functionalGrantee : nil
    }
}
