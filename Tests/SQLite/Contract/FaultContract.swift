import SQL
import Synchronization
import Testing

@Suite("Contract: faults")
struct FaultContract {
    static let engines = EngineUnderTest.all

    private func write(_ store: Store, _ id: String) async throws -> Int64 {
        try await store.write { transaction in
            try insert(id, transaction)
            transaction.record(change(id))
            return try transaction.event(Array(id.utf8))
        }.value
    }

    /// Ten writes in one group; the codes of their failures.
    private func group(_ store: Store) async throws -> [SQLError.Code?] {
        try await store.held(until: 10) { store in
            await withTaskGroup(of: SQLError.Code?.self) { group in
                for number in 0..<10 {
                    group.addTask {
                        do {
                            _ = try await self.write(store, "g\(number)")
                            return nil
                        } catch {
                            return code(error)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
    }

    @Test(
        "the whole group fails, nothing of it stays, and the next write takes the next numbers", arguments: engines,
        [
            FaultyEngine.Fault.statement(containing: "'never'"), .statement(containing: "INSERT INTO items"),
            .statement(containing: "INSERT INTO change_log"), .statement(containing: "INSERT INTO outbox"),
            .statement(containing: "UPDATE store_state"),
        ])
    func group(_ engine: EngineUnderTest, _ fault: FaultyEngine.Fault) async throws {
        let scratch = try Scratch()
        let faulty = FaultyEngine(engine.make(scratch))
        let store = try scratch.store(faulty)
        defer { store.close() }
        let seen = Mutex<[Int64]>([])
        store.onCommit(.view) { transactions in seen.withLock { $0 += transactions.map(\.position) } }
        #expect(try await write(store, "before") == 1)
        faulty.arm(fault)
        let failures = try await group(store)
        if case .statement("'never'") = fault {
            #expect(failures == Array(repeating: nil, count: 10))
            return
        }
        #expect(failures == Array(repeating: .full, count: 10))
        #expect(store.statistics.failedCommits == 1)
        #expect(store.position == 1)
        #expect(store.outboxLength == 1)
        #expect(try await write(store, "after") == 2)
        #expect(store.position == 2)
        #expect(seen.withLock { $0 } == [1, 2])
        #expect(try await items(store) == ["after", "before"])
        let events = try await store.outboxBatch(events: 10, bytes: 100).map(\.event)
        #expect(events == [Array("before".utf8), Array("after".utf8)])
    }

    @Test("a COMMIT that fails is no commit", arguments: engines)
    func commit(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let faulty = FaultyEngine(engine.make(scratch))
        let store = try scratch.store(faulty)
        defer { store.close() }
        faulty.arm(.commit)
        await #expect { _ = try await write(store, "a") } throws: { code($0) == .full }
        faulty.arm(.begin)
        await #expect { _ = try await write(store, "b") } throws: { code($0) == .busy }
        #expect(store.position == 0)
        #expect(try await items(store) == [])
        #expect(try await write(store, "c") == 1)
        #expect(try await items(store) == ["c"])
    }

    @Test("a refusal waits for the commit too: it may rest on a write that is lost", arguments: engines)
    func refusal(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let faulty = FaultyEngine(engine.make(scratch))
        let store = try scratch.store(faulty)
        defer { store.close() }
        faulty.arm(.commit)
        await #expect { _ = try await store.write { _ in throw Refusal() } } throws: { code($0) == .full }
    }

    @Test("a body that passes over the loss of its transaction does not commit by the back door", arguments: engines)
    func swallowed(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let faulty = FaultyEngine(engine.make(scratch))
        let store = try scratch.store(faulty)
        defer { store.close() }
        faulty.arm(.statement(containing: "INSERT INTO parts"))
        let codes = Mutex<[SQLError.Code]>([])
        await #expect {
            _ = try await store.write { transaction in
                for sql in ["INSERT INTO parts (id, item) VALUES ('p', 'i')", "INSERT INTO items (id) VALUES ('i')"] {
                    do throws(SQLError) {
                        try transaction.run(sql)
                    } catch {
                        codes.withLock { $0.append(error.code) }
                    }
                }
            }
        } throws: { code($0) == .full }
        #expect(codes.withLock { $0 } == [.full, .full])
        #expect(try await items(store) == [])
    }
}
