// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct RoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role",
        abstract: "The administrator roles.",
        subcommands: [Matrix.self, List.self])
}

extension RoleCommand {
    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the roles that an organization can assign, by id.")
        static let method = RoleServiceMethods.listRoles
        var server: ServerName { .identity }

        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListRolesRequest {
            ListRolesRequest(organizationId: try await connections.organization())
        }
    }
}
