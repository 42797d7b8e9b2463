import SQL
import Testing

@testable import Due

/// The schedule on a real store; what it decides stands in the simulation.
struct ScheduleTests {
    @Test("an entry is done when its time has come, once, and its row is gone with it")
    func once() async throws {
        let rig = try Rig()
        try await rig.put("a", seconds: 10)
        #expect(try await rig.batch().done == 0)
        rig.advance(seconds: 10)
        #expect(try await rig.batch().done == 1)
        #expect(try await rig.batch().done == 0)
        #expect(try await rig.done() == ["thing.begin a"])
        #expect(rig.schedule.statistics == DueStatistics(waiting: 0, failing: 0, oldest: nil, done: 1, failures: 0))
    }

    @Test("one that fails is undone alone, tried again after a pause, and holds up only its own key")
    func failing() async throws {
        let rig = try Rig()
        try await rig.put("bad", seconds: 1)
        try await rig.put("bad", Rig.end, seconds: 2)
        try await rig.put("good", seconds: 3)
        rig.failing.withLock { $0 = ["bad"] }
        rig.advance(seconds: 5)
        let first = try await rig.batch()
        #expect(first.done == 1)
        #expect(first.failures.map(\.entry.key) == ["bad"])
        #expect(try await rig.done() == ["thing.begin good"])
        let statistics = rig.schedule.statistics
        #expect(statistics.waiting == 2)
        #expect(statistics.failing == 1)
        #expect(statistics.oldest == rig.now - 4_000_000)

        rig.failing.withLock { $0 = [] }
        #expect(try await rig.batch().done == 0, "it pauses")
        rig.advance(seconds: 1)
        #expect(try await rig.batch().done == 2)
        #expect(try await rig.done() == ["thing.begin good", "thing.begin bad", "thing.end bad"])
        #expect(rig.schedule.statistics == DueStatistics(waiting: 0, failing: 0, oldest: nil, done: 3, failures: 1))
    }

    @Test("for want of room an entry has not failed: it is tried each second, and does not hold up what has room")
    func withoutRoom() async throws {
        let rig = try Rig()
        try await rig.put("a", seconds: 1)
        try await rig.put("a", Rig.end, seconds: 2)
        rig.withoutRoom.withLock { $0 = [Rig.thing] }
        rig.advance(seconds: 2)
        let first = try await rig.batch()
        #expect(first.failures.map(\.isWantOfRoom) == [true])
        #expect(try await rig.done() == ["thing.end a"])
        for _ in 0..<20 {
            rig.advance(seconds: 1)
            #expect(try await rig.batch().failures.count == 1)
        }
        #expect(rig.schedule.statistics.failing == 0)
        rig.withoutRoom.withLock { $0 = [] }
        rig.advance(seconds: 1)
        #expect(try await rig.batch().done == 1)
        #expect(try await rig.done() == ["thing.end a", "thing.begin a"])
    }

    @Test("one that waits for room does not let pass what waits for one that fails")
    func withoutRoomAndFailing() async throws {
        let rig = try Rig()
        try await rig.put("a", seconds: 1)
        try await rig.put("a", Rig.end, seconds: 2)
        rig.failing.withLock { $0 = ["a"] }
        rig.advance(seconds: 2)
        try await rig.batch()
        rig.withoutRoom.withLock { $0 = [Rig.thing] }
        rig.advance(seconds: 1)
        #expect(try await rig.batch().done == 0, "it has failed before, and is not done yet")
        rig.failing.withLock { $0 = [] }
        rig.withoutRoom.withLock { $0 = [] }
        rig.advance(seconds: 1)
        #expect(try await rig.batch().done == 2)
        #expect(try await rig.done() == ["thing.begin a", "thing.end a"])
    }

    @Test("what waited for one that failed is done at once when that is gone, or moved behind it", arguments: [true, false])
    func freed(isRemoved: Bool) async throws {
        let rig = try Rig()
        try await rig.put("a", seconds: 1)
        try await rig.put("a", Rig.end, seconds: 2)
        rig.failing.withLock { $0 = ["a"] }
        rig.advance(seconds: 2)
        for _ in 0..<12 {
            try await rig.batch()
            rig.advance(seconds: 3600)
        }
        // The next try is an hour away, for both.
        try await rig.batch()
        rig.failing.withLock { $0 = [] }
        #expect(try await rig.batch().done == 0)
        if isRemoved { try await rig.remove("a") } else { try await rig.put("a", seconds: 10) }
        #expect(try await rig.batch().done == 1)
        #expect(try await rig.done() == ["thing.end a"])
    }

