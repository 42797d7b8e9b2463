internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

/// A time on the command line or in a file: RFC 3339 with its zone, exactly.
struct TimeArgument: ExpressibleByArgument {
    let value: Timestamp
    init?(argument: String) {
        guard let value = Timestamp(rfc3339: argument) else { return nil }
        self.value = value
    }
}

struct GrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant", abstract: "Gives an account or a group rights in a mailbox.")
    @Argument(help: "mbx_…") var mailboxID: String
    @Argument(help: "acc_… or grp_…") var grantee: String
    @Argument(help: "open, send, set-up: one or more.") var rights: [RightArgument]
    @Option(help: "Counts from here on, as in 2026-12-01T08:00:00Z.") var notBefore: TimeArgument?
    @Option(help: "Ends here.") var expires: TimeArgument?
    @OptionGroup var justification: JustificationOption
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Connections.with(connection) { connections in
            let answer = try await DelegationClient(transport: connections.mailbox()).grant(
                GrantRequest(
                    mailboxId: mailboxID, granteeId: grantee, rights: rights.map(\.value),
                    notBefore: notBefore?.value, expiresAt: expires?.value, justification: justification.justification,
                    requestId: change.requestID, validateOnly: change.validateOnly), connection.callOptions)
            Output(output).one(
                answer,
                DelegationLines.of(answer.delegation)
                    + [("changed", answer.unchanged ? "nothing: it was granted before" : "yes"), ("event", answer.eventId)])
        }
    }
}

struct RevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Takes a delegation away: when this has answered, the next decision denies.")
    @Argument(help: "dlg_…; or else --mailbox-id and --grantee.") var delegation: String?
    @Option(help: "mbx_…") var mailboxID = ""
    @Option(help: "acc_… or grp_…") var grantee = ""
    @OptionGroup var justification: JustificationOption
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Connections.with(connection) { connections in
            let answer = try await DelegationClient(transport: connections.mailbox()).revoke(
                RevokeRequest(
                    delegationId: delegation ?? "", mailboxId: mailboxID, granteeId: grantee,
                    justification: justification.justification, requestId: change.requestID,
                    validateOnly: change.validateOnly), connection.callOptions)
            Output(output).one(answer, DelegationLines.of(answer.delegation) + [("event", answer.eventId)])
        }
    }
}

/// A delegation as names and values.
enum DelegationLines {
    static func of(_ delegation: Delegation?) -> [(String, String)] {
        let delegation = delegation ?? Delegation()
        return [
            ("delegation", delegation.id), ("mailbox", delegation.mailboxId), ("grantee", delegation.granteeId),
            ("rights", delegation.rights.map(\.word).joined(separator: " ")),
            ("not before", delegation.notBefore?.text ?? ""), ("expires", delegation.expiresAt?.text ?? ""),
            ("granted by", delegation.grantedBy),
        ]
    }
}

struct MailboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mailbox", abstract: "Mailboxes, and who can do what in them.",
        subcommands: [Get.self, List.self, Delegates.self])

    struct Get: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows one mailbox.")
        @Argument(help: "mbx_…") var mailboxID: String
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let got = try await MailboxClient(transport: connections.mailbox()).getMailbox(
                    GetMailboxRequest(mailboxId: mailboxID), connection.callOptions)
                let mailbox = got.mailbox ?? Mailbox()
                Output(output).one(
                    mailbox,
                    [
                        ("mailbox", mailbox.id), ("kind", mailbox.kind.word), ("address", mailbox.address),
                        ("name", mailbox.displayName), ("account", mailbox.accountId),
                        ("organization", mailbox.organizationId),
                    ])
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists every mailbox that an account can do something in.")
        @Argument(help: "acc_…") var account: String
        @OptionGroup var list: ListOptions

        func run() async throws {
            try await list.run(
                [
                    ("mailbox", { $0.mailbox?.id ?? "" }), ("kind", { $0.mailbox?.kind.word ?? "" }),
                    ("rights", { $0.rights.map(\.word).joined(separator: " ") }),
                    ("through", { $0.owner ? "owner" : $0.delegationIds.joined(separator: " ") }),
                    ("address", { $0.mailbox?.address ?? "" }),
                ]
            ) { connections, size, token in
                try await MailboxClient(transport: connections.mailbox()).listMailboxes(
                    ListMailboxesRequest(accountId: account, pageSize: size, pageToken: token),
                    list.callOptions)
            }
        }
    }

    struct Delegates: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists who can do something in a mailbox.")
        @Argument(help: "mbx_…") var mailboxID: String
        @Flag(help: "Resolve groups to the accounts in them.") var flatten = false
        @OptionGroup var list: ListOptions

        func run() async throws {
            try await list.run(
                [
                    ("delegation", { $0.delegation?.id ?? "" }), ("grantee", { $0.delegation?.granteeId ?? "" }),
                    ("rights", { $0.delegation?.rights.map(\.word).joined(separator: " ") ?? "" }),
                    ("account", { $0.accountId }), ("through", { $0.throughGroupIds.joined(separator: " > ") }),
                ]
            ) { connections, size, token in
                try await DelegationClient(transport: connections.mailbox()).listDelegates(
                    ListDelegatesRequest(
                        mailboxId: mailboxID, flatten: flatten, pageSize: size, pageToken: token),
                    list.callOptions)
            }
        }
    }
}
