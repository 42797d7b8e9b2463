internal import Contract
internal import MailboxDomain
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// Since identity judged the account it has told of a change that may concern it.
private struct JudgementOutdated: Error {}

extension Mailboxes {
    private static let judgementsMax = 5

    /// A mutation by an administrator, judged by identity before the write; inside the write the judgement must still
    /// stand, or identity is asked again.
    ///
    /// Why nobody changes anything after the answer to their suspension (D17):
    /// 1. The number of changes is read before identity is asked. If the account's organization has had none behind it
    ///    inside the write, this process has been told of none since, so that one which identity had made when it judged
    ///    was judged too. A role counts in its own organization only, so changes in others do not matter.
    /// 2. The follower acknowledges a change only when the writes whose bodies ran before it are on disk or have failed
    ///    (`IdentityReplica`), and identity answers the suspension only after that.
    /// 3. That is so while the lease holds. `needsView` refuses without one. What remains is a lease that runs out
    ///    between the body and the end of its commit; and a revocation, which needs none: it takes access away.
    func administer<Answer: ChangeAnswer>(
        _ mutation: Mutation<Answer>, needsView: Bool,
        _ body: @escaping @Sendable (Write, AuthorizedAccount) throws -> Answer
    ) async throws -> Answer {
        for _ in 0..<Self.judgementsMax {
            let before = administrators.last
            let account = try await authorize(mutation.call, mutation.access, mutation.occurrence)
            // Only a bug of identity's can name another thing than an organization.
            guard let organization = OrganizationID(account.organizationID) else { throw Status.notFound }
            do {
                return try await mutator.perform(mutation, account: account) { write in
                    if needsView { try ready(mutation.call) }
                    guard !administrators.changed(in: organization, since: before) else { throw JudgementOutdated() }
                    return try body(write, account)
                }
            } catch is JudgementOutdated {
                continue
            }
        }
        throw Status.stale
    }
}
