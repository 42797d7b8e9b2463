import Dispatch
import SQL
import Synchronization
import Testing

@Suite("Contract: housekeeping")
struct HousekeepingContract {
    static let engines = EngineUnderTest.all

    @Test("housekeeping is stored, takes no position and tells nobody", arguments: engines)
    func position(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        store.onCommit(.view) { #expect($0.isEmpty) }
        try await store.housekeep { try insert("a", $0) }
        #expect(try await items(store) == ["a"])
        #expect(store.position == 0)
        #expect(try await store.write { try insert("b", $0) }.position == 1)
    }

    @Test("settled is behind every write whose body has run", arguments: engines)
    func settled(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        let seen = Seen()
        store.onCommit(.view) { transactions in seen.last.withLock { $0 = transactions.last?.position ?? $0 } }
        for position in Int64(1)...50 {
            let isRunning = Running()
            let go = DispatchSemaphore(value: 0)
            async let write = store.write { transaction in
                isRunning.flag.store(true, ordering: .releasing)
                go.wait()
                transaction.record(change("a"))
            }
            while !isRunning.flag.load(ordering: .acquiring) { await Task.yield() }
            async let seenThen = seen.last(behind: store)
            for _ in 0..<100 { await Task.yield() }
            go.signal()
            #expect(await seenThen == position, "on disk, and the hooks have seen it")
            _ = try await write
        }
    }

    @Test(
        "settled returns also when the group has failed, when no more writes are taken, and behind the last", arguments: engines)
    func settledWithoutRoom(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let faulty = FaultyEngine(engine.make(scratch))
        var options = StoreOptions()
        options.waitingMax = 1
        let store = try scratch.store(faulty, options: options)
        let isRunning = Running()
        let go = DispatchSemaphore(value: 0)
        faulty.arm(.commit)
        async let failing = outcome {
            _ = try await store.write { _ in
                isRunning.flag.store(true, ordering: .releasing)
                go.wait()
            }
        }
        while !isRunning.flag.load(ordering: .acquiring) { await Task.yield() }
        async let waiting = outcome { _ = try await store.write { try insert("b", $0) } }
        while store.statistics.waitingWrites < 1 { await Task.yield() }
        #expect(await outcome { try await store.housekeep { _ in } } == .busy)
        async let settled: Void = store.settled()
        for _ in 0..<100 { await Task.yield() }
        go.signal()
        await settled
        #expect(await failing == .full)
        #expect(await waiting == nil)
        store.close()
        await store.settled()
    }

    private func outcome(_ work: () async throws -> Void) async -> SQLError.Code? {
        do { try await work() } catch { return code(error) }
        return nil
    }

    /// The position that the hooks have seen last.
    private final class Seen: Sendable {
        let last = Mutex<Int64>(0)

        func last(behind store: Store) async -> Int64 {
            await store.settled()
            return last.withLock { $0 }
        }
    }

    private final class Running: Sendable {
        let flag = Atomic(false)
    }
}
