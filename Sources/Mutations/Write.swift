package import Contract
package import Messages
package import Outbox
package import RPC
package import SQL

/// A write under way: its transaction, and the events that the log will get of it.
package struct Write {
    package let tx: Transaction
    /// As far as it is known before the write.
    let draft: EventDraft
    let newID: @Sendable (String, Int64) -> String
    let secrets: SecretHash
    /// It is going to be undone: no event of it will be in any log.
    let validateOnly: Bool
    /// Of its events.
    let priority: OutboxPriority
    /// What the caller has seen of what is to be changed; nil when it does not matter.
    let seen: Seen?
    let reported = Reported()

    /// What the write has told the log so far.
    final class Reported {
        /// The id of the first event; nothing for one that nobody will find, nil while there is none.
        var first: String?
        /// Who acts as it was judged inside the write; nil: as before it.
        var account: (AuthorizedAccount, Access)?
    }

    /// The account behind the call as it stands inside the write: the event tells of the roles that counted (rule E2), and
    /// so does a refusal.
    package func judged(_ account: AuthorizedAccount, _ access: Access, _ call: Call) {
        reported.account = (account, access)
        call.judged = account
    }

    /// A new id.
    package func id(_ prefix: String) -> String { newID(prefix, tx.now) }

    /// Writes the event of this call into the outbox, with what is different; nil for what was or is not there.
    ///
    /// It is about the target that the request names, else about the resource. `complete` adds what only the write knows.
    package func report<Changed: LoggedResource>(
        _ before: Changed?, _ after: Changed?, _ complete: (inout EventDraft) -> Void = { _ in }
    ) throws {
        guard let resource = after ?? before else { preconditionFailure("a change is of something") }
        var draft = draft
        if let (account, access) = reported.account { draft.judged(account, access) }
        draft.organizationID = resource.resourceOrganization
        if draft.target?.id.isEmpty ?? false { draft.target?.id = resource.resourceID }
        draft.record(differences(before, after), of: draft.subject(of: resource))
        complete(&draft)
        let event = draft.encoded(at: tx.now)
        try tx.event(event.bytes, priority)
        if reported.first == nil { reported.first = validateOnly ? "" : event.id }
    }

    /// What the log would tell of the change.
    package func differences<Changed: LoggedResource>(_ before: Changed?, _ after: Changed?) -> Differences {
        Changed.differences(before, after, secrets)
    }
}

extension EventDraft {
    fileprivate mutating func judged(_ account: AuthorizedAccount, _ access: Access) {
        if actor.id == account.accountID { actor.roleIds = account.roleIDs }
        decision = EventDecision(access, account)
    }

    /// Whose the personal values of a resource are: its own where it is somebody or something with a name, for they go
    /// when that is erased and not with whoever wrote them; where it has no id, of what it is found by, as a signature by its
    /// account and settings by their mailbox; else the actor's, and where that is a service, which nobody erases, the mailbox's
    /// that it writes for.
    fileprivate func subject(of resource: some LoggedResource) -> String {
        let id = resource.resourceID.isEmpty ? target?.id ?? "" : resource.resourceID
        if ["acc_", "grp_", "org_", "unt_", "ten_", "mbx_"].contains(where: { id.hasPrefix($0) }) { return id }
        let mailbox = actor.kind == .service ? target?.mailboxId ?? "" : ""
        return mailbox.isEmpty ? actor.id : mailbox
    }
}
