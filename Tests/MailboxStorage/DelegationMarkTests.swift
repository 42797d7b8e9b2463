import MailboxDomain
import MailboxStorage
import Messages
import SQL
import Testing

/// What a mark takes away is there for nobody who reads, and its rows are found by the mark alone.
struct DelegationMarkTests {
    let shelf: Shelf
    private static let organization = OrganizationID(bits: 1)

    init() throws { shelf = try Shelf() }

    private func insert(_ delegations: Messages.Delegation...) async throws {
        _ = try await shelf.store.write { tx in for delegation in delegations { try tx.insert(delegation) } }
    }

    @discardableResult
    private func mark(_ marked: Marked, behalf: String = "") async throws -> DelegationMark {
        try await shelf.store.write { try $0.mark(marked, in: Self.organization, behalf: behalf) }.value
    }

    private func taken(_ mark: DelegationMark, after key: String = "", _ limit: Int = 9) async throws -> [String] {
        try await shelf.store.read { try $0.delegations(takenBy: mark, after: key, limit: limit).map(\.granteeId) }
    }

    private func count(_ marked: Marked) async throws -> Int {
        try await shelf.store.read { try $0.delegationCount(of: marked) }
    }

    @Test("D17 no look-up, page, load or snapshot finds what a mark took away, and each finds what was granted behind it")
    func reading() async throws {
        let mailbox = MailboxID(bits: 1)
        try await insert(
            Delegation(1, mailbox: 1, grantee: account(2)), Delegation(2, mailbox: 1, grantee: group(2)),
            Delegation(3, mailbox: 2, grantee: account(2)))
        try await mark(.mailbox(mailbox))
        try await insert(Delegation(4, mailbox: 1, grantee: account(3)))
        let seen = try await shelf.store.read { connection in
            var (loaded, told): ([DelegationID], [String]) = ([], [])
            try connection.eachBatch { _, changes in
                for case .put(let delegation) in changes { loaded.append(delegation.id) }
            }
            try connection.eachChange { told.append($0.id) }
            return (
                byID: try (1...4).map { try connection.delegation(DelegationID(bits: UInt128($0))) != nil },
                byPair: try [account(2), group(2), account(3)].map { try connection.delegation(of: mailbox, to: $0) != nil },
                page: try connection.delegations(of: mailbox, after: "", limit: 9).map(\.granteeId),
                loaded: Set(loaded.map { Int($0.bits) }), told: told.count
            )
        }
        #expect(seen.byID == [false, false, true, true] && seen.byPair == [false, false, true])
        #expect(seen.page == [account(3).text] && seen.loaded == [3, 4] && seen.told == 2)
    }

    @Test("a mark takes away what was inserted up to its write, of its mailbox or to its grantee, and says on whose behalf")
    func taking() async throws {
        try await insert(Delegation(1, mailbox: 1, grantee: account(2)), Delegation(2, mailbox: 2, grantee: account(2)))
        let first = try await mark(.grantee(account(2)), behalf: "acc_1")
        try await insert(Delegation(3, mailbox: 3, grantee: account(2)))
        let second = try await mark(.grantee(account(2)), behalf: "acc_2")
        let other = try await mark(.mailbox(MailboxID(bits: 3)), behalf: "acc_3")
        #expect(try await shelf.store.read { try $0.delegationMarks() } == [first, second, other])
        let ids = try await shelf.store.read { connection in
            try [first, second, other].map { try connection.delegations(takenBy: $0, after: "", limit: 9).map(\.id) }
        }
        #expect(ids == [[1, 2], [1, 2, 3], [3]].map { $0.map { DelegationID(bits: $0).text } })
        let found = try await shelf.store.read { connection in
            try [1, 3, 4].map { try connection.markedDelegation(of: MailboxID(bits: $0), to: account(2))?.behalf }
        }
        #expect(found == ["acc_1", "acc_2", nil])
        _ = try await shelf.store.write { try $0.remove(first) }
        #expect(try await shelf.store.read { try $0.delegationMarks() } == [second, other])
    }

    @Test("rows that a mark took away come in order, behind a key, as many as asked for")
    func slices() async throws {
        for number in 1...5 { try await insert(Delegation(number, mailbox: 1, grantee: account(10 - number))) }
        let mark = try await mark(.mailbox(MailboxID(bits: 1)))
        try await insert(Delegation(6, mailbox: 1, grantee: account(1)))
        #expect(try await taken(mark) == (5...9).map { account($0).text })
        #expect(try await taken(mark, after: account(6).text, 2) == [account(7), account(8)].map(\.text))
        #expect(try await taken(mark, after: account(9).text) == [])
    }

    @Test("what is there is counted, with marks of it, of others and of none")
    func counting() async throws {
        let (one, two) = (Marked.mailbox(MailboxID(bits: 1)), Marked.mailbox(MailboxID(bits: 2)))
        #expect(try await count(one) == 0)
        for number in 1...4 {
            try await insert(
                Delegation(number, mailbox: 1, grantee: account(number)),
                Delegation(10 + number, mailbox: 2, grantee: account(number)))
        }
        #expect(try await [count(one), count(.grantee(account(1)))] == [4, 2])
        try await mark(.grantee(account(1)))
        try await mark(.grantee(account(2)))
        #expect(try await [count(one), count(two), count(.grantee(account(1)))] == [2, 2, 0])
        try await mark(two)
        #expect(try await [count(one), count(two), count(.grantee(account(3)))] == [2, 0, 1])
        _ = try await shelf.store.write { tx in
            if let old = try tx.markedDelegation(of: MailboxID(bits: 1), to: account(1)) { try tx.delete(old.row) }
        }
        try await insert(Delegation(21, mailbox: 1, grantee: account(1)), Delegation(22, mailbox: 2, grantee: account(9)))
        #expect(try await [count(one), count(two), count(.grantee(account(1)))] == [3, 1, 1])
        let given = try await shelf.store.read { connection in
            var given: [MailboxID] = []
            try connection.eachMailbox(givenTo: account(1)) { mailbox in
                given.append(mailbox)
                return true
            }
            return given
        }
        #expect(given == [MailboxID(bits: 1)])
    }

    @Test("a mark is one change for those who follow, and the rows stay")
    func told() async throws {
        try await insert(Delegation(1, mailbox: 1, grantee: account(2)), Delegation(2, mailbox: 1, grantee: account(3)))
        let before = shelf.store.position
        try await mark(.mailbox(MailboxID(bits: 1)))
        guard case .changes(let transactions, _) = try await shelf.store.changes(after: ChangePlace(before), limit: 9) else {
            Issue.record("compacted")
            return
        }
        let changes = transactions.flatMap(\.changes)
        #expect(changes.count == 1 && changes[0].cascade && changes[0].deleted && changes[0].id == MailboxID(bits: 1).text)
        let rows = try await shelf.store.read { try $0.first("SELECT count(*) FROM delegations", []) { $0.int(0) } }
        #expect(rows == 2)
    }

    @Test("a mark of an id that is none is not passed over")
    func corrupt() async throws {
        _ = try await shelf.store.write { tx in
            try tx.run("INSERT INTO delegation_marks (named, position, behalf) VALUES ('grp_1', 1, '')")
        }
        await #expect { try await shelf.store.read { try $0.delegationMarks() } } throws: { ($0 as? SQLError)?.code == .corrupt }
    }
}
