internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

// Somebody leaves. Identity suspends the account first, as whoever asks for it, so by all of identity's rules; then a row says
// what is to be done, and a task of the server's does it (`OffboardingWork`).
//
// Cut off between the two, the account is suspended and nothing else is begun: nobody has been answered, and the same call
// again goes on. The other way round, access would be taken from somebody whose suspension identity refuses.

/// Offboardings: begun here, and shown.
struct OffboardingHandler: OffboardingService {
    let mailboxes: Mailboxes

    func offboardAccount(
        _ request: OffboardAccountRequest, _ call: Call
    ) throws(Status) -> Answer<OffboardAccountResponse> {
        .later { [mailboxes] in
            try await answering {
                let mutation = Mutation<OffboardAccountResponse>(call, request)
                return try await mailboxes.mutator.refusing(call, mutation.access, { mutation.occurrence }) {
                    try await mailboxes.offboard(try Leaving(request), mutation)
                }
            }
        }
    }

    func getOffboarding(
        _ request: GetOffboardingRequest, _ call: Call
    ) throws(Status) -> Answer<GetOffboardingResponse> {
        mailboxes.reading(request, call) { [mailboxes] reader in
            guard let found = try await mailboxes.store.read({ try $0.offboarding(request.offboardingId) }),
                found.organizationId == reader.organizationID
            else { throw Status.notFound }
            return GetOffboardingResponse(offboarding: found)
        }
    }
}

/// A request whose fields are what they should be.
private struct Leaving: Sendable {
    let account: AccountID
    let delegationsTo: AccountID?
    let mailboxesTo: AccountID?
    let request: OffboardAccountRequest

    init(_ request: OffboardAccountRequest) throws(Status) {
        account = try Field.account(request.accountId, "account_id")
        delegationsTo = try Self.successor(request.delegationsToId, "delegations_to_id", of: account)
        mailboxesTo = try Self.successor(request.mailboxesToId, "mailboxes_to_id", of: account)
        self.request = request
    }

    private static func successor(_ text: String, _ field: String, of account: AccountID) throws(Status) -> AccountID? {
        if text.isEmpty { return nil }
        let id = try Field.account(text, field)
        if id == account { throw .invalid(field, "it is the account that leaves") }
        return id
    }
}

extension Mailboxes {
    fileprivate func offboard(
        _ leaving: Leaving, _ mutation: Mutation<OffboardAccountResponse>
    ) async throws -> OffboardAccountResponse {
        let account = try await authorize(mutation.call, mutation.access, mutation.occurrence).account
        // Who has been reactivated since the answer is not suspended by a repetition.
        if try await !mutator.isAnswered(mutation, account: account) {
            try ready(mutation.call)
            try judge(leaving, by: account)
            try await suspend(leaving, mutation.call)
        }
        let answer = try await administer(mutation, needsView: true) { write, account in
            try judge(leaving, by: account)
            return try begin(leaving, by: account, write)
        }
        if !leaving.request.validateOnly { offboardings.look() }
        return answer
    }

    /// By identity, on behalf of whoever called: its own rules are judged there (A4, C6, C7).
    private func suspend(_ leaving: Leaving, _ call: Call) async throws(Status) {
        var options = CallOptions(within: call)
        if let (key, value) = call.whoActs { options.metadata.append(MetadataEntry(key: key, value: value)) }
        _ = try await accounts.suspendAccount(
            SuspendAccountRequest(
                accountId: leaving.account.text, justification: leaving.request.justification,
                validateOnly: leaving.request.validateOnly, reason: .left), options)
    }

    private func judge(_ leaving: Leaving, by account: AuthorizedAccount) throws {
        guard let organization = OrganizationID(account.organizationID),
            let own = index.mailbox(leaving.account.mailbox), own.organization == organization, own.kind != .registered
        else { throw Status.notFound }
        if own.kind == .functional { throw Status.nobodyLeaves }
        for successor in [leaving.delegationsTo, leaving.mailboxesTo] {
            if let successor { try index.judgeOwner(successor, of: organization) }
        }
        let registered = index.registered(by: leaving.account).count
        if registered > 0, leaving.mailboxesTo == nil { throw Status.successorMissing(registered) }
        if !account.owner, !account.fullAdmin, index.hasGuardedGrant(to: leaving.account) { throw Status.fullAdminOnly }
    }

    /// One that is under way goes on, to other successors if others are named. Where one is done and nothing has come since there
    /// is nothing to begin.
    private func begin(
        _ leaving: Leaving, by account: AuthorizedAccount, _ write: Write
    ) throws -> OffboardAccountResponse {
        let (delegationsTo, mailboxesTo) = (leaving.delegationsTo?.text ?? "", leaving.mailboxesTo?.text ?? "")
        if let last = try write.tx.lastOffboarding(of: leaving.account), last.state == .running || hasNothing(leaving.account) {
            if last.state == .done || (last.delegationsToId, last.mailboxesToId) == (delegationsTo, mailboxesTo) {
                return OffboardAccountResponse(offboarding: last, unchanged: true)
            }
            var changed = last
            // From here on it is done on behalf of who said so last.
            (changed.delegationsToId, changed.mailboxesToId) = (delegationsTo, mailboxesTo)
            changed.startedBy = account.accountID
            changed = try write.tx.update(changed)
            try write.report(last, changed)
            return OffboardAccountResponse(offboarding: changed)
        }
        var offboarding = try write.tx.insert(
            Offboarding(
                id: write.id("off"), organizationId: account.organizationID, accountId: leaving.account.text,
                delegationsToId: delegationsTo, mailboxesToId: mailboxesTo, startedBy: account.accountID, state: .running,
                createTime: Timestamp(microsecondsSince1970: write.tx.now)))
        try write.report(nil, offboarding)
        if leaving.request.validateOnly { expect(leaving, &offboarding) }
        return OffboardAccountResponse(offboarding: offboarding)
    }

    private func hasNothing(_ account: AccountID) -> Bool {
        !index.isActive(account) && index.grants(to: account, limit: 1).isEmpty && index.registered(by: account).isEmpty
    }

    /// What there is to do, as things stand. Which of the moves a rule will refuse shows when they are made.
    private func expect(_ leaving: Leaving, _ offboarding: inout Offboarding) {
        let count = Int32(clamping: index.grantCount(to: leaving.account))
        if leaving.delegationsTo == nil { offboarding.delegationsRevoked = count } else { offboarding.delegationsMoved = count }
        offboarding.mailboxesTransferred = Int32(clamping: index.registered(by: leaving.account).count)
    }
}

extension Call {
    /// What says for whom it is.
    fileprivate var whoActs: (key: String, value: String)? {
        if let token = metadata(MetadataKey.session) { return (MetadataKey.session, token) }
        return metadata(MetadataKey.account).map { (MetadataKey.account, $0) }
    }
}

extension Status {
    fileprivate static let nobodyLeaves = Status(
        .failedPrecondition, .wrongType, "a functional account is nobody who leaves: suspend or delete it")

    fileprivate static func successorMissing(_ mailboxes: Int) -> Status {
        Status(
            .failedPrecondition, .successorMissing,
            "the account owns \(mailboxes) registered mailboxes: say who has them then, as mailboxes_to_id",
            metadata: ["field": "mailboxes_to_id", "mailboxes": "\(mailboxes)"])
    }
}
