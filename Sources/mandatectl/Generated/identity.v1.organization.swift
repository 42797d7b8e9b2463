// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct OrganizationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organization",
        abstract: "Organizations and their owners.",
        subcommands: [Create.self, Show.self, Get.self, List.self, Update.self, SwitchRoles.self])
}

extension OrganizationCommand {
    struct Get: Leaf {
        static let configuration = CommandConfiguration(commandName: "get", abstract: "Shows one organization.")
        static let method = OrganizationServiceMethods.getOrganization
        var server: ServerName { .identity }

        @Argument(help: .reference(.organization), transform: Reference.organization) var organization: Reference
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetOrganizationRequest {
            GetOrganizationRequest(organizationId: try await connections.id(of: organization))
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the installation's organizations, by id: all, or those that are named.")
        static let method = OrganizationServiceMethods.listOrganizations
        var server: ServerName { .identity }

        @Option(
            name: .customLong("external-id"),
            help: "Only organizations with one of these external ids, byte by byte; all when none is named.")
        var externalIds: [String] = []
        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListOrganizationsRequest {
            ListOrganizationsRequest(externalIds: externalIds)
        }
    }

    struct Update: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Changes names of an organization.")
        static let method = OrganizationServiceMethods.updateOrganization
        var server: ServerName { .identity }

        @Argument(help: .reference(.organization), transform: Reference.organization) var organization: Reference
        @Option(help: "For people. 1 to 200 characters.") var displayName: String?
        @OptionGroup var etag: EtagOption
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UpdateOrganizationRequest {
            UpdateOrganizationRequest(
                organization: Organization(
                    id: try await connections.id(of: organization),
                    displayName: displayName ?? "",
                    etag: etag.etag),
                updateMask: try FieldMask([("display_name", displayName != nil)]),
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct SwitchRoles: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "switch-roles",
            abstract: "Switches on or off that administrators have roles, by a Full admin.",
            discussion: """
                While it is off every administrator counts as a Full admin; who is one when it is switched on holds \
                Full admin from then on, beside what it held before.
                """)
        static let method = OrganizationServiceMethods.switchRoles
        var server: ServerName { .identity }

        @Argument(help: .reference(.organization), transform: Reference.organization) var organization: Reference
        @Argument(help: "On or off.") var roles: Word<RolesSwitch>
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> SwitchRolesRequest {
            SwitchRolesRequest(
                organizationId: try await connections.id(of: organization),
                roles: roles.value,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }
}
