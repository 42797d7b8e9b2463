internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

struct RoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Administrator roles.", subcommands: [Assign.self, Matrix.self])

    struct Assign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives an account an administrator role, or takes it away with 'none'.")
        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: "full-admin, policy-admin, support, auditor or none.") var role: RoleArgument
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let answer = try await AdministratorClient(transport: connections.identity()).assignRole(
                    AssignRoleRequest(
                        accountId: try await connections.id(of: account), role: role.value,
                        justification: justification.justification,
                        requestId: change.requestID, validateOnly: change.validateOnly), connections.callOptions)
                AccountCommand.print(
                    answer.account, as: output,
                    [
                        ("changed", answer.unchanged ? "nothing: it had the role before" : "yes"),
                        ("event", answer.eventId), ("warning", answer.warning),
                    ])
            }
        }
    }

    struct Matrix: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows what each role may view and edit.")
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let matrix = try await RoleClient(transport: connections.identity()).getRoleMatrix(
                    GetRoleMatrixRequest(), connections.callOptions)
                Output(output).list(
                    matrix.scopes,
                    [
                        ("scope", { $0.scope }), ("full-admin", { $0.fullAdmin.word }),
                        ("policy-admin", { $0.policyAdmin.word }), ("support", { $0.support.word }),
                        ("auditor", { $0.auditor.word }),
                    ])
            }
        }
    }
}

struct RoleArgument: ExpressibleByArgument {
    let value: Role
    init?(argument: String) {
        if argument == "none" { value = .unspecified; return }
        guard let value = Role(word: argument) else { return nil }
        self.value = value
    }
    static var allValueStrings: [String] { Role.words + ["none"] }
}

struct SessionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "Signing in and out.", subcommands: [Create.self, Delete.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
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
                Output(output).one(
                    session,
                    [
                        ("token", session.sessionToken), ("account", session.account?.id ?? ""),
                        ("expires", session.expireTime?.text ?? ""),
                    ])
            }
        }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Signs out: ends the session that is given with --session-file or MANDATE_SESSION.")
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                _ = try await SessionClient(transport: connections.identity()).deleteSession(
                    DeleteSessionRequest(), connections.callOptions)
            }
        }
    }
}
