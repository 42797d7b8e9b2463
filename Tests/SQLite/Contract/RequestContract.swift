import SQL
import Synchronization
import Testing

@Suite("Contract: request ids")
struct RequestContract {
    static let engines = EngineUnderTest.all

    private func add(
        _ store: Store, id: String, caller: String = "spiffe://x/service/a", method: String = "Add",
        digest: [UInt8] = [1], refuse: Bool = false
    ) async throws -> Written<[UInt8]> {
        try await store.write { transaction in
            try transaction.once(caller: caller, requestID: id, method: method, digest: digest) {
                let count = try transaction.first("SELECT count(*) FROM items") { $0.int(0) } ?? 0
                try insert("i\(count)", transaction)
                if refuse { throw Refusal() }
                return [UInt8(count)]
            }
        }
    }

    @Test("the same id and bytes: the same answer, done once", arguments: engines)
    func same(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        #expect(try await add(store, id: "r1") == Written(value: [0], position: 1))
        #expect(try await add(store, id: "r2") == Written(value: [1], position: 2))
        #expect(try await add(store, id: "r1") == Written(value: [0], position: 2))
        #expect(try await add(store, id: "r1", caller: "other") == Written(value: [2], position: 3))
        #expect(try await add(store, id: "") == Written(value: [3], position: 4))
        #expect(try await add(store, id: "") == Written(value: [4], position: 5))
    }

    @Test("the same id for something else is refused", arguments: engines)
    func reused(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        _ = try await add(store, id: "r1")
        await #expect(throws: RequestReused()) { try await add(store, id: "r1", digest: [2]) }
        await #expect(throws: RequestReused()) { try await add(store, id: "r1", method: "Remove") }
        #expect(try await items(store) == ["i0"])
    }

    @Test("a request that failed may come again", arguments: engines)
    func failed(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        await #expect(throws: Refusal()) { try await add(store, id: "r1", refuse: true) }
        #expect(try await add(store, id: "r1").value == [0])
    }

    @Test("repeats within one group are done once", arguments: engines)
    func group(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        let answers = try await store.held(until: 20) { store in
            try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<20 {
                    group.addTask { try await add(store, id: "r1").value }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(answers == Array(repeating: [0], count: 20))
        #expect(try await items(store) == ["i0"])
    }

    @Test("old ones are forgotten", arguments: engines)
    func prune(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        _ = try await add(store, id: "r1")
        let between = scratch.now()
        _ = try await add(store, id: "r2")
        #expect(try await store.pruneRequests(before: between) == 1)
        #expect(store.position == 2)
        #expect(try await add(store, id: "r2").value == [1])
        #expect(try await add(store, id: "r1").value == [2])
    }
}
