internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

// By hand, since the one shows a token and the other asks for it and for a password.

extension AccountCommand {
    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "invite",
            abstract: "Invites a person; 'account accept' with the token makes the account active.")

        @Argument(help: "The address.") var address: String
        @Option(help: "For people.") var displayName = ""
        @Option(help: "A directory's own key.") var externalID = ""
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let invited = try await AccountClient(transport: connections.identity()).inviteAccount(
                    InviteAccountRequest(
                        account: Account(
                            organizationId: try await connections.organization(), address: address, displayName: displayName,
                            externalId: externalID),
                        requestId: change.requestID, validateOnly: change.validateOnly), connections.callOptions)
                let account = invited.account ?? Account()
                Output(output).revealed(
                    invited,
                    [
                        ("account", account.id), ("address", account.addressText), ("state", account.state.word),
                        ("token", invited.invitationToken), ("expires", invited.expireTime?.text ?? ""),
                    ])
            }
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "accept", abstract: "Accepts an invitation.")

        @Option(
            name: .customLong("token-file"),
            help: "File whose first line is the invitation's token; - for standard input. Asked for when missing.",
            completion: .file(), transform: Secret.firstLine)
        var token: String?
        @OptionGroup var first: FirstPasswordOptions
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            let token = try token ?? Prompt(option: "--token-file").secret("Token: ")
            let password = try first.password()
            try await Connections.with(connection) { connections in
                let accepted = try await AccountClient(transport: connections.identity()).acceptInvitation(
                    AcceptInvitationRequest(
                        invitationToken: token, password: password, requestId: change.requestID,
                        validateOnly: change.validateOnly), connections.callOptions)
                Output(output).one(accepted, accepted.account?.lines ?? [])
            }
        }
    }
}
