internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

// By hand, since they show a token or ask for one.

extension AccountCommand {
    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "invite",
            abstract: "Invites a person, or invites again who has not accepted yet: the token before is void then.",
            discussion: "'invitation accept' with the token makes the account active.")

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
                        ("invitation", invited.invitationId), ("account", account.id), ("address", account.addressText),
                        ("state", account.state.word), ("token", invited.invitationToken),
                        ("expires", invited.expireTime?.text ?? ""),
                    ] + InvitationLetter.lines(invited.invitationToken, invited.expireTime))
            }
        }
    }
}

extension AdministratorCommand {
    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "invite",
            abstract: "Invites an administrator: by an address that nobody has, or an active account.",
            discussion: "No role counts before the invitation is accepted.")

        @Argument(help: "The address, or the account's id.") var invited: String
        @Option(name: .customLong("role"), help: "A role, as in support or rol_support; once for each.") var roles: [String]
        @Option(help: "For people, where the account is new.") var displayName = ""
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let answer = try await InvitationClient(transport: connections.identity()).inviteAdministrator(
                    InviteAdministratorRequest(
                        organizationId: try await connections.organization(),
                        invited: invited.hasPrefix("acc_") ? .accountId(invited) : .address(invited), displayName: displayName,
                        roleIds: roles.map { $0.hasPrefix("rol_") ? $0 : "rol_" + $0.replacing("-", with: "_") },
                        justification: justification.justification, requestId: change.requestID,
                        validateOnly: change.validateOnly), connections.callOptions)
                Output(output).revealed(
                    answer, InvitationLetter.lines(answer.invitation, answer.invitationToken))
            }
        }
    }
}

extension InvitationCommand {
    struct Resend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resend", abstract: "Sends an invitation again: with another token, and the one before is void.")

        @Argument(help: "Its id.") var invitation: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let answer = try await InvitationClient(transport: connections.identity()).resendInvitation(
                    ResendInvitationRequest(
                        invitationId: invitation, justification: justification.justification, requestId: change.requestID,
                        validateOnly: change.validateOnly, etag: etag.etag), connections.callOptions)
                Output(output).revealed(
                    answer, InvitationLetter.lines(answer.invitation, answer.invitationToken))
            }
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: "Accepts an invitation by its token.",
            discussion: "A new account can set its first password with it; any other account has its own.")

        @OptionGroup var token: InvitationTokenOption
        @OptionGroup var first: FirstPasswordOptions
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            let token = try token.secret()
            let password = try first.password()
            try await Connections.with(connection) { connections in
                let accepted = try await InvitationClient(transport: connections.identity()).acceptInvitation(
                    AcceptInvitationRequest(
                        invitationToken: token, password: password, requestId: change.requestID,
                        validateOnly: change.validateOnly), connections.callOptions)
                Output(output).one(accepted, accepted.account?.lines ?? [])
            }
        }
    }

    struct Decline: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decline", abstract: "Declines an invitation by its token.")

        @OptionGroup var token: InvitationTokenOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            let token = try token.secret()
            try await Connections.with(connection) { connections in
                let declined = try await InvitationClient(transport: connections.identity()).declineInvitation(
                    DeclineInvitationRequest(
                        invitationToken: token, requestId: change.requestID, validateOnly: change.validateOnly),
                    connections.callOptions)
                Output(output).one(declined, declined.invitation?.lines ?? [])
            }
        }
    }
}

/// Never an argument: other processes could read it there.
struct InvitationTokenOption: ParsableArguments {
    @Option(
        name: .customLong("token-file"),
        help: "File whose first line is the invitation's token; - for standard input. Asked for when missing.",
        completion: .file(), transform: Secret.firstLine)
    var token: String?

    func secret() throws -> String { try token ?? Prompt(option: "--token-file").secret("Token: ") }
}
