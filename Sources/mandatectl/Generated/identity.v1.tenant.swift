// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct TenantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenant",
        abstract: "An organization's tenants.",
        subcommands: [Create.self, Update.self, Delete.self, Get.self, List.self])
}

extension TenantCommand {
    struct Create: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "create",
            abstract: "Adds a tenant to an organization.")
        static let method = TenantServiceMethods.createTenant
        var server: ServerName { .identity }

        @Argument(help: "The name, for people: 1 to 200 characters, unique in the organization.")
        var displayName: String
        @Option(
            help: """
                What it is called where it is, as the tenant id of Microsoft 365; unique in the organization when not \
                empty.
                """)
        var externalId = ""
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> CreateTenantRequest {
            CreateTenantRequest(
                tenant: Tenant(
                    organizationId: try await connections.organization(),
                    displayName: displayName,
                    externalId: externalId),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Update: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "update",
            abstract: "Renames a tenant, or gives it another external id.")
        static let method = TenantServiceMethods.updateTenant
        var server: ServerName { .identity }

        @Argument(help: "ten_ and a UUIDv7 in base32.") var tenant: String
        @Option(help: "The name, for people: 1 to 200 characters, unique in the organization.") var displayName: String?
        @Option(
            help: """
                What it is called where it is, as the tenant id of Microsoft 365; unique in the organization when not \
                empty.
                """)
        var externalId: String?
        @OptionGroup var etag: EtagOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UpdateTenantRequest {
            UpdateTenantRequest(
                tenant: Tenant(
                    id: tenant,
                    displayName: displayName ?? "",
                    externalId: externalId ?? "",
                    etag: etag.etag),
                updateMask: try FieldMask([("display_name", displayName != nil), ("external_id", externalId != nil)]),
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Delete: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "delete",
            abstract: "Removes a tenant.",
            discussion: "Refused while an active subscription names it. Its name and external id are free at once.")
        static let method = TenantServiceMethods.deleteTenant
        var server: ServerName { .identity }

        @Argument(help: "The tenant.") var tenant: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> DeleteTenantRequest {
            DeleteTenantRequest(
                tenantId: tenant,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Get: Leaf {
        static let configuration = CommandConfiguration(commandName: "get", abstract: "Shows one tenant.")
        static let method = TenantServiceMethods.getTenant
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var tenant: String
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetTenantRequest {
            GetTenantRequest(tenantId: tenant)
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists an organization's tenants, by id.")
        static let method = TenantServiceMethods.listTenants
        var server: ServerName { .identity }

        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListTenantsRequest {
            ListTenantsRequest(organizationId: try await connections.organization())
        }
    }
}
