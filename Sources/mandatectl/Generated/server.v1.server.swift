// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct BackupCommand: Leaf {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Writes a consistent, verified copy of the database while the server runs.")
    static let method = ServerServiceMethods.backupServer

    @Argument(help: "identity, mailbox or audit.") var server: ServerName
    @Argument(help: "A file name without folders; it goes to the server's backup folder.") var name: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func request(_ connections: Connections) async throws -> BackupServerRequest {
        BackupServerRequest(name: name)
    }
}
