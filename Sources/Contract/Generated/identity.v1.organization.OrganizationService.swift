// Generated from mandate/identity/v1/organization.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.OrganizationService.
package enum OrganizationServiceMethods {
    /// Creates an organization together with its owner, who holds Full admin (rule A1).
    package static let createOrganization = Method<CreateOrganizationRequest, CreateOrganizationResponse>(
        "mandate.identity.v1.OrganizationService/CreateOrganization", .unary,
        Access(kind: .`operator`, mutates: true),
        log: MethodLog(action: "organization.created", resourceType: "organization"))

    /// Returns one organization.
    package static let getOrganization = Method<GetOrganizationRequest, GetOrganizationResponse>(
        "mandate.identity.v1.OrganizationService/GetOrganization", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organization_account", level: .view)]),
        log: MethodLog(action: "organization.read", resourceType: "organization", target: "organization_id"))

    /// Shows what an organization is made of: its owner, its administrators and their roles, how many accounts it has of which
    /// kind, and what deserves a look, such as a single Full admin.
    package static let getOrganizationSummary = Method<GetOrganizationSummaryRequest, GetOrganizationSummaryResponse>(
        "mandate.identity.v1.OrganizationService/GetOrganizationSummary", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organization_account", level: .view), AccessDemand(scope: "account_details", level: .view), AccessDemand(scope: "administrator_role", level: .view)]),
        log: MethodLog(action: "organization.read", resourceType: "organization", target: "organization_id"))

    /// Lists the installation's organizations, by id: all, or those that are named.
    package static let listOrganizations = Method<ListOrganizationsRequest, ListOrganizationsResponse>(
        "mandate.identity.v1.OrganizationService/ListOrganizations", .unary,
        Access(kind: .`operator`))

    /// Changes names of an organization.
    package static let updateOrganization = Method<UpdateOrganizationRequest, UpdateOrganizationResponse>(
        "mandate.identity.v1.OrganizationService/UpdateOrganization", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organization_account", level: .edit)], mutates: true),
        log: MethodLog(action: "organization.updated", resourceType: "organization", target: "organization.id"))

    /// Switches on or off that administrators have roles (rule A8), by a Full admin. While it is off every administrator counts
    /// as a Full admin; who is one when it is switched on holds Full admin from then on, beside what it held before.
    package static let switchRoles = Method<SwitchRolesRequest, SwitchRolesResponse>(
        "mandate.identity.v1.OrganizationService/SwitchRoles", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "administrator_role", level: .edit)], mutates: true),
        log: MethodLog(action: "organization.roles_switched", resourceType: "organization", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        createOrganization.descriptor,
        getOrganization.descriptor,
        getOrganizationSummary.descriptor,
        listOrganizations.descriptor,
        updateOrganization.descriptor,
        switchRoles.descriptor,
    ]
}

/// Organizations and their owners.
package protocol OrganizationService: Sendable {
    /// Creates an organization together with its owner, who holds Full admin (rule A1).
    func createOrganization(
        _ request: CreateOrganizationRequest, _ call: Call
    ) throws(Status) -> Answer<CreateOrganizationResponse>
    /// Returns one organization.
    func getOrganization(
        _ request: GetOrganizationRequest, _ call: Call
    ) throws(Status) -> Answer<GetOrganizationResponse>
    /// Shows what an organization is made of: its owner, its administrators and their roles, how many accounts it has of which
    /// kind, and what deserves a look, such as a single Full admin.
    func getOrganizationSummary(
        _ request: GetOrganizationSummaryRequest, _ call: Call
    ) throws(Status) -> Answer<GetOrganizationSummaryResponse>
    /// Lists the installation's organizations, by id: all, or those that are named.
    func listOrganizations(
        _ request: ListOrganizationsRequest, _ call: Call
    ) throws(Status) -> Answer<ListOrganizationsResponse>
    /// Changes names of an organization.
    func updateOrganization(
        _ request: UpdateOrganizationRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateOrganizationResponse>
    /// Switches on or off that administrators have roles (rule A8), by a Full admin. While it is off every administrator counts
    /// as a Full admin; who is one when it is switched on holds Full admin from then on, beside what it held before.
    func switchRoles(
        _ request: SwitchRolesRequest, _ call: Call
    ) throws(Status) -> Answer<SwitchRolesResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.OrganizationService.
    package mutating func add(_ service: some OrganizationService) {
        unary(OrganizationServiceMethods.createOrganization) { (request, call) throws(Status) in
            try service.createOrganization(request, call)
        }
        unary(OrganizationServiceMethods.getOrganization) { (request, call) throws(Status) in
            try service.getOrganization(request, call)
        }
        unary(OrganizationServiceMethods.getOrganizationSummary) { (request, call) throws(Status) in
            try service.getOrganizationSummary(request, call)
        }
        unary(OrganizationServiceMethods.listOrganizations) { (request, call) throws(Status) in
            try service.listOrganizations(request, call)
        }
        unary(OrganizationServiceMethods.updateOrganization) { (request, call) throws(Status) in
            try service.updateOrganization(request, call)
        }
        unary(OrganizationServiceMethods.switchRoles) { (request, call) throws(Status) in
            try service.switchRoles(request, call)
        }
    }
}

/// Calls mandate.identity.v1.OrganizationService.
package struct OrganizationClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Creates an organization together with its owner, who holds Full admin (rule A1).
    package func createOrganization(
        _ request: CreateOrganizationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> CreateOrganizationResponse {
        try await transport.unary(OrganizationServiceMethods.createOrganization, request, options)
    }

    /// Returns one organization.
    package func getOrganization(
        _ request: GetOrganizationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetOrganizationResponse {
        try await transport.unary(OrganizationServiceMethods.getOrganization, request, options)
    }

    /// Shows what an organization is made of: its owner, its administrators and their roles, how many accounts it has of which
    /// kind, and what deserves a look, such as a single Full admin.
    package func getOrganizationSummary(
        _ request: GetOrganizationSummaryRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetOrganizationSummaryResponse {
        try await transport.unary(OrganizationServiceMethods.getOrganizationSummary, request, options)
    }

    /// Lists the installation's organizations, by id: all, or those that are named.
    package func listOrganizations(
        _ request: ListOrganizationsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListOrganizationsResponse {
        try await transport.unary(OrganizationServiceMethods.listOrganizations, request, options)
    }

    /// Changes names of an organization.
    package func updateOrganization(
        _ request: UpdateOrganizationRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdateOrganizationResponse {
        try await transport.unary(OrganizationServiceMethods.updateOrganization, request, options)
    }

    /// Switches on or off that administrators have roles (rule A8), by a Full admin. While it is off every administrator counts
    /// as a Full admin; who is one when it is switched on holds Full admin from then on, beside what it held before.
    package func switchRoles(
        _ request: SwitchRolesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> SwitchRolesResponse {
        try await transport.unary(OrganizationServiceMethods.switchRoles, request, options)
    }
}
