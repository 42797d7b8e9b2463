import ChangeFeed
import Contract
import Foundation
import MailboxDomain
import MailboxHandlers
import MailboxStorage
import Messages
import Patience
import RPC
import SQL
import Synchronization
import Testing

@testable import Outbox

/// A mailbox is opened: the decision, and that it is on record (D15).
struct OpenMailboxTests {
    let house: House

    init() async throws { house = try await House.built() }

    private func open(
        _ account: Int, _ mailbox: Int, as named: Int? = nil, _ change: (inout OpenMailboxRequest) -> Void = { _ in }
    ) async throws(Status) -> OpenMailboxResponse {
        var request = OpenMailboxRequest(account: .accountId(acc(account)), mailbox: .mailboxId(mbx(mailbox)))
        change(&request)
        return try await house.call(MailboxServiceMethods.openMailbox, request, as: named.map { acc($0) })
    }

    private func opened() async throws -> [Event] {
        try await house.events().filter { $0.action == "mailbox.opened" }
    }

    @Test("D15 E1 an opened mailbox is an event of the communication log, of the service that asked on behalf of the account")
    func event() async throws {
        let granted = try #require(try await house.grant(20, acc(1), .open, .send).delegation)
        let before = house.store.position
        // Whomever the service could speak for besides, it is the service that did this.
        let answer = try await open(1, 20, as: 30) { ($0.justification, $0.requestId) = ("reading mail", "r1") }
        #expect(answer.decision?.allowed == true && answer.decision?.delegationId == granted.id)
        #expect(answer.access?.rights == [.open, .send] && answer.access?.mailbox?.id == mbx(20))
        #expect(house.store.position == before + 1)
        let event = try #require(try await opened().first)
        #expect(event.id == answer.eventId && event.eventClass == .communication && event.organizationId == org(1))
        #expect(event.outcome == .succeeded && event.changes.isEmpty)
        let service = "spiffe://test/service/backend"
        #expect(event.actor == EventActor(id: service, kind: .service, authenticatedBy: "certificate"))
        #expect(event.onBehalfOf == [EventBehalf(accountId: acc(1), delegationId: granted.id)])
        #expect(
            event.target == EventTarget(id: mbx(20), resourceType: "mailbox", mailboxId: mbx(20), subjectId: acc(1)))
        #expect(
            event.decision
                == EventDecision(
                    reason: "ALLOWED_GRANT", domain: "mandate.mailbox", delegationId: granted.id, revision: "\(before)"))
        #expect(try await house.told().last?["justification"] == "reading mail")
        #expect(try await house.told().last?["origin.request_id"] == "r1")
        // Nobody follows it, and nobody waits for who follows.
        #expect(house.world.withLock { $0.waited.last } == before)
    }

    @Test("B5 D8 by address it is the same event, and an owner's has no delegation")
    func byAddress() async throws {
        let answer = try await open(1, 1) {
            ($0.account, $0.mailbox) = (.accountAddress("1@A.EXAMPLE"), .mailboxAddress("1@a.example"))
        }
        #expect(answer.decision?.reason == .allowedOwner && answer.access?.owner == true)
        let event = try #require(try await opened().first)
        #expect(event.onBehalfOf == [EventBehalf(accountId: acc(1))])
        #expect(event.target?.mailboxId == mbx(1) && event.target?.subjectId == acc(1) && event.target?.ownerId == acc(1))
    }

    @Test("D15 a denial is an answer, and an event with its reason of the account's own organization; nothing else is written")
    func denials() async throws {
        try await house.grant(20, acc(2), .send)
        let table: [(account: Int, mailbox: Int, reason: Messages.DecisionReason, organization: String)] = [
            (1, 20, .noGrant, org(1)), (2, 20, .rightMissing, org(1)), (20, 20, .functionalAccount, org(1)),
            // D28: what is another organization's is not there, and is in none of its events.
            (1, 120, .noSuchMailbox, org(1)), (1, 999, .noSuchMailbox, org(1)), (101, 20, .noSuchMailbox, org(2)),
        ]
        for row in table {
            let answer = try await open(row.account, row.mailbox)
            #expect(answer.decision?.allowed == false && answer.decision?.reason == row.reason)
            #expect(answer.access == nil && answer.eventId.isEmpty && !answer.consistencyToken.isEmpty)
            let event = try #require(try await opened().last)
            #expect(event.outcome == .denied && event.eventClass == .communication)
            #expect(event.organizationId == row.organization && event.actor?.kind == .service)
            #expect(event.onBehalfOf.map(\.accountId) == [acc(row.account)] && event.onBehalfOf[0].delegationId.isEmpty)
            #expect(event.target?.mailboxId == mbx(row.mailbox) && event.target?.ownerId == "")
            #expect(event.decision?.reason == row.reason.shortName && event.decision?.domain == "mandate.mailbox")
        }
        #expect(try await opened().count == table.count)
    }

    @Test("D28 of an account that nobody has the installation's log is told, and no organization's")
    func nobody() async throws {
        #expect(try await open(999, 20).decision?.reason == .noSuchAccount)
        let event = try #require(try await opened().last)
        #expect(event.organizationId == "" && event.eventClass == .audit && event.onBehalfOf.isEmpty)
        #expect(event.target?.subjectId == acc(999) && event.decision?.reason == "NO_SUCH_ACCOUNT")
    }

    @Test("D15 what is denied to one account is ten events a minute and a count, and another account has its own")
    func bound() async throws {
        for _ in 0..<14 { _ = try await open(1, 20) }
        for _ in 0..<3 { _ = try await open(2, 20) }
        #expect(try await opened().count == 13)
        try await house.refusals.writeCounts(all: true)
        let counted = try #require(try await opened().last)
        #expect(counted.count == 4 && counted.onBehalfOf.map(\.accountId) == [acc(1)] && counted.organizationId == org(1))
        #expect(counted.eventClass == .communication)
    }

    @Test("D27 who can open folders only opens the mailbox, by that grant, and the access says which they are")
    func folders() async throws {
        let id = DelegationID(bits: 77)
        let folders = [FolderGrant(path: try FolderPath("/Inbox"), operations: [.read, .write])]
        let delegation = MailboxDomain.Delegation(
            id: id, mailbox: MailboxID(bits: 20), grantee: .account(AccountID(bits: 1)), rights: .open, folders: folders)
        house.index.apply([.put(delegation)], in: OrganizationID(bits: 1))
        #expect(try await house.check(1, 20).reason == .folderExcluded)
        let answer = try await open(1, 20)
        #expect(answer.decision?.reason == .allowedGrant && answer.decision?.delegationId == id.text)
        #expect(answer.access?.folders == FolderGrants(readFolders: ["/Inbox/*"], writeFolders: ["/Inbox/*"]))
        #expect(answer.access?.surfaces == [.sections] && answer.access?.rights == [])
        #expect(answer.access?.paths.first?.folders == answer.access?.folders)
        #expect(try await opened().first?.onBehalfOf.first?.delegationId == id.text)
    }

    @Test("D17 a request id that comes again is decided anew: it records no second use, and outlives no revocation")
    func repeated() async throws {
        try await house.grant(20, acc(1), .open)
        let first = try await open(1, 20) { $0.requestId = "r" }
        let again = try await open(1, 20) { $0.requestId = "r" }
        #expect(again.eventId == first.eventId && again.access == first.access && again.decision?.allowed == true)
        #expect(try await opened().count == 1)
        let other = await failure { () throws(Status) in try await open(2, 20) { $0.requestId = "r" } }
        #expect(other?.reason == .requestIdReused)
        try await house.revoke(20, acc(1))
        let denied = try await open(1, 20) { $0.requestId = "r" }
        #expect(denied.decision?.reason == .noGrant && denied.access == nil && denied.eventId.isEmpty)
        #expect(try await opened().map(\.outcome) == [.succeeded, .denied])
    }

    @Test("D26 validate_only decides and opens nothing: no event of what would be allowed, a flagged one of what is denied")
    func validateOnly() async throws {
        try await house.grant(20, acc(1), .open)
        let before = house.store.position
        let allowed = try await open(1, 20) { $0.validateOnly = true }
        #expect(allowed.decision?.allowed == true && allowed.access != nil)
        #expect(allowed.eventId.isEmpty && allowed.consistencyToken.isEmpty && house.store.position == before)
        let denied = try await open(2, 20) { $0.validateOnly = true }
        #expect(denied.decision?.reason == .noGrant && denied.consistencyToken.isEmpty)
        #expect(try await opened().map(\.flags) == [[.validateOnly]])
    }

    @Test("D17 without a valid view nothing is opened, and without a token that is met; neither is an event")
    func views() async throws {
        try await house.grant(20, acc(1), .open)
        for (freshness, reason) in [(Freshness.stale(for: .seconds(3)), ErrorReason.stale), (.loading, .loading)] {
            house.world.withLock { $0.freshness = freshness }
            #expect(await failure { () throws(Status) in try await open(1, 20) }?.reason == reason)
        }
        house.world.withLock { $0.freshness = .fresh }
        let ahead = ConsistencyToken(service: "mailbox", epoch: house.store.epoch, position: house.store.position + 9).text
        for (token, reason) in [(ahead, ErrorReason.stale), ("!", .invalidField)] {
            #expect(
                await failure { () throws(Status) in try await open(1, 20) { $0.consistencyToken = token } }?.reason == reason)
        }
        #expect(try await opened().isEmpty)
    }

    @Test("D15 D17 what is revoked before it in the same commit is not opened: the log never says so")
    func sameCommit() async throws {
        let granted = try #require(try await house.grant(20, acc(1), .open).delegation)
        let (store, gate) = (house.store, DispatchSemaphore(value: 0))
        let isBlocked = Mutex(false)
        async let blocked: Void = {
            _ = try await store.write { _ in
                isBlocked.withLock { $0 = true }
                gate.wait()
            }
        }()
        await until { isBlocked.withLock { $0 } }
        async let revoked: Void = { _ = try await store.write { tx in try tx.delete(granted) } }()
        await until { store.statistics.waitingWrites == 1 }
        async let answer = open(1, 20)
        await until { store.statistics.waitingWrites == 2 }
        gate.signal()
        let (_, _, decision) = try await (blocked, revoked, answer.decision)
        #expect(decision?.reason == .noGrant)
        #expect(try await opened().map(\.outcome) == [.denied])
    }

    @Test("D15 while the log takes nothing, nothing is opened unrecorded")
    func fullOutbox() async throws {
        let house = try await House.built(outboxEventsMax: 100)
        try await house.grant(20, acc(1), .open)
        let room = OutboxPriority.change.eventsMax(of: 100) - house.store.outboxLength
        _ = try await house.store.write { tx in
            for _ in 0..<room { try tx.event(Event(action: "filler").encoded(), .change) }
        }
        let status = await failure { () throws(Status) in
            try await house.call(
                MailboxServiceMethods.openMailbox,
                OpenMailboxRequest(account: .accountId(acc(1)), mailbox: .mailboxId(mbx(20))))
        }
        #expect(status?.reason == .outboxFull)
    }
}
