internal import Contract
internal import Crypto
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

// A mailbox of its own (D8), of which two databases know: identity keeps the address and that the owner has it, this service
// the mailbox.
//
// 1. The id is made and kept here first (`PendingAddress`), then identity is asked for the address, then the row is written,
//    and with it goes what was kept. Whoever was cut off anywhere and repeats the request goes on with the same id: what
//    identity has already is not taken twice, and what is written is answered.
// 2. Nobody has to repeat it. What was kept and came to nothing is released by a comparison (`AddressComparison`), at the next
//    start if need be. It leaves alone what a call is about (`MailboxUses`).
// 3. Identity decides who has an address: of two at once one is refused there. It judges the owner in its own write, so that no
//    account is deleted that comes to own a mailbox.
//
// Not the row first: it would be a mailbox with an address that may be another's. Not the request's record for what is kept
// before: that is written with the answer, and a request without an id has none.

extension MailboxHandler {
    func registerMailbox(_ request: RegisterMailboxRequest, _ call: Call) throws(Status) -> Answer<RegisterMailboxResponse> {
        .later { [mailboxes] in
            try await answering {
                let mutation = Mutation<RegisterMailboxResponse>(call, request)
                return try await mailboxes.mutator.refusing(call, mutation.access, { mutation.occurrence }) {
                    try await mailboxes.register(request, mutation)
                }
            }
        }
    }
}

/// A registration that has its id.
private struct Registration: Sendable {
    let request: RegisterMailboxRequest
    let mailbox: MailboxID
    let owner: AccountID
}

/// How far a request had come before.
private enum Begun {
    case answered
    case pending(MailboxID)
}

extension Mailboxes {
    fileprivate func register(
        _ request: RegisterMailboxRequest, _ mutation: Mutation<RegisterMailboxResponse>
    ) async throws -> RegisterMailboxResponse {
        let owner = try Field.account(request.ownerId, "owner_id")
        let account = try await authorize(mutation.call, mutation.access, mutation.occurrence).account
        try ready(mutation.call)
        let use = addresses.uses.use()
        defer { use.end() }
        let mailbox: MailboxID
        switch try await begin(request, mutation, account, use) {
        case .answered: return try await administer(mutation, needsView: true) { _, _ in throw Status.stale }
        case .pending(let id): mailbox = id
        }
        do {
            try judge(owner, by: account, mutation.access)
            try await addresses.claim(
                mailbox, request.address, for: owner, by: account, why: request.justification,
                validateOnly: request.validateOnly, mutation.call)
            CrashPoint.reach(.mailboxClaimed)
            let registration = Registration(request: request, mailbox: mailbox, owner: owner)
            return try await administer(mutation, needsView: true) { write, account in
                try judge(owner, by: account, mutation.access)
                return try store(registration, by: account, write)
            }
        } catch {
            if request.validateOnly { throw error }
            // Over before anybody looks: what a call is about is left alone.
            use.end()
            addresses.looks.add(.pending)
            throw error
        }
    }

    /// Keeps the mailbox's id, or finds the one that was kept for this request. What is only tried out keeps none.
    private func begin(
        _ request: RegisterMailboxRequest, _ mutation: Mutation<RegisterMailboxResponse>, _ account: AuthorizedAccount,
        _ use: MailboxUses.Use
    ) async throws -> Begun {
        if request.validateOnly { return .pending(addresses.ids.make(at: clock().earliest)) }
        let (requester, requestID) = (mutator.requester(mutation, account: account), request.requestId)
        let digest = Array(SHA256.hash(data: request.encoded()))
        return try await store.write { [addresses] tx in
            if try tx.hasRun(caller: requester, requestID: requestID) { return .answered }
            if let kept = try tx.pendingAddress(requester: requester, requestID: requestID) {
                guard kept.digest == digest else { throw RequestReused() }
                try addresses.begin(use, kept.mailbox)
                return .pending(kept.mailbox)
            }
            let mailbox = addresses.ids.make(at: tx.now)
            try addresses.begin(use, mailbox)
            try tx.insert(
                PendingAddress(mailbox: mailbox, requester: requester, requestID: requestID, digest: digest))
            return .pending(mailbox)
        }.value
    }

    /// Who may register one, and for whom (D8, D10). An administrator's role is enough; who acts for itself alone needs what
    /// its organization demands of that.
    private func judge(_ owner: AccountID, by account: AuthorizedAccount, _ access: Access) throws {
        guard let organization = OrganizationID(account.organizationID) else { throw Status.notFound }
        if !account.hasAll(of: access) { try judgeOperations(of: owner, in: organization) }
        try index.judgeOwner(owner, of: organization)
    }

    private func judgeOperations(of account: AccountID, in organization: OrganizationID) throws(Status) {
        guard index.policies(of: organization).setupNeedsOperations else { return }
        let missing = index.missingOperations(of: account, at: clock())
        if !missing.isEmpty { throw .operationsMissing(missing) }
    }

    private func store(
        _ registration: Registration, by account: AuthorizedAccount, _ write: Write
    ) throws -> RegisterMailboxResponse {
        let (request, tx) = (registration.request, write.tx)
        // Where identity was put back to an older copy: what is here is to be claimed there anew, and is nobody else's.
        if try tx.mailbox(at: request.address) != nil { throw Status.taken("address") }
        let sharing = OrganizationID(account.organizationID).map { index.policies(of: $0).sharingDefault } ?? false
        let mailbox = try tx.insert(
            Messages.Mailbox(
                id: registration.mailbox.text, organizationId: account.organizationID, kind: .registered,
                address: request.address, displayName: request.displayName, ownerId: registration.owner.text,
                createTime: Timestamp(microsecondsSince1970: tx.now), unshared: !sharing))
        try tx.deletePendingAddress(of: registration.mailbox)
        try write.report(nil, mailbox) { event in
            event.target?.id = mailbox.id
            event.target?.mailboxId = mailbox.id
            event.target?.ownerId = mailbox.ownerId
            event.tell(nil, mailbox)
        }
        return RegisterMailboxResponse(mailbox: mailbox)
    }
}
