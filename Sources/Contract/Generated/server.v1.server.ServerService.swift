// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.server.v1.ServerService.
package enum ServerServiceMethods {
    /// Says which server this is and where it stands.
    package static let getServer = Method<GetServerRequest, GetServerResponse>(
        "mandate.server.v1.ServerService/GetServer", .unary,
        Access(kind: .`operator`))

    /// Writes a consistent, verified copy of the database while the server runs.
    package static let backupServer = Method<BackupServerRequest, BackupServerResponse>(
        "mandate.server.v1.ServerService/BackupServer", .unary,
        Access(kind: .`operator`, mutates: true))

    /// Says what time the server decides by, and how that stands to the machine's wall clock.
    package static let getServerClock = Method<GetServerClockRequest, GetServerClockResponse>(
        "mandate.server.v1.ServerService/GetServerClock", .unary,
        Access(kind: .`operator`))

    /// Takes the jump of the wall clock that waits: from now on decisions go by the wall clock again.
    package static let acceptServerClock = Method<AcceptServerClockRequest, AcceptServerClockResponse>(
        "mandate.server.v1.ServerService/AcceptServerClock", .unary,
        Access(kind: .`operator`, mutates: true))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        getServer.descriptor,
        backupServer.descriptor,
        getServerClock.descriptor,
        acceptServerClock.descriptor,
    ]
}

/// The operator's side of a server.
package protocol ServerService: Sendable {
    /// Says which server this is and where it stands.
    func getServer(
        _ request: GetServerRequest, _ call: Call
    ) throws(Status) -> Answer<GetServerResponse>
    /// Writes a consistent, verified copy of the database while the server runs.
    func backupServer(
        _ request: BackupServerRequest, _ call: Call
    ) throws(Status) -> Answer<BackupServerResponse>
    /// Says what time the server decides by, and how that stands to the machine's wall clock.
    func getServerClock(
        _ request: GetServerClockRequest, _ call: Call
    ) throws(Status) -> Answer<GetServerClockResponse>
    /// Takes the jump of the wall clock that waits: from now on decisions go by the wall clock again.
    func acceptServerClock(
        _ request: AcceptServerClockRequest, _ call: Call
    ) throws(Status) -> Answer<AcceptServerClockResponse>
}

extension Router {
    /// Registers every method of mandate.server.v1.ServerService.
    package mutating func add(_ service: some ServerService) {
        unary(ServerServiceMethods.getServer) { (request, call) throws(Status) in
            try service.getServer(request, call)
        }
        unary(ServerServiceMethods.backupServer) { (request, call) throws(Status) in
            try service.backupServer(request, call)
        }
        unary(ServerServiceMethods.getServerClock) { (request, call) throws(Status) in
            try service.getServerClock(request, call)
        }
        unary(ServerServiceMethods.acceptServerClock) { (request, call) throws(Status) in
            try service.acceptServerClock(request, call)
        }
    }
}

/// Calls mandate.server.v1.ServerService.
package struct ServerClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Says which server this is and where it stands.
    package func getServer(
        _ request: GetServerRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetServerResponse {
        try await transport.unary(ServerServiceMethods.getServer, request, options)
    }

    /// Writes a consistent, verified copy of the database while the server runs.
    package func backupServer(
        _ request: BackupServerRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> BackupServerResponse {
        try await transport.unary(ServerServiceMethods.backupServer, request, options)
    }

    /// Says what time the server decides by, and how that stands to the machine's wall clock.
    package func getServerClock(
        _ request: GetServerClockRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetServerClockResponse {
        try await transport.unary(ServerServiceMethods.getServerClock, request, options)
    }

    /// Takes the jump of the wall clock that waits: from now on decisions go by the wall clock again.
    package func acceptServerClock(
        _ request: AcceptServerClockRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AcceptServerClockResponse {
        try await transport.unary(ServerServiceMethods.acceptServerClock, request, options)
    }
}
