// Generated from grpc/reflection/v1/reflection.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of grpc.reflection.v1.ServerReflection.
package enum ServerReflectionMethods {
    /// The reflection service is structured as a bidirectional stream, ensuring
    /// all related requests go to a single server.
    package static let serverReflectionInfo = Method<ServerReflectionRequest, ServerReflectionResponse>(
        "grpc.reflection.v1.ServerReflection/ServerReflectionInfo", .bidirectional,
        Access(kind: .caller))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        serverReflectionInfo.descriptor,
    ]
}

package protocol ServerReflection: Sendable {
    /// The reflection service is structured as a bidirectional stream, ensuring
    /// all related requests go to a single server.
    func serverReflectionInfo(
        _ requests: RequestReader<ServerReflectionRequest>, _ responses: ResponseWriter<ServerReflectionResponse>, _ call: Call
    ) async throws
}

extension Router {
    /// Registers every method of grpc.reflection.v1.ServerReflection.
    package mutating func add(_ service: some ServerReflection) {
        bidirectional(ServerReflectionMethods.serverReflectionInfo) { requests, responses, call in
            try await service.serverReflectionInfo(requests, responses, call)
        }
    }
}

/// Calls grpc.reflection.v1.ServerReflection.
package struct ServerReflectionClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// The reflection service is structured as a bidirectional stream, ensuring
    /// all related requests go to a single server.
    package func serverReflectionInfo(
        _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ClientStream<ServerReflectionRequest, ServerReflectionResponse> {
        try await transport.bidirectional(ServerReflectionMethods.serverReflectionInfo, options)
    }
}
