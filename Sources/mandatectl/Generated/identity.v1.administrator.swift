// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct AdministratorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "administrator",
        abstract: "Administrators: accounts with roles.",
        subcommands: [Invite.self, AssignRole.self, UnassignRole.self, List.self])
}

extension AdministratorCommand {
    struct AssignRole: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "assign-role",
            abstract: """
                Gives an account an administrator role, beside those that it has; the first makes it an administrator.
                """)
        static let method = AdministratorServiceMethods.assignRole
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: "The role.") var role: RoleName
        @Option(help: .reference(.unit, "Where it counts: the organizational unit"), transform: Reference.unit)
        var unit: Reference?
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> AssignRoleRequest {
            AssignRoleRequest(
                accountId: try await connections.id(of: account),
                roleId: role.id,
                unitId: try await connections.id(of: unit) ?? "",
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct UnassignRole: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "unassign-role",
            abstract: "Takes a role from an account; without the last it is no administrator any more.")
        static let method = AdministratorServiceMethods.unassignRole
        var server: ServerName { .identity }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: "The role.") var role: RoleName
        @Option(help: .reference(.unit, "Where it counted: the organizational unit"), transform: Reference.unit)
        var unit: Reference?
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UnassignRoleRequest {
            UnassignRoleRequest(
                accountId: try await connections.id(of: account),
                roleId: role.id,
                unitId: try await connections.id(of: unit) ?? "",
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: """
                Lists who holds which role in an organization, by the assignments' ids: of all accounts, or of one.
                """)
        static let method = AdministratorServiceMethods.listRoleAssignments
        var server: ServerName { .identity }

        @Option(help: .reference(.account, "Only this account's"), transform: Reference.account) var account: Reference?
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListRoleAssignmentsRequest {
            ListRoleAssignmentsRequest(
                organizationId: try await connections.organization(),
                accountId: try await connections.id(of: account) ?? "")
        }
    }
}
