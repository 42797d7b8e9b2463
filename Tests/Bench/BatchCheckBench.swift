internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

/// `BatchCheck` of a thousand questions a call over one TLS connection on loopback.
struct BatchCheckBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batches", abstract: "Decisions a second of BatchCheck, a thousand a call, over one connection.")

    @OptionGroup var options: TargetOptions
    @Option(help: "Calls at a time.") var inFlight = 4
    @Option(help: "Calls before the measured ones.") var warmUp: Int
    @Option(help: "Calls that are measured.") var calls: Int

    private static let questions = 1000

    func run() async throws {
        let target = try options.target()
        let checks = Questions.about(target.ids)
        try await Questions.check(checks, target)
        // So many that no two calls under way ask the same.
        let requests = (0..<8).map { number in
            BatchCheckRequest(checks: (0..<Self.questions).map { checks[(number * Self.questions + $0) % checks.count] })
        }
        let load = Load(target, AccessServiceMethods.batchCheck, requests, connections: 1, inFlight: inFlight)
        _ = try await load.run(warmUp)
        value("batch_decisions", try await load.run(calls) * Double(Self.questions))
        await load.close()
    }
}
