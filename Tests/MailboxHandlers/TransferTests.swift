import Contract
import MailboxDomain
import MailboxStorage
import Messages
import RPC
import SQL
import Synchronization
import Testing

@testable import MailboxHandlers

/// D8: a registered mailbox becomes another's, and ends.
@Suite struct TransferTests {
    let house: House
    let mailbox: Messages.Mailbox

    init() async throws {
        house = try await House.built()
        try await house.decideNothing()
        mailbox = try await house.register("shop@a.example", for: 1)
    }

    private func grant(_ grantee: Int) async throws(Status) {
        _ = try await house.call(
            DelegationServiceMethods.grantDelegation,
            GrantDelegationRequest(mailboxId: mailbox.id, granteeId: acc(grantee), rights: [.open]), as: acc(30))
    }

    @Test("D8 D17 it is another's with the answer, in both services; what the new owner was granted goes, the rest stays")
    func transfers() async throws {
        try await grant(2)
        try await grant(3)
        let answer = try await house.transfer(mailbox, to: 2, by: 1) { $0.etag = mailbox.etag }
        #expect(answer.mailbox?.ownerId == acc(2) && answer.mailbox?.revision == 2 && !answer.unchanged)
        let reasons = [1: DecisionReason.noGrant, 2: .allowedOwner, 3: .allowedGrant]
        for (account, reason) in reasons { #expect(try await house.reason(account, .mailboxId(mailbox.id)) == reason) }
        #expect(house.claims.taken.map(\.ownerId) == [acc(2)])
        let events = try await house.events().suffix(2)
        #expect(events.map(\.action) == ["mailbox.transferred", "delegation.revoked"])
        #expect(events.first?.id == answer.eventId && events.first?.target?.subjectId == acc(2))
        #expect(events.first?.changes.contains { $0.path == "owner_id" && $0.before == acc(1) && $0.after == acc(2) } == true)
        #expect(events.last?.target?.subjectId == acc(2) && events.last?.target?.mailboxId == mailbox.id)
        let again = try await house.transfer(mailbox, to: 2, by: 2)
        #expect(again.unchanged && again.mailbox == answer.mailbox && again.eventId.isEmpty)
    }

    @Test("D8 D28 its owner gives it away or an administrator does, to an active account of the organization that acts")
    func whoMay() async throws {
        for account in [2, 32] {
            let status = await failure { () throws(Status) in try await house.transfer(mailbox, to: 2, by: account) }
            #expect(status?.reason == .roleLacksScope)
        }
        let other = await failure { () throws(Status) in try await house.transfer(mailbox, to: 130, by: 130) }
        let nothing = await failure { () throws(Status) in
            try await house.transfer(Messages.Mailbox(id: mbx(77)), to: 2, by: 30)
        }
        #expect(other?.reason == .notFound && nothing == other)
        try await house.person(6, .user, .suspended)
        for (owner, reason) in [(6, ErrorReason.wrongState), (20, .wrongType), (101, .notFound)] {
            let status = await failure { () throws(Status) in try await house.transfer(mailbox, to: owner, by: 1) }
            #expect(status?.reason == reason)
        }
        for (number, account) in [(1, 1), (20, 30)] {
            let own = Messages.Mailbox(id: mbx(number))
            let refused = [
                await failure { () throws(Status) in try await house.transfer(own, to: 2, by: account) },
                await failure { () throws(Status) in try await house.unregister(own, by: account) },
            ]
            #expect(refused.map { $0?.reason } == [.notRegistered, .notRegistered])
        }
        #expect(house.claims.taken.map(\.ownerId) == [acc(1)], "identity was told nothing")
        #expect(try await house.transfer(mailbox, to: 2, by: 31).mailbox?.ownerId == acc(2))
    }

    @Test("D8 who has lost the mailbox meanwhile neither gives it away nor ends it: whose it is is asked inside the write")
    func lostMeanwhile() async throws {
        let stolen = mailbox
        house.afterJudging { house in _ = try await house.transfer(stolen, to: 3, by: 30) }
        let transfer = await failure { () throws(Status) in try await house.transfer(mailbox, to: 2, by: 1) }
        #expect(transfer?.reason == .roleLacksScope)
        house.afterJudging { house in _ = try await house.transfer(stolen, to: 2, by: 30) }
        let end = await failure { () throws(Status) in try await house.unregister(mailbox, by: 3) }
        #expect(end?.reason == .roleLacksScope)
        #expect(try await house.registered().map(\.ownerId) == [acc(2)])
        #expect(house.claims.taken.map(\.ownerId) == [acc(2)])
    }

    @Test("D8 two who give it away at once leave both services with one owner, whatever comes first")
    func atOnce() async throws {
        for _ in 0..<50 {
            let reasons = await withTaskGroup(of: ErrorReason?.self) { group in
                for owner in [2, 3] {
                    group.addTask { [house, mailbox] in
                        await failure { () throws(Status) in try await house.transfer(mailbox, to: owner, by: 30) }?.reason
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reasons.contains(nil) && reasons.allSatisfy { $0 == nil || $0 == .stale }, "\(reasons)")
            #expect(try await house.registered().map(\.ownerId) == house.claims.taken.map(\.ownerId))
        }
    }

    @Test("D26 what is only tried out, and what an etag stops, tells identity nothing")
    func triedOut() async throws {
        let tried = try await house.transfer(mailbox, to: 2, by: 1) { $0.validateOnly = true }
        #expect(tried.mailbox?.ownerId == acc(2))
        let stale = [
            await failure { () throws(Status) in try await house.transfer(mailbox, to: 2, by: 1) { $0.etag = "0" } },
            await failure { () throws(Status) in try await house.unregister(mailbox, by: 1) { $0.etag = "0" } },
            await failure { () throws(Status) in try await house.rename(mailbox, "Store", by: 1) { $0.etag = "0" } },
        ]
        #expect(stale.map { $0?.reason } == [.etagMismatch, .etagMismatch, .etagMismatch])
        #expect(stale.map { $0?.metadata["etag"] } == [mailbox.etag, mailbox.etag, mailbox.etag])
        #expect(house.claims.taken.map(\.ownerId) == [acc(1)])
        #expect(try await house.reason(1, .mailboxId(mailbox.id)) == .allowedOwner)
    }

    @Test("D8 D10 its owner renames it, whoever sets it up, or an administrator; one that comes with an account has no name")
    func renames() async throws {
        let renamed = try await house.rename(mailbox, "Store", by: 1) { $0.etag = mailbox.etag }
        #expect(renamed.mailbox?.displayName == "Store" && renamed.mailbox?.revision == 2)
        let event = try #require(try await house.events().last)
        #expect(event.action == "mailbox.updated" && event.target?.id == mailbox.id && event.target?.ownerId == acc(1))
        #expect(try await house.told().last?["changes.display_name.after"] == "Store")
        #expect(try await house.rename(mailbox, "Store", by: 1).unchanged)
        #expect(try await house.rename(mailbox, "Shop", by: 31).mailbox?.displayName == "Shop")
        let user = await failure { () throws(Status) in try await house.rename(mailbox, "Mine", by: 2) }
        #expect(user?.reason == .roleLacksScope)
        _ = try await house.call(
            DelegationServiceMethods.grantDelegation,
            GrantDelegationRequest(mailboxId: mailbox.id, granteeId: acc(2), rights: [.setUp]), as: acc(30))
        #expect(try await house.rename(mailbox, "Ours", by: 2).mailbox?.displayName == "Ours")
        for (number, account) in [(1, 1), (20, 31)] {
            let own = await failure { () throws(Status) in
                try await house.rename(Messages.Mailbox(id: mbx(number)), "x", by: account)
            }
            #expect(own?.reason == .notRegistered)
        }
        let other = await failure { () throws(Status) in try await house.rename(mailbox, "x", by: 130) }
        #expect(other?.reason == .notFound)
        for (name, paths, field) in [("", ["display_name"], "mailbox.display_name"), ("x", [], "update_mask")] {
            let broken = await failure { () throws(Status) in
                try await house.call(
                    MailboxServiceMethods.updateMailbox,
                    UpdateMailboxRequest(
                        mailbox: Messages.Mailbox(id: mailbox.id, displayName: name), updateMask: FieldMask(paths: paths)),
                    as: acc(1))
            }
            #expect(broken?.code == .invalidArgument && broken?.metadata["field"] == field)
        }
    }

    @Test("who gives a mailbox away, or ends it, and repeats the request gets the same answer")
    func repeated() async throws {
        let given = try await house.transfer(mailbox, to: 2, by: 1) { $0.requestId = "t" }
        #expect(try await house.transfer(mailbox, to: 2, by: 1) { $0.requestId = "t" } == given)
        let ended = try await house.unregister(mailbox, by: 2) { $0.requestId = "u" }
        #expect(try await house.unregister(mailbox, by: 2) { $0.requestId = "u" } == ended)
        let other = await failure { () throws(Status) in
            try await house.unregister(mailbox, by: 1) { $0.requestId = "u" }
        }
        #expect(other?.reason == .roleLacksScope)
    }

    @Test("D8 D17 what is unregistered is no mailbox any more, nor are its delegations; its address is free soon after")
    func unregisters() async throws {
        try await grant(2)
        let answer = try await house.unregister(mailbox, by: 1) { $0.etag = mailbox.etag }
        #expect(answer.mailbox == mailbox)
        for account in [1, 2] { #expect(try await house.reason(account, .mailboxId(mailbox.id)) == .noSuchMailbox) }
        #expect(try await house.reason(1, .mailboxAddress("shop@a.example")) == .noSuchMailbox)
        let event = try #require(try await house.events().first { $0.id == answer.eventId })
        #expect(event.action == "mailbox.unregistered" && event.target?.ownerId == acc(1))
        #expect(event.changes.contains { $0.path == "owner_id" && $0.before == acc(1) && $0.after.isEmpty })
        #expect(try await house.pending() == 1 && house.claims.taken.count == 1)
        try await house.mailboxes.settlePending()
        #expect(try await house.pending() == 0 && house.claims.taken.isEmpty)
        let other = try await house.register("shop@a.example", for: 2)
        #expect(try await house.reason(2, .mailboxAddress("shop@a.example")) == .allowedOwner && other.id != mailbox.id)
    }

    private final class Given: Sendable {
        let isDone = Atomic(false)
    }

    @Test(
        "D17 while its owner asks again and again it is given away: behind the answer nobody is told that it is the old owner's")
    func whileAsked() async throws {
        let given = Given()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [house, mailbox] in
                while true {
                    let wasDone = given.isDone.load(ordering: .acquiring)
                    let reason = try await house.reason(1, .mailboxId(mailbox.id))
                    #expect(reason == .allowedOwner || reason == .noGrant)
                    if wasDone {
                        #expect(reason == .noGrant)
                        return
                    }
                    await Task.yield()
                }
            }
            group.addTask { [house, mailbox] in
                try await house.transfer(mailbox, to: 2, by: 1)
                given.isDone.store(true, ordering: .releasing)
            }
            try await group.waitForAll()
        }
    }
}
