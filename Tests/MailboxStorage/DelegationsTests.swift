import MailboxDomain
import MailboxStorage
import Messages
import SQL
import Testing

struct DelegationsTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    private func insert(_ delegations: Messages.Delegation...) async throws {
        _ = try await shelf.store.write { tx in
            for delegation in delegations { try tx.insert(delegation) }
        }
    }

    @Test("D3 D19 what is stored comes back as it was: all eight sets, with and without times")
    func roundTrip() async throws {
        let times: [(Int64?, Int64?)] = [(nil, nil), (5, nil), (nil, 5), (-5, 5)]
        for raw in UInt8(0)...7 {
            for (offset, (begin, end)) in times.enumerated() {
                let number = Int(raw) * 10 + offset
                var delegation = Delegation(number, mailbox: 1, grantee: account(number))
                let terms = GrantTerms(
                    rights: Rights(rawValue: raw), window: Window(startTime: begin, expireTime: end))
                delegation.set(terms)
                try await insert(delegation)
                let id = try #require(DelegationID(delegation.id))
                let found = try await shelf.store.read { try $0.delegation(id) }
                let stored = try #require(found)
                #expect(stored.etag != "")
                #expect(unmarked(stored) == delegation)
                #expect(try stored.terms() == terms)
            }
        }
    }

    @Test("D2 D14 D20 D27 sender, folders, whether it is frozen and a self grant come back as they were, one by one")
    func furtherTerms() async throws {
        let changes: [@Sendable (inout Messages.Delegation) -> Void] = [
            { $0.displayedSender = .showDelegate }, { $0.displayedSender = .hideDelegate }, { $0.frozen = true },
            { $0.selfGrant = true }, { $0.readFolders = ["/*"] }, { $0.writeFolders = ["/Inbox", "/Inbox/*"] },
            { $0.deleteFolders = ["/Old post/1"] },
            { ($0.readFolders, $0.writeFolders, $0.deleteFolders) = (["/A", "/\u{E9}"], ["/A", "/B"], ["/A"]) },
        ]
        for (number, change) in changes.enumerated() {
            let plain = Delegation(number, mailbox: 1, grantee: account(number))
            var delegation = plain
            change(&delegation)
            try await insert(delegation)
            let id = try #require(DelegationID(delegation.id))
            let found = try #require(try await shelf.store.read { try $0.delegation(id) })
            #expect(unmarked(found) == delegation)
            // And away again, by an update.
            let back = plain
            let updated = try await shelf.store.write { try $0.update(back) }.value
            let again = try #require(try await shelf.store.read { try $0.delegation(id) })
            #expect(again == updated && again.revision == 2)
            var first = unmarked(again)
            first.revision = 1
            #expect(first == plain)
        }
    }

    @Test("D27 folders are kept in one order and each once, whatever the order they were given in")
    func canonicalFolders() async throws {
        var one = Delegation(1, mailbox: 1, grantee: account(1))
        one.readFolders = ["/b", "/a/*", "/a", "/b"]
        try await insert(one)
        let found = try await shelf.store.read { try $0.delegation(DelegationID(bits: 1)) }
        #expect(found?.readFolders == ["/a", "/a/*", "/b"])
    }

    private static func positions(_ connection: any Connection) throws -> [Int64] {
        try connection.rows("SELECT grant_position FROM delegations ORDER BY id", []) { $0.integer(0) }
    }

    @Test("D17 a row keeps the position of the write that inserted it; no update moves it")
    func grantPosition() async throws {
        let first = Delegation(1, mailbox: 1, grantee: account(1))
        let one = try await shelf.store.write { try $0.insert(first) }
        let two = try await shelf.store.write { try $0.insert(Delegation(2, mailbox: 1, grantee: account(2))) }
        #expect(one.position < two.position)
        _ = try await shelf.store.write { try $0.update(one.value) }
        #expect(try await shelf.store.read(Self.positions) == [one.position, two.position])
        let again = try await shelf.store.write { tx in
            try tx.delete(one.value)
            try tx.insert(first)
        }
        #expect(again.position > two.position)
        #expect(try await shelf.store.read(Self.positions) == [again.position, two.position])
    }

    @Test("what was stored before is as it was: nothing limits it, it counts, and it is before every position")
    func upgraded() async throws {
        let shelf = try Shelf(migrations: Array(MailboxMigrations.all.prefix(2)))
        _ = try await shelf.store.write { tx in
            try tx.run(
                "INSERT INTO delegations VALUES (?, ?, ?, ?, 1, NULL, NULL, ?, 5, 3)",
                [
                    .text(DelegationID(bits: 1).text), .text(OrganizationID(bits: 1).text), .text(MailboxID(bits: 1).text),
                    .text(account(2).text), .text(AccountID(bits: 99).text),
                ])
        }
        let upgraded = try shelf.reopened()
        let found = try await upgraded.store.read { try $0.delegation(DelegationID(bits: 1)) }
        var expected = Delegation(1, mailbox: 1, grantee: account(2))
        (expected.createTime, expected.revision) = (Timestamp(microsecondsSince1970: 5), 3)
        #expect(found.map(unmarked) == expected)
        #expect(try await upgraded.store.read(Self.positions) == [0])
    }

    @Test("D1 one row a mailbox and grantee; the tables refuse what no rule would let through")
    func constraints() async throws {
        try await insert(Delegation(1, mailbox: 1, grantee: account(2)))
        var never = Delegation(3, mailbox: 1, grantee: account(4))
        never.set(GrantTerms(rights: .open, window: Window(startTime: 5, expireTime: 5)))
        for broken in [
            Delegation(2, mailbox: 1, grantee: account(2)), Delegation(1, mailbox: 1, grantee: account(3)),
            never,
        ] {
            await #expect(throws: SQLError.self) { try await insert(broken) }
        }
        try await insert(Delegation(4, mailbox: 1, grantee: group(2)), Delegation(5, mailbox: 2, grantee: account(2)))
    }

    @Test("an id that is none is not passed over when everything is loaded")
    func corrupt() async throws {
        for column in ["id", "organization_id", "mailbox_id", "grantee_id"] {
            let shelf = try Shelf()
            _ = try await shelf.store.write { try $0.insert(Delegation(1, mailbox: 1, grantee: account(2))) }
            _ = try await shelf.store.write { tx in try tx.run("UPDATE delegations SET \(column) = 'acc_1'") }
            await #expect {
                try await shelf.store.read { connection in try connection.eachBatch { _, _ in } }
            } throws: {
                ($0 as? SQLError)?.code == .corrupt
            }
        }
    }

    @Test("D27 a folder that is none limits to nothing that there is; loaded or followed it is not passed over")
    func brokenFolders() async throws {
        for text in ["/Inbox", "0/Inbox", "8/Inbox", "1Inbox", "1/Inbox/", "1/a\n2/../b"] {
            let shelf = try Shelf()
            _ = try await shelf.store.write { try $0.insert(Delegation(1, mailbox: 1, grantee: account(2))) }
            _ = try await shelf.store.write { tx in try tx.run("UPDATE delegations SET folders = ?", [.text(text)]) }
            let stored = try #require(try await shelf.store.read { try $0.delegation(DelegationID(bits: 1)) })
            #expect(!stored.readFolders.isEmpty, "\(text)")
            #expect(throws: BrokenFolder.self) { try stored.terms() }
            #expect(MailboxDomain.Delegation(stored) == nil)
            await #expect {
                try await shelf.store.read { connection in try connection.eachBatch { _, _ in } }
            } throws: {
                ($0 as? SQLError)?.code == .corrupt
            }
        }
    }

    @Test("D2 D14 D27 what is loaded is what was stored")
    func loadedTerms() async throws {
        var first = Delegation(1, mailbox: 1, grantee: account(1))
        first.set(
            GrantTerms(
                rights: .open, window: Window(startTime: 3, expireTime: 7), sender: .show,
                folders: [try FolderGrant("/Inbox/*", .all), try FolderGrant("/Inbox", .read), try FolderGrant("/*", .delete)]))
        first.frozen = true
        var second = Delegation(2, mailbox: 1, grantee: group(1))
        second.displayedSender = .hideDelegate
        try await insert(first, second, Delegation(3, mailbox: 1, grantee: account(3)))
        let loaded = try await shelf.store.read { connection in
            var all: [MailboxDomain.Delegation] = []
            try connection.eachBatch { for case .put(let delegation) in $1 { all.append(delegation) } }
            return all.sorted { $0.id.bits < $1.id.bits }
        }
        let third = Delegation(3, mailbox: 1, grantee: account(3))
        #expect(loaded == [first, second, third].compactMap { MailboxDomain.Delegation($0) })
        #expect(loaded.count == 3 && loaded[0].folders.count == 3 && loaded[0].frozen && loaded[1].sender == .hide)
    }

    @Test("a mailbox's delegations come by grantee, page by page")
    func paging() async throws {
        for number in 1...5 { try await insert(Delegation(number, mailbox: 1, grantee: account(10 - number))) }
        try await insert(Delegation(6, mailbox: 1, grantee: group(1)), Delegation(7, mailbox: 2, grantee: account(1)))
        let mailbox = MailboxID(bits: 1)
        let all = try await shelf.store.read { try $0.delegations(of: mailbox, after: "", limit: 100) }
        #expect(all.map(\.granteeId) == (5...9).map { account($0).text } + [group(1).text])
        let after = all[1].granteeId
        let page = try await shelf.store.read { try $0.delegations(of: mailbox, after: after, limit: 2) }
        #expect(page == Array(all[2...3]))
    }

    @Test("D17 the change log says what was put and what was removed, and whose")
    func changes() async throws {
        var delegation = Delegation(1, mailbox: 1, grantee: group(2))
        try await insert(delegation)
        let folders = [FolderGrant(path: try FolderPath("/Inbox"), subtree: true, operations: [.read, .write])]
        delegation.set(GrantTerms(rights: [.send, .setUp], window: Window(expireTime: 7), sender: .hide, folders: folders))
        delegation.frozen = true
        let changed = delegation
        _ = try await shelf.store.write { try $0.update(changed) }
        _ = try await shelf.store.write { try $0.delete(changed) }
        guard case .changes(let transactions, _) = try await shelf.store.changes(after: 0, limit: 100) else {
            Issue.record("compacted")
            return
        }
        let read = try transactions.flatMap(\.changes).map { try OwnChange($0) }
        #expect(read.count == 3)
        guard case .put(let first)? = read[0], case .put(let second)? = read[1],
            case .removed(let mailbox, let grantee)? = read[2]
        else {
            Issue.record("\(read)")
            return
        }
        #expect(first.rights == .open && first.window == .always)
        #expect(second.id == first.id && second.rights == [.send, .setUp] && second.window == Window(expireTime: 7))
        #expect(second.folders == folders && second.sender == .hide && second.frozen)
        #expect(first.folders.isEmpty && first.sender == nil && !first.frozen)
        #expect(mailbox == second.mailbox && grantee == group(2))
        let gone = try await shelf.store.read { try $0.delegation(of: mailbox, to: grantee) }
        #expect(gone == nil)
    }

    @Test(
        "a change of any one column is a change of the etag",
        arguments: [
            ("id", "'dlg_1'"), ("organization_id", "'org_1'"),
            ("mailbox_id", "'\(MailboxID(bits: 2).text)'"), ("grantee_id", "'acc_1'"),
            ("rights", "3"), ("start_time", "0"), ("expire_time", "0"), ("granted_by", "''"), ("create_time", "0"),
            ("revision", "2"), ("displayed_sender", "2"), ("folders", "'1/Inbox'"), ("frozen", "1"), ("self_grant", "1"),
        ])
    func etags(_ column: String, _ value: String) async throws {
        try await insert(Delegation(1, mailbox: 1, grantee: account(2)))
        let read = { @Sendable (connection: any Connection) in
            try [MailboxID(bits: 1), MailboxID(bits: 2)].flatMap { mailbox in
                try connection.delegations(of: mailbox, after: "", limit: 9).map(\.etag)
            }
        }
        let before = try await shelf.store.read(read)
        let after = try await shelf.store.write { tx in
            try tx.run("UPDATE delegations SET \(column) = \(value)")
            return try read(tx)
        }.value
        #expect(before.count == 1 && after.count == 1)
        #expect(before != after)
    }

    @Test("loading gives every delegation once, in batches of one organization")
    func loading() async throws {
        _ = try await shelf.store.write { tx in
            for number in 1...1000 {
                try tx.insert(Delegation(number, mailbox: number / 3, grantee: account(number), in: number % 3))
            }
        }
        let batches = try await shelf.store.read { connection in
            var batches: [(OrganizationID, [OwnChange])] = []
            try connection.eachBatch(of: 100) { batches.append(($0, $1)) }
            return batches
        }
        var seen: Set<UInt128> = []
        for (organization, changes) in batches {
            #expect(changes.count <= 100)
            for case .put(let delegation) in changes {
                #expect(seen.insert(delegation.id.bits).inserted)
                #expect(organization.bits == delegation.id.bits % 3)
            }
        }
        #expect(seen.count == 1000)
    }

    @Test("ids are read in their own kind only, and written back the same")
    func ids() {
        let digits = "01jd3m5e8wf6q9v2k7x4r1t0zb"
        #expect(AccountID("acc_" + digits)?.text == "acc_" + digits)
        #expect(GroupID("grp_" + digits)?.text == "grp_" + digits)
        #expect(MailboxID("mbx_" + digits)?.account.text == "acc_" + digits)
        #expect(Grantee("acc_" + digits)?.text == "acc_" + digits)
        #expect(Grantee("grp_" + digits)?.text == "grp_" + digits)
        for broken in ["", "acc_", digits, "acc_" + digits + "0", "ACC_" + digits, "acc_" + digits.uppercased()] {
            #expect(AccountID(broken) == nil && Grantee(broken) == nil)
        }
        #expect(AccountID("grp_" + digits) == nil && Grantee("mbx_" + digits) == nil)
    }
}
