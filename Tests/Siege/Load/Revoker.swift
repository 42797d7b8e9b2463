internal import Foundation
internal import Lots
internal import Messages
internal import RPC

/// Lets each pair in and keeps it out again, round by round; one task a pair. Right after every acknowledgement it asks
/// every replica itself, on another connection.
struct Revoker {
    private let servers: Servers
    private let pairs: [Pair]
    /// Of each pair; nil: until stopped.
    private let rounds: Int?
    /// How long a state stands at most, so that checkers have the time to ask.
    private let holdMs: Int
    private let records: RecordFile
    private let asking: Asking
    private let changing: Changing
    private let timeline = Timeline()
    private let timelineFile: String
    private let tally: Tally
    private let stop = Stop()

    init(_ servers: Servers, _ pairs: [Pair], _ options: Options, _ tally: Tally) throws {
        self.servers = servers
        self.pairs = pairs
        self.tally = tally
        let count = pairs.count
        rounds = try options.number("rounds").map { ($0 + count - 1) / count }
        holdMs = try options.number("hold-ms") ?? 2
        records = try RecordFile(options.text("records"))
        asking = Asking(records, tally)
        changing = try Changing(servers, options)
        timelineFile = try options.text("timeline")
    }

    func run() async throws {
        stop.watch()
        let clients = servers.mailboxes.map { servers.connect($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, pair) in pairs.enumerated() {
                group.addTask { try await lane(number, pair, clients) }
            }
            try await group.waitForAll()
        }
        for client in clients { await client.close() }
        await changing.close()
        try records.close()
        try timeline.write(to: timelineFile)
    }

    private func lane(_ number: Int, _ pair: Pair, _ clients: [Client]) async throws {
        var random = SplitMix(seed: UInt64(number))
        let questions = pair.questions(number: number)
        var round = 0
        var registered = ""
        while !stop.isSet, rounds.map({ round < $0 }) ?? true {
            for isAllowed in [true, false] {
                guard let answer = try await change(number, pair, to: isAllowed, registered) else { return }
                if pair.kind == .register, isAllowed {
                    registered = try RegisterMailboxResponse(decoding: answer).mailbox?.id ?? ""
                }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for question in questions {
                        group.addTask { _ = try await asking.ask(question, clients[question.replica]) }
                    }
                    try await group.waitForAll()
                }
                try await Task.sleep(for: .microseconds(Int.random(in: 0...(holdMs * 1000), using: &random)))
            }
            round += 1
        }
        timeline.leave(number, at: monotonicNanoseconds())
    }

    /// Repeats the call until it is acknowledged; nil when stopped before.
    private func change(
        _ number: Int, _ pair: Pair, to isAllowed: Bool, _ registered: String
    ) async throws -> [UInt8]? {
        let requestID = UUID().uuidString
        timeline.leave(number, at: monotonicNanoseconds())
        while true {
            tally.begin()
            let sent = monotonicNanoseconds()
            do throws(Status) {
                let answer = try await changing.change(pair, to: isAllowed, registered: registered, requestID: requestID)
                let took = milliseconds(since: sent)
                timeline.acknowledged(number, isAllowed, at: monotonicNanoseconds())
                tally.end("acknowledged", tookMs: took)
                tally.acknowledged("\(pair.kind) \(isAllowed ? "on" : "off")", tookMs: took)
                return answer
            } catch {
                tally.end("change: \(error.outcome)", tookMs: milliseconds(since: sent))
                // Nobody knows whether it was made; anything else is a mistake of this program or of the server.
                // And an address is free only soon after its mailbox is gone.
                let isSoonFree = pair.kind == .register && error.code == .alreadyExists
                guard error.code == .unavailable || error.code == .deadlineExceeded || isSoonFree else { throw error }
            }
            if stop.isSet { return nil }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
