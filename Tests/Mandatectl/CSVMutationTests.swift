import Foundation
import Testing

@testable import mandatectl

/// Whatever the file, it is read or refused with its name. `make fuzz` runs more rounds.
@Suite struct CSVMutationTests {
    private static let rounds = ProcessInfo.processInfo.environment["MANDATE_FUZZ_ROUNDS"].flatMap(Int.init) ?? 5000

    @Test("mutated files are read whole or refused")
    func mutated() {
        let seed = Array("address,display_name\n\"a,\"\"b\"\"\",c\r\nx,\"two\nlines\"\n".utf8)
        let pieces: [UInt8] = Array("\",\n\r\u{0}a".utf8) + [0xC3, 0xFF, 0xEF]
        var state: UInt64 = 42
        func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for round in 0..<Self.rounds {
            var bytes = seed
            for _ in 0...below(5) where !bytes.isEmpty {
                let at = below(bytes.count)
                switch below(3) {
                case 0: bytes[at] = pieces[below(pieces.count)]
                case 1: bytes.insert(pieces[below(pieces.count)], at: at)
                default: bytes.remove(at: at)
                }
            }
            do {
                let table = try CSVTable(bytes: bytes, named: "x.csv", columns: ["address", "display_name"])
                #expect(table.rows.allSatisfy { !$0["address"].contains("\u{0}") }, "round \(round)")
            } catch {
                #expect(error.what.contains("x.csv"), "round \(round)")
            }
        }
    }
}
