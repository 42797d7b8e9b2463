// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct RoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role",
        abstract: "The administrator roles.",
        subcommands: [Matrix.self, Assign.self])
}

extension RoleCommand {
    struct Matrix: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "matrix",
            abstract: "Shows the role matrix in force.")
        static let method = RoleServiceMethods.getRoleMatrix
        var server: ServerName { .identity }

        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetRoleMatrixRequest {
            GetRoleMatrixRequest()
        }
    }
}
