internal import Contract
internal import Foundation
internal import Glibc
internal import RPC

/// What it costs that a revocation holds at once: milliseconds until `SuspendAccount` is acknowledged, one call at a
/// time, while the follower lives, and when it has just died. "Died" is SIGSTOP: it says nothing and does not go away.
struct Price {
    private let servers: Servers
    private let pair: Pair
    private let changing: Changing
    private let json: String
    private let rounds: Int
    private let deadRounds: Int
    private let follower: pid_t?

    init(_ servers: Servers, _ pairs: [Pair], _ options: Options) throws {
        guard let pair = pairs.first(where: { $0.kind == .suspend }) else { throw UsageError("no pair to suspend") }
        self.servers = servers
        self.pair = pair
        changing = try Changing(servers, options)
        json = try options.text("json")
        rounds = try options.number("rounds") ?? 1000
        deadRounds = try options.number("dead-rounds") ?? 20
        follower = try options.number("stop").map { pid_t($0) }
    }

    func measure() async throws {
        // The first calls make the connections.
        for _ in 0..<20 { _ = try await round() }
        var rows: [(String, [Double])] = [("revoke", [])]
        for _ in 0..<rounds { rows[0].1.append(try await round()) }
        if let follower {
            var dead: [Double] = []
            for _ in 0..<deadRounds { dead.append(try await deadRound(follower)) }
            rows.append(("revoke_dead", dead))
        }
        await changing.close()
        let fields = rows.flatMap { name, values in
            [50, 99].map { percent in
                "  \"\(name)_p\(percent)_ms\": \(String(format: "%.2f", values.sorted().percentile(percent)))"
            }
        }
        let text = "{\n\(fields.joined(separator: ",\n"))\n}\n"
        try text.write(toFile: json, atomically: true, encoding: .utf8)
        print(text, terminator: "")
    }

    /// Milliseconds of the suspension.
    private func round() async throws -> Double {
        let took = try await revoke()
        _ = try await changing.change(pair, to: true, requestID: UUID().uuidString)
        return took
    }

    private func deadRound(_ follower: pid_t) async throws -> Double {
        try await awaitDecision()
        // It dies at any moment between two heartbeats.
        try await Task.sleep(for: .milliseconds(.random(in: 0..<500)))
        guard kill(follower, SIGSTOP) == 0 else { throw UsageError("process \(follower) cannot be stopped") }
        defer { _ = kill(follower, SIGCONT) }
        let took = try await revoke()
        _ = try await changing.change(pair, to: true, requestID: UUID().uuidString)
        return took
    }

    private func revoke() async throws(Status) -> Double {
        let sent = monotonicNanoseconds()
        _ = try await changing.change(pair, to: false, requestID: UUID().uuidString)
        return milliseconds(since: sent)
    }

    /// Until the follower decides: then it holds a lease.
    private func awaitDecision() async throws {
        let client = servers.connect(servers.mailboxes[0])
        let question = pair.questions(number: 0)[0]
        let path = AccessServiceMethods.check.descriptor.path
        while true {
            do throws(Status) {
                _ = try await client.unary(path, question.message, CallOptions(timeout: .seconds(5)))
                break
            } catch {
                guard error.code == .unavailable else { throw error }
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        await client.close()
    }
}
