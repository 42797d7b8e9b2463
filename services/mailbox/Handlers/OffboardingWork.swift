internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

// What offboardings are to do, done by a task of the server's as SYSTEM on behalf of whoever began them, each change with its
// event.
//
// 1. The rows that are `running` say all there is to do, so a server that ends goes on where it was: what is done shows in what
//    is there, and the counts are of the same writes.
// 2. It is done in slices of rows, each a write of its own. A registered mailbox is a write by itself, for identity is asked
//    before, as in a transfer by somebody.
// 3. Every slice is judged in a view of identity that holds. A delegation that its successor may not be given (D6, D11, D12) is
//    revoked, and counted as refused. One that the successor has already stays as it is.
// 4. The account stays suspended, so nothing new is given to it (D6). Who is active again has not left: the offboarding ends
//    with what was done by then.
// 5. A mailbox whose successor cannot have it stops its offboarding; it is tried again and again, and goes on when somebody
//    transfers the mailbox or begins the offboarding anew with another successor.

/// Says that there may be something to do.
package struct Offboardings: Sendable {
    let looks: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    /// The first look is at what was under way when the process ended.
    package init() {
        (looks, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
    }

    func look() { continuation.yield() }
}

extension Mailboxes {
    /// Carries out all offboardings until the task is cancelled. `failed` hears of what is tried again.
    package func carryOutOffboardings(
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        failed: @escaping @Sendable (_ offboarding: String, _ error: any Error) -> Void
    ) async {
        var retry = Backoff()
        for await _ in offboardings.looks {
            var isDone = true
            for id in (try? await store.read({ try $0.runningOffboardings() })) ?? [] {
                do {
                    try await carryOut(id)
                } catch {
                    if Task.isCancelled { return }
                    // A view that is too old comes back by itself.
                    if (error as? Status)?.reason != .stale { failed(id, error) }
                    isDone = false
                }
            }
            if isDone {
                retry.reset()
            } else {
                try? await pause(retry.next())
                offboardings.look()
            }
        }
    }

    func carryOut(_ id: String) async throws {
        var inVain = 0
        while let offboarding = try await store.read({ try $0.offboarding(id) }), offboarding.state == .running,
            let account = AccountID(offboarding.accountId)
        {
            try Task.checkCancellation()
            if !index.isActive(account), let mailbox = index.registered(by: account).first {
                try await handOver(mailbox, offboarding)
                continue
            }
            let changed = try await store.write { try slice(of: id, $0) }.value
            inVain = changed == 0 ? inVain + 1 : 0
            // As in `removeDependentRows`: memory and disk differ.
            if inVain > 1 { throw RowsNotFound(deleted: .account(account)) }
        }
    }

    // MARK: Mailboxes

    private func handOver(_ mailbox: MailboxID, _ offboarding: Offboarding) async throws {
        guard let successor = AccountID(offboarding.mailboxesToId),
            let organization = OrganizationID(offboarding.organizationId)
        else { throw NoSuccessor(mailbox: mailbox) }
        let use = addresses.uses.use()
        defer { use.end() }
        // As in a transfer by somebody, of which there is one at a time.
        try addresses.begin(use, mailbox, alone: true)
        guard let known = try await store.read({ try $0.mailbox(mailbox) }), known.ownerId == offboarding.accountId
        else { return }
        try index.judgeOwner(successor, of: organization)
        do {
            try await handOver(known, to: successor, offboarding)
        } catch {
            use.end()
            addresses.looks.add(.all)
            throw error
        }
    }

    /// Identity first, then the row.
    private func handOver(
        _ known: Messages.Mailbox, to successor: AccountID, _ offboarding: Offboarding
    ) async throws {
        _ = try await addresses.client.claimMailboxAddress(
            ClaimMailboxAddressRequest(
                mailboxId: known.id, ownerId: successor.text, address: known.address, requestedBy: offboarding.startedBy))
        _ = try await store.write { tx in
            try mustBeFresh()
            guard var current = try tx.offboarding(offboarding.id), current.state == .running,
                current.mailboxesToId == successor.text, let mailbox = MailboxID(known.id),
                let before = try tx.mailbox(mailbox), before.ownerId == current.accountId
            else { throw Status.stale }
            if let organization = OrganizationID(current.organizationId) { try index.judgeOwner(successor, of: organization) }
            let target = EventTarget(
                id: before.id, resourceType: "mailbox", mailboxId: before.id, subjectId: successor.text)
            try mutator.perform(
                SystemChange(.mailboxTransferred, target, behalf: current.startedBy, takesAway: false), in: tx
            ) { write in _ = try give(before, to: successor, write) }
            current.mailboxesTransferred += 1
            _ = try tx.update(current)
        }
        .value
    }

    // MARK: Delegations

    /// Rows of one write.
    private static let sliceMax = 64

    /// Some of the delegations, or the end. Says how many rows were changed.
    private func slice(of id: String, _ tx: Transaction) throws -> Int {
        try mustBeFresh()
        guard let before = try tx.offboarding(id), before.state == .running, let account = AccountID(before.accountId) else {
            return 1
        }
        if index.isActive(account) {
            try end(before, tx)
            return 1
        }
        let keys = index.grants(to: account, limit: Self.sliceMax)
        if keys.isEmpty {
            // One that came to it by a transfer that had been judged before.
            guard index.registered(by: account).isEmpty else { return 1 }
            try end(before, tx)
            return 1
        }
        var (after, changed) = (before, 0)
        for key in keys {
            guard let delegation = try tx.delegation(of: key.mailbox, to: key.grantee) else { continue }
            after[keyPath: try move(delegation, before, tx)] += 1
            changed += 1
        }
        if changed > 0 { _ = try tx.update(after) }
        return changed
    }

    /// What has become of it, as the report counts it.
    private func move(
        _ delegation: Messages.Delegation, _ offboarding: Offboarding, _ tx: Transaction
    ) throws -> WritableKeyPath<Offboarding, Int32> {
        let outcome = try give(delegation, offboarding, tx)
        let target = EventTarget(
            id: delegation.id, resourceType: "delegation", mailboxId: delegation.mailboxId, subjectId: delegation.granteeId)
        try mutator.perform(
            SystemChange(.delegationRemoved, target, behalf: offboarding.startedBy, takesAway: true), in: tx
        ) { write in
            try tx.delete(delegation)
            try moveTimes(of: delegation, from: delegation.window, to: .always, tx)
            try write.report(delegation, nil)
        }
        return outcome
    }

    /// To the successor, unless it has one or may have none. On an administrator's own mailbox a Full admin grants, and nobody
    /// later on their behalf (C6).
    private func give(
        _ delegation: Messages.Delegation, _ offboarding: Offboarding, _ tx: Transaction
    ) throws -> WritableKeyPath<Offboarding, Int32> {
        guard let successor = AccountID(offboarding.delegationsToId), let mailbox = MailboxID(delegation.mailboxId),
            try tx.delegation(of: mailbox, to: .account(successor)) == nil
        else { return \.delegationsRevoked }
        do {
            let (terms, now) = (try delegation.terms(), clock())
            if index.mailbox(mailbox)?.isGuarded ?? true { throw GrantRefusal.administratorGuarded }
            try terms.judge(at: now)
            try index.judgeGrant(of: mailbox, to: .account(successor), as: terms, at: now)
            try give(terms, delegation, to: successor, offboarding, tx)
            return \.delegationsMoved
        } catch is GrantRefusal {
            return \.delegationsRefused
        }
    }

    /// The same terms; frozen, if it is.
    private func give(
        _ terms: GrantTerms, _ delegation: Messages.Delegation, to successor: AccountID, _ offboarding: Offboarding,
        _ tx: Transaction
    ) throws {
        let target = EventTarget(
            resourceType: "delegation", mailboxId: delegation.mailboxId, subjectId: successor.text)
        try mutator.perform(
            SystemChange(.delegationGranted, target, behalf: offboarding.startedBy, takesAway: false), in: tx
        ) { write in
            var moved = delegation
            moved.granteeId = successor.text
            try removeSignatures(before: moved, tx)
            (moved.id, moved.grantedBy) = (write.id("dlg"), offboarding.startedBy)
            moved.createTime = Timestamp(microsecondsSince1970: tx.now)
            moved.selfGrant = successor.text == offboarding.startedBy
            moved = try insert(moved, tx)
            try moveTimes(of: moved, from: .always, to: terms.window, tx)
            try write.report(nil, moved) { if moved.selfGrant { $0.flags.append(.selfGrant) } }
        }
    }

    private func end(_ before: Offboarding, _ tx: Transaction) throws {
        let target = EventTarget(id: before.id, resourceType: "offboarding", subjectId: before.accountId)
        try mutator.perform(
            SystemChange(.offboardingCompleted, target, behalf: before.startedBy, takesAway: true), in: tx
        ) { write in
            var after = before
            (after.state, after.endTime) = (.done, Timestamp(microsecondsSince1970: tx.now))
            after = try tx.update(after)
            try write.report(before, after)
        }
    }

    private func mustBeFresh() throws(Status) {
        guard own.areWhole, case .fresh = view.freshness() else { throw .stale }
    }
}

/// A registered mailbox came to be owned by who leaves after it was asked who has them then.
struct NoSuccessor: Error {
    let mailbox: MailboxID
}
