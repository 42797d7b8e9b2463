import Dispatch
import SQL
import Synchronization
import Testing

@Suite("Contract: outbox")
struct OutboxContract {
    static let engines = EngineUnderTest.all

    private func fill(_ store: Store, _ sizes: [Int]) async throws {
        for size in sizes {
            _ = try await store.write { try $0.event(Array(repeating: 1, count: size)) }
        }
    }

    @Test("batches keep their limits, but hold one event in any case", arguments: engines)
    func batches(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        #expect(try await store.outboxBatch(events: 10, bytes: 10) == [])
        #expect(try await store.outboxOldest() == nil)
        try await fill(store, [4, 4, 4, 100, 1])
        func batch(_ after: Int64, _ events: Int, _ bytes: Int) async throws -> [Int64] {
            try await store.outboxBatch(after: after, events: events, bytes: bytes).map(\.sequence)
        }
        #expect(try await batch(0, 2, 100) == [1, 2])
        #expect(try await batch(0, 10, 11) == [1, 2])
        #expect(try await batch(0, 10, 12) == [1, 2, 3])
        #expect(try await batch(3, 10, 12) == [4])
        #expect(try await batch(4, 10, 12) == [5])
        #expect(try await batch(5, 10, 12) == [])
    }

    @Test("no batch holds what has not been published, though it is on disk", arguments: engines)
    func unpublished(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        try await fill(store, [1])
        let isStopped = Atomic(false)
        let go = DispatchSemaphore(value: 0)
        async let written = store.write { transaction in
            transaction.afterCommit {
                isStopped.store(true, ordering: .releasing)
                go.wait()
            }
            return try transaction.event([2])
        }
        while !isStopped.load(ordering: .acquiring) { await Task.yield() }
        let onDisk = try await store.read { try $0.first("SELECT max(sequence) FROM outbox") { $0.integer(0) } }
        let batch = try await store.outboxBatch(events: 10, bytes: 10).map(\.sequence)
        go.signal()
        #expect(onDisk == 2)
        #expect(batch == [1])
        #expect(try await written.value == 2)
        #expect(try await store.outboxBatch(events: 10, bytes: 10).map(\.sequence) == [1, 2])
    }

    @Test("acknowledged events go; sequences go on and no position is taken", arguments: engines)
    func acknowledge(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        try await fill(store, [1, 1, 1])
        let oldest = try await store.outboxOldest() ?? 0
        try await store.outboxAcknowledge(upTo: 2)
        #expect(store.outboxLength == 1)
        #expect(try await store.outboxOldest() ?? 0 > oldest)
        try await store.outboxAcknowledge(upTo: 99)
        #expect(store.outboxLength == 0)
        #expect(store.position == 3)
        #expect(try await store.write { try $0.event([1]) } == Written(value: 4, position: 4))
        #expect(store.outboxLast == 4)
    }

    @Test("a full outbox refuses, and only what wants to write to it", arguments: engines)
    func full(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch), options: StoreOptions(outboxEventsMax: 3))
        defer { store.close() }
        try await fill(store, [1, 1])
        await #expect(throws: OutboxFull(.change)) {
            try await store.write { transaction in
                try insert("a", transaction)
                _ = try transaction.event([3])
                _ = try transaction.event([4])
            }
        }
        #expect(try await items(store) == [])
        try await fill(store, [1])
        await #expect(throws: OutboxFull(.change)) { try await fill(store, [1]) }
        _ = try await store.write { try insert("b", $0) }
        try await store.outboxAcknowledge(upTo: 1)
        try await fill(store, [1])
        #expect(store.outboxLast == 4)
    }

    @Test("each priority has room up to its share, and no lower one takes it", arguments: engines)
    func shares(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch), options: StoreOptions(outboxEventsMax: 1000))
        defer { store.close() }
        func write(_ priority: OutboxPriority, _ count: Int) async throws {
            _ = try await store.write { transaction in
                for _ in 0..<count { try transaction.event([1], priority) }
            }
        }
        let shares: [(OutboxPriority, Int)] = [
            (.refusal, 200), (.refusalCount, 250), (.change, 900), (.session, 950), (.withdrawal, 1000),
        ]
        #expect(shares.map(\.0) == OutboxPriority.allCases)
        for (priority, length) in shares {
            try await write(priority, length - store.outboxLength)
            #expect(store.outboxLength == length)
            for full in OutboxPriority.allCases where full <= priority {
                await #expect(throws: OutboxFull(full)) { try await write(full, 1) }
            }
        }
        #expect(store.statistics.withoutRoom == [.refusal: 5, .refusalCount: 4, .change: 3, .session: 2, .withdrawal: 1])
    }

    @Test("an outbox too small for shares is whole for all of them, and the largest one can be said")
    func sizes() {
        for priority in OutboxPriority.allCases {
            #expect(priority.eventsMax(of: 3) == 3)
            #expect(priority.eventsMax(of: .max) > .max / 10)
        }
    }
}
