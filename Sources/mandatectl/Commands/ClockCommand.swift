internal import ArgumentParser
internal import Contract
internal import Foundation
internal import Messages
internal import RPC

struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock", abstract: "The time that the servers decide by, and the jumps that they do not take.",
        subcommands: [Show.self, Accept.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows each server's wall clock and the time it decides by.")
        @Argument(help: "identity, mailbox, audit; all without one.") var servers: [ServerName] = ServerName.allCases
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let survey = try await Survey(servers, connection) { server in
                    try await server.client(connections).getServerClock(GetServerClockRequest(), connections.callOptions)
                }
                Output(output).list(survey, [("server", { $0.name })] + columns { $0.clock })
                try survey.end()
            }
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept",
            abstract: "Accepts that a server's wall clock is right although it jumped ahead.",
            discussion: """
                The server compares with this machine's clock: when the two are more than a minute apart, one of them is \
                wrong and nothing is accepted. What has ended by the server's wall clock has ended for good then.
                """)
        @Argument(help: "identity, mailbox or audit.") var server: ServerName
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let now = Timestamp(microsecondsSince1970: Int64(Date.now.timeIntervalSince1970 * 1e6))
                let answer = try await server.client(connections).acceptServerClock(
                    AcceptServerClockRequest(wallTime: now), connections.callOptions)
                Output(output).list([answer], columns { $0.clock })
            }
        }
    }

    private static func columns<Answer>(
        _ clock: @escaping (Answer) -> ClockReading?
    ) -> [(String, (Answer) -> String)] {
        func column(_ name: String, _ text: @escaping (ClockReading) -> String) -> (String, (Answer) -> String) {
            (name, { clock($0).map(text) ?? "" })
        }
        return [
            column("state") { $0.state.shortName.lowercased() }, column("wall") { $0.wallTime?.text ?? "" },
            column("decides by") { $0.decisionTime?.text ?? "" },
            column("offset") { $0.offset?.duration.map { "\($0)" } ?? "" }, column("jumps") { "\($0.jumps)" },
        ]
    }
}
