internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

// By hand, since it asks for a password and shows a token.

extension SessionCommand {
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create",
            abstract: "Signs in with a password; the token goes into MANDATE_SESSION or a file for --session-file.")
        @Argument(help: "The account's address.") var address: String
        @Option(
            name: .customLong("password-file"),
            help: "File whose first line is the password; - for standard input. Asked for when missing.",
            completion: .file(), transform: Secret.firstLine)
        var password: String?
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            let secret = try password ?? Prompt(option: "--password-file").secret("Password: ")
            try await Connections.with(connection) { connections in
                let session = try await SessionClient(transport: connections.identity()).createSession(
                    CreateSessionRequest(address: address, password: secret), connections.callOptions)
                Output(output).revealed(
                    session,
                    [
                        ("token", session.sessionToken), ("account", session.account?.id ?? ""),
                        ("expires", session.expireTime?.text ?? ""),
                    ])
            }
        }
    }
}
