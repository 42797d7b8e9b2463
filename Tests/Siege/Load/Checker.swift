internal import Lots
internal import RPC

/// Asks about the pairs in no order, on several connections to each replica, until it is stopped.
struct Checker {
    private let servers: Servers
    private let pairs: [Pair]
    private let connections: Int
    private let inFlight: Int
    /// Between two calls of one lane; nil: the next call follows the answer.
    private let interval: Duration?
    private let records: RecordFile
    private let asking: Asking
    private let stop = Stop()

    init(_ servers: Servers, _ pairs: [Pair], _ options: Options, _ tally: Tally) throws {
        self.servers = servers
        self.pairs = pairs
        connections = try options.number("connections") ?? 2
        inFlight = try options.number("in-flight") ?? 2
        let lanes = servers.mailboxes.count * connections * inFlight
        interval = try options.number("rate").map { .seconds(1) * lanes / $0 }
        records = try RecordFile(options.text("records"))
        asking = Asking(records, tally)
    }

    func run() async throws {
        stop.watch()
        let all = pairs.enumerated().flatMap { number, pair in pair.questions(number: number) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for replica in servers.mailboxes.indices {
                let questions = all.filter { $0.replica == replica }
                for number in 0..<connections where !questions.isEmpty {
                    group.addTask { try await connection(replica, number, questions) }
                }
            }
            try await group.waitForAll()
        }
        try records.close()
    }

    private func connection(_ replica: Int, _ number: Int, _ questions: [Question]) async throws {
        let client = servers.connect(servers.mailboxes[replica])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<inFlight {
                let seed = UInt64((replica * connections + number) * inFlight + lane)
                group.addTask { try await self.lane(client, questions, SplitMix(seed: seed)) }
            }
            try await group.waitForAll()
        }
        await client.close()
    }

    private func lane(_ client: Client, _ questions: [Question], _ seeded: SplitMix) async throws {
        var random = seeded
        var next = ContinuousClock.now
        while !stop.isSet, let question = questions.randomElement(using: &random) {
            // Who is not there is not hammered.
            if try await asking.ask(question, client) != nil { try await Task.sleep(for: .milliseconds(5)) }
            guard let interval else { continue }
            next += interval
            if next > .now { try await Task.sleep(until: next, clock: .continuous) } else { next = .now }
        }
    }
}
