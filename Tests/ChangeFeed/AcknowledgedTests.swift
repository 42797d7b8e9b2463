import CFaultyDisk
import Foundation
import Patience
import Synchronization
import Testing

@testable import ChangeFeed

/// When a write is answered.
struct AcknowledgedTests {
    /// Waits in a task of its own.
    private func waiting(_ feed: Feed, _ position: Int64) async -> (task: Task<Void, Never>, isDone: @Sendable () -> Bool) {
        let done = Box()
        let task = Task {
            await feed.acknowledged(position)
            done.value.store(true, ordering: .sequentiallyConsistent)
        }
        await until { done.value.load(ordering: .sequentiallyConsistent) || feed.statistics.waitingWrites > 0 }
        return (task, { done.value.load(ordering: .sequentiallyConsistent) })
    }

    private final class Box: Sendable {
        let value = Atomic(false)
    }

    @Test("without followers at once")
    func alone() async throws {
        let leader = try await Leader()
        await leader.feed.acknowledged(try await leader.put("a"))
        #expect(leader.feed.statistics.position == 1)
    }

    @Test("D17 not before the follower has acknowledged")
    func follower() async throws {
        let leader = try await Leader()
        let raw = try await RawFollower.current(leader)
        let position = try await leader.put("a")
        let (task, isDone) = await waiting(leader.feed, position)
        #expect(!isDone())
        #expect(try await raw.positions() == [position])
        #expect(!isDone())
        try await raw.acknowledge(position)
        await task.value
    }

    @Test("D17 a follower that is gone is waited for until its lease is over")
    func gone() async throws {
        let leader = try await Leader()
        let raw = try await RawFollower.current(leader)
        raw.cancel()
        await until { leader.feed.statistics.followers.isEmpty }
        let (task, isDone) = await waiting(leader.feed, try await leader.put("a"))
        await until { leader.clock.sleepers == 1 }
        leader.clock.advance(by: .seconds(2))
        // The leader counts a thirty-second longer.
        #expect(!isDone())
        #expect(leader.feed.statistics.waitingWrites == 1)
        leader.clock.advance(by: .milliseconds(63))
        await task.value
    }

    @Test("D17 after a restart, not before the longest lease ever promised is over")
    func restart() async throws {
        let leader = try await Leader()
        let raw = try await RawFollower.current(leader)
        raw.cancel()
        #expect(leader.store.leaseMicros == 2_000_000)
        let next = leader.restartedFeed()
        let (task, isDone) = await waiting(next, try await leader.put("a"))
        await until { leader.clock.sleepers == 1 }
        leader.clock.advance(by: .seconds(2))
        #expect(!isDone())
        leader.clock.advance(by: .milliseconds(63))
        await task.value
    }

    @Test("a longer lease of the past is waited for, and then forgotten")
    func longerLease() async throws {
        let leader = try await Leader(promised: .seconds(60))
        let (task, isDone) = await waiting(leader.feed, try await leader.put("a"))
        let early = try await RawFollower.current(leader, "early")
        #expect(leader.store.leaseMicros == 60_000_000)
        await until { leader.clock.sleepers == 1 }
        leader.clock.advance(by: .seconds(60))
        #expect(!isDone())
        leader.clock.advance(by: .seconds(2))
        await task.value
        let late = try await RawFollower.current(leader, "late")
        #expect(leader.store.leaseMicros == 2_000_000)
        early.cancel()
        late.cancel()
    }

    @Test("a feed whose store has no room to write down a shorter lease serves its followers all the same")
    func noRoomForAShorterLease() async throws {
        unsafe faulty_disk_make("feed")
        let leader = try await Leader(promised: .seconds(60), vfs: "feed")
        leader.clock.advance(by: .seconds(62))
        await leader.store.settled()
        unsafe faulty_disk_arm("feed", FAULTY_WAL, FAULTY_WRITE, 1, ENOSPC, 0)
        let raw = try await RawFollower.current(leader, "early")
        #expect(unsafe faulty_disk_has_failed("feed") == 1)
        #expect(leader.store.leaseMicros == 60_000_000)
        let late = try await RawFollower.current(leader, "late")
        #expect(leader.store.leaseMicros == 2_000_000)
        raw.cancel()
        late.cancel()
    }

    @Test("a write without changes is waited for too, and its position reaches the follower")
    func withoutChanges() async throws {
        let leader = try await Leader()
        let raw = try await RawFollower.current(leader)
        try await leader.touch()
        let (task, isDone) = await waiting(leader.feed, try await leader.touch())
        #expect(!isDone())
        #expect(try await raw.positions() == [-2])
        try await raw.acknowledge(2)
        await task.value
    }

    @Test("many writes wait together, and one acknowledgement answers them all")
    func many() async throws {
        let leader = try await Leader()
        let raw = try await RawFollower.current(leader)
        var tasks: [Task<Void, Never>] = []
        for number in 0..<50 {
            let position = try await leader.put("a\(number)")
            tasks.append(Task { await leader.feed.acknowledged(position) })
        }
        await until { leader.feed.statistics.waitingWrites == 50 }
        var seen: [Int64] = []
        while seen.last != 50 { seen += try await raw.positions() ?? [] }
        #expect(seen == Array(1...50))
        try await raw.acknowledge(49)
        await until { leader.feed.statistics.waitingWrites == 1 }
        try await raw.acknowledge(50)
        for task in tasks { await task.value }
    }

    @Test("two processes of one name are both waited for")
    func sameName() async throws {
        let leader = try await Leader()
        let old = try await RawFollower.current(leader, "a")
        let new = try await RawFollower.current(leader, "a")
        #expect(try await old.next() == nil)
        let position = try await leader.put("x")
        let (task, isDone) = await waiting(leader.feed, position)
        #expect(try await new.positions() == [position])
        try await new.acknowledge(position)
        await until { leader.feed.statistics.followers.map(\.acknowledged) == [position] }
        #expect(!isDone())
        await until { leader.clock.sleepers == 1 }
        leader.clock.advance(by: .milliseconds(2063))
        await task.value
    }
}
