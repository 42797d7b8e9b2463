internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

struct HealthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Asks servers whether they answer calls, as a probe does; fails when one does not.",
        discussion: "Any certificate of the authority will do. 'mandatectl server' tells an operator why.")
    @Argument(help: "identity, mailbox, audit; all without one.") var servers: [ServerName] = ServerName.allCases
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Connections.with(connection) { connections in
            var isServing = true
            let survey = try await Survey(servers, connection) { server in
                let health = HealthClient(transport: try server.transport(connections))
                let answer = try await health.check(HealthCheckRequest(), connections.callOptions)
                Terminal.line("\(server.rawValue) \(answer.status.word)")
                isServing = isServing && answer.status == .serving
            }
            for (server, reason) in survey.unanswered { Terminal.line("\(server.rawValue) \(reason)") }
            try survey.end()
            if !isServing { throw ExitCode(.no) }
        }
    }
}
