// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.AuthorizationService.
package enum AuthorizationServiceMethods {
    /// Judges whether an account has a scope at a level. A denial is an answer, not an error.
    package static let authorize = Method<AuthorizeRequest, AuthorizeResponse>(
        "mandate.identity.v1.AuthorizationService/Authorize", .unary,
        Access(kind: .service, scope: "", level: .unspecified))

    /// Gives an account an administrator role, changes it or takes it away (rules A2, A4, C4, C5, C7).
    package static let assignRole = Method<AssignRoleRequest, AssignRoleResponse>(
        "mandate.identity.v1.AuthorizationService/AssignRole", .unary,
        Access(kind: .scope, scope: "administrator_role", level: .edit))

    /// Returns the role matrix in force.
    package static let getRoleMatrix = Method<GetRoleMatrixRequest, GetRoleMatrixResponse>(
        "mandate.identity.v1.AuthorizationService/GetRoleMatrix", .unary,
        Access(kind: .caller, scope: "", level: .unspecified))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        authorize.descriptor,
        assignRole.descriptor,
        getRoleMatrix.descriptor,
    ]
}

/// Roles are judged here and nowhere else.
package protocol AuthorizationService: Sendable {
    /// Judges whether an account has a scope at a level. A denial is an answer, not an error.
    func authorize(
        _ request: AuthorizeRequest, _ call: Call
    ) throws(Status) -> Answer<AuthorizeResponse>
    /// Gives an account an administrator role, changes it or takes it away (rules A2, A4, C4, C5, C7).
    func assignRole(
        _ request: AssignRoleRequest, _ call: Call
    ) throws(Status) -> Answer<AssignRoleResponse>
    /// Returns the role matrix in force.
    func getRoleMatrix(
        _ request: GetRoleMatrixRequest, _ call: Call
    ) throws(Status) -> Answer<GetRoleMatrixResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.AuthorizationService.
    package mutating func add(_ service: some AuthorizationService) {
        unary(AuthorizationServiceMethods.authorize) { (request, call) throws(Status) in
            try service.authorize(request, call)
        }
        unary(AuthorizationServiceMethods.assignRole) { (request, call) throws(Status) in
            try service.assignRole(request, call)
        }
        unary(AuthorizationServiceMethods.getRoleMatrix) { (request, call) throws(Status) in
            try service.getRoleMatrix(request, call)
        }
    }
}

/// Calls mandate.identity.v1.AuthorizationService.
package struct AuthorizationClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Judges whether an account has a scope at a level. A denial is an answer, not an error.
    package func authorize(
        _ request: AuthorizeRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AuthorizeResponse {
        try await transport.unary(AuthorizationServiceMethods.authorize, request, options)
    }

    /// Gives an account an administrator role, changes it or takes it away (rules A2, A4, C4, C5, C7).
    package func assignRole(
        _ request: AssignRoleRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AssignRoleResponse {
        try await transport.unary(AuthorizationServiceMethods.assignRole, request, options)
    }

    /// Returns the role matrix in force.
    package func getRoleMatrix(
        _ request: GetRoleMatrixRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetRoleMatrixResponse {
        try await transport.unary(AuthorizationServiceMethods.getRoleMatrix, request, options)
    }
}
