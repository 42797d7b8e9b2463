import Foundation
import Testing

@testable import Messages

/// Every message's decoder under mutated input. `make fuzz` runs more rounds.
@Suite struct MessageMutationTests {
    /// How many a message; from `MANDATE_FUZZ_ROUNDS`.
    private static let rounds = ProcessInfo.processInfo.environment["MANDATE_FUZZ_ROUNDS"].flatMap(Int.init) ?? 100

    @Test("random bytes neither crash nor leave anything in the arena")
    func random() {
        var random = SplitMix(seed: 42)
        let before = Arena.ofThisThread.position
        func check<M: Message>(_ type: M.Type, _ bytes: [UInt8]) {
            guard let message = try? M(decoding: bytes) else { return }
            // NaN is not equal to itself, hence bytes are compared.
            let encoded = message.encoded()
            #expect((try? M(decoding: encoded))?.encoded() == encoded)
        }
        for vector in Vector.all where !vector.bytes.isEmpty {
            guard let type = messageTypes[vector.name] else { continue }
            for _ in 0..<Self.rounds {
                var bytes = vector.bytes
                for _ in 0...random.below(3) {
                    let at = random.below(bytes.count)
                    switch random.below(3) {
                    case 0: bytes[at] = UInt8(random.below(256))
                    case 1: bytes.insert(contentsOf: bytes[at...].prefix(random.below(20)), at: at)
                    default: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(8)))
                    }
                    if bytes.isEmpty { break }
                }
                check(type, bytes)
            }
        }
        #expect(Arena.ofThisThread.position == before)
    }
}
