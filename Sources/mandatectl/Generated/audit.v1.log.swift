// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "The log: what was changed, by whom, and the proof of it.",
        subcommands: [List.self, Watch.self, Prove.self, Root.self])
}

extension LogCommand {
    struct Root: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "root",
            abstract: "Shows the root of a log's tree.")
        static let method = LogServiceMethods.getLogRoot
        var server: ServerName { .audit }

        @Option(parsing: .unconditional, help: "The size; 0 means now.") var treeSize: Int64 = 0
        @Option(help: "Which of its logs.") var eventClass: Word<EventClass>?
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetLogRootRequest {
            GetLogRootRequest(
                organizationId: try await connections.organization(),
                treeSize: treeSize,
                eventClass: eventClass?.value ?? .unspecified)
        }
    }
}
