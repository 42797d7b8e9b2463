import MailboxDomain
import MailboxStorage
import Messages
import SQL
import Testing

/// Mailboxes of which identity may keep an address without need.
struct PendingAddressTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    private func keep(_ number: Int, _ requester: String = "", _ requestID: String = "") async throws {
        let pending = PendingAddress(
            mailbox: MailboxID(bits: UInt128(number)), requester: requester, requestID: requestID, digest: [UInt8(number)])
        _ = try await shelf.store.write { try $0.insert(pending) }
    }

    @Test("D8 what is kept for a request is found by who made it and how it was called, and by nobody else; once for each")
    func requests() async throws {
        try await keep(1, "a", "r")
        try await keep(2, "b", "r")
        for number in 3...4 { try await keep(number, "a") }
        let found = try await shelf.store.read { connection in
            try [("a", "r"), ("b", "r"), ("a", "s"), ("a", ""), ("", "r")].map {
                try connection.pendingAddress(requester: $0.0, requestID: $0.1)
            }
        }
        #expect(found.map { $0?.mailbox.bits } == [1, 2, nil, nil, nil])
        #expect(found[0]?.digest == [1] && found[1]?.digest == [2])
        await #expect(throws: SQLError.self) { try await keep(5, "a", "r") }
        await #expect(throws: SQLError.self) { try await keep(4) }
    }

    @Test("D8 all that is kept is listed by mailbox, page by page, until it is gone")
    func list() async throws {
        for number in [5, 3, 9, 1, 7] { try await keep(number) }
        let pages = try await shelf.store.read { connection in
            let first = try connection.pendingAddresses(after: nil, limit: 3)
            return [first, try connection.pendingAddresses(after: first.last, limit: 3)]
        }
        #expect(pages.map { $0.map(\.bits) } == [[1, 3, 5], [7, 9]])
        _ = try await shelf.store.write { tx in
            for number in [3, 4] { try tx.deletePendingAddress(of: MailboxID(bits: UInt128(number))) }
        }
        let left = try await shelf.store.read { try $0.pendingAddresses(after: nil, limit: 9) }
        #expect(left.map(\.bits) == [1, 5, 7, 9])
    }

    @Test("D7 D8 rows are found by address and listed by organization; their owners by a range of ids, which has both ends right")
    func rows() async throws {
        for number in 1...6 {
            let mailbox = Messages.Mailbox(
                id: MailboxID(bits: UInt128(number)).text, organizationId: OrganizationID(bits: UInt128(number % 2)).text,
                address: "m\(number)@\u{FC}ber.example", displayName: "Box", ownerId: AccountID(bits: 9).text,
                createTime: Timestamp(microsecondsSince1970: 5), unshared: number == 3)
            _ = try await shelf.store.write { try $0.insert(mailbox) }
        }
        let (at, nowhere) = try await shelf.store.read {
            (try $0.mailbox(at: "M3@XN--BER-GOA.example"), try $0.mailbox(at: "m7@\u{FC}ber.example"))
        }
        #expect(at?.id == MailboxID(bits: 3).text && at?.unshared == true && nowhere == nil)
        @Sendable func id(_ number: Int) -> String { MailboxID(bits: UInt128(number)).text }
        let (page, range, rest) = try await shelf.store.read {
            (
                try $0.mailboxes(of: OrganizationID(bits: 0), after: id(2), limit: 5),
                try $0.mailboxOwners(after: id(1), upTo: id(4)), try $0.mailboxOwners(after: id(4), upTo: nil)
            )
        }
        #expect(page.map(\.id) == [id(4), id(6)] && page.allSatisfy { !$0.unshared && !$0.etag.isEmpty })
        #expect(range.map(\.id) == [id(2), id(3), id(4)] && range.allSatisfy { $0.owner == AccountID(bits: 9).text })
        #expect(rest.map(\.id) == [id(5), id(6)])
    }
}
