internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import Outbox
internal import RPC
internal import SQL

// What the methods of registered mailboxes have in common.

extension Mailboxes {
    /// A registered mailbox of the account's organization. Another organization's is not found either (D28); one that is there
    /// with its account has neither an owner of its own nor an end.
    func registered(
        _ id: MailboxID, of account: AuthorizedAccount, _ connection: any Connection, _ call: Call
    ) throws -> Messages.Mailbox {
        if let stored = try connection.mailbox(id) {
            if stored.organizationId == account.organizationID { return stored }
            throw Status.notFound
        }
        try ready(call)
        _ = try mailbox(id, of: account)
        throw Status.notRegistered
    }

    /// Inside the write it is asked once more whose the mailbox is: by its row, which only such writes change. Before it, that
    /// is asked of the index (`authorize`).
    func judgeOwner(of mailbox: Messages.Mailbox, _ account: AuthorizedAccount, _ access: Access) throws(Status) {
        if account.hasAll(of: access) || mailbox.ownerId == account.accountID { return }
        throw .roleLacksScope(access, held: account.held, roles: account.roleIDs)
    }

    /// Of what the account gives away with it what lets it do so: who repeats the request has that no more, and gets the answer
    /// that it had.
    func givingAway<Answer: ChangeAnswer>(
        _ mutation: Mutation<Answer>, _ work: () async throws -> Answer
    ) async throws -> Answer {
        do {
            return try await work()
        } catch let refusal as Status where refusal.reason == .roleLacksScope {
            guard let account = mutation.call.judged, try await mutator.isAnswered(mutation, account: account) else {
                throw refusal
            }
            return try await mutator.perform(mutation, account: account) { _ in throw refusal }
        }
    }
}

extension AuthorizedAccount {
    /// Whether its roles have all that is needed, whatever else lets it.
    func hasAll(of access: Access) -> Bool {
        access.demands.enumerated().allSatisfy { number, demand in
            number < held.count && held[number].rawValue >= demand.level.rawValue
        }
    }
}

extension EventDraft {
    /// What is not in the differences of a mailbox, for the server sets it: whose it is, and its address.
    mutating func tell(_ before: Messages.Mailbox?, _ after: Messages.Mailbox?) {
        change("owner_id", from: before?.ownerId ?? "", to: after?.ownerId ?? "")
        var differences = Differences()
        differences.add("address", before?.address, after?.address, .personal)
        record(differences, of: (after ?? before)?.id ?? "")
    }
}
