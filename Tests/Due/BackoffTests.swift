import Testing

@testable import Due

struct BackoffTests {
    @Test(
        "the pause doubles from a second to an hour, and never overflows",
        arguments: [(1, 1), (2, 2), (3, 4), (12, 2048), (13, 3600), (14, 3600), (1000, 3600), (Int.max, 3600)] as [(Int, Int64)])
    func pause(attempts: Int, seconds: Int64) {
        #expect(DueEntry.pause(after: attempts) == seconds * 1_000_000)
    }

    @Test("an entry that failed counts its attempts and keeps the time that it was due at")
    func failed() {
        let entry = DueEntry(DueKind("thing.end"), "thing", organization: "org", at: 100)
        let twice = entry.failed(at: 500).failed(at: 2_000_000)
        #expect(twice.attempts == 2)
        #expect(twice.at == 100)
        #expect(twice.tryAt == 4_000_000)
    }
}
