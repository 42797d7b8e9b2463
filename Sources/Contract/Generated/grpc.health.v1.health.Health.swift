// Generated from grpc/health/v1/health.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of grpc.health.v1.Health.
package enum HealthMethods {
    /// If the requested service is unknown, the call will fail with status
    /// NOT_FOUND.
    package static let check = Method<HealthCheckRequest, HealthCheckResponse>(
        "grpc.health.v1.Health/Check", .unary,
        Access(kind: .anyone))

    /// Says how every service of the server is, one after the other.
    package static let list = Method<HealthListRequest, HealthListResponse>(
        "grpc.health.v1.Health/List", .unary,
        Access(kind: .anyone))

    /// Performs a watch for the serving status of the requested service.
    /// The server will immediately send back a message indicating the current
    /// serving status.  It will then subsequently send a new message whenever
    /// the service's serving status changes.
    ///
    /// If the requested service is unknown when the call is received, the
    /// server will send a message setting the serving status to
    /// SERVICE_UNKNOWN but will *not* terminate the call.  If at some
    /// future point, the serving status of the service becomes known, the
    /// server will send a new message with the service's serving status.
    ///
    /// If the call terminates with status UNIMPLEMENTED, then clients
    /// should assume this method is not supported and should not retry the
    /// call.  If the call terminates with any other status (including OK),
    /// clients should retry the call with appropriate exponential backoff.
    package static let watch = Method<HealthCheckRequest, HealthCheckResponse>(
        "grpc.health.v1.Health/Watch", .serverStreaming,
        Access(kind: .anyone))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        check.descriptor,
        list.descriptor,
        watch.descriptor,
    ]
}

package protocol Health: Sendable {
    /// If the requested service is unknown, the call will fail with status
    /// NOT_FOUND.
    func check(
        _ request: HealthCheckRequest, _ call: Call
    ) throws(Status) -> Answer<HealthCheckResponse>
    /// Says how every service of the server is, one after the other.
    func list(
        _ request: HealthListRequest, _ call: Call
    ) throws(Status) -> Answer<HealthListResponse>
    /// Performs a watch for the serving status of the requested service.
    /// The server will immediately send back a message indicating the current
    /// serving status.  It will then subsequently send a new message whenever
    /// the service's serving status changes.
    ///
    /// If the requested service is unknown when the call is received, the
    /// server will send a message setting the serving status to
    /// SERVICE_UNKNOWN but will *not* terminate the call.  If at some
    /// future point, the serving status of the service becomes known, the
    /// server will send a new message with the service's serving status.
    ///
    /// If the call terminates with status UNIMPLEMENTED, then clients
    /// should assume this method is not supported and should not retry the
    /// call.  If the call terminates with any other status (including OK),
    /// clients should retry the call with appropriate exponential backoff.
    func watch(
        _ request: HealthCheckRequest, _ responses: ResponseWriter<HealthCheckResponse>, _ call: Call
    ) async throws
}

extension Router {
    /// Registers every method of grpc.health.v1.Health.
    package mutating func add(_ service: some Health) {
        unary(HealthMethods.check) { (request, call) throws(Status) in
            try service.check(request, call)
        }
        unary(HealthMethods.list) { (request, call) throws(Status) in
            try service.list(request, call)
        }
        serverStreaming(HealthMethods.watch) { request, responses, call in
            try await service.watch(request, responses, call)
        }
    }
}

/// Calls grpc.health.v1.Health.
package struct HealthClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// If the requested service is unknown, the call will fail with status
    /// NOT_FOUND.
    package func check(
        _ request: HealthCheckRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> HealthCheckResponse {
        try await transport.unary(HealthMethods.check, request, options)
    }

    /// Says how every service of the server is, one after the other.
    package func list(
        _ request: HealthListRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> HealthListResponse {
        try await transport.unary(HealthMethods.list, request, options)
    }

    /// Performs a watch for the serving status of the requested service.
    /// The server will immediately send back a message indicating the current
    /// serving status.  It will then subsequently send a new message whenever
    /// the service's serving status changes.
    ///
    /// If the requested service is unknown when the call is received, the
    /// server will send a message setting the serving status to
    /// SERVICE_UNKNOWN but will *not* terminate the call.  If at some
    /// future point, the serving status of the service becomes known, the
    /// server will send a new message with the service's serving status.
    ///
    /// If the call terminates with status UNIMPLEMENTED, then clients
    /// should assume this method is not supported and should not retry the
    /// call.  If the call terminates with any other status (including OK),
    /// clients should retry the call with appropriate exponential backoff.
    package func watch(
        _ request: HealthCheckRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ResponseReader<HealthCheckResponse> {
        try await transport.serverStreaming(HealthMethods.watch, request, options)
    }
}
