// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.RoleService.
package enum RoleServiceMethods {
    /// Lists the roles that an organization can assign, by id.
    package static let listRoles = Method<ListRolesRequest, ListRolesResponse>(
        "mandate.identity.v1.RoleService/ListRoles", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "administrator_role", level: .view)]),
        log: MethodLog(action: "role.listed", resourceType: "organization", target: "organization_id"))

    /// Returns the role matrix in force: what the built-in roles have.
    package static let getRoleMatrix = Method<GetRoleMatrixRequest, GetRoleMatrixResponse>(
        "mandate.identity.v1.RoleService/GetRoleMatrix", .unary,
        Access(kind: .caller))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        listRoles.descriptor,
        getRoleMatrix.descriptor,
    ]
}

/// The administrator roles.
package protocol RoleService: Sendable {
    /// Lists the roles that an organization can assign, by id.
    func listRoles(
        _ request: ListRolesRequest, _ call: Call
    ) throws(Status) -> Answer<ListRolesResponse>
    /// Returns the role matrix in force: what the built-in roles have.
    func getRoleMatrix(
        _ request: GetRoleMatrixRequest, _ call: Call
    ) throws(Status) -> Answer<GetRoleMatrixResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.RoleService.
    package mutating func add(_ service: some RoleService) {
        unary(RoleServiceMethods.listRoles) { (request, call) throws(Status) in
            try service.listRoles(request, call)
        }
        unary(RoleServiceMethods.getRoleMatrix) { (request, call) throws(Status) in
            try service.getRoleMatrix(request, call)
        }
    }
}

/// Calls mandate.identity.v1.RoleService.
package struct RoleClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Lists the roles that an organization can assign, by id.
    package func listRoles(
        _ request: ListRolesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListRolesResponse {
        try await transport.unary(RoleServiceMethods.listRoles, request, options)
    }

    /// Returns the role matrix in force: what the built-in roles have.
    package func getRoleMatrix(
        _ request: GetRoleMatrixRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetRoleMatrixResponse {
        try await transport.unary(RoleServiceMethods.getRoleMatrix, request, options)
    }
}
