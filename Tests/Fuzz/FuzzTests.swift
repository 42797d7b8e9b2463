import Foundation
import Testing

/// The part of fuzzing that every test run does. `make fuzz` does more rounds, and then lets libFuzzer search.
@Suite struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// How many inputs a target, from `MANDATE_FUZZ_ROUNDS`.
    private static let rounds = environment["MANDATE_FUZZ_ROUNDS"].flatMap(Int.init) ?? 2000
    /// A file that holds the input under test, from `MANDATE_FUZZ_LAST`: what a trap leaves behind.
    private static let last = environment["MANDATE_FUZZ_LAST"].map { URL(filePath: $0) }

    @Test("what is kept holds its promises", arguments: Fuzzed.allCases)
    func replay(_ target: Fuzzed) throws {
        let corpus = try Corpus(target)
        #expect(!corpus.inputs.isEmpty)
        for input in corpus.inputs { try check(target, input, "the corpus") }
        for crash in corpus.crashes { try check(target, crash.bytes, crash.file) }
    }

    @Test("mutations of the corpus hold their promises", arguments: Fuzzed.allCases)
    func mutated(_ target: Fuzzed) throws {
        let corpus = try Corpus(target)
        for round in 0..<Self.rounds {
            var mutation = Mutation(seed: UInt64(round))
            guard try check(target, mutation.input(of: corpus.inputs), "round \(round)") else { break }
        }
    }

    @discardableResult
    private func check(_ target: Fuzzed, _ input: [UInt8], _ origin: String) throws -> Bool {
        if let last = Self.last { try Data(input).write(to: last) }
        do throws(BrokenPromise) {
            try target.run(input)
            return true
        } catch {
            let hex = input.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            Issue.record("\(target), \(origin): \(error)\n\(hex)")
            return false
        }
    }
}
