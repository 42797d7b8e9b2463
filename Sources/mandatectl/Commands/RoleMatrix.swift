internal import ArgumentParser
internal import Contract
internal import Messages

extension RoleCommand {
    struct Matrix: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "matrix",
            abstract: "Shows the role matrix in force: what the built-in roles have.")
        static let method = RoleServiceMethods.getRoleMatrix
        var server: ServerName { .identity }

        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetRoleMatrixRequest {
            GetRoleMatrixRequest()
        }
    }
}

extension GetRoleMatrixResponse: Shown {
    /// A column for each role that the server names.
    var shown: String {
        let roles = scopes.first?.levels.map(\.roleId) ?? []
        return Table.text(
            header: ["scope"] + roles,
            rows: scopes.map { row in
                [row.scope] + roles.map { role in row.levels.first { $0.roleId == role }?.level.word ?? "none" }
            })
    }
}
