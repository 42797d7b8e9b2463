import Foundation
import Messages
import NIOCore
import Testing

@testable import RPC

/// Whatever comes on a connection, the server lives, and says at most one goaway. `make fuzz` runs more rounds.
@Suite struct FrameMutationTests {
    /// How many connections; from `MANDATE_FUZZ_ROUNDS`.
    private static let rounds = ProcessInfo.processInfo.environment["MANDATE_FUZZ_ROUNDS"].flatMap(Int.init) ?? 2000

    /// The same numbers from the same seed, everywhere.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
    }

    @Test("mutated frames, cut anywhere, end in an answer or a goaway")
    func mutated() throws {
        let seeds: [[UInt8]] = [
            bytes(.request(1)), bytes(.request(3, "test.Echo/Unary", [10, 2, 104, 105])), bytes(.message(3, [1, 2, 3])),
            bytes(.halfClose(1)), bytes(.cancel(1)), bytes(.credit(1, 100)), bytes(.ping(7)), bytes(.hello()),
            bytes(.goaway(1, .draining, "bye")),
        ]
        for round in 0..<Self.rounds {
            var random = SplitMix(state: UInt64(round))
            let rig = try Rig()
            var stream: [UInt8] = []
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                guard var frame = seeds.randomElement(using: &random) else { continue }
                for _ in 0..<Int.random(in: 0...2, using: &random) {
                    let at = Int.random(in: 0..<frame.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: frame[at] = UInt8.random(in: 0...255, using: &random)
                    case 1: frame.insert(UInt8.random(in: 0...255, using: &random), at: at)
                    default: frame.remove(at: at)
                    }
                    if frame.isEmpty { break }
                }
                stream += frame
            }
            var rest = stream[...]
            var goaways = 0
            while !rest.isEmpty {
                let part = rest.prefix(Int.random(in: 1...40, using: &random))
                rest = rest.dropFirst(part.count)
                guard rig.channel.isActive else { break }
                try rig.sendBytes(ByteBuffer(bytes: part))
            }
            for frame in try rig.receive() {
                if case .goaway = frame.kind { goaways += 1 }
            }
            #expect(goaways <= 1, "round \(round)")
        }
    }
}
