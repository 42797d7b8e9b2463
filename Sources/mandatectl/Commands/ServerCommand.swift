internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

/// Which of the three.
enum ServerName: String, ExpressibleByArgument, CaseIterable {
    case identity, mailbox, audit

    func transport(_ connections: Connections) throws -> Client {
        switch self {
        case .identity: try connections.identity()
        case .mailbox: try connections.mailbox()
        case .audit: try connections.audit()
        }
    }

    func client(_ connections: Connections) throws -> ServerClient {
        ServerClient(transport: try transport(connections))
    }
}

struct ServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "server", abstract: "Shows which servers answer and where they stand.",
        discussion: "Ends with 3 when one does not answer; JSON has those that do, and standard error says why another does not.")
    @Argument(help: "identity, mailbox, audit; all without one.") var servers: [ServerName] = ServerName.allCases
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Connections.with(connection) { connections in
            let survey = try await Survey(servers, connection) { server in
                try await server.client(connections).getServer(GetServerRequest(), connections.callOptions)
            }
            Output(output).list(
                survey,
                [
                    ("server", { $0.name }), ("version", { $0.version }), ("position", { "\($0.position)" }),
                    ("started", { $0.startTime?.text ?? "" }),
                    ("ready", { $0.ready ? "yes" : $0.reasons.joined(separator: "; ") }),
                    ("outbox", { $0.outbox?.text ?? "none" }), ("epoch", { $0.epoch }),
                ])
            try survey.end()
        }
    }
}

extension OutboxFill {
    /// How many of how many events wait, since when and why.
    fileprivate var text: String {
        let share = "\(events) of \(eventsMax)"
        let words = [oldestTime.map { "since \($0.text)" }, changeRoom == 0 ? "full for changes" : nil, failure]
        return ([share] + words.compactMap { $0 }.filter { !$0.isEmpty }).joined(separator: "; ")
    }
}
