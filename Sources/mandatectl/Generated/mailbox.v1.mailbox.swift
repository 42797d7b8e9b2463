// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct MailboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mailbox",
        abstract: "Mailboxes, and who can do what in them.",
        subcommands: [
            Open.self, UpdateSettings.self, Get.self, List.self, Identities.self, Register.self, Update.self,
            Transfer.self, Unregister.self, Registered.self, Settings.self, Delegates.self,
        ])
}

extension MailboxCommand {
    struct Get: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "get",
            abstract: "Shows one mailbox, and what an account can do in it and how.")
        static let method = MailboxServiceMethods.getMailbox
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @Option(help: .reference(.account, "Whose access is shown"), transform: Reference.account)
        var account: Reference?
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetMailboxRequest {
            GetMailboxRequest(
                mailboxId: try await connections.id(of: mailbox),
                accountId: try await connections.id(of: account) ?? "")
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists every mailbox that an account can do something in, its own first.")
        static let method = MailboxServiceMethods.listMailboxes
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListMailboxesRequest {
            ListMailboxesRequest(accountId: try await connections.id(of: account))
        }
    }

    struct Identities: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "identities",
            abstract: """
                Lists every address, aliases too, that an account can send as, each with what recipients see: its own \
                first, its primary address before its aliases; then the other mailboxes by id.
                """)
        static let method = MailboxServiceMethods.listSenderIdentities
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListSenderIdentitiesRequest {
            ListSenderIdentitiesRequest(account: .accountId(try await connections.id(of: account)))
        }
    }

    struct Register: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "register",
            abstract: """
                Registers one more mailbox, owned by an account: by the account for itself, under policy setup needs \
                operations with both system operations, or by an administrator.
                """,
            discussion: "Its address is in a verified domain of the organization and nobody else's.")
        static let method = MailboxServiceMethods.registerMailbox
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.account), transform: Reference.account) var owner: Reference
        @Argument(help: "Its address, as given.") var address: String
        @Argument(help: "Its name, for people.") var displayName: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> RegisterMailboxRequest {
            RegisterMailboxRequest(
                ownerId: try await connections.id(of: owner),
                address: address,
                displayName: displayName,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Update: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Gives a registered mailbox another name.")
        static let method = MailboxServiceMethods.updateMailbox
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @Option(help: "Its name: its account's, or its own.") var displayName: String?
        @OptionGroup var etag: EtagOption
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UpdateMailboxRequest {
            UpdateMailboxRequest(
                mailbox: Mailbox(
                    id: try await connections.id(of: mailbox),
                    displayName: displayName ?? "",
                    etag: etag.etag),
                updateMask: try FieldMask([("display_name", displayName != nil)]),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Transfer: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "transfer",
            abstract: """
                Gives a registered mailbox to another active account of the organization: its owner does, or an \
                administrator.
                """,
            discussion: """
                Delegations stay; the old owner has what it was granted. When this has answered, no decision anywhere \
                takes the old owner for it.
                """)
        static let method = MailboxServiceMethods.transferMailbox
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @Argument(help: .reference(.account), transform: Reference.account) var owner: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> TransferMailboxRequest {
            let ids = try await connections.ids(of: [mailbox, owner])
            return TransferMailboxRequest(
                mailboxId: ids[0],
                ownerId: ids[1],
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Unregister: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "unregister",
            abstract: """
                Takes a registered mailbox away with its delegations, settings and signatures: its owner does, or an \
                administrator.
                """,
            discussion: "Its address is free soon after.")
        static let method = MailboxServiceMethods.unregisterMailbox
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UnregisterMailboxRequest {
            UnregisterMailboxRequest(
                mailboxId: try await connections.id(of: mailbox),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Registered: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "registered",
            abstract: "Lists an organization's registered mailboxes, by id.")
        static let method = MailboxServiceMethods.listRegisteredMailboxes
        var server: ServerName { .mailbox }

        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListRegisteredMailboxesRequest {
            ListRegisteredMailboxesRequest(organizationId: try await connections.organization())
        }
    }

    struct Settings: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "settings",
            abstract: "Shows a mailbox's settings.")
        static let method = MailboxServiceMethods.getMailboxSettings
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetMailboxSettingsRequest {
            GetMailboxSettingsRequest(mailboxId: try await connections.id(of: mailbox))
        }
    }
}
