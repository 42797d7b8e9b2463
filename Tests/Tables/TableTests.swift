import Messages
import SQL
import Tables
import Testing

@Suite struct TableTests {
    let shop: Shop

    init() throws { shop = try Shop() }

    private let byID = accounts.lookup("id")
    private let byExternalID = accounts.lookup("organization_id", whereNotEmpty: "external_id")

    private func find(_ id: String) async throws -> Account? {
        try await shop.store.read { try byID.find([.text(id)], $0) }
    }

    @Test("what is stored comes back as it was answered, with its first revision and its etag")
    func insert() async throws {
        try await shop.fill("org_1", owner: "acc_2")
        var new = account("acc_1")
        (new.accountType, new.externalId, new.suspendTime) = (.functional, "x-1", Timestamp(microsecondsSince1970: -5))
        (new.revision, new.etag) = (40, "of another")
        let given = new
        let stored = try await shop.store.write { tx in try accounts.insert(given, tx) }.value
        #expect(stored.revision == 1 && stored.etag == accounts.etag(of: stored) && stored.etag != "of another")
        #expect(try await find("acc_1") == stored)
        new.owner = true
        let owner = try await shop.store.write { tx in try accounts.insert(account("acc_2"), tx) }.value
        #expect(owner.accountType == .unspecified && owner.suspendTime == nil)
        let found = try #require(try await find("acc_2"))
        #expect(found.owner && found.etag == owner.etag, "what another row says is read, and is no part of the etag")
    }

    @Test("an update stores what can change as the next revision, and nothing else")
    func update() async throws {
        try await shop.fill("org_1", "acc_1", "acc_2")
        let before = try #require(try await find("acc_1"))
        var changed = before
        (changed.displayName, changed.accountType, changed.suspendTime) = ("", .functional, Timestamp(microsecondsSince1970: 9))
        (changed.createTime, changed.organizationId) = (Timestamp(microsecondsSince1970: 1), "org_2")
        let asked = changed
        _ = try await shop.store.write { tx in try accounts.update(asked, tx) }
        let after = try #require(try await find("acc_1"))
        #expect(after.displayName == "" && after.accountType == .functional && after.suspendTime == asked.suspendTime)
        #expect(after.createTime == before.createTime && after.organizationId == "org_1")
        #expect(after.revision == 2 && after.etag != before.etag)
        #expect(try await find("acc_2")?.revision == 1)
        let again = try await shop.store.write { tx in try accounts.update(after, tx) }.value
        #expect(again.revision == 3 && again.etag != after.etag, "the same content again is another state")
        #expect(try await find("acc_1") == again)
    }

    @Test("followers are told of each change in order, without etag and without what is only stored")
    func told() async throws {
        try await shop.fill("org_1")
        var new = account("acc_1")
        new.externalId = "x-1"
        let given = new
        let stored = try await shop.store.write { tx in try accounts.insert(given, tx) }.value
        let updated = try await shop.store.write { tx in try accounts.update(stored, tx) }.value
        _ = try await shop.store.write { tx in try accounts.delete(updated, tx) }
        let told = try await shop.told().dropFirst()
        #expect(told.map(\.id) == ["acc_1", "acc_1", "acc_1"] && told.map(\.deleted) == [false, false, true])
        #expect(told.allSatisfy { $0.organization == "org_1" && $0.type == Account.name })
        let first = try Account(decoding: told[told.startIndex].value)
        let second = try Account(decoding: told[told.startIndex + 1].value)
        #expect(first.etag == "" && first.externalId == "" && first.displayName == stored.displayName)
        #expect(first.revision == 1 && second.revision == 2)
        #expect(told.last?.value == [])
        #expect(try await find("acc_1") == nil)
    }

    @Test("of a table that none follows nobody is told, of a new row, a change or an end")
    func unfollowed() async throws {
        let stored = try await shop.store.write { tx in
            let made = try hidden.insert(Organization(id: "org_1", ownerId: "acc_1"), tx)
            var changed = made
            changed.ownerId = "acc_2"
            changed = try hidden.update(changed, tx)
            let found = try hidden.lookup("id").find([.text("org_1")], tx)
            try hidden.delete(changed, tx)
            return (made, changed, found)
        }.value
        #expect(stored.0.etag != stored.1.etag && stored.2?.ownerId == "acc_2" && stored.2?.etag == stored.1.etag)
        #expect(try await shop.told().isEmpty)
    }

