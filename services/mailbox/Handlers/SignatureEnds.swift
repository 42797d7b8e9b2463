internal import Contract
package import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// Notes which signatures have lost the access that they were for (D13), as soon as this process knows of the loss: behind each
/// change of identity's, in the order in which they are applied, and behind each commit of its own.
///
/// What ends access is that no delegation reaches the account any more and it is not the owner: revoked, one by one or all at
/// once, left without a right, expired; a membership or a group gone; the mailbox transferred or unregistered; the account
/// deleted. What only pauses it is none of that: `AccessIndex.isReached`.
package struct SignatureEnds: Sendable {
    let keys = SignatureKeys()
    private let index: AccessIndex
    private let clock: @Sendable () -> Int64

    /// `clock`: microseconds UTC, by which what has ended has ended for good.
    package init(index: AccessIndex, clock: @escaping @Sendable () -> Int64) {
        self.index = index
        self.clock = clock
    }

    func isReached(_ key: SignatureKeys.Key, without gone: Grantee? = nil) -> Bool {
        index.isReached(key.account, in: key.mailbox, without: gone, at: clock())
    }

    /// `isKnown`: the view of identity holds. Else nobody knows which groups the account is in by now, and it is asked again.
    func judge(_ concern: SignatureKeys.Concern, in organization: OrganizationID, isKnown: Bool) {
        if isKnown {
            keys.judge(concern, in: organization) { isReached($0) }
        } else {
            keys.doubt(concern, in: organization)
        }
    }

    /// Behind the commit of one that is there now, or was set anew.
    func set(_ key: SignatureKeys.Key, in organization: OrganizationID, isKnown: Bool) {
        keys.put(key, in: organization) { isKnown ? isReached($0) : true }
        if !isKnown { keys.doubt(.one(key), in: organization) }
    }

    /// Behind a snapshot of identity.
    func judgeAll() { keys.judgeAll { isReached($0) } }

    /// What identity has changed in an organization. One of its changes after the other: so who comes back into a group comes
    /// behind the judgement of having left it.
    func heard(_ changes: [IdentityChange], in organization: OrganizationID) {
        for change in changes {
            for concern in concerns(change) { judge(concern, in: organization, isKnown: true) }
        }
    }

    private func concerns(_ change: IdentityChange) -> [SignatureKeys.Concern] {
        switch change {
        case .account(let account):
            account.state == .deleted ? [.account(account.id), .mailbox(account.id.mailbox)] : []
        case .memberGone(.account(let account), _), .membershipsGone(.account(let account)): [.account(account)]
        case .memberGone(.group, _), .membershipsGone(.group), .groupDeleted, .groupGone: [.all]
        case .accountGone, .group, .member, .policies, .plan, .operation: []
        }
    }

    /// What this service has changed itself.
    func heard(_ changes: [OwnChange], in organization: OrganizationID, isKnown: Bool) {
        for change in changes {
            if let concern = concern(change) { judge(concern, in: organization, isKnown: isKnown) }
        }
    }

    /// Its row stays as it is, so no change tells of it.
    func expired(_ delegation: Messages.Delegation, isKnown: Bool) {
        guard let mailbox = MailboxID(delegation.mailboxId), let grantee = Grantee(delegation.granteeId),
            let organization = OrganizationID(delegation.organizationId)
        else { return }
        judge(.delegation(of: mailbox, to: grantee), in: organization, isKnown: isKnown)
    }

    private func concern(_ change: OwnChange) -> SignatureKeys.Concern? {
        switch change {
        case .put(let delegation): delegation.rights.isEmpty ? .delegation(of: delegation.mailbox, to: delegation.grantee) : nil
        case .removed(let mailbox, let grantee): .delegation(of: mailbox, to: grantee)
        case .registered(let mailbox): .mailbox(mailbox.id)
        case .unregistered(let mailbox), .mailboxCleared(let mailbox): .mailbox(mailbox)
        case .granteeCleared(.account(let account)): .account(account)
        case .granteeCleared(.group): .all
        case .settings: nil
        }
    }
}

extension SignatureKeys.Concern {
    static func delegation(of mailbox: MailboxID, to grantee: Grantee) -> SignatureKeys.Concern {
        switch grantee {
        case .account(let account): .one(SignatureKeys.Key(account: account, mailbox: mailbox))
        case .group: .mailbox(mailbox)
        }
    }
}
