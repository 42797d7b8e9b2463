internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import RPC
internal import SQL

/// What an account must be able to do in the mailbox, all of these, where its roles are not enough: by what they have.
typealias Grounds = @Sendable (AuthorizedAccount) -> [MailboxGround]

/// Who was judged for a call, and what that rests on besides roles.
///
/// Where roles are not enough, what the account may do in one mailbox can stand in for them (`Access.orMailbox`): its owner
/// and whoever sets it up change its delegates (rules D4, D5), and so on. That is judged here, by the index, in the mailbox that
/// the occurrence names; where it names none, nothing stands in. No handler can forget it: its body runs behind the judgement
/// only.
struct Judgement: Sendable {
    let account: AuthorizedAccount
    /// Which one the call is about; whose it was, and in which unit, when identity was asked.
    let mailbox: MailboxID?
    let owner: AccountID?
    let unit: UnitID?
    /// What it must be able to do there, all of these; empty: its roles are enough.
    let grounds: [MailboxGround]

    init(_ account: AuthorizedAccount, _ id: MailboxID?, _ mailbox: MailboxDomain.Mailbox?, _ grounds: [MailboxGround]) {
        self.account = account
        self.mailbox = id
        owner = mailbox?.owner
        unit = mailbox?.unit
        self.grounds = grounds
    }
}

extension Mailboxes {
    /// Whether the account can do there what stands in for its roles. Call `ready` before.
    func hasGrounds(_ judgement: Judgement) -> Bool {
        guard let mailbox = judgement.mailbox, let account = AccountID(judgement.account.accountID) else { return false }
        let now = clock()
        return judgement.grounds.allSatisfy { ground in
            switch ground {
            case .manages: index.manages(account, mailbox, at: now)
            case .setsUp: index.setsUp(account, mailbox, at: now)
            case .uses: index.uses(account, mailbox, at: now)
            case .unspecified, .unrecognized: false
            }
        }
    }

    /// Whether it is still so inside the write, as far as this service knows it itself: what identity is asked for is
    /// `AdministratorChanges`' matter.
    func stands(_ judgement: Judgement, _ tx: Transaction) throws -> Bool {
        guard let id = judgement.mailbox else { return true }
        let mailbox = index.mailbox(id)
        guard mailbox?.owner == judgement.owner, mailbox?.unit == judgement.unit else { return false }
        guard judgement.grounds.isEmpty || hasGrounds(judgement) else { return false }
        return try !isOutrun(judgement, id, mailbox, tx)
    }

    /// Whether an earlier write of the same commit, which no hook has seen, so that the index does not have it, may have taken
    /// away what the judgement rests on.
    private func isOutrun(
        _ judgement: Judgement, _ id: MailboxID, _ mailbox: MailboxDomain.Mailbox?, _ tx: Transaction
    ) throws -> Bool {
        let seen = store.position
        if tx.position == seen + 1 { return false }
        // Where roles are enough, only a mailbox that can be given away is another matter: an import is not to look back.
        if judgement.grounds.isEmpty && mailbox?.kind != .registered { return false }
        let earlier = try tx.changes(of: judgement.account.organizationID, naming: id.text, after: seen)
        return earlier.contains { change in
            // Whose it is, what is set for it, and a mark over all its delegations.
            if change.id == id.text { return change.type == Messages.Mailbox.name || !judgement.grounds.isEmpty }
            guard !judgement.grounds.isEmpty, let grantee = change.grantee(in: id) else { return false }
            return AccountID(judgement.account.accountID).map { index.reaches(grantee, $0, at: clock()) } ?? true
        }
    }
}

extension ChangeRecord {
    /// Whose delegation of the mailbox it may be about.
    fileprivate func grantee(in mailbox: MailboxID) -> Grantee? {
        guard type == Messages.Delegation.name else { return nil }
        if cascade { return Grantee(id) }
        let place = mailbox.text + "/"
        return id.hasPrefix(place) ? Grantee(String(id.dropFirst(place.count))) : nil
    }
}
