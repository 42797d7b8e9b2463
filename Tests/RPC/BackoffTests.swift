import Testing

@testable import RPC

@Suite struct BackoffTests {
    @Test("doubles to its maximum, and starts again after a success")
    func doubling() {
        var backoff = Backoff(random: { 1 })
        let waits = (0..<8).map { _ in backoff.next() }
        #expect(waits == [100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000].map { .milliseconds($0) })
        backoff.reset()
        let wait = backoff.next()
        #expect(wait == .milliseconds(100))
    }

    @Test("a random part of the wait, at least half")
    func jitter() {
        var backoff = Backoff(random: { 0 })
        let wait = backoff.next()
        #expect(wait == .milliseconds(50))
    }
}
