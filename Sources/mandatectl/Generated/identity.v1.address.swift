// Generated from mandate/identity/v1/address.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct AddressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "address",
        abstract: "Addresses of accounts: one primary each, and aliases.",
        subcommands: [AddAlias.self, RemoveAlias.self, MoveAlias.self, ChangePrimary.self, List.self])
}

extension AddressCommand {
    struct AddAlias: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "add-alias",
            abstract: "Gives an account another address.",
            discussion: "At most 100 an account.")
        static let method = AddressServiceMethods.addAlias
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: "The new address, in a domain of the organization.") var alias: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> AddAliasRequest {
            AddAliasRequest(
                accountId: try await connections.id(of: account),
                alias: alias,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct RemoveAlias: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "remove-alias",
            abstract: "Takes an alias from an account.",
            discussion: "The address is free at once, and named by nobody when this has answered.")
        static let method = AddressServiceMethods.removeAlias
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: "The alias, in any form that it is found by.") var alias: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> RemoveAliasRequest {
            RemoveAliasRequest(
                accountId: try await connections.id(of: account),
                alias: alias,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct MoveAlias: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "move-alias",
            abstract: """
                Moves an alias to another account of the organization, in one step: at no moment does it name both or \
                neither.
                """,
            discussion: "The log has an event for each of the two.")
        static let method = AddressServiceMethods.moveAlias
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: "The alias of another account of the organization; its primary address cannot be moved.")
        var alias: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> MoveAliasRequest {
            MoveAliasRequest(
                accountId: try await connections.id(of: account),
                alias: alias,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct ChangePrimary: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "change-primary",
            abstract: "Makes an alias of an account, or a new address, its primary one.",
            discussion: "The primary address before becomes an alias: RemoveAlias takes it away.")
        static let method = AddressServiceMethods.changePrimaryAddress
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: "An alias of the account, or an address that nobody has, in a domain of the organization.")
        var address: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> ChangePrimaryAddressRequest {
            ChangePrimaryAddressRequest(
                accountId: try await connections.id(of: account),
                address: address,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: """
                Lists an organization's addresses, by the form in which they are compared: all, or those of one \
                account or domain.
                """,
            discussion: "Those of a deleted account are among them for as long as they are taken.")
        static let method = AddressServiceMethods.listAddresses
        var server: ServerName { .identity }

        @Option(help: .reference(.account, "Only this account's"), transform: Reference.account) var account: Reference?
        @Option(help: "Only in this domain, in its own script or as A-labels.") var domainName = ""
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListAddressesRequest {
            ListAddressesRequest(
                organizationId: try await connections.organization(),
                accountId: try await connections.id(of: account) ?? "",
                domainName: domainName)
        }
    }
}
