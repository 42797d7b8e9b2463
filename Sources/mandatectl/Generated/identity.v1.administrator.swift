// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

extension RoleCommand {
    struct Assign: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "assign",
            abstract: "Gives an account an administrator role, changes it or takes it away.")
        static let method = AdministratorServiceMethods.assignRole
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: "The role.") var role: WordOrNone<Role>
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> AssignRoleRequest {
            AssignRoleRequest(
                accountId: try await connections.id(of: account),
                role: role.value,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }
}
