// Generated from mandate/identity/v1/role.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.RoleService.
package enum RoleServiceMethods {
    /// Returns the role matrix in force.
    package static let getRoleMatrix = Method<GetRoleMatrixRequest, GetRoleMatrixResponse>(
        "mandate.identity.v1.RoleService/GetRoleMatrix", .unary,
        Access(kind: .caller))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        getRoleMatrix.descriptor,
    ]
}

/// The administrator roles.
package protocol RoleService: Sendable {
    /// Returns the role matrix in force.
    func getRoleMatrix(
        _ request: GetRoleMatrixRequest, _ call: Call
    ) throws(Status) -> Answer<GetRoleMatrixResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.RoleService.
    package mutating func add(_ service: some RoleService) {
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

    /// Returns the role matrix in force.
    package func getRoleMatrix(
        _ request: GetRoleMatrixRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetRoleMatrixResponse {
        try await transport.unary(RoleServiceMethods.getRoleMatrix, request, options)
    }
}
