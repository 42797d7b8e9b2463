internal import ArgumentParser
internal import Contract
internal import IdentityDomain
internal import Messages
internal import RPC

/// A time on the command line or in a file: RFC 3339 with its zone, exactly.
struct TimeArgument {
    fileprivate static let example = "2027-01-01T00:00:00Z"
    static let read: @Sendable (String) throws -> TimeArgument = { try TimeArgument($0) }

    let value: Timestamp

    init(_ text: String) throws(Failure) {
        guard let value = Timestamp(rfc3339: text) else {
            throw Failure(
                Table.printable("'\(text)' is no time, or of a day that the month does not have"),
                todo: "write it with its zone, as in \(Self.example)")
        }
        self.value = value
    }
}

extension ArgumentHelp {
    /// What is at that time, and how it is written.
    static func time(_ what: String) -> ArgumentHelp { ArgumentHelp("\(what), as in \(TimeArgument.example).") }
}

struct GrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant", abstract: "Gives an account or a group rights in a mailbox.")
    @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
    @Argument(help: .reference(.member), transform: Reference.member) var grantee: Reference
    @Argument(help: "open, send, set-up: one or more.") var rights: [RightArgument]
    @Option(help: .time("Counts from here on"), transform: TimeArgument.read) var startTime: TimeArgument?
    @Option(help: .time("Ends here"), transform: TimeArgument.read) var expires: TimeArgument?
    @OptionGroup var justification: JustificationOption
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Connections.with(connection) { connections in
            let ids = try await connections.ids(of: [mailbox, grantee])
            let answer = try await DelegationClient(transport: connections.mailbox()).grantDelegation(
                GrantDelegationRequest(
                    mailboxId: ids[0], granteeId: ids[1], rights: rights.map(\.value),
                    startTime: startTime?.value, expireTime: expires?.value, justification: justification.justification,
                    requestId: change.requestID, validateOnly: change.validateOnly), connections.callOptions)
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
    @Option(
        name: .customLong("mailbox-id"), help: .reference(.mailbox, "The mailbox"), transform: Reference.mailbox)
    var mailbox: Reference?
    @Option(help: .reference(.member, "Whose"), transform: Reference.member) var grantee: Reference?
    @OptionGroup var justification: JustificationOption
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard delegation != nil || (mailbox != nil && grantee != nil) else {
            throw ValidationError("Say dlg_…, or --mailbox-id and --grantee.")
        }
    }

    func run() async throws {
        try await Connections.with(connection) { connections in
            let answer = try await DelegationClient(transport: connections.mailbox()).revokeDelegation(
                RevokeDelegationRequest(
                    delegationId: delegation ?? "", mailboxId: try await connections.id(of: mailbox) ?? "",
                    granteeId: try await connections.id(of: grantee) ?? "",
                    justification: justification.justification, requestId: change.requestID,
                    validateOnly: change.validateOnly), connections.callOptions)
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
            ("not before", delegation.startTime?.text ?? ""), ("expires", delegation.expireTime?.text ?? ""),
            ("granted by", delegation.grantedBy),
        ]
    }
}

extension Mailbox {
    /// As an account's. The contract has no A-labels of it; the rule by which identity made them is at hand.
    var addressText: String { EmailAddress.shown(address, (try? EmailAddress(address))?.ascii ?? "") }
}

struct MailboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mailbox", abstract: "Mailboxes, and who can do what in them.",
        subcommands: [Get.self, List.self, Delegates.self])

    struct Get: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows one mailbox.")
        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let got = try await MailboxClient(transport: connections.mailbox()).getMailbox(
                    GetMailboxRequest(mailboxId: try await connections.id(of: mailbox)), connections.callOptions)
                let found = got.mailbox ?? Mailbox()
                Output(output).one(
                    found,
                    [
                        ("mailbox", found.id), ("kind", found.kind.word), ("address", found.addressText),
                        ("name", found.displayName), ("account", found.accountId),
                        ("organization", found.organizationId),
                    ])
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists every mailbox that an account can do something in.")
        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var list: ListOptions

        func run() async throws {
            try await list.run(
                [
                    ("mailbox", { $0.mailbox?.id ?? "" }), ("kind", { $0.mailbox?.kind.word ?? "" }),
                    ("rights", { $0.rights.map(\.word).joined(separator: " ") }),
                    ("through", { $0.owner ? "owner" : $0.delegationIds.joined(separator: " ") }),
                    ("address", { $0.mailbox?.addressText ?? "" }),
                ]
            ) { connections, size, token in
                try await MailboxClient(transport: connections.mailbox()).listMailboxes(
                    ListMailboxesRequest(accountId: try await connections.id(of: account), pageSize: size, pageToken: token),
                    connections.callOptions)
            }
        }
    }

    struct Delegates: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists who can do something in a mailbox.")
        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
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
                        mailboxId: try await connections.id(of: mailbox), flatten: flatten, pageSize: size, pageToken: token),
                    connections.callOptions)
            }
        }
    }
}
