import ChangeFeed
import Contract
import MailboxDomain
import MailboxStorage
import Messages
import Outbox
import RPC
import SQL
import Synchronization
import Testing

@testable import MailboxHandlers

/// D13: a signature ends with access, and does not come back with it.
struct SignatureEndTests {
    let house: House

    init() async throws { house = try await House.built() }

    /// One way to lose the access to mailbox 20, or 80, which account 4 has registered.
    struct Loss: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let mailbox: Int
        let account: Int
        /// Whose signatures for which mailboxes go.
        let gone: Set<[Int]>
        let take: @Sendable (House) async throws -> Void
        /// Gives it back; nil where that cannot be.
        let give: (@Sendable (House) async throws -> Void)?

        init(
            _ name: String, _ mailbox: Int = 20, _ account: Int = 1, also: Set<[Int]> = [],
            take: @escaping @Sendable (House) async throws -> Void,
            give: (@Sendable (House) async throws -> Void)? = nil
        ) {
            (testDescription, self.mailbox, self.account, self.take, self.give) = (name, mailbox, account, take, give)
            gone = also.union([[account, mailbox]])
        }
    }

    private static let grant: @Sendable (House) async throws -> Void = { _ = try await $0.grant(20, acc(1), .open) }
    private static let join: @Sendable (House) async throws -> Void = { try await $0.say([House.member(acc(2), of: 50)]) }

    private static let losses = [
        Loss("revoked", take: { _ = try await $0.revoke(20, acc(1)) }, give: grant),
        Loss("left without a right", take: { _ = try await $0.grant(20, acc(1)) }, give: grant),
        Loss(
            "expired",
            take: {
                try await $0.grant(20, acc(1), .open) { $0.expireTime = Timestamp(microsecondsSince1970: 1_700_000_000_000_100) }
                $0.advance(100)
                try await $0.passTime()
            }, give: grant),
        Loss(
            "all of the mailbox revoked", also: [[2, 20], [3, 20]],
            take: { try await $0.revokeAll(of: 20) }, give: grant),
        Loss(
            "all to the account revoked",
            take: { try await $0.revokeAll(to: acc(1)) }, give: grant),
        Loss(
            "group revoked", 20, 2, also: [[3, 20]], take: { _ = try await $0.revoke(20, grp(50)) },
            give: { _ = try await $0.grant(20, grp(50), .open) }),
        Loss("group left", 20, 2, take: { try await $0.say([House.member(acc(2), of: 50, gone: true)]) }, give: join),
        Loss(
            "group deleted", 20, 2, also: [[3, 20]], take: { try await $0.say([House.group(50, .deleted)]) },
            give: { _ = try await $0.grant(20, acc(2), .open) }),
        Loss(
            "a group above left", 20, 3, take: { try await $0.say([House.member(grp(51), of: 50, gone: true)]) },
            give: { try await $0.say([House.member(grp(51), of: 50)]) }),
        Loss("the account deleted", also: [[1, 1]], take: { try await $0.say([House.account(1, .user, .deleted, in: 1)]) }),
        Loss(
            "the mailbox deleted", also: [[2, 20], [3, 20]],
            take: { try await $0.say([House.account(20, .functional, .deleted, in: 1)]) }),
        Loss(
            "transferred", 80, 4,
            take: { house in
                _ = try await house.store.write { tx in
                    guard var mailbox = try tx.mailbox(MailboxID(bits: 80)) else { return }
                    mailbox.ownerId = acc(5)
                    try tx.update(mailbox)
                }
            }, give: { _ = try await $0.grant(80, acc(4), .open) }),
        Loss(
            "unregistered", 80, 4,
            take: { house in
                _ = try await house.store.write { tx in
                    if let mailbox = try tx.mailbox(MailboxID(bits: 80)) { try tx.delete(mailbox) }
                }
            }),
        Loss(
            "a snapshot without the membership", 20, 2,
            take: { house in
                let people = (1...5).map { House.account($0, .user, .active, in: 1) }
                try await house.replica.replace(
                    with: people + [
                        House.account(20, .functional, .active, in: 1), House.account(30, .administrator, .active, in: 1),
                        House.group(50, .active), House.group(51, .active), House.member(grp(51), of: 50),
                        House.member(acc(3), of: 51),
                    ])
            }, give: join),
    ]

    /// 1 directly, 2 and 3 by groups, 4 as owner of 80: all have signed, and 1 its own mailbox too.
    private func signAll() async throws {
        try await house.group(51, acc(3))
        try await house.group(50, acc(2), grp(51))
        _ = try await house.register(80, owner: 4)
        try await house.grant(20, acc(1), .open)
        try await house.grant(20, grp(50), .send)
        for (account, mailbox) in [(1, 20), (2, 20), (3, 20), (4, 80), (1, 1)] { try await house.sign(account, mailbox, "old") }
    }

    @Test(
        "D13 D17 it ends with access in whatever way that goes, at once, removed as SYSTEM; no other signature does",
        arguments: losses)
    func ends(_ loss: Loss) async throws {
        try await signAll()
        let before = try await house.signed()
        try await loss.take(house)
        let read = await failure { () throws(Status) in try await house.signature(loss.account, loss.mailbox, by: 30) }
        #expect(read?.reason == .noAccess || read?.reason == .notFound)
        // Before its row is gone: it is not back.
        if let give = loss.give {
            try await give(house)
            #expect(try await house.signature(loss.account, loss.mailbox).inherited)
        }
        try await house.mailboxes.removeLostSignatures()
        #expect(try await before.subtracting(house.signed()) == loss.gone)
        let removed = try await house.events("signature.removed")
        #expect(Set(removed.map { [$0.target?.id, $0.target?.mailboxId] }) == Set(loss.gone.map { [acc($0[0]), mbx($0[1])] }))
        #expect(removed.count == loss.gone.count)
        for event in removed {
            #expect(event.actor?.kind == .system && event.outcome == .succeeded && event.organizationId == org(1))
            #expect(event.target?.resourceType == "signature" && event.target?.subjectId == event.target?.id)
        }
        #expect(house.mailboxes.signatures.keys.waiting == 0)
        if loss.give != nil {
            #expect(try await house.signature(loss.account, loss.mailbox).inherited)
            try await house.sign(loss.account, loss.mailbox, "new")
            try await house.mailboxes.removeLostSignatures()
            #expect(try await house.signature(loss.account, loss.mailbox).signature?.text == "new")
        }
    }

    /// Deletes its note, as a process that ends does.
    private func forget(_ account: Int, _ mailbox: Int) throws {
        let key = try SignatureKeys.Key(acc(account), mbx(mailbox))
        house.mailboxes.signatures.keys.remove(key, in: OrganizationID(bits: 1))
        house.mailboxes.signatures.keys.put(key, in: OrganizationID(bits: 1)) { _ in true }
    }

    @Test("D13 a revocation's own write removes what nothing else reaches, in the same transaction, and keeps what a group does")
    func ownWrite() async throws {
        try await house.group(50, acc(2))
        for account in [1, 2] {
            try await house.grant(20, acc(account), .open)
            try await house.sign(account, 20, "old")
        }
        try await house.grant(20, grp(50), .open)
        let position = house.store.position
        try await house.revoke(20, acc(1)) { $0.validateOnly = true }
        #expect(try await house.signed() == [[1, 20], [2, 20]])
        try await house.revoke(20, acc(1))
        #expect(house.store.position == position + 1)
        #expect(try await house.signed() == [[2, 20]])
        #expect(try await house.events().suffix(2).map(\.action) == ["delegation.revoked", "signature.removed"])
        try await house.revoke(20, acc(2))
        #expect(try await house.signed() == [[2, 20]] && house.mailboxes.signatures.keys.waiting == 0)
        try await house.revoke(20, grp(50))
        #expect(try await house.signed().isEmpty && house.mailboxes.signatures.keys.waiting == 0)
    }

    @Test("D13 the write of a grant removes what nothing reached before it: not even a process that ended brings a text back")
    func beforeGrant() async throws {
        try await signAll()
        try await house.say([House.member(acc(2), of: 50, gone: true), House.member(grp(51), of: 50, gone: true)])
        #expect(house.mailboxes.signatures.keys.waiting == 2)
        try forget(2, 20)
        try forget(3, 20)
        #expect(house.mailboxes.signatures.keys.waiting == 0)
        let position = house.store.position
        try await house.grant(20, acc(2), .open)
        #expect(house.store.position == position + 1)
        #expect(try await house.signed() == [[1, 20], [3, 20], [4, 80], [1, 1]])
        try await house.grant(20, grp(51), .open)
        #expect(try await house.signed() == [[1, 20], [4, 80], [1, 1]])
        #expect(try await house.signature(3, 20).inherited)
        #expect(try await house.signature(1, 20).signature?.text == "old")
    }

    @Test("D13 one that has lost its access can be set anew once there is access: the old one is removed, with its event")
    func anew() async throws {
        try await signAll()
        try await house.say([House.member(acc(2), of: 50, gone: true)])
        try await house.say([House.member(acc(2), of: 50)])
        let etag = try await house.store.read { try $0.signature(SignatureKeys.Key(acc(2), mbx(20))) }?.etag ?? ""
        let mismatch = await failure { () throws(Status) in try await house.sign(2, 20, "new") { $0.etag = etag } }
        #expect(mismatch?.reason == .etagMismatch && mismatch?.metadata["etag"] == nil)
        let gone = await failure { () throws(Status) in try await house.unsign(2, 20) }
        #expect(gone?.reason == .notFound)
        let listed = try await house.signatures(2)
        #expect(listed.signatures.isEmpty)
        let set = try await house.sign(2, 20, "new")
        #expect(set.signature?.revision == 1 && !set.unchanged)
        #expect(try await house.events().suffix(2).map(\.action) == ["signature.removed", "signature.set"])
        try await house.mailboxes.removeLostSignatures()
        #expect(try await house.signature(2, 20).signature?.text == "new")
    }

    @Test("D13 without a view that holds nobody knows who lost anything: it is asked once there is one")
    func doubted() async throws {
        try await signAll()
        try await house.group(52, acc(1))
        try await house.grant(20, grp(52), .open)
        try await house.grant(20, acc(5), .open)
        try await house.sign(5, 20, "old")
        house.world.withLock { $0.freshness = .stale(for: .seconds(3)) }
        try await house.revoke(20, acc(1))
        try await house.revoke(20, acc(5))
        #expect(try await house.signed().isSuperset(of: [[1, 20], [5, 20]]))
        #expect(house.mailboxes.signatures.keys.waiting == 2)
        await #expect(throws: Status.self) { try await house.mailboxes.removeLostSignatures() }
        house.world.withLock { $0.freshness = .fresh }
        try await house.mailboxes.removeLostSignatures()
        #expect(try await house.signed() == [[1, 20], [2, 20], [3, 20], [4, 80], [1, 1]])
        #expect(try await house.signature(1, 20).signature?.text == "old")
    }

    @Test("D13 what a process did not live to remove is found by the next one, after its first snapshot")
    func restart() async throws {
        try await signAll()
        let later = House.Later()
        later.set(house)
        let index = AccessIndex()
        let next = try await House.mailboxes(house.store, index, AdministratorChanges(), later, house.claims)
        #expect(next.signatures.keys.waiting == 0)
        let replica = IdentityReplica(
            index: index, administrators: AdministratorChanges(), signatures: next.signatures, settled: {})
        try await replica.replace(
            with: (1...5).map { House.account($0, .user, .active, in: 1) }
                + [House.account(20, .functional, .active, in: 1), House.group(50, .active), House.member(acc(2), of: 50)])
        #expect(next.signatures.keys.waiting == 1)
        try await next.removeLostSignatures()
        #expect(try await house.signed() == [[1, 20], [2, 20], [4, 80], [1, 1]])
    }

    @Test("D13 many are removed in slices, and tried again while the outbox is full")
    func slices() async throws {
        let house = try await House.built(outboxEventsMax: 200)
        let people = 1000..<1040
        for number in people { try await house.person(number) }
        try await house.say([House.group(50, .active)] + people.map { House.member(acc($0), of: 50) })
        try await house.grant(20, grp(50), .open)
        for number in people { try await house.sign(number, 20, "\(number)") }
        let room = OutboxPriority.change.eventsMax(of: 200) - house.store.outboxLength
        _ = try await house.store.write { tx in for _ in 0..<room { try tx.event([0], .change) } }
        let tries = Mutex(0)
        let mailboxes = house.mailboxes
        let loop = Task {
            await mailboxes.removeLostSignatures(
                pause: { _ in
                    // Room comes with the third failure.
                    if tries.withLock({ $0 }) == 3 { try await house.store.outboxAcknowledge(upTo: house.store.outboxLast) }
                },
                failed: { error in
                    #expect(error is OutboxFull)
                    tries.withLock { $0 += 1 }
                })
        }
        try await house.say([House.group(50, .deleted)])
        while mailboxes.signatures.keys.waiting > 0 { await Task.yield() }
        loop.cancel()
        await loop.value
        #expect(tries.withLock { $0 } == 3)
        #expect(try await house.signed().isEmpty)
        #expect(try await house.events("signature.removed").count == people.count)
    }

    @Test("D13 D17 a thousand times revoked and granted again beside a sweep, by grant and by group: no old text comes back")
    func thousand() async throws {
        try await house.group(50)
        try await house.grant(20, grp(50), .open)
        let mailboxes = house.mailboxes
        let isOver = Mutex(false)
        async let sweeping: Void = {
            while !isOver.withLock({ $0 }) {
                try await mailboxes.removeLostSignatures()
                await Task.yield()
            }
        }()
        for round in 0..<1000 {
            let byGroup = round % 2 == 1
            if byGroup {
                try await house.say([House.member(acc(1), of: 50)])
            } else {
                try await house.grant(20, acc(1), .open)
            }
            let read = try await house.signature(1, 20)
            #expect(read.inherited && read.signature?.text == "", "round \(round)")
            try await house.sign(1, 20, "\(round)")
            #expect(try await house.signature(1, 20).signature?.text == "\(round)")
            if byGroup {
                try await house.say([House.member(acc(1), of: 50, gone: true)])
            } else {
                try await house.revoke(20, acc(1))
            }
        }
        isOver.withLock { $0 = true }
        try await sweeping
        try await mailboxes.removeLostSignatures()
        #expect(try await house.signed().isEmpty && mailboxes.signatures.keys.waiting == 0)
    }
}
