import MailboxDomain
import MailboxStorage
import Messages
import SQL
import Testing

struct RegisteredMailboxesTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    private static func mailbox(_ number: Int, owner: Int, at address: String) -> Messages.Mailbox {
        Messages.Mailbox(
            id: MailboxID(bits: UInt128(number)).text, organizationId: OrganizationID(bits: 1).text, address: address,
            displayName: "Box", ownerId: AccountID(bits: UInt128(owner)).text,
            createTime: Timestamp(microsecondsSince1970: 5))
    }

    @Test("D8 what is stored comes back as it was, with its kind; followers and the own index learn of each change")
    func roundTrip() async throws {
        let new = Self.mailbox(80, owner: 1, at: "Team@\u{FC}ber.example")
        let stored = try await shelf.store.write { try $0.insert(new) }.value
        #expect(stored.kind == .registered && stored.revision == 1 && !stored.etag.isEmpty)
        let found = try await shelf.store.read { try $0.mailbox(MailboxID(bits: 80)) }
        #expect(found == stored)
        var given = stored
        given.ownerId = AccountID(bits: 2).text
        let changed = given
        let updated = try await shelf.store.write { try $0.update(changed) }.value
        #expect(updated.ownerId == changed.ownerId && updated.revision == 2 && updated.etag != stored.etag)
        _ = try await shelf.store.write { try $0.delete(updated) }
        let gone = try await shelf.store.read { try $0.mailbox(MailboxID(bits: 80)) }
        #expect(gone == nil)
        guard case .changes(let transactions, _) = try await shelf.store.changes(after: 0, limit: 100) else {
            Issue.record("compacted")
            return
        }
        let told = try transactions.flatMap(\.changes).map { try OwnChange($0) }
        guard told.count == 3, case .registered(let first)? = told[0], case .registered(let second)? = told[1],
            case .unregistered(let last)? = told[2]
        else {
            Issue.record("\(told)")
            return
        }
        #expect(first.owner.bits == 1 && first.address == "Team@\u{FC}ber.example" && first.displayName == "Box")
        #expect(second.owner.bits == 2 && second.id == first.id && last == first.id)
    }

    @Test("B5 two registered mailboxes have no address in common, in whatever letters")
    func unique() async throws {
        let first = Self.mailbox(80, owner: 1, at: "team@\u{FC}ber.example")
        _ = try await shelf.store.write { try $0.insert(first) }
        for address in ["TEAM@\u{DC}BER.example", "team@xn--ber-goa.example"] {
            let second = Self.mailbox(81, owner: 1, at: address)
            await #expect(throws: SQLError.self) { _ = try await shelf.store.write { try $0.insert(second) } }
        }
    }

    @Test("registered mailboxes are loaded before the delegations; an id that is none is not passed over")
    func loading() async throws {
        let new = Self.mailbox(80, owner: 1, at: "team@a.example")
        _ = try await shelf.store.write { tx in
            try tx.insert(Delegation(1, mailbox: 80, grantee: account(2)))
            try tx.insert(new)
        }
        let loaded = try await shelf.store.read { connection in
            var all: [OwnChange] = []
            try connection.eachBatch { all += $1 }
            return all
        }
        guard loaded.count == 2, case .registered(let mailbox) = loaded[0], case .put = loaded[1] else {
            Issue.record("\(loaded)")
            return
        }
        #expect(mailbox.id.bits == 80 && mailbox.owner.bits == 1)
        _ = try await shelf.store.write { try $0.run("UPDATE mailboxes SET owner_id = 'nobody'") }
        await #expect(throws: SQLError.self) { try await shelf.store.read { try $0.eachBatch { _, _ in } } }
    }
}
