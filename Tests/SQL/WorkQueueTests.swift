import Foundation
import Synchronization
import Testing

@testable import SQL

@Suite("Work queue")
struct WorkQueueTests {
    @Test("first come, first served, in groups no larger than asked")
    func order() throws {
        let queue = WorkQueue<Int>(limit: 100)
        for job in 0..<10 { try queue.push(job) }
        #expect(queue.take(atMost: 4) == [0, 1, 2, 3])
        try queue.push(10)
        #expect(queue.count == 7)
        #expect(queue.take(atMost: 2) == [4, 5])
        #expect(queue.take(atMost: 100) == [6, 7, 8, 9, 10])
    }

    @Test("one more than the limit is refused as busy")
    func limit() throws {
        let queue = WorkQueue<Int>(limit: 2)
        try queue.push(1)
        try queue.push(2)
        #expect { try queue.push(3) } throws: { ($0 as? SQLError)?.code == .busy }
        _ = queue.take(atMost: 1)
        try queue.push(3)
    }

    @Test("a closed queue takes nothing, yields what waits, then ends")
    func close() throws {
        let queue = WorkQueue<Int>(limit: 10)
        try queue.push(1)
        queue.close()
        #expect { try queue.push(2) } throws: { ($0 as? SQLError)?.code == .closed }
        #expect(queue.take(atMost: 5) == [1])
        #expect(queue.take(atMost: 5) == nil)
    }

    @Test("many threads take each job once")
    func threads() async throws {
        let queue = WorkQueue<Int>(limit: 10_000)
        let seen = Mutex<[Int]>([])
        let ended = Ended()
        for _ in 0..<3 {
            Thread {
                while let jobs = queue.take(atMost: 7) { seen.withLock { $0 += jobs } }
                ended.count.add(1, ordering: .acquiringAndReleasing)
            }.start()
        }
        for job in 0..<5_000 { try queue.push(job) }
        queue.close()
        while ended.count.load(ordering: .acquiring) < 3 { await Task.yield() }
        #expect(seen.withLock { $0.sorted() } == Array(0..<5_000))
    }
}

private final class Ended: Sendable {
    let count = Atomic(0)
}
