import SQL
import Testing

@Suite("Contract: change log")
struct ChangesContract {
    static let engines = EngineUnderTest.all

    /// Writes with that many changes each, at positions 1, 2, 3 …
    private func fill(_ store: Store, _ counts: [Int]) async throws {
        for (index, count) in counts.enumerated() {
            _ = try await store.write { transaction in
                try insert("i\(index)", transaction)
                for number in 0..<count { transaction.record(change("\(index).\(number)")) }
            }
        }
    }

    private func read(_ store: Store, _ after: ChangePlace, _ limit: Int) async throws -> ([Int64], ChangePlace)? {
        switch try await store.changes(after: after, limit: limit) {
        case .compacted: nil
        case .changes(let transactions, let through): (transactions.map(\.position), through)
        }
    }

    @Test(
        "pages say how far they reach", arguments: engines,
        [
            (0, 3, [1], 1), (0, 4, [1, 3], 3), (0, 100, [1, 3, 4], 5), (1, 1, [3], 3), (1, 2, [3, 4], 5), (2, 2, [3, 4], 5),
            (4, 9, [], 5), (5, 9, [], 5), (0, 1, [1], ChangePlace(0, taken: 1)), (0, 2, [1], ChangePlace(0, taken: 2)),
            (ChangePlace(0, taken: 2), 1, [1], 1), (ChangePlace(0, taken: 1), 3, [1, 3], 3),
            (ChangePlace(0, taken: 2), 9, [1, 3, 4], 5),
        ] as [(ChangePlace, Int, [Int64], ChangePlace)])
    func pages(
        _ engine: EngineUnderTest, _ row: (after: ChangePlace, limit: Int, positions: [Int64], through: ChangePlace)
    ) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        try await fill(store, [3, 0, 1, 1, 0])
        let page = try await read(store, row.after, row.limit)
        #expect(page?.0 == row.positions)
        #expect(page?.1 == row.through)
    }

    @Test(
        "pages cut anywhere, by number or by bytes, add up to what was written", arguments: engines,
        [(1, .max), (2, .max), (3, .max), (9, 1), (9, 60), (9, 100), (9, 200), (99, .max)] as [(Int, Int)])
    func addUp(_ engine: EngineUnderTest, _ row: (limit: Int, bytesMax: Int)) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        try await fill(store, [3, 0, 1, 5, 0, 0, 1, 2])
        var whole: [CommittedTransaction] = []
        var place: ChangePlace = 0
        var isCut = false
        while case .changes(let page, let through) = try await store.changes(
            after: place, limit: row.limit, bytesMax: row.bytesMax), through != place
        {
            let changes = page.flatMap(\.changes)
            #expect(changes.count <= row.limit)
            #expect(changes.count == 1 || changes.reduce(0) { $0 + $1.size } <= row.bytesMax)
            for transaction in page {
                if isCut {
                    #expect(whole.last?.position == transaction.position)
                    whole[whole.count - 1].changes += transaction.changes
                } else {
                    whole.append(transaction)
                }
                isCut = false
            }
            isCut = through.taken > 0
            if isCut {
                #expect(through == ChangePlace((whole.last?.position ?? 0) - 1, taken: whole.last?.changes.count ?? 0))
            }
            place = through
        }
        #expect(place == 8 && !isCut)
        guard case .changes(let all, through: 8) = try await store.changes(after: 0, limit: 99) else {
            Issue.record("compacted")
            return
        }
        #expect(whole == all && all.map(\.changes.count) == [3, 1, 5, 1, 2])
    }

    @Test("records come back as they were, in order", arguments: engines)
    func records(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        let gone = ChangeRecord(organization: "org_2", id: "b", type: "group", value: [], deleted: true)
        let mark = ChangeRecord(organization: "org_2", id: "c", type: "item", value: [], deleted: true, cascade: true)
        _ = try await store.write { transaction in
            transaction.record(gone)
            transaction.record(mark)
            transaction.record(change("a"))
        }
        #expect(
            try await store.changes(after: 0, limit: 10)
                == .changes([CommittedTransaction(position: 1, changes: [gone, mark, change("a")])], through: 1))
    }

    @Test("whether a thing was touched behind a position: itself, what is within it, or by a mark", arguments: engines)
    func touched(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        _ = try await store.write { tx in
            for id in ["a", "b/1", "c0", "d-"] { tx.record(change(id)) }
        }
        func touched(_ id: String, of organization: String = "org_1", after position: Int64 = 0) async throws -> Bool {
            try await store.read { try $0.hasChanges(of: organization, naming: id, after: position) }
        }
        for (id, expected) in [("a", true), ("b", true), ("b/1", true), ("c", false), ("d", false), ("e", false)] {
            #expect(try await touched(id) == expected, "\(id)")
        }
        #expect(try await !touched("a", of: "org_2"))
        #expect(try await !touched("a", after: 1))
        let mark = ChangeRecord(organization: "org_1", id: "grp", type: "item", value: [], deleted: true, cascade: true)
        _ = try await store.write { $0.record(mark) }
        #expect(try await touched("e", after: 1))
    }

    @Test("what is not kept, and what never was, says so", arguments: engines)
    func compaction(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let made = engine.make(scratch)
        var store = try scratch.store(made)
        try await fill(store, [1, 1, 1, 1, 1])
        #expect(try await read(store, 6, 9) == nil)
        #expect(try await read(store, ChangePlace(.max), 9) == nil)
        #expect(try await store.compact(keeping: 2) == 4)
        #expect(try await store.compact(keeping: 4) == 4)
        for round in 0..<2 {
            #expect(try await read(store, 2, 9) == nil, "round \(round)")
            #expect(try await read(store, 3, 9)?.0 == [4, 5])
            for (position, isKept) in [(2, false), (3, true), (5, true), (6, false), (.max, false)] as [(Int64, Bool)] {
                #expect(try await store.keepsChanges(after: position) == isKept, "\(position)")
            }
            store.close()
            store = try scratch.store(made)
        }
        #expect(store.position == 5)
        #expect(try await store.compact(keeping: 0) == 6)
        #expect(try await read(store, 5, 9)?.0 == [])
        store.close()
    }
}
