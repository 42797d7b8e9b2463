internal import ArgumentParser
internal import Messages
internal import RPC

/// What several servers answer to one question. One that gives no answer hides none of the others: it is named with the
/// reason, and the exit status says that there was one.
struct Survey<Answer> {
    private(set) var answers: [Answer] = []
    private(set) var unanswered: [(server: ServerName, reason: String)] = []
    /// What a command that shows this ends with.
    private(set) var status = CommandStatus.done
    /// What to do about who gave no answer.
    private var advice: [String] = []

    /// Asks one after the other.
    init(_ servers: [ServerName], _ options: ConnectionOptions, ask: (ServerName) async throws -> Answer) async throws {
        for server in servers {
            do {
                answers.append(try await ask(server))
            } catch let status as Status {
                note(server, status, options)
            }
        }
    }

    private mutating func note(_ server: ServerName, _ status: Status, _ options: ConnectionOptions) {
        let failure = Failure(status, options)
        let what = status.reason == .disconnected ? "not reached" : "no answer"
        unanswered.append((server, "\(what): \(failure.what)"))
        if let todo = failure.todo, !advice.contains(todo) { advice.append(todo) }
        if failure.status.rawValue > self.status.rawValue { self.status = failure.status }
    }

    /// Behind what was shown: says what to do and ends the command, unless all have answered.
    func end() throws {
        guard status != .done else { return }
        for line in advice { Terminal.note("  → \(line)") }
        throw ExitCode(status)
    }
}

extension Output {
    /// A row for each server, those that gave no answer last; JSON has the answers alone, and the others go to standard error.
    func list<M: Message>(_ survey: Survey<M>, _ columns: [(String, (M) -> String)]) {
        switch format {
        case .json:
            list(survey.answers, columns)
            for (server, reason) in survey.unanswered { Terminal.note("mandate-\(server.rawValue): \(reason)") }
        case .table:
            Terminal.line(
                Table.text(
                    header: columns.map(\.0), rows: survey.answers.map { answer in columns.map { $0.1(answer) } },
                    reasons: survey.unanswered.map { ["mandate-\($0.server.rawValue)", $0.reason] }))
        }
    }
}

extension Table {
    /// Rows of a name and a reason go below, and make no column wider.
    static func text(header: [String], rows: [[String]], reasons: [[String]]) -> String {
        var widths: [Int] = []
        let table = lines([self.header(header)] + rows, &widths)
        return reasons.isEmpty ? table : table + "\n" + lines(reasons, &widths)
    }
}
