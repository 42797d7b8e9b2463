/// Why a grant is refused (rules D3, D6, D19).
package enum GrantRefusal: Error, Hashable, Sendable {
    case noRights
    case endsBeforeItBegins
    case endsInThePast
    case noSuchMailbox
    case noSuchGrantee
    case crossOrganization
    /// To the account that the mailbox belongs to.
    case selfGrant
    /// The account is invited, suspended or deleted.
    case wrongState(AccountState)
    /// A functional account does nothing, so it is given nothing.
    case functionalGrantee
}

/// The terms of a grant by themselves, before anything is looked up.
package enum GrantTerms {
    package static func judge(_ rights: Rights, _ window: Window, at now: Now) throws(GrantRefusal) {
        if rights.isEmpty { throw .noRights }
        guard let end = window.expireTime else { return }
        if let begin = window.startTime, end <= begin { throw .endsBeforeItBegins }
        if end <= now.latest { throw .endsInThePast }
    }
}

extension OrganizationState {
    /// Whether a delegation of this mailbox may be given to this account or group (rules D6, B2).
    func judgeGrant(mailbox: UInt32, grantee: UInt32) -> GrantRefusal? {
        guard mailboxExists(mailbox) else { return .noSuchMailbox }
        if grantee & DelegationTable.groupBit != 0 {
            return membership.groups[Int(grantee & ~DelegationTable.groupBit)].exists ? nil : .noSuchGrantee
        }
        let target = facts[Int(grantee)]
        switch target.state {
        case .absent: return .noSuchGrantee
        case .invited, .suspended, .deleted:
            return grantee == mailbox ? .selfGrant : .wrongState(target.state)
        case .active: break
        }
        if grantee == mailbox { return .selfGrant }
        return target.type == .functional ? .functionalGrantee : nil
    }
}
