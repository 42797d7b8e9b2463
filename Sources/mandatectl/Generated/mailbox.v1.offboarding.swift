// Generated from mandate/mailbox/v1/offboarding.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

extension AccountCommand {
    struct Offboard: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "offboard",
            abstract: "Begins to offboard an account, or says where the offboarding stands that it has.",
            discussion: "With validate only it says what would be done.")
        static let method = OffboardingServiceMethods.offboardAccount
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Option(help: "Who has its delegations then: an active account.") var delegationsTo = ""
        @Option(help: "Who has its registered mailboxes then: an active account.") var mailboxesTo = ""
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> OffboardAccountRequest {
            OffboardAccountRequest(
                accountId: try await connections.id(of: account),
                delegationsToId: delegationsTo,
                mailboxesToId: mailboxesTo,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Offboarding: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "offboarding",
            abstract: "Shows an offboarding, with its report so far.")
        static let method = OffboardingServiceMethods.getOffboarding
        var server: ServerName { .mailbox }

        @Argument(help: "The offboarding.") var offboarding: String
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetOffboardingRequest {
            GetOffboardingRequest(offboardingId: offboarding)
        }
    }
}
