/// A mailbox that is opened, or is not (rule D15): what was decided, about whom and what, and what the account can do there.
///
/// One look at the index for all of it: what is shown is what was decided on.
package struct Opening: Hashable, Sendable {
    package var decision: Decision
    /// Nil where there is no such account.
    package var account: AccountID?
    package var organization: OrganizationID?
    /// Nil where there is no such mailbox in the account's organization (rule D28).
    package var mailbox: Mailbox?
    /// Only where it is open.
    package var access: AccessibleMailbox?
}

extension AccessIndex {
    /// Whoever can open folders only opens the mailbox too, by the first folder of a direct grant, else of a group's (rule D27):
    /// a client has to show what there is. Check about the mailbox as a whole denies that.
    package func open(_ mailbox: IDOrAddress<MailboxID>, by account: IDOrAddress<AccountID>, at now: Now) -> Opening {
        judge(Question(account: account, mailbox: mailbox, right: .open)) { state, account, mailbox in
            state.open(mailbox, by: account, at: now)
        } ?? Opening(decision: Decision(.noSuchAccount))
    }

    /// What an account can do in one mailbox: one, or none where that is nothing. Nil when there is no such account in the
    /// mailbox's organization.
    package func accessible(to account: AccountID, in mailbox: MailboxID, at now: Now) -> [AccessibleMailbox]? {
        guard let (place, handle) = directories.accounts.place(of: account.bits, with: mailbox.bits), let handle else {
            return nil
        }
        return place.organization.read { state in
            guard state.facts[Int(place.handle)].state != .absent else { return nil }
            return state.access(of: place.handle, to: handle, at: now).map { [$0] } ?? []
        }
    }

    /// A page of the addresses that an account can send as; nil when there is no such account.
    package func senderIdentities(
        of account: IDOrAddress<AccountID>, after: SenderIdentity.Place?, limit: Int, at now: Now
    ) -> [SenderIdentity]? {
        let begun = after.map { IDOrAddress.id($0.mailbox) } ?? .address(nil)
        return judge(Question(account: account, mailbox: begun, right: .send)) { state, account, begun in
            guard state.facts[Int(account)].state != .absent else { return [SenderIdentity]?.none }
            return state.identities(
                of: account, after: after, from: after == nil ? account : begun, limit: limit, at: now)
        } ?? nil
    }
}

extension OrganizationState {
    fileprivate func open(_ mailbox: UInt32?, by account: UInt32, at now: Now) -> Opening {
        var opening = Opening(
            decision: decide(account: account, mailbox: mailbox, Asked(.open), at: now))
        guard facts[Int(account)].state != .absent else { return opening }
        opening.account = accounts[Int(account)].id
        opening.organization = organization
        guard let mailbox else { return opening }
        opening.mailbox = self.mailbox(mailbox)
        let access = access(of: account, to: mailbox, at: now)
        if !opening.decision.allowed, let folder = access?.firstFolder {
            opening.decision = decide(account: account, mailbox: mailbox, folder, at: now)
        }
        if opening.decision.allowed { opening.access = access }
        return opening
    }
}

extension AccessibleMailbox {
    /// What is asked to open the first folder that a direct grant names, else one of a group; nil where folders limit nothing.
    fileprivate var firstFolder: Asked? {
        let direct = paths.compactMap { if case .direct(let grant) = $0 { grant } else { nil } }
        let through = paths.compactMap { if case .group(let grant, _) = $0 { grant } else { nil } }
        guard let folder = (direct + through).compactMap(\.folders.first).first else { return nil }
        let operation = FolderOperation.allCases.first { folder.operations.contains(FolderOperations($0)) }
        return operation.map { Asked(.open, folder: folder.path, operation: $0) }
    }
}
