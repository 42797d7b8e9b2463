// Generated from mandate/mailbox/v1/offboarding.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

extension AccountCommand {
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
