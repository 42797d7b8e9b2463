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
    /// Folders limit what is opened, and nothing is (rule D27).
    case foldersWithoutOpen
    /// Another set than open and send of the mailbox as a whole, under the policy `all_or_nothing` (rule D3).
    case unsupportedSet
    /// A displayed sender, under the policy `no_displayed_sender` (rule D14).
    case senderUnsupported
    /// The owner has none of the plans that sharing takes (rule D12).
    case ownerPlan(has: String?, takes: [String])
    /// Owner and grantee share none, where they must (rule D11).
    case noCommonGroup
}

/// The terms of a grant. Any set of rights will do, also the empty one, unless a policy says otherwise (D3).
package struct GrantTerms: Hashable, Sendable {
    package var rights: Rights
    package var window: Window
    package var sender: SenderDisplay?
    package var folders: [FolderGrant]

    package init(rights: Rights, window: Window = .always, sender: SenderDisplay? = nil, folders: [FolderGrant] = []) {
        self.rights = rights
        self.window = window
        self.sender = sender
        self.folders = folders.inOrder
    }

    /// By themselves, before anything is looked up.
    package func judge(at now: Now) throws(GrantRefusal) {
        if !folders.isEmpty, !rights.contains(.open) { throw .foldersWithoutOpen }
        guard let end = window.expireTime else { return }
        if let begin = window.startTime, end <= begin { throw .endsBeforeItBegins }
        if end <= now.latest { throw .endsInThePast }
    }
}

extension OrganizationState {
    /// Whether a delegation of this mailbox may be given to this account or group (rules D6, B2, C6).
    func judgeGrant(mailbox: UInt32, grantee: UInt32, _ terms: GrantTerms, at now: Now) -> GrantRefusal? {
        guard mailboxExists(mailbox) else { return .noSuchMailbox }
        if grantee & DelegationTable.groupBit != 0 {
            guard membership.groups[Int(grantee & ~DelegationTable.groupBit)].exists else { return .noSuchGrantee }
            return isGuarded(mailbox) ? .administratorGuarded : judgePolicies(mailbox: mailbox, grantee: grantee, terms, at: now)
        }
        let target = facts[Int(grantee)]
        switch target.state {
        case .absent: return .noSuchGrantee
        case .invited, .suspended, .deleted:
            return owns(grantee, mailbox) ? .selfGrant : .wrongState(target.state)
        case .active: break
        }
        if owns(grantee, mailbox) { return .selfGrant }
        if target.type == .functional { return .functionalGrantee }
        return judgePolicies(mailbox: mailbox, grantee: grantee, terms, at: now)
    }

    /// What the organization has decided about grants (rules D3, D11, D12, D14).
    private func judgePolicies(mailbox: UInt32, grantee: UInt32, _ terms: GrantTerms, at now: Now) -> GrantRefusal? {
        if policies.allOrNothing, terms.rights != [.open, .send] || !terms.folders.isEmpty { return .unsupportedSet }
        if policies.noDisplayedSender, terms.sender != nil { return .senderUnsupported }
        guard let owner = owner(of: mailbox) else { return nil }
        if !hasSharingPlan(owner) { return .ownerPlan(has: plans.plan(of: owner), takes: policies.ownerPlans) }
        guard policies.commonGroup else { return nil }
        let isShared =
            grantee & DelegationTable.groupBit == 0
            ? membership.common(owner, grantee, at: now) != nil
            : membership.shares(owner, withAllOf: grantee & ~DelegationTable.groupBit, at: now)
        return isShared ? nil : .noCommonGroup
    }
}
