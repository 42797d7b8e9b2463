// Generated from mandate/identity/v1/tenant.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.TenantService.
package enum TenantServiceMethods {
    /// Adds a tenant to an organization.
    package static let createTenant = Method<CreateTenantRequest, CreateTenantResponse>(
        "mandate.identity.v1.TenantService/CreateTenant", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .edit)], mutates: true),
        log: MethodLog(action: "tenant.created", resourceType: "tenant"))

    /// Renames a tenant, or gives it another external id.
    package static let updateTenant = Method<UpdateTenantRequest, UpdateTenantResponse>(
        "mandate.identity.v1.TenantService/UpdateTenant", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .edit)], mutates: true),
        log: MethodLog(action: "tenant.updated", resourceType: "tenant", target: "tenant.id"))

    /// Removes a tenant. Refused while an active subscription names it. Its name and external id are free at once.
    package static let deleteTenant = Method<DeleteTenantRequest, DeleteTenantResponse>(
        "mandate.identity.v1.TenantService/DeleteTenant", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .edit)], mutates: true),
        log: MethodLog(action: "tenant.deleted", resourceType: "tenant", target: "tenant_id"))

    /// Returns one tenant.
    package static let getTenant = Method<GetTenantRequest, GetTenantResponse>(
        "mandate.identity.v1.TenantService/GetTenant", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .view)]),
        log: MethodLog(action: "tenant.read", resourceType: "tenant", target: "tenant_id"))

    /// Lists an organization's tenants, by id.
    package static let listTenants = Method<ListTenantsRequest, ListTenantsResponse>(
        "mandate.identity.v1.TenantService/ListTenants", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .view)]),
        log: MethodLog(action: "tenant.listed", resourceType: "organization", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        createTenant.descriptor,
        updateTenant.descriptor,
        deleteTenant.descriptor,
        getTenant.descriptor,
        listTenants.descriptor,
    ]
}

/// An organization's tenants (rule A6).
package protocol TenantService: Sendable {
    /// Adds a tenant to an organization.
    func createTenant(
        _ request: CreateTenantRequest, _ call: Call
    ) throws(Status) -> Answer<CreateTenantResponse>
    /// Renames a tenant, or gives it another external id.
    func updateTenant(
        _ request: UpdateTenantRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateTenantResponse>
    /// Removes a tenant. Refused while an active subscription names it. Its name and external id are free at once.
    func deleteTenant(
        _ request: DeleteTenantRequest, _ call: Call
    ) throws(Status) -> Answer<DeleteTenantResponse>
    /// Returns one tenant.
    func getTenant(
        _ request: GetTenantRequest, _ call: Call
    ) throws(Status) -> Answer<GetTenantResponse>
    /// Lists an organization's tenants, by id.
    func listTenants(
        _ request: ListTenantsRequest, _ call: Call
    ) throws(Status) -> Answer<ListTenantsResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.TenantService.
    package mutating func add(_ service: some TenantService) {
        unary(TenantServiceMethods.createTenant) { (request, call) throws(Status) in
            try service.createTenant(request, call)
        }
        unary(TenantServiceMethods.updateTenant) { (request, call) throws(Status) in
            try service.updateTenant(request, call)
        }
        unary(TenantServiceMethods.deleteTenant) { (request, call) throws(Status) in
            try service.deleteTenant(request, call)
        }
        unary(TenantServiceMethods.getTenant) { (request, call) throws(Status) in
            try service.getTenant(request, call)
        }
        unary(TenantServiceMethods.listTenants) { (request, call) throws(Status) in
            try service.listTenants(request, call)
        }
    }
}

/// Calls mandate.identity.v1.TenantService.
package struct TenantClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Adds a tenant to an organization.
    package func createTenant(
        _ request: CreateTenantRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> CreateTenantResponse {
        try await transport.unary(TenantServiceMethods.createTenant, request, options)
    }

    /// Renames a tenant, or gives it another external id.
    package func updateTenant(
        _ request: UpdateTenantRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdateTenantResponse {
        try await transport.unary(TenantServiceMethods.updateTenant, request, options)
    }

    /// Removes a tenant. Refused while an active subscription names it. Its name and external id are free at once.
    package func deleteTenant(
        _ request: DeleteTenantRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> DeleteTenantResponse {
        try await transport.unary(TenantServiceMethods.deleteTenant, request, options)
    }

    /// Returns one tenant.
    package func getTenant(
        _ request: GetTenantRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetTenantResponse {
        try await transport.unary(TenantServiceMethods.getTenant, request, options)
    }

    /// Lists an organization's tenants, by id.
    package func listTenants(
        _ request: ListTenantsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListTenantsResponse {
        try await transport.unary(TenantServiceMethods.listTenants, request, options)
    }
}
