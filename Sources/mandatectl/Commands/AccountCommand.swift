internal import ArgumentParser
internal import Contract
internal import IdentityDomain
internal import Messages
internal import RPC

extension Account {
    /// As given, and as mail servers take it where that is another.
    var addressText: String { EmailAddress.shown(address, asciiAddress) }
}

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Accounts and their states.",
        subcommands: [
            Invite.self, Accept.self, CreateFunctional.self, Update.self, Suspend.self, Reactivate.self, Get.self,
            List.self,
        ])

    static func print(_ account: Account?, as options: OutputOptions, _ more: [(String, String)] = []) {
        let account = account ?? Account()
        Output(options).one(
            account,
            [
                ("account", account.id), ("address", account.addressText), ("name", account.displayName),
                ("type", account.accountType.word), ("state", account.state.word),
                ("role", account.role == .unspecified ? "" : account.role.word), ("owner", account.owner ? "yes" : ""),
                ("organization", account.organizationId), ("external id", account.externalId),
            ] + more)
    }

    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
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
                Output(output).one(
                    invited,
                    [
                        ("account", invited.account?.id ?? ""), ("address", invited.account?.addressText ?? ""),
                        ("state", invited.account?.state.word ?? ""),
                        ("token", invited.invitationToken), ("expires", invited.expireTime?.text ?? ""),
                    ])
            }
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Accepts an invitation.")
        @Option(
            name: .customLong("token-file"),
            help: "File whose first line is the invitation's token; - for standard input. Asked for when missing.",
            completion: .file(), transform: Secret.firstLine)
        var token: String?
        @OptionGroup var first: FirstPasswordOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            let token = try token ?? Prompt(option: "--token-file").secret("Token: ")
            let password = try first.password()
            try await Connections.with(connection) { connections in
                let accepted = try await AccountClient(transport: connections.identity()).acceptInvitation(
                    AcceptInvitationRequest(invitationToken: token, password: password), connections.callOptions)
                AccountCommand.print(accepted.account, as: output)
            }
        }
    }

    struct CreateFunctional: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Creates a functional account, and with it its mailbox.")
        @Argument(help: "The address.") var address: String
        @Option(help: "For people.") var displayName = ""
        @Option(help: "A directory's own key.") var externalID = ""
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let created = try await AccountClient(transport: connections.identity()).createFunctionalAccount(
                    CreateFunctionalAccountRequest(
                        account: Account(
                            organizationId: try await connections.organization(), address: address, displayName: displayName,
                            externalId: externalID),
                        requestId: change.requestID, validateOnly: change.validateOnly), connections.callOptions)
                AccountCommand.print(created.account, as: output, [("mailbox", created.mailboxId)])
            }
        }
    }

    struct Update: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Changes an account's name or external id.")
        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Option(help: "The new name.") var displayName: String?
        @Option(help: "The new external id.") var externalID: String?
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                var paths: [String] = []
                if displayName != nil { paths.append("display_name") }
                if externalID != nil { paths.append("external_id") }
                let updated = try await AccountClient(transport: connections.identity()).updateAccount(
                    UpdateAccountRequest(
                        account: Account(
                            id: try await connections.id(of: account), displayName: displayName ?? "",
                            externalId: externalID ?? ""),
                        updateMask: FieldMask(paths: paths), requestId: change.requestID,
                        validateOnly: change.validateOnly), connections.callOptions)
                AccountCommand.print(updated.account, as: output)
            }
        }
    }

    struct Suspend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Suspends an account: when this has answered, every decision for it denies.")
        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let answer = try await AccountClient(transport: connections.identity()).suspendAccount(
                    SuspendAccountRequest(
                        accountId: try await connections.id(of: account), justification: justification.justification,
                        requestId: change.requestID,
                        validateOnly: change.validateOnly), connections.callOptions)
                AccountCommand.print(
                    answer.account, as: output,
                    [
                        ("changed", answer.unchanged ? "nothing: it was suspended before" : "yes"),
                        ("event", answer.eventId), ("warning", answer.warning),
                    ])
            }
        }
    }

    struct Reactivate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Reactivates a suspended account; its grants count again.")
        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let answer = try await AccountClient(transport: connections.identity()).reactivateAccount(
                    ReactivateAccountRequest(
                        accountId: try await connections.id(of: account), justification: justification.justification,
                        requestId: change.requestID,
                        validateOnly: change.validateOnly), connections.callOptions)
                AccountCommand.print(
                    answer.account, as: output,
                    [("changed", answer.unchanged ? "nothing: it was active before" : "yes"), ("event", answer.eventId)])
            }
        }
    }

    struct Get: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows one account.")
        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let got = try await AccountClient(transport: connections.identity()).getAccount(
                    GetAccountRequest(key: .accountId(try await connections.id(of: account))),
                    connections.callOptions)
                AccountCommand.print(got.account, as: output)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists an organization's accounts.")
        @OptionGroup var list: ListOptions

        func run() async throws {
            try await list.run(
                [
                    ("account", { $0.id }), ("type", { $0.accountType.word }), ("state", { $0.state.word }),
                    ("role", { $0.role.word }), ("address", { $0.addressText }), ("name", { $0.displayName }),
                ]
            ) { connections, size, token in
                try await AccountClient(transport: connections.identity()).listAccounts(
                    ListAccountsRequest(organizationId: try await connections.organization(), pageSize: size, pageToken: token),
                    connections.callOptions)
            }
        }
    }
}
