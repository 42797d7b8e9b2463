// Generated from mandate/identity/v1/session.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct SessionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session",
        abstract: "Sessions of people who sign in with a password.",
        subcommands: [Create.self, Delete.self])
}

extension SessionCommand {
    struct Delete: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "delete",
            abstract: "Signs out: ends the session that the call carries.")
        static let method = SessionServiceMethods.deleteSession
        var server: ServerName { .identity }

        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> DeleteSessionRequest {
            DeleteSessionRequest()
        }
    }
}
