internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

// By hand, since it waits until all is done.

extension AccountCommand {
    struct Offboard: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "offboard",
            abstract: "Suspends an account whose person leaves, and gives what it has to others or to nobody.",
            discussion: """
                Its delegations are revoked, or moved to who has them then; its registered mailboxes go to another. The server \
                goes on by itself whatever becomes of this command, which waits for the report; 'account offboarding' shows it \
                too. With --validate-only nothing is done, and the report says what would be.
                """)

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Option(help: "Who has its delegations then; else they are revoked.", transform: Reference.account)
        var delegationsTo: Reference?
        @Option(help: "Who has its registered mailboxes then; needed where it has any.", transform: Reference.account)
        var mailboxesTo: Reference?
        @Flag(help: "Begin it, and do not wait for the end.") var noWait = false
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        private static let pause = Duration.milliseconds(100)

        func run() async throws {
            try await Connections.with(connection) { connections in
                let client = OffboardingClient(transport: try connections.mailbox())
                var request = OffboardAccountRequest(
                    accountId: try await connections.id(of: account), justification: justification.justification,
                    requestId: change.requestID, validateOnly: change.validateOnly)
                if let delegationsTo { request.delegationsToId = try await connections.id(of: delegationsTo) }
                if let mailboxesTo { request.mailboxesToId = try await connections.id(of: mailboxesTo) }
                var answer = try await client.offboardAccount(request, connections.callOptions)
                while !change.validateOnly, !noWait, let offboarding = answer.offboarding, offboarding.state == .running {
                    try await Task.sleep(for: Self.pause)
                    answer.offboarding = try await client.getOffboarding(
                        GetOffboardingRequest(offboardingId: offboarding.id), connections.callOptions
                    ).offboarding
                }
                Output(output).show(answer)
            }
        }
    }
}

extension OffboardAccountResponse: Shown {
    var lines: [Line] {
        (offboarding?.lines ?? []) + [("changed", unchanged ? "nothing" : "yes"), ("event", eventId)]
    }
}
