import Contract
import MailboxDomain
import MailboxStorage
import Messages
import Patience
import RPC
import SQL
import Testing

@testable import MailboxHandlers

/// What identity keeps of registered mailboxes is held against the rows here.
@Suite struct AddressComparisonTests {
    let house: House

    init() async throws {
        house = try await House.built()
        try await house.decideNothing()
    }

    private func compare() async throws -> [String] {
        let failures = Failures()
        try await house.mailboxes.compareAll { failures.add("\($0?.text ?? "") \($1)") }
        return failures.all
    }

    private func claim(_ mailbox: MailboxID, _ address: String, for owner: Int = 1) {
        house.claims.set(mailbox.text, MailboxAddress(mailboxId: mailbox.text, ownerId: acc(owner), address: address))
    }

    @Test("D8 of a copy that was restored: what has lost its row is released; another database's addresses are left alone")
    func lost() async throws {
        let kept = try await house.register("kept@a.example", for: 1)
        let other = MailboxIDs(key: [UInt8](repeating: 9, count: 32)) { Identifier.make($0, at: $1) }
        var others: [String] = []
        for number in 0..<40 {
            claim(house.mailboxes.addresses.ids.make(at: house.now), "own\(number)@a.example")
            let id = other.make(at: house.now)
            others.append(id.text)
            claim(id, "other\(number)@a.example")
        }
        #expect(try await compare().isEmpty)
        #expect(house.claims.taken.map(\.mailboxId) == (others + [kept.id]).sorted())
    }

