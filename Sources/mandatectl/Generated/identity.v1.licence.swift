// Generated from mandate/identity/v1/licence.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct LicenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "licence",
        abstract: "Licences: which account has one, and so which plan.",
        subcommands: [Assign.self, Unassign.self, List.self])
}

extension LicenceCommand {
    struct Assign: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "assign",
            abstract: "Gives an account a licence of a subscription.",
            discussion: """
                An account has one at most: one of another subscription is moved here in the same change, so that the \
                account is never without a plan. Refused when none is left.
                """)
        static let method = LicenceServiceMethods.assignLicence
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: "The subscription.") var subscription: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> AssignLicenceRequest {
            AssignLicenceRequest(
                accountId: try await connections.id(of: account),
                subscriptionId: subscription,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Unassign: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "unassign",
            abstract: "Takes the licence of a subscription from an account.",
            discussion: "When this has answered, it has no plan any more.")
        static let method = LicenceServiceMethods.unassignLicence
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: "The subscription.") var subscription: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UnassignLicenceRequest {
            UnassignLicenceRequest(
                accountId: try await connections.id(of: account),
                subscriptionId: subscription,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists an organization's licences, by id: all, those of a subscription, or that of an account.")
        static let method = LicenceServiceMethods.listLicences
        var server: ServerName { .identity }

        @Option(help: "Only of this subscription.") var subscription = ""
        @Option(help: .reference(.account, "Only this account's"), transform: Reference.account) var account: Reference?
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListLicencesRequest {
            ListLicencesRequest(
                organizationId: try await connections.organization(),
                subscriptionId: subscription,
                accountId: try await connections.id(of: account) ?? "")
        }
    }
}