    @Test("a kind that nobody knows fails and stays")
    func unknown() async throws {
        let rig = try Rig()
        try await rig.put("a", DueKind("from.tomorrow"), seconds: 0)
        #expect(try await rig.batch().failures.count == 1)
        #expect(rig.schedule.statistics.waiting == 1)
        #expect(rig.schedule.statistics.failing == 1)
    }

    @Test("what is moved is done at its new time only, and what is taken away never")
    func moved() async throws {
        let rig = try Rig()
        try await rig.put("moved", seconds: 1)
        try await rig.put("gone", seconds: 1)
        try await rig.put("moved", seconds: 20)
        try await rig.remove("gone")
        try await rig.remove("never there")
        rig.advance(seconds: 10)
        #expect(try await rig.batch().done == 0)
        #expect(rig.schedule.statistics.waiting == 1)
        rig.advance(seconds: 10)
        #expect(try await rig.batch().done == 1)
        #expect(try await rig.done() == ["thing.begin moved"])
    }

    @Test("a write that is undone puts nothing, and nobody is told of it")
    func undone() async throws {
        let rig = try Rig()
        try await rig.batch()
        let entry = DueEntry(Rig.thing, "a", organization: "org", at: rig.now)
        await #expect(throws: Rig.Failed.self) {
            _ = try await rig.store.write { [schedule = rig.schedule] tx in
                try schedule.put(entry, tx)
                throw Rig.Failed()
            }
        }
        #expect(rig.schedule.statistics == DueStatistics())
        #expect(try await rig.batch().done == 0)
    }

    @Test("while a jump of the clock waits to be accepted nothing happens")
    func jump() async throws {
        let rig = try Rig()
        try await rig.put("a", seconds: 1)
        rig.advance(seconds: 2)
        rig.jump(seconds: 7200)
        #expect(try await rig.batch().done == 0)
        rig.jump(seconds: 0)
        #expect(try await rig.batch().done == 1)
    }

    @Test("the next process goes on with what is stored: it has counted, and does what fell due while nobody ran")
    func restart() async throws {
        let rig = try Rig()
        for number in 0..<100 { try await rig.put("key \(number)", seconds: 1) }
        try await rig.put("later", seconds: 1000)
        rig.failing.withLock { $0 = ["key 3"] }
        rig.advance(seconds: 2)
        #expect(try await rig.batch().done == 63)
        let next = rig.nextSchedule()
        #expect(try await next.batch(rig.actions).done == 36)
        #expect(next.statistics.waiting == 2)
        #expect(next.statistics.failing == 1)
        #expect(try await Set(rig.done()).count == 99)
        #expect(try await rig.done().count == 99)
    }

    @Test("the loop sleeps until it is woken by a commit that puts an earlier entry")
    func woken() async throws {
        let rig = try Rig()
        try await rig.put("late", seconds: 500)
        let loop = Task { [schedule = rig.schedule, actions = rig.actions] in
            await schedule.run(actions, failing: { _, _ in }, failed: { _ in })
        }
        var acted = rig.acted.stream.makeAsyncIterator()
        try await rig.put("soon", seconds: 0)
        #expect(await acted.next() == "thing.begin soon")
        // It has gone to sleep again, or is about to: neither misses one.
        try await rig.put("sooner", seconds: -5)
        #expect(await acted.next() == "thing.begin sooner")
        loop.cancel()
        await loop.value
        #expect(try await rig.done() == ["thing.begin soon", "thing.begin sooner"])
    }

    @Test(
        "what is not due is not looked at: the first is found by the index",
        arguments: [
            ("SELECT key FROM due WHERE try_at <= 1 ORDER BY try_at, at, kind, key LIMIT 64", "due_by_time"),
            ("SELECT try_at, at FROM due ORDER BY try_at, at LIMIT 1", "due_by_time"),
            ("SELECT at FROM due WHERE attempts > 0 ORDER BY at LIMIT 1", "due_failing"),
        ])
    func plan(statement: String, index: String) throws {
        let rig = try Rig()
        let plan = try rig.plan(of: statement)
        #expect(plan.contains { $0.contains(index) }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }
}
