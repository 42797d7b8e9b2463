// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct DelegationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delegation",
        abstract: "Grants and revocations.",
        subcommands: [Update.self, Freeze.self, Unfreeze.self, RevokeMailbox.self, RevokeGrantee.self])
}

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
    @Option(help: "Whom recipients see when the grantee sends.") var displayedSender: Word<SenderDisplay>?
    @Option(name: .customLong("read-folder"), help: "Which folders can be read and searched, in FolderGrants' form.")
    var readFolders: [String] = []
    @Option(
        name: .customLong("write-folder"),
        help: "Which folders can have messages put in and changed how they are marked.")
    var writeFolders: [String] = []
    @Option(name: .customLong("delete-folder"), help: "Which folders can have messages deleted.")
    var deleteFolders: [String] = []
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
            etag: etag.etag,
            displayedSender: displayedSender?.value ?? .unspecified,
            readFolders: readFolders,
            writeFolders: writeFolders,
            deleteFolders: deleteFolders)
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

extension DelegationCommand {
    struct Update: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Changes a delegation, what the mask names: its rights, times, folders or displayed sender.")
        static let method = DelegationServiceMethods.updateDelegation
        var server: ServerName { .mailbox }

        @Argument(help: "dlg_ and a UUIDv7 in base32.") var delegation: String
        @Option(name: .customLong("right"), help: "Which rights; without doubles, in the order of the enum.")
        var rights: [Word<Right>] = []
        @Option(help: .time("Counts from here on"), transform: TimeArgument.read) var startTime: TimeArgument?
        @Option(help: .time("Ends here"), transform: TimeArgument.read) var expireTime: TimeArgument?
        @Option(help: "Whom recipients see when the grantee sends.") var displayedSender: Word<SenderDisplay>?
        @Option(
            name: .customLong("read-folder"),
            help: "Which folders can be read and searched, in FolderGrants' form.")
        var readFolders: [String] = []
        @Option(
            name: .customLong("write-folder"),
            help: "Which folders can have messages put in and changed how they are marked.")
        var writeFolders: [String] = []
        @Option(name: .customLong("delete-folder"), help: "Which folders can have messages deleted.")
        var deleteFolders: [String] = []
        @OptionGroup var etag: EtagOption
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UpdateDelegationRequest {
            UpdateDelegationRequest(
                delegation: Delegation(
                    id: delegation,
                    rights: rights.map(\.value),
                    startTime: startTime?.value,
                    expireTime: expireTime?.value,
                    etag: etag.etag,
                    displayedSender: displayedSender?.value ?? .unspecified,
                    readFolders: readFolders.filter { !$0.isEmpty },
                    writeFolders: writeFolders.filter { !$0.isEmpty },
                    deleteFolders: deleteFolders.filter { !$0.isEmpty }),
                updateMask: try FieldMask([
                    ("rights", !rights.isEmpty), ("start_time", startTime != nil), ("expire_time", expireTime != nil),
                    ("displayed_sender", displayedSender != nil), ("read_folders", !readFolders.isEmpty),
                    ("write_folders", !writeFolders.isEmpty), ("delete_folders", !deleteFolders.isEmpty),
                ]),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Freeze: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "freeze",
            abstract: "Stops a delegation without losing it; other delegations still count.",
            discussion: "When this has answered, no decision anywhere counts it.")
        static let method = DelegationServiceMethods.freezeDelegation
        var server: ServerName { .mailbox }

        @Argument(help: "The delegation; else --mailbox-id and --grantee.") var delegation: String?
        @Option(
            name: .customLong("mailbox-id"),
            help: .reference(.mailbox, "The mailbox"),
            transform: Reference.mailbox)
        var mailbox: Reference?
        @Option(help: .reference(.member, "The grantee"), transform: Reference.member) var grantee: Reference?
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> FreezeDelegationRequest {
            FreezeDelegationRequest(
                delegationId: delegation ?? "",
                mailboxId: try await connections.id(of: mailbox) ?? "",
                granteeId: try await connections.id(of: grantee) ?? "",
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Unfreeze: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "unfreeze",
            abstract: "Lets a frozen delegation count again.")
        static let method = DelegationServiceMethods.unfreezeDelegation
        var server: ServerName { .mailbox }

        @Argument(help: "The delegation; else --mailbox-id and --grantee.") var delegation: String?
        @Option(
            name: .customLong("mailbox-id"),
            help: .reference(.mailbox, "The mailbox"),
            transform: Reference.mailbox)
        var mailbox: Reference?
        @Option(help: .reference(.member, "The grantee"), transform: Reference.member) var grantee: Reference?
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UnfreezeDelegationRequest {
            UnfreezeDelegationRequest(
                delegationId: delegation ?? "",
                mailboxId: try await connections.id(of: mailbox) ?? "",
                granteeId: try await connections.id(of: grantee) ?? "",
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct RevokeMailbox: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "revoke-mailbox",
            abstract: """
                Revokes every delegation of a mailbox, however many: when this has answered, none of them counts \
                anywhere.
                """,
            discussion: "The rows follow, each with its event.")
        static let method = DelegationServiceMethods.revokeMailboxDelegations
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> RevokeMailboxDelegationsRequest {
            RevokeMailboxDelegationsRequest(
                mailboxId: try await connections.id(of: mailbox),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct RevokeGrantee: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "revoke-grantee",
            abstract: "Revokes every delegation to an account or a group, in the same way.",
            discussion: """
                Of the whole organization's mailboxes, so it needs a role for the whole organization; where one of \
                them is another administrator's own, a Full admin.
                """)
        static let method = DelegationServiceMethods.revokeGranteeDelegations
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.member), transform: Reference.member) var grantee: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> RevokeGranteeDelegationsRequest {
            RevokeGranteeDelegationsRequest(
                granteeId: try await connections.id(of: grantee),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
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