    @Test("a change of what is not there is refused and nobody is told")
    func gone() async throws {
        try await shop.fill("org_1", "acc_1")
        for isUpdate in [true, false] {
            await #expect(throws: SQLError.self) {
                try await shop.store.write { tx in
                    if isUpdate { try accounts.update(account("acc_2"), tx) } else { try accounts.delete(account("acc_2"), tx) }
                }
            }
        }
        await #expect(throws: SQLError.self) {
            try await shop.store.write { tx in try accounts.insert(account("acc_1"), tx) }
        }
        #expect(try await shop.told().count == 2)
    }

    @Test("every column is a part of the etag")
    func etags() {
        var base = account("acc_1")
        base.revision = 1
        let changes: [(inout Account) -> Void] = [
            { $0.id = "acc_2" }, { $0.organizationId = "org_2" }, { $0.state = .suspended }, { $0.displayName += "\0" },
            { $0.externalId = "x" }, { $0.accountType = .functional }, { $0.address += "x" },
            { $0.createTime = Timestamp(microsecondsSince1970: 6) }, { $0.suspendTime = Timestamp(microsecondsSince1970: 0) },
            { $0.revision = 2 },
        ]
        var etags: Set<String> = [accounts.etag(of: base)]
        for change in changes {
            var changed = base
            change(&changed)
            etags.insert(accounts.etag(of: changed))
        }
        #expect(etags.count == changes.count + 1)
        var same = base
        (same.etag, same.owner) = ("another", true)
        #expect(accounts.etag(of: same) == accounts.etag(of: base))
    }

    @Test("a key of two columns names one row")
    func pair() async throws {
        let (one, two) = (GroupMember(groupId: "g", memberId: "a"), GroupMember(groupId: "g", memberId: "b"))
        _ = try await shop.store.write { tx in
            try members.insert(one, tx)
            try members.insert(two, tx)
            try members.delete(one, tx)
        }
        var left: [GroupMember] = []
        left = try await shop.store.read { connection in
            var left: [GroupMember] = []
            try members.each(connection) { left.append($0) }
            return left
        }
        #expect(left == [two])
        #expect(try await shop.told().last?.id == "g/a")
    }

    @Test("empty text names nobody where empty means none")
    func partial() async throws {
        try await shop.fill("org_1", "acc_1", "acc_2")
        let found = try await shop.store.read { try byExternalID.find(["org_1", ""], $0) }
        #expect(found == nil)
    }

    @Test("names find each resource once, in the order of ids; what is not there or does not belong is left out")
    func named() async throws {
        try await shop.fill("org_1", "acc_b", "acc_a", "acc_c")
        try await shop.fill("org_2", "acc_d")
        var keyed = account("acc_e")
        keyed.externalId = "x-1"
        let given = keyed
        _ = try await shop.store.write { tx in try accounts.insert(given, tx) }
        let ids = ["acc_e", "acc_d", "acc_none", "acc_b", "acc_a", "acc_b", ""]
        let found = try await shop.store.read { connection in
            try accounts.named(
                [Names(ids, byID), Names(["x-1", "", "x-2"], byExternalID, within: "org_1")], connection
            ) { $0.organizationId == "org_1" }
        }
        #expect(found.map(\.id) == ["acc_a", "acc_b", "acc_e"])
        #expect(found.allSatisfy { $0.etag == accounts.etag(of: $0) })
    }

    @Test("pages are in the order of bytes, and a filter of 0 asks for nothing")
    func pages() async throws {
        try await shop.fill("org_1", "acc_b", "acc_a", "acc_é", "acc_z", "acc_Z")
        try await shop.fill("org_2", "acc_0")
        let pages = accounts.pages(within: "organization_id", behind: "id", filters: ["state", "account_type"])
        let shop = shop
        func read(_ after: String, _ limit: Int, _ numbers: [Int64] = [0, 0]) async throws -> [String] {
            try await shop.store.read { connection in
                try pages.read(connection, within: "org_1", after: after, limit: limit, numbers: numbers).map(\.id)
            }
        }
        #expect(try await read("", 9) == ["acc_Z", "acc_a", "acc_b", "acc_z", "acc_é"])
        #expect(try await read("acc_a", 2) == ["acc_b", "acc_z"])
        #expect(try await read("acc_é", 2) == [])
        #expect(try await read("", 9, [2, 0]).count == 5)
        #expect(try await read("", 9, [3, 0]) == [])
        #expect(try await read("", 9, [2, 1]) == [])
        let all = try await shop.store.read { try organizations.pages(behind: "id").read($0, after: "", limit: 9) }
        #expect(all.map(\.id) == ["org_1", "org_2"])
    }

    @Test("a row says which write inserted it, and goes on saying it; no message and no etag has it")
    func position() async throws {
        let first = try await shop.store.write { tx in try placed.insert(Organization(id: "org_1", ownerId: "acc_1"), tx) }
        let second = try await shop.store.write { tx in
            let two = try placed.insert(Organization(id: "org_2", ownerId: "acc_1"), tx)
            var one = first.value
            one.ownerId = "acc_2"
            try placed.update(one, tx)
            return two
        }
        let places = try await shop.store.read { try $0.rows("SELECT placed_at FROM placed ORDER BY id") { $0.integer(0) } }
        #expect(places == [first.position, second.position] && first.position < second.position)
        let found = try await shop.store.read { try placed.lookup("id").find([.text("org_2")], $0) }
        #expect(found == second.value && found?.etag == placed.etag(of: second.value))
    }

    @Test("pages up to a number leave out what is above it, and go on behind a key")
    func bounded() async throws {
        var positions: [Int64] = []
        for id in ["org_b", "org_c", "org_a"] {
            let written = try await shop.store.write { tx in try placed.insert(Organization(id: id, ownerId: "acc_1"), tx) }
            positions.append(written.position)
        }
        let pages = placed.pages(within: "owner_id", behind: "id", upTo: "placed_at")
        let bounds = positions
        let read = try await shop.store.read { connection in
            try [(0, ""), (1, ""), (2, ""), (2, "org_a"), (0, "org_b")].map { place, key in
                try pages.read(connection, within: "acc_1", after: key, limit: 9, upTo: bounds[place]).map(\.id)
            }
        }
        #expect(read == [["org_b"], ["org_b", "org_c"], ["org_a", "org_b", "org_c"], ["org_b", "org_c"], []])
    }

    @Test("a table that is read through a view finds, lists and tells of nothing else, and changes any row")
    func view() async throws {
        let stored = try await shop.store.write { tx in
            try placed.insert(Organization(id: "org_1", ownerId: "acc_1"), tx)
            return try placed.insert(Organization(id: "org_2"), tx)
        }.value
        let (found, page, told) = try await shop.store.read { connection in
            var told: [String] = []
            try placed.eachRecord(connection) { told.append($0.id) }
            return (
                try placed.lookup("id").find([.text("org_2")], connection),
                try placed.pages(behind: "id").read(connection, after: "", limit: 9).map(\.id), told
            )
        }
        #expect(found == nil && page == ["org_1"] && told == ["org_1"])
        _ = try await shop.store.write { tx in try placed.delete(stored, tx) }
        let left = try await shop.store.read { try $0.rows("SELECT id FROM placed") { $0.text(0) } }
        #expect(left == ["org_1"])
    }

    @Test("everything is read without etags, as records as followers have it")
    func each() async throws {
        try await shop.fill("org_1", owner: "acc_1", "acc_1", "acc_2")
        let (read, records) = try await shop.store.read { connection in
            var read: [Account] = []
            var records: [ChangeRecord] = []
            try accounts.each(connection) { read.append($0) }
            try accounts.eachRecord(connection) { records.append($0) }
            return (read, records)
        }
        #expect(read.map(\.id).sorted() == ["acc_1", "acc_2"] && read.allSatisfy { $0.etag == "" && $0.revision == 1 })
        #expect(read.first { $0.id == "acc_1" }?.owner == true)
        #expect(records.map(\.id).sorted() == ["acc_1", "acc_2"])
    }
}
