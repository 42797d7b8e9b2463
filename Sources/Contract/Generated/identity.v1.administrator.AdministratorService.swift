// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.AdministratorService.
package enum AdministratorServiceMethods {
    /// Gives an account an administrator role, beside those that it has; the first makes it an administrator (rules A2, A5, A8,
    /// C4, C5).
    package static let assignRole = Method<AssignRoleRequest, AssignRoleResponse>(
        "mandate.identity.v1.AdministratorService/AssignRole", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "administrator_role", level: .edit)], mutates: true),
        log: MethodLog(action: "role.assigned", resourceType: "account", target: "account_id", subject: "account_id"))

    /// Takes a role from an account; without the last it is no administrator any more (rules A2, A4, C4, C5, C7).
    package static let unassignRole = Method<UnassignRoleRequest, UnassignRoleResponse>(
        "mandate.identity.v1.AdministratorService/UnassignRole", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "administrator_role", level: .edit)], mutates: true),
        log: MethodLog(action: "role.unassigned", resourceType: "account", target: "account_id", subject: "account_id", takesAway: true))

    /// Lists who holds which role in an organization, by the assignments' ids: of all accounts, or of one.
    package static let listRoleAssignments = Method<ListRoleAssignmentsRequest, ListRoleAssignmentsResponse>(
        "mandate.identity.v1.AdministratorService/ListRoleAssignments", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "administrator_role", level: .view)]),
        log: MethodLog(action: "role_assignment.listed", resourceType: "organization", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        assignRole.descriptor,
        unassignRole.descriptor,
        listRoleAssignments.descriptor,
    ]
}

/// Administrators: accounts with roles.
package protocol AdministratorService: Sendable {
    /// Gives an account an administrator role, beside those that it has; the first makes it an administrator (rules A2, A5, A8,
    /// C4, C5).
    func assignRole(
        _ request: AssignRoleRequest, _ call: Call
    ) throws(Status) -> Answer<AssignRoleResponse>
    /// Takes a role from an account; without the last it is no administrator any more (rules A2, A4, C4, C5, C7).
    func unassignRole(
        _ request: UnassignRoleRequest, _ call: Call
    ) throws(Status) -> Answer<UnassignRoleResponse>
    /// Lists who holds which role in an organization, by the assignments' ids: of all accounts, or of one.
    func listRoleAssignments(
        _ request: ListRoleAssignmentsRequest, _ call: Call
    ) throws(Status) -> Answer<ListRoleAssignmentsResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.AdministratorService.
    package mutating func add(_ service: some AdministratorService) {
        unary(AdministratorServiceMethods.assignRole) { (request, call) throws(Status) in
            try service.assignRole(request, call)
        }
        unary(AdministratorServiceMethods.unassignRole) { (request, call) throws(Status) in
            try service.unassignRole(request, call)
        }
        unary(AdministratorServiceMethods.listRoleAssignments) { (request, call) throws(Status) in
            try service.listRoleAssignments(request, call)
        }
    }
}

/// Calls mandate.identity.v1.AdministratorService.
package struct AdministratorClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Gives an account an administrator role, beside those that it has; the first makes it an administrator (rules A2, A5, A8,
    /// C4, C5).
    package func assignRole(
        _ request: AssignRoleRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AssignRoleResponse {
        try await transport.unary(AdministratorServiceMethods.assignRole, request, options)
    }

    /// Takes a role from an account; without the last it is no administrator any more (rules A2, A4, C4, C5, C7).
    package func unassignRole(
        _ request: UnassignRoleRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UnassignRoleResponse {
        try await transport.unary(AdministratorServiceMethods.unassignRole, request, options)
    }

    /// Lists who holds which role in an organization, by the assignments' ids: of all accounts, or of one.
    package func listRoleAssignments(
        _ request: ListRoleAssignmentsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListRoleAssignmentsResponse {
        try await transport.unary(AdministratorServiceMethods.listRoleAssignments, request, options)
    }
}
