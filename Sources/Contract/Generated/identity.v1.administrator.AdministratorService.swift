// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.AdministratorService.
package enum AdministratorServiceMethods {
    /// Gives an account an administrator role, changes it or takes it away (rules A2, A4, C4, C5, C7).
    package static let assignRole = Method<AssignRoleRequest, AssignRoleResponse>(
        "mandate.identity.v1.AdministratorService/AssignRole", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "administrator_role", level: .edit)], mutates: true),
        log: MethodLog(action: "role.assigned", resourceType: "account", target: "account_id", subject: "account_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        assignRole.descriptor,
    ]
}

/// Administrators: accounts with a role.
package protocol AdministratorService: Sendable {
    /// Gives an account an administrator role, changes it or takes it away (rules A2, A4, C4, C5, C7).
    func assignRole(
        _ request: AssignRoleRequest, _ call: Call
    ) throws(Status) -> Answer<AssignRoleResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.AdministratorService.
    package mutating func add(_ service: some AdministratorService) {
        unary(AdministratorServiceMethods.assignRole) { (request, call) throws(Status) in
            try service.assignRole(request, call)
        }
    }
}

/// Calls mandate.identity.v1.AdministratorService.
package struct AdministratorClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Gives an account an administrator role, changes it or takes it away (rules A2, A4, C4, C5, C7).
    package func assignRole(
        _ request: AssignRoleRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AssignRoleResponse {
        try await transport.unary(AdministratorServiceMethods.assignRole, request, options)
    }
}
