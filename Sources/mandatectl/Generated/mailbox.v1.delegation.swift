// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct GrantCommand: Leaf {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Grants rights in a mailbox to an account or a group.",
        discussion: """
            One delegation a (mailbox, grantee): granting what is there changes nothing and says so; other rights or \
            times replace it.
            """)
    static let method = DelegationServiceMethods.grantDelegation
    var server: ServerName { .mailbox }

    @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
    @Argument(help: .reference(.member), transform: Reference.member) var grantee: Reference
    @Argument(help: "The rights.") var rights: [Word<Right>]
    @Option(help: .time("Counts from here on; rounded up to a microsecond"), transform: TimeArgument.read)
    var startTime: TimeArgument?
    @Option(help: .time("Ends here; rounded down to a microsecond"), transform: TimeArgument.read)
    var expireTime: TimeArgument?
    @OptionGroup var justification: JustificationOption
    @OptionGroup var change: ChangeOptions
    @OptionGroup var etag: EtagOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func request(_ connections: Connections) async throws -> GrantDelegationRequest {
        let ids = try await connections.ids(of: [mailbox, grantee])
        return GrantDelegationRequest(
            mailboxId: ids[0],
            granteeId: ids[1],
            rights: rights.map(\.value),
            startTime: startTime?.value,
            expireTime: expireTime?.value,
            justification: justification.justification,
            requestId: change.requestID,
            validateOnly: change.validateOnly,
            etag: etag.etag)
    }
}

struct RevokeCommand: Leaf {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Revokes a delegation.",
        discussion: "When this has answered, the next decision anywhere denies.")
    static let method = DelegationServiceMethods.revokeDelegation
    var server: ServerName { .mailbox }

    @Argument(help: "The delegation; else --mailbox-id and --grantee.") var delegation: String?
    @Option(name: .customLong("mailbox-id"), help: .reference(.mailbox, "The mailbox"), transform: Reference.mailbox)
    var mailbox: Reference?
    @Option(help: .reference(.member, "The grantee"), transform: Reference.member) var grantee: Reference?
    @OptionGroup var justification: JustificationOption
    @OptionGroup var change: ChangeOptions
    @OptionGroup var etag: EtagOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func request(_ connections: Connections) async throws -> RevokeDelegationRequest {
        RevokeDelegationRequest(
            delegationId: delegation ?? "",
            mailboxId: try await connections.id(of: mailbox) ?? "",
            granteeId: try await connections.id(of: grantee) ?? "",
            justification: justification.justification,
            requestId: change.requestID,
            validateOnly: change.validateOnly,
            etag: etag.etag)
    }
}

extension MailboxCommand {
    struct Delegates: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "delegates",
            abstract: "Lists who can do something in a mailbox, by account or grantee, then delegation.")
        static let method = DelegationServiceMethods.listDelegates
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @Flag(help: "Groups are resolved to the accounts in them.") var flatten = false
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListDelegatesRequest {
            ListDelegatesRequest(mailboxId: try await connections.id(of: mailbox), flatten: flatten)
        }
    }
}
