internal import Contract
internal import Messages
internal import RPC

/// `Check` over TLS on loopback, against a server that authenticates, judges, counts and answers from its index.
struct CheckBench {
    private let server: MailboxServer
    private let options: Options
    private let questions: [[UInt8]]

    init(_ server: MailboxServer, _ options: Options) {
        self.server = server
        self.options = options
        var random = SplitMix(seed: 1)
        let ids = server.ids
        questions = (0..<4096).compactMap { number in
            guard let account = ids.accounts.randomElement(using: &random),
                let other = ids.accounts.randomElement(using: &random),
                let function = ids.functionalMailboxes.randomElement(using: &random)
            else { return nil }
            // A third each: one's own mailbox, a function's, another person's.
            let mailbox = [IDs.mailbox(of: account), function, IDs.mailbox(of: other)][number % 3]
            return CheckRequest(accountId: account, mailboxId: mailbox, right: .open).encoded()
        }
    }

    func measure(into report: inout Report) async throws {
        try await checkAnswers()
        for (key, connections, inFlight, warmUp, calls) in [
            ("native_1x1", 1, 1, 5_000, 20_000),
            ("native_inline_8x64", 8, 64, 100_000, 400_000),
        ] {
            let load = Load(
                server, AccessServiceMethods.check.descriptor, questions, connections: connections, inFlight: inFlight)
            let part = options.quick ? 20 : 1
            _ = try await load.run(warmUp / part)
            var values: [Double] = []
            for _ in 0..<options.runs { values.append(try await load.run(calls / part)) }
            await load.close()
            report.add(key, "Check over TLS, \(connections) × \(inFlight)", "calls/s", values)
        }
    }

    /// Every question once, each answer decoded: what is measured afterwards are real decisions.
    private func checkAnswers() async throws {
        let client = server.connect()
        var allowed = 0
        do {
            for question in questions {
                let answer = try CheckResponse(
                    decoding: try await client.unary(AccessServiceMethods.check.descriptor.path, question, CallOptions()))
                guard answer.reason != .unspecified else { throw UsageError("an answer without a reason") }
                if answer.allowed { allowed += 1 }
            }
        } catch {
            await client.close()
            throw error
        }
        await client.close()
        guard allowed > questions.count / 3, allowed < questions.count else {
            throw UsageError("\(allowed) of \(questions.count) allowed: not the demo's institution")
        }
    }
}
