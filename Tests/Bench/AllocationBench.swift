internal import ArgumentParser
internal import Contract
internal import Foundation
internal import RPC

/// Allocations that the server makes for one Check, as `Peers/allocations` counts them inside it, on a warm connection.
struct AllocationBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allocations", abstract: "Allocations of the server per Check.")

    @OptionGroup var options: TargetOptions
    @Option(help: "The file that the counter inside the server counts in.") var counter: String
    @Option(help: "The key of the result.") var key: String
    @Option var connections = 1
    @Option var inFlight = 1
    @Option var calls = 20_000

    func run() async throws {
        let target = try options.target()
        let questions = Questions.about(target.ids)
        try await Questions.check(questions, target)
        let load = Load(target, AccessServiceMethods.check, questions, connections: connections, inFlight: inFlight)
        _ = try await load.run(calls)
        // What the server does beside the calls (heartbeats) only adds: the least of three counts most.
        var least = Double.infinity
        for _ in 0..<3 {
            let before = try count()
            _ = try await load.run(calls)
            least = min(least, Double(try count() - before) / Double(calls))
        }
        await load.close()
        value(key, least)
    }

    /// Eight bytes, in the order of the machine.
    private func count() throws -> UInt64 {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: counter))
        guard bytes.count >= 8 else { throw Failure("\(counter) holds no counter: was the server started with it?") }
        return bytes.prefix(8).enumerated().reduce(0) { $0 | UInt64($1.element) << (8 * UInt64($1.offset)) }
    }
}
