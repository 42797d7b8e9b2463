// Generated from mandate/identity/v1/authorization.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.AuthorizationService.
package enum AuthorizationServiceMethods {
    /// Judges whether an account has scopes at levels, all of them. A denial is an answer, not an error.
    package static let authorize = Method<AuthorizeRequest, AuthorizeResponse>(
        "mandate.identity.v1.AuthorizationService/Authorize", .unary,
        Access(kind: .service))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        authorize.descriptor,
    ]
}

/// Judges accounts. Roles are judged here and nowhere else.
package protocol AuthorizationService: Sendable {
    /// Judges whether an account has scopes at levels, all of them. A denial is an answer, not an error.
    func authorize(
        _ request: AuthorizeRequest, _ call: Call
    ) throws(Status) -> Answer<AuthorizeResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.AuthorizationService.
    package mutating func add(_ service: some AuthorizationService) {
        unary(AuthorizationServiceMethods.authorize) { (request, call) throws(Status) in
            try service.authorize(request, call)
        }
    }
}

/// Calls mandate.identity.v1.AuthorizationService.
package struct AuthorizationClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Judges whether an account has scopes at levels, all of them. A denial is an answer, not an error.
    package func authorize(
        _ request: AuthorizeRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AuthorizeResponse {
        try await transport.unary(AuthorizationServiceMethods.authorize, request, options)
    }
}
