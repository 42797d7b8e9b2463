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

    private func read(_ store: Store, _ after: Int64, _ limit: Int) async throws -> ([Int64], Int64)? {
        switch try await store.changes(after: after, limit: limit) {
        case .compacted: nil
        case .changes(let transactions, let through): (transactions.map(\.position), through)
        }
    }

    @Test(
        "pages hold whole transactions and say how far they reach", arguments: engines,
        [
            (0, 1, [1], 1), (0, 3, [1], 1), (0, 4, [1, 3], 3), (0, 100, [1, 3, 4], 5), (1, 1, [3], 3), (1, 2, [3, 4], 5),
            (2, 2, [3, 4], 5), (4, 9, [], 5), (5, 9, [], 5),
        ] as [(Int64, Int, [Int64], Int64)])
    func pages(
        _ engine: EngineUnderTest, _ row: (after: Int64, limit: Int, positions: [Int64], through: Int64)
    ) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        try await fill(store, [3, 0, 1, 1, 0])
        let page = try await read(store, row.after, row.limit)
        #expect(page?.0 == row.positions)
        #expect(page?.1 == row.through)
    }

    @Test("records come back as they were, in order", arguments: engines)
    func records(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        let gone = ChangeRecord(organization: "org_2", id: "b", type: "group", value: [], deleted: true)
        _ = try await store.write { transaction in
            transaction.record(gone)
            transaction.record(change("a"))
        }
        #expect(
            try await store.changes(after: 0, limit: 10)
                == .changes([CommittedTransaction(position: 1, changes: [gone, change("a")])], through: 1))
    }

    @Test("what is not kept, and what never was, says so", arguments: engines)
    func compaction(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let made = engine.make(scratch)
        var store = try scratch.store(made)
        try await fill(store, [1, 1, 1, 1, 1])
        #expect(try await read(store, 6, 9) == nil)
        #expect(try await store.compact(keeping: 2) == 4)
        #expect(try await store.compact(keeping: 4) == 4)
        for round in 0..<2 {
            #expect(try await read(store, 2, 9) == nil, "round \(round)")
            #expect(try await read(store, 3, 9)?.0 == [4, 5])
            store.close()
            store = try scratch.store(made)
        }
        #expect(store.position == 5)
        #expect(try await store.compact(keeping: 0) == 6)
        #expect(try await read(store, 5, 9)?.0 == [])
        store.close()
    }
}
