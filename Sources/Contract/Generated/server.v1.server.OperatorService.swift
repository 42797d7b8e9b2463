// Generated from mandate/server/v1/server.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.server.v1.OperatorService.
package enum OperatorServiceMethods {
    /// Says which server this is and where it stands.
    package static let getServer = Method<GetServerRequest, GetServerResponse>(
        "mandate.server.v1.OperatorService/GetServer", .unary,
        Access(kind: .`operator`, scope: "", level: .unspecified))

    /// Writes a consistent, verified copy of the database while the server runs.
    package static let backup = Method<BackupRequest, BackupResponse>(
        "mandate.server.v1.OperatorService/Backup", .unary,
        Access(kind: .`operator`, scope: "", level: .unspecified))

    /// Says what time the server decides by, and how that stands to the machine's wall clock.
    package static let getClock = Method<GetClockRequest, GetClockResponse>(
        "mandate.server.v1.OperatorService/GetClock", .unary,
        Access(kind: .`operator`, scope: "", level: .unspecified))

    /// Takes the jump of the wall clock that waits: from now on decisions go by the wall clock again.
    package static let acceptClock = Method<AcceptClockRequest, AcceptClockResponse>(
        "mandate.server.v1.OperatorService/AcceptClock", .unary,
        Access(kind: .`operator`, scope: "", level: .unspecified))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        getServer.descriptor,
        backup.descriptor,
        getClock.descriptor,
        acceptClock.descriptor,
    ]
}

/// The operator's side of a server.
package protocol OperatorService: Sendable {
    /// Says which server this is and where it stands.
    func getServer(
        _ request: GetServerRequest, _ call: Call
    ) throws(Status) -> Answer<GetServerResponse>
    /// Writes a consistent, verified copy of the database while the server runs.
    func backup(
        _ request: BackupRequest, _ call: Call
    ) throws(Status) -> Answer<BackupResponse>
    /// Says what time the server decides by, and how that stands to the machine's wall clock.
    func getClock(
        _ request: GetClockRequest, _ call: Call
    ) throws(Status) -> Answer<GetClockResponse>
    /// Takes the jump of the wall clock that waits: from now on decisions go by the wall clock again.
    func acceptClock(
        _ request: AcceptClockRequest, _ call: Call
    ) throws(Status) -> Answer<AcceptClockResponse>
}

extension Router {
    /// Registers every method of mandate.server.v1.OperatorService.
    package mutating func add(_ service: some OperatorService) {
        unary(OperatorServiceMethods.getServer) { (request, call) throws(Status) in
            try service.getServer(request, call)
        }
        unary(OperatorServiceMethods.backup) { (request, call) throws(Status) in
            try service.backup(request, call)
        }
        unary(OperatorServiceMethods.getClock) { (request, call) throws(Status) in
            try service.getClock(request, call)
        }
        unary(OperatorServiceMethods.acceptClock) { (request, call) throws(Status) in
            try service.acceptClock(request, call)
        }
    }
}

/// Calls mandate.server.v1.OperatorService.
package struct OperatorClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Says which server this is and where it stands.
    package func getServer(
        _ request: GetServerRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetServerResponse {
        try await transport.unary(OperatorServiceMethods.getServer, request, options)
    }

    /// Writes a consistent, verified copy of the database while the server runs.
    package func backup(
        _ request: BackupRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> BackupResponse {
        try await transport.unary(OperatorServiceMethods.backup, request, options)
    }

    /// Says what time the server decides by, and how that stands to the machine's wall clock.
    package func getClock(
        _ request: GetClockRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetClockResponse {
        try await transport.unary(OperatorServiceMethods.getClock, request, options)
    }

    /// Takes the jump of the wall clock that waits: from now on decisions go by the wall clock again.
    package func acceptClock(
        _ request: AcceptClockRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AcceptClockResponse {
        try await transport.unary(OperatorServiceMethods.acceptClock, request, options)
    }
}
