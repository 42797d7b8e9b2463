import SQL
import Synchronization
import Testing

@Suite("Contract: writes")
struct WriteContract {
    static let engines = EngineUnderTest.all

    @Test("positions count writes that changed something", arguments: engines)
    func positions(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        #expect(store.position == 0)
        #expect(try await store.write { $0.position }.value == 1)
        #expect(try await store.write { try insert("a", $0) }.position == 1)
        #expect(try await store.write { _ in 7 } == Written(value: 7, position: 1))
        #expect(try await store.write { try $0.run("DELETE FROM items WHERE id = 'none'") }.position == 1)
        #expect(try await store.write { $0.record(change("a")) }.position == 2)
        #expect(try await store.write { _ = try $0.event([1]) }.position == 3)
        await #expect(throws: Refusal()) {
            try await store.write { transaction in
                try insert("b", transaction)
                transaction.record(change("b"))
                _ = try transaction.event([2])
                throw Refusal()
            }
        }
        #expect(store.position == 3)
        #expect(store.outboxLast == 1)
        #expect(try await items(store) == ["a"])
        #expect(try await store.snapshot { _ in true } == Written(value: true, position: 3))
    }

    @Test("writes that wait share a commit, and one that throws is undone alone", arguments: engines)
    func group(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let groups = Mutex<[String]>([])
        let clock = Atomic<Int64>(0)
        var options = StoreOptions()
        options.steadyClock = { clock.wrappingAdd(7, ordering: .relaxed).newValue }
        options.committed = { writes, nanoseconds in groups.withLock { $0.append("\(writes) in \(nanoseconds)") } }
        let store = try scratch.store(engine.make(scratch), options: options)
        defer { store.close() }
        let outcomes = try await store.held(until: 100) { store in
            await withTaskGroup(of: Int64?.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        do {
                            return try await store.write { transaction in
                                try insert("i\(number)", transaction)
                                if number == 50 { throw Refusal() }
                            }.position
                        } catch {
                            return nil
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(outcomes.compactMap { $0 }.sorted() == Array(1...99))
        #expect(try await items(store).count == 99)
        let statistics = store.statistics
        #expect(statistics.commits == 2)
        #expect(statistics.writes == 100)
        #expect(statistics.refusedWrites == 1)
        #expect(statistics.largestGroup == 100)
        #expect(statistics.waitingWrites == 0)
        #expect(groups.withLock { $0 } == ["1 in 7", "100 in 7"])
    }

    @Test("1,000 writes at once with refusals among them: positions and sequences without a hole", arguments: engines)
    func dense(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        let seen = Mutex<[Int64]>([])
        store.onCommit(.view) { transactions in seen.withLock { $0 += transactions.map(\.position) } }
        let dice = scratch.random(1_000)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<1_000 {
                group.addTask {
                    do {
                        _ = try await store.write { transaction in
                            transaction.record(change("i\(number)"))
                            _ = try transaction.event(Array("e\(number)".utf8))
                            try insert("i\(number)", transaction)
                            if dice[number] % 4 == 0 { throw Refusal(number: number) }
                        }
                    } catch {
                        #expect(error as? Refusal == Refusal(number: number))
                    }
                }
            }
        }
        let kept = Int64(dice.filter { $0 % 4 != 0 }.count)
        #expect(kept > 600 && kept < 900)
        #expect(store.position == kept)
        #expect(seen.withLock { $0 } == Array(1...kept))
        #expect(try await items(store).count == Int(kept))
        #expect(try await store.outboxBatch(events: 2_000, bytes: .max).map(\.sequence) == Array(1...kept))
        guard case .changes(let transactions, let through) = try await store.changes(after: 0, limit: 2_000) else {
            Issue.record("compacted")
            return
        }
        #expect(transactions.map(\.position) == Array(1...kept))
        #expect(through == ChangePlace(kept))
        #expect(store.statistics.commits < 1_000)
    }

    @Test("hooks see whole transactions before the write is answered", arguments: engines)
    func hooks(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        let seen = Mutex<[CommittedTransaction]>([])
        let sequences = Mutex<[Int64]>([])
        store.onCommit(.view) { transactions in seen.withLock { $0 += transactions } }
        store.onEvents { last in sequences.withLock { $0.append(last) } }
        _ = try await store.write { try insert("a", $0) }
        #expect(seen.withLock { $0 } == [])
        _ = try await store.write { transaction in
            transaction.record(change("x"))
            transaction.record(change("y"))
            _ = try transaction.event([1])
            _ = try transaction.event([2])
        }
        #expect(seen.withLock { $0 } == [CommittedTransaction(position: 2, changes: [change("x"), change("y")])])
        #expect(sequences.withLock { $0 } == [2])
    }

    @Test(
        "what a write does behind its commit stands between the view and the followers; undone with the write", arguments: engines
    )
    func afterCommit(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        let heard = Mutex<[String]>([])
        @Sendable func hear(_ what: String) { heard.withLock { $0.append(what) } }
        store.onCommit(.followers) { _ in hear("followers") }
        store.onCommit(.view) { _ in hear("view") }
        store.onEvents { _ in hear("events") }
        _ = try await store.write { transaction in
            transaction.record(change("x"))
            _ = try transaction.event([1])
            transaction.afterCommit { hear("one") }
            #expect(throws: Refusal()) {
                try transaction.nested {
                    transaction.afterCommit { hear("undone") }
                    throw Refusal()
                }
            }
            transaction.afterCommit { hear("two") }
        }
        await #expect(throws: Refusal()) {
            try await store.write { transaction in
                transaction.afterCommit { hear("refused") }
                throw Refusal()
            }
        }
        #expect(heard.withLock { $0 } == ["view", "one", "two", "followers", "events"])
    }

    @Test("the service's own view hears of a commit before any follower, whoever was registered first", arguments: engines)
    func phases(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        let heard = Mutex<[CommitPhase]>([])
        for phase in [.followers, .view, .followers, .view] as [CommitPhase] {
            store.onCommit(phase) { _ in heard.withLock { $0.append(phase) } }
        }
        _ = try await store.write { $0.record(change("x")) }
        #expect(heard.withLock { $0 } == [.view, .view, .followers, .followers])
    }

    @Test("a nested part that fails leaves no trace", arguments: engines)
    func nested(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        let sequence = try await store.write { transaction in
            for number in 0..<4 {
                do {
                    try transaction.nested {
                        try insert("i\(number)", transaction)
                        transaction.record(change("i\(number)"))
                        _ = try transaction.event([UInt8(number)])
                        if number % 2 == 1 { throw Refusal(number: number) }
                    }
                } catch {
                    #expect(error as? Refusal == Refusal(number: number))
                }
            }
            return try transaction.event([9])
        }
        #expect(sequence == Written(value: 3, position: 1))
        #expect(try await items(store) == ["i0", "i2"])
        #expect(try await store.outboxBatch(events: 9, bytes: 99).map(\.event) == [[0], [2], [9]])
        #expect(
            try await store.changes(after: 0, limit: 9)
                == .changes([CommittedTransaction(position: 1, changes: [change("i0"), change("i2")])], through: 1))
    }

    @Test("a transaction kept beyond its write refuses", arguments: engines)
    func kept(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        let result = try await store.write { transaction -> @Sendable () -> Bool in
            nonisolated(unsafe) let kept = transaction
            return {
                do throws(SQLError) {
                    try unsafe insert("late", kept)
                    return false
                } catch {
                    return error.code == .misuse
                }
            }
        }
        #expect(result.value())
        #expect(try await items(store) == [])
    }

    @Test("opened again: the same epoch, secret key, position and sequence", arguments: engines)
    func reopen(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let made = engine.make(scratch)
        let first = try scratch.store(made)
        let (epoch, key) = (first.epoch, first.secretKey)
        #expect(epoch.count == 26 && key.count == 32)
        for number in 0..<3 {
            _ = try await first.write { transaction in
                transaction.record(change("c\(number)"))
                _ = try transaction.event([UInt8(number)])
            }
        }
        try await first.outboxAcknowledge(upTo: 2)
        try await first.setLease(micros: 2_000_000)
        first.close()
        let second = try scratch.store(made)
        defer { second.close() }
        #expect(second.epoch == epoch && second.secretKey == key)
        #expect(second.position == 3)
        #expect(second.outboxLast == 3)
        #expect(second.outboxLength == 1)
        #expect(second.leaseMicros == 2_000_000)
        #expect(try await second.write { try $0.event([3]) } == Written(value: 4, position: 4))
    }

    @Test("close finishes what waits and refuses what comes", arguments: engines)
    func close(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let made = engine.make(scratch)
        let store = try scratch.store(made)
        async let last = store.write { try insert("a", $0) }
        _ = try await last
        store.close()
        store.close()
        await #expect { _ = try await store.write { _ in } } throws: { code($0) == .closed }
        await #expect { _ = try await items(store) } throws: { code($0) == .closed }
        let again = try scratch.store(made)
        #expect(try await items(again) == ["a"])
        again.close()
    }
}
