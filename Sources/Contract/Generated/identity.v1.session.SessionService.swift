// Generated from mandate/identity/v1/session.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.SessionService.
package enum SessionServiceMethods {
    /// Signs in. Five wrong passwords slow the account down (rule B9).
    package static let createSession = Method<CreateSessionRequest, CreateSessionResponse>(
        "mandate.identity.v1.SessionService/CreateSession", .unary,
        Access(kind: .caller, mutates: true),
        log: MethodLog(action: "session.created", resourceType: "session"))

    /// Signs out: ends the session that the call carries.
    package static let deleteSession = Method<DeleteSessionRequest, DeleteSessionResponse>(
        "mandate.identity.v1.SessionService/DeleteSession", .unary,
        Access(kind: .account, mutates: true),
        log: MethodLog(action: "session.ended", resourceType: "session"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        createSession.descriptor,
        deleteSession.descriptor,
    ]
}

/// Sessions of people who sign in with a password.
package protocol SessionService: Sendable {
    /// Signs in. Five wrong passwords slow the account down (rule B9).
    func createSession(
        _ request: CreateSessionRequest, _ call: Call
    ) throws(Status) -> Answer<CreateSessionResponse>
    /// Signs out: ends the session that the call carries.
    func deleteSession(
        _ request: DeleteSessionRequest, _ call: Call
    ) throws(Status) -> Answer<DeleteSessionResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.SessionService.
    package mutating func add(_ service: some SessionService) {
        unary(SessionServiceMethods.createSession) { (request, call) throws(Status) in
            try service.createSession(request, call)
        }
        unary(SessionServiceMethods.deleteSession) { (request, call) throws(Status) in
            try service.deleteSession(request, call)
        }
    }
}

/// Calls mandate.identity.v1.SessionService.
package struct SessionClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Signs in. Five wrong passwords slow the account down (rule B9).
    package func createSession(
        _ request: CreateSessionRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> CreateSessionResponse {
        try await transport.unary(SessionServiceMethods.createSession, request, options)
    }

    /// Signs out: ends the session that the call carries.
    package func deleteSession(
        _ request: DeleteSessionRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> DeleteSessionResponse {
        try await transport.unary(SessionServiceMethods.deleteSession, request, options)
    }
}
