internal import ArgumentParser
internal import Contract
internal import Lots
internal import Messages
internal import RPC

/// `Check` over TLS on loopback, against a server that authenticates, judges, counts and answers from its index.
struct CheckBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a second, over so many connections with so many calls in flight.")

    @OptionGroup var options: TargetOptions
    @Option(help: "The key of the result.") var key: String
    @Option var connections = 1
    @Option var inFlight = 1
    @Flag(help: "Account and mailbox are named by their addresses.") var byAddress = false
    @Option(help: "Calls before the measured ones.") var warmUp: Int
    @Option(help: "Calls that are measured.") var calls: Int

    func run() async throws {
        let target = try options.target()
        let questions = Questions.about(target.ids, byAddress: byAddress)
        try await Questions.check(questions, target)
        let load = Load(target, AccessServiceMethods.check, questions, connections: connections, inFlight: inFlight)
        _ = try await load.run(warmUp)
        value(key, try await load.run(calls))
        await load.close()
    }
}

/// What is asked: a third each of one's own mailbox, a function's, another person's.
enum Questions {
    static func about(_ ids: IDs, byAddress: Bool = false) -> [CheckRequest] {
        var random = SplitMix(seed: 1)
        return (0..<4096).compactMap { number in
            guard let account = ids.accounts.randomElement(using: &random),
                let other = ids.accounts.randomElement(using: &random),
                let function = ids.functionalMailboxes.randomElement(using: &random)
            else { return nil }
            let mailbox = [IDs.mailbox(of: account), function, IDs.mailbox(of: other)][number % 3]
            guard byAddress else {
                return CheckRequest(account: .accountId(account), mailbox: .mailboxId(mailbox), right: .open)
            }
            return CheckRequest(
                account: .accountAddress(ids.address(of: account)), mailbox: .mailboxAddress(ids.address(of: mailbox)),
                right: .open)
        }
    }

    /// Some are asked before, and each third must be allowed: what is measured afterwards are real decisions.
    static func check(_ questions: [CheckRequest], _ target: Target) async throws {
        let client = AccessClient(transport: target.connect())
        for (number, question) in questions.prefix(300).enumerated() {
            let answer = try await client.check(question)
            guard answer.reason != .unspecified, answer.allowed || number % 3 != 0 else {
                throw Failure("\(question) is answered with \(answer): not the demo's institution")
            }
        }
    }
}
