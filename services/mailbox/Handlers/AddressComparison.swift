internal import Contract
package import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import RPC
internal import SQL

// What identity keeps of registered mailboxes, held against the rows here, which are the truth of what there is.
//
// 1. What is pending and has no row is released. What identity lists as taken under an id of this database's own (`MailboxIDs`)
//    and has no row is released too: of a copy that was restored, or whatever else has lost it. Ids of another database are
//    never touched.
// 2. What has a row, and which identity does not list, or under another owner, is claimed again as the row says: identity was
//    restored from a copy, or a transfer was cut off.
// 3. Nothing is done to a mailbox that a call is about (`MailboxUses`), and whether there is a row is asked once it is certain
//    that none is. So a registration under way keeps its address.
// 4. It is done at the start, when something has come to nothing, and from time to time. Nothing depends on having been awake.

extension Mailboxes {
    /// Puts in order what the two services have of registered mailboxes, until the task is cancelled. `failed` hears of what is
    /// tried again; the mailbox is nil where identity could not be asked.
    package func compareAddresses(
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        failed: @escaping @Sendable (_ mailbox: MailboxID?, _ error: any Error) -> Void
    ) async {
        var retry = Backoff()
        for await _ in addresses.looks.signals {
            let look = addresses.looks.take()
            do {
                try await settlePending()
                if look == .all { try await compareAll(failed) }
                retry.reset()
            } catch {
                if Task.isCancelled { return }
                failed(nil, error)
                addresses.looks.add(look)
                try? await pause(retry.next())
            }
        }
    }

    /// Looks at everything again after each such time, until the task is cancelled.
    package func lookAtAddresses(
        every time: Duration = .seconds(900),
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) async {
        while (try? await pause(time)) != nil { addresses.looks.add(.all) }
    }

    private static let rowsMax = 1000

    /// What is known to be left, perhaps.
    func settlePending() async throws {
        var last: MailboxID?
        while true {
            let pending = try await store.read { [last] in try $0.pendingAddresses(after: last, limit: Self.rowsMax) }
            for mailbox in pending { try await release(mailbox) }
            guard pending.count == Self.rowsMax else { return }
            last = pending.last
        }
    }

    /// Page by page of what identity lists, with the rows that lie between its first and its last.
    func compareAll(_ failed: @Sendable (MailboxID?, any Error) -> Void) async throws {
        var (after, token) = ("", "")
        repeat {
            let page = try await addresses.client.listMailboxAddresses(
                ListMailboxAddressesRequest(pageSize: Int32(Self.rowsMax), pageToken: token))
            token = page.nextPageToken
            let last = token.isEmpty ? nil : page.mailboxAddresses.last?.mailboxId
            let rows = try await store.read { [after] in try $0.mailboxOwners(after: after, upTo: last) }
            after = last ?? ""
            let claimed = Dictionary(page.mailboxAddresses.map { ($0.mailboxId, $0.ownerId) }) { first, _ in first }
            for (id, owner) in rows where claimed[id] != owner {
                guard let mailbox = MailboxID(id) else { continue }
                do { try await claimAgain(mailbox) } catch {
                    if (error as? Status)?.code == .unavailable { throw error }
                    failed(mailbox, error)
                }
            }
            let stored = Set(rows.map(\.id))
            for mailbox in claimed.keys.sorted() where !stored.contains(mailbox) {
                guard let mailbox = MailboxID(mailbox), addresses.ids.isOwn(mailbox) else { continue }
                try await release(mailbox)
            }
        } while !token.isEmpty
    }

    /// Of a mailbox that has no row.
    private func release(_ mailbox: MailboxID) async throws {
        guard addresses.uses.take(mailbox) else { return }
        defer { addresses.uses.giveBack(mailbox) }
        if try await store.read({ try $0.mailbox(mailbox) }) == nil {
            CrashPoint.reach(.mailboxEnded)
            try await letGo(mailbox)
        }
        _ = try await store.write { try $0.deletePendingAddress(of: mailbox) }
    }

    /// Of a mailbox that has one. Whoever ends it waits for nobody: where its row is gone by then, the claim goes too.
    private func claimAgain(_ mailbox: MailboxID) async throws {
        guard addresses.uses.take(mailbox) else { return }
        defer {
            addresses.uses.giveBack(mailbox)
            // What has come to nothing meanwhile was left alone.
            addresses.looks.add(.pending)
        }
        guard let stored = try await store.read({ try $0.mailbox(mailbox) }) else { return }
        _ = try await addresses.client.claimMailboxAddress(
            ClaimMailboxAddressRequest(
                mailboxId: stored.id, ownerId: stored.ownerId, address: stored.address, requestedBy: stored.ownerId))
        if try await store.read({ try $0.mailbox(mailbox) }) == nil { try await letGo(mailbox) }
    }

    private func letGo(_ mailbox: MailboxID) async throws {
        _ = try await addresses.client.releaseMailboxAddress(ReleaseMailboxAddressRequest(mailboxId: mailbox.text))
    }
}
