internal import Contract
internal import MailboxDomain
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// What the account was judged by may be another since.
private struct JudgementOutdated: Error {}

extension Mailboxes {
    private static let judgementsMax = 5

    /// A mutation by an administrator, or by whoever may in the mailbox (`Judgement`), judged before the write; inside the
    /// write the judgement must still stand, or all is judged again.
    ///
    /// Why nobody changes anything after the answer to what took it away from them (D17), be it their suspension, a role, a
    /// policy, a plan, a membership, a delegation or a mailbox:
    /// 1. Roles. The number of changes is read before identity is asked. If the account's organization has had none behind it
    ///    inside the write, this process has been told of none since, so that one which identity had made when it judged
    ///    was judged too. A role counts in its own organization only, so changes in others do not matter.
    /// 2. What identity was asked about. Whose the mailbox is and its unit, which this service says, must be the same inside
    ///    the write: an account may be in another unit by then, a registered mailbox another's.
    /// 3. What stands in for roles. It is judged by the index, inside the write on the writer thread once more, so by all that
    ///    this process has been told by then.
    /// 4. The follower acknowledges a change that 1, 2 or 3 rest on only when the writes whose bodies ran before it are on disk
    ///    or have failed (`IdentityReplica`), and identity answers whoever made it only after that.
    /// 5. This service's own changes. The index has those of every commit before this one. Those of earlier writes of the same
    ///    commit it does not have: where one of them may take away what the judgement rests on, all is judged again behind
    ///    the commit (`isOutrun`). Else a holder of `set_up` could give itself anew, in the same commit, what was revoked.
    /// 6. All that is so while the lease holds. `needsView` refuses without one, and so does what stands in for roles. What
    ///    remains is a lease that runs out between the body and the end of its commit; and a revocation by an administrator,
    ///    which needs none: it takes access away.
    func administer<Answer: ChangeAnswer>(
        _ mutation: Mutation<Answer>, needsView: Bool, grounds: Grounds? = nil,
        _ body: @escaping @Sendable (Write, AuthorizedAccount) throws -> Answer
    ) async throws -> Answer {
        for _ in 0..<Self.judgementsMax {
            let before = administrators.last
            let judgement = try await authorize(mutation.call, mutation.access, mutation.occurrence, grounds: grounds)
            let account = judgement.account
            // Only a bug of identity's can name another thing than an organization.
            guard let organization = OrganizationID(account.organizationID) else { throw Status.notFound }
            do {
                return try await mutator.perform(mutation, account: account) { write in
                    if needsView || !judgement.grounds.isEmpty { try ready(mutation.call) }
                    guard !administrators.changed(in: organization, since: before), try stands(judgement, write.tx)
                    else { throw JudgementOutdated() }
                    return try body(write, account)
                }
            } catch is JudgementOutdated {
                continue
            }
        }
        throw Status.stale
    }
}