    @Test("D8 what identity has lost, or has under another owner, is claimed again as the row says")
    func claimedAgain() async throws {
        let (first, second) = (
            try await house.register("1@shop.example", for: 1), try await house.register("2@shop.example", for: 2)
        )
        let before = house.claims.taken
        house.claims.set(first.id, nil)
        claim(try #require(MailboxID(second.id)), "2@shop.example", for: 3)
        #expect(try await compare().isEmpty)
        #expect(house.claims.taken.map(\.ownerId) == before.map(\.ownerId))
        #expect(house.claims.taken.map(\.address) == before.map(\.address))
        let calls = house.claims.calls.count
        #expect(try await compare().isEmpty)
        #expect(house.claims.calls.count == calls, "what agrees is asked nothing")
        house.claims.set(first.id, nil)
        house.claims.next(.refused(Status(.failedPrecondition, .wrongState, "suspended")))
        #expect(try await compare().count == 1, "what is refused is told, and tried again with the next look")
        #expect(try await compare().isEmpty)
        #expect(house.claims.taken.count == 2)
    }

    @Test("D8 a mailbox that is ended while it is claimed again keeps no address")
    func endedMeanwhile() async throws {
        let mailbox = try await house.register("shop@a.example", for: 1)
        house.claims.set(mailbox.id, nil)
        house.claims.afterClaiming { [house] in
            _ = try await house.unregister(mailbox, by: 1)
            try await house.mailboxes.settlePending()
        }
        #expect(try await compare().isEmpty)
        #expect(house.claims.taken.isEmpty)
        try await house.mailboxes.settlePending()
        #expect(try await house.pending() == 0)
    }

    @Test("B5 a registration under way keeps its address, and so does one that is done while the look goes on")
    func underWay() async throws {
        house.claims.afterClaiming { [house] in
            try await house.mailboxes.settlePending()
            try await house.mailboxes.compareAll { _, _ in }
            #expect(house.claims.taken.count == 1)
        }
        let mailbox = try await house.register("shop@a.example", for: 1)
        #expect(house.claims.taken.map(\.mailboxId) == [mailbox.id])
        #expect(try await house.reason(1, .mailboxAddress("shop@a.example")) == .allowedOwner)
        for round in 0..<50 {
            async let registered = house.register("r\(round)@a.example", for: 1)
            try await house.mailboxes.settlePending()
            try await house.mailboxes.compareAll { _, _ in }
            _ = try await registered
        }
        let rows = try await house.store.read { try $0.mailboxOwners(after: "", upTo: nil) }
        #expect(rows.count == 51 && rows.map(\.id) == house.claims.taken.map(\.mailboxId))
    }

    @Test("D8 cut off between claim and row, by whatever: the next look leaves nothing in either service")
    func cutOff() async throws {
        for (number, requestID) in ["", "r"].enumerated() {
            house.claims.next(.lost)
            let status = await failure { () throws(Status) in
                try await house.register("shop\(number)@a.example", for: 1) { $0.requestId = requestID }
            }
            #expect(status?.code == .unavailable)
        }
        #expect(house.claims.taken.count == 2)
        #expect(try await house.pending() == 2)
        try await house.mailboxes.settlePending()
        #expect(house.claims.taken.isEmpty)
        #expect(try await house.pending() == 0)
        // And the request is made anew.
        try await house.register("shop1@a.example", for: 1) { $0.requestId = "r" }
        #expect(house.claims.taken.count == 1)
    }

    @Test("D8 a transfer that identity knows of and the row does not is taken back; by its repetition it is made")
    func cutOffTransfer() async throws {
        let mailbox = try await house.register("shop@a.example", for: 1)
        for isRepeated in [false, true] {
            house.claims.next(.lost)
            let status = await failure { () throws(Status) in try await house.transfer(mailbox, to: 2, by: 1) }
            #expect(status?.code == .unavailable && house.claims.taken.map(\.ownerId) == [acc(2)])
            #expect(try await house.reason(1, .mailboxId(mailbox.id)) == .allowedOwner)
            if isRepeated { try await house.transfer(mailbox, to: 2, by: 1) } else { #expect(try await compare().isEmpty) }
            #expect(house.claims.taken.map(\.ownerId) == [acc(isRepeated ? 2 : 1)])
        }
        #expect(try await house.reason(2, .mailboxId(mailbox.id)) == .allowedOwner)
    }

    @Test("the looks begin with the start, go on when identity can be reached again, and follow what has come to nothing")
    func looks() async throws {
        let lost = house.mailboxes.addresses.ids.make(at: house.now)
        claim(lost, "lost@a.example")
        house.claims.next(.refused(Claims.unreachable))
        let failures = Failures()
        let running = Task { [house] in
            await house.mailboxes.compareAddresses(pause: { _ in }) { failures.add("\($0?.text ?? "all") \($1)") }
        }
        await until { house.claims.taken.isEmpty }
        #expect(failures.all.count == 1)
        house.claims.next(.lost)
        _ = await failure { () throws(Status) in try await house.register("shop@a.example", for: 1) }
        await until { house.claims.taken.isEmpty }
        running.cancel()
        await running.value
    }

    @Test("a mailbox is a call's or a comparison's, never both; of calls that are to be alone there is one")
    func uses() throws {
        let (uses, id) = (MailboxUses(), MailboxID(bits: 1))
        let (first, second, alone) = (uses.use(), uses.use(), uses.use())
        #expect(first.begin(id) && second.begin(id) && alone.begin(id, alone: true) && !uses.take(id))
        let other = uses.use()
        #expect(!other.begin(id, alone: true) && uses.take(MailboxID(bits: 2)))
        for use in [first, second, alone] { use.end() }
        first.end()
        #expect(uses.take(id) && !uses.take(id) && !first.begin(id))
        uses.giveBack(id)
        #expect(other.begin(id, alone: true))
    }

    @Test("an id says whose database made it, and no other's says the same")
    func ids() {
        let ids = (0..<2).map { number in
            MailboxIDs(key: [UInt8](repeating: UInt8(number), count: 32)) { Identifier.make($0, at: $1) }
        }
        for number in 0..<1000 {
            let id = ids[0].make(at: Int64(number) * 1_000_000)
            #expect(ids[0].isOwn(id) && !ids[1].isOwn(id))
            #expect(!ids[0].isOwn(MailboxID(bits: id.bits ^ 1 << 40)))
        }
    }
}
