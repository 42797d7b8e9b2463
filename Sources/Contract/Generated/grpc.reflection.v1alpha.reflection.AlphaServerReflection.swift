// Generated from grpc/reflection/v1alpha/reflection.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of grpc.reflection.v1alpha.ServerReflection.
package enum AlphaServerReflectionMethods {
    /// The reflection service is structured as a bidirectional stream, ensuring
    /// all related requests go to a single server.
    package static let serverReflectionInfo = Method<AlphaServerReflectionRequest, AlphaServerReflectionResponse>(
        "grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", .bidirectional,
        Access(kind: .caller))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        serverReflectionInfo.descriptor,
    ]
}

package protocol AlphaServerReflection: Sendable {
    /// The reflection service is structured as a bidirectional stream, ensuring
    /// all related requests go to a single server.
    func serverReflectionInfo(
        _ requests: RequestReader<AlphaServerReflectionRequest>, _ responses: ResponseWriter<AlphaServerReflectionResponse>, _ call: Call
    ) async throws
}

extension Router {
    /// Registers every method of grpc.reflection.v1alpha.ServerReflection.
    package mutating func add(_ service: some AlphaServerReflection) {
        bidirectional(AlphaServerReflectionMethods.serverReflectionInfo) { requests, responses, call in
            try await service.serverReflectionInfo(requests, responses, call)
        }
    }
}

/// Calls grpc.reflection.v1alpha.ServerReflection.
package struct AlphaServerReflectionClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// The reflection service is structured as a bidirectional stream, ensuring
    /// all related requests go to a single server.
    package func serverReflectionInfo(
        _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ClientStream<AlphaServerReflectionRequest, AlphaServerReflectionResponse> {
        try await transport.bidirectional(AlphaServerReflectionMethods.serverReflectionInfo, options)
    }
}
