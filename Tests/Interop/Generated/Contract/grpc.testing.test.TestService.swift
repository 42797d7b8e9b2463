// Generated from grpc/testing/test.proto by Tests/Interop/generate. Do not edit.

import Messages
package import RPC

/// The methods of grpc.testing.TestService.
package enum TestServiceMethods {
    /// Empty for empty.
    package static let emptyCall = Method<Empty, Empty>(
        "grpc.testing.TestService/EmptyCall", .unary,
        Access(kind: .unrecognized(0)))

    /// As many bytes as asked for.
    package static let unaryCall = Method<SimpleRequest, SimpleResponse>(
        "grpc.testing.TestService/UnaryCall", .unary,
        Access(kind: .unrecognized(0)))

    /// The time, for a proxy to keep.
    package static let cacheableUnaryCall = Method<SimpleRequest, SimpleResponse>(
        "grpc.testing.TestService/CacheableUnaryCall", .unary,
        Access(kind: .unrecognized(0)))

    /// One response for each of the parameters.
    package static let streamingOutputCall = Method<StreamingOutputCallRequest, StreamingOutputCallResponse>(
        "grpc.testing.TestService/StreamingOutputCall", .serverStreaming,
        Access(kind: .unrecognized(0)))

    /// The size of all payloads together.
    package static let streamingInputCall = Method<StreamingInputCallRequest, StreamingInputCallResponse>(
        "grpc.testing.TestService/StreamingInputCall", .clientStreaming,
        Access(kind: .unrecognized(0)))

    /// Each request is answered as it comes.
    package static let fullDuplexCall = Method<StreamingOutputCallRequest, StreamingOutputCallResponse>(
        "grpc.testing.TestService/FullDuplexCall", .bidirectional,
        Access(kind: .unrecognized(0)))

    /// All requests first, then all answers.
    package static let halfDuplexCall = Method<StreamingOutputCallRequest, StreamingOutputCallResponse>(
        "grpc.testing.TestService/HalfDuplexCall", .bidirectional,
        Access(kind: .unrecognized(0)))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        emptyCall.descriptor,
        unaryCall.descriptor,
        cacheableUnaryCall.descriptor,
        streamingOutputCall.descriptor,
        streamingInputCall.descriptor,
        fullDuplexCall.descriptor,
        halfDuplexCall.descriptor,
    ]
}

/// One method of each kind. What they do: doc/interop-test-descriptions.md of the gRPC project.
package protocol TestService: Sendable {
    /// Empty for empty.
    func emptyCall(
        _ request: Empty, _ call: Call
    ) throws(Status) -> Answer<Empty>
    /// As many bytes as asked for.
    func unaryCall(
        _ request: SimpleRequest, _ call: Call
    ) throws(Status) -> Answer<SimpleResponse>
    /// The time, for a proxy to keep.
    func cacheableUnaryCall(
        _ request: SimpleRequest, _ call: Call
    ) throws(Status) -> Answer<SimpleResponse>
    /// One response for each of the parameters.
    func streamingOutputCall(
        _ request: StreamingOutputCallRequest, _ responses: ResponseWriter<StreamingOutputCallResponse>, _ call: Call
    ) async throws
    /// The size of all payloads together.
    func streamingInputCall(
        _ requests: RequestReader<StreamingInputCallRequest>, _ call: Call
    ) async throws -> StreamingInputCallResponse
    /// Each request is answered as it comes.
    func fullDuplexCall(
        _ requests: RequestReader<StreamingOutputCallRequest>, _ responses: ResponseWriter<StreamingOutputCallResponse>, _ call: Call
    ) async throws
    /// All requests first, then all answers.
    func halfDuplexCall(
        _ requests: RequestReader<StreamingOutputCallRequest>, _ responses: ResponseWriter<StreamingOutputCallResponse>, _ call: Call
    ) async throws
}

extension Router {
    /// Registers every method of grpc.testing.TestService.
    package mutating func add(_ service: some TestService) {
        unary(TestServiceMethods.emptyCall) { (request, call) throws(Status) in
            try service.emptyCall(request, call)
        }
        unary(TestServiceMethods.unaryCall) { (request, call) throws(Status) in
            try service.unaryCall(request, call)
        }
        unary(TestServiceMethods.cacheableUnaryCall) { (request, call) throws(Status) in
            try service.cacheableUnaryCall(request, call)
        }
        serverStreaming(TestServiceMethods.streamingOutputCall) { request, responses, call in
            try await service.streamingOutputCall(request, responses, call)
        }
        clientStreaming(TestServiceMethods.streamingInputCall) { requests, call in
            try await service.streamingInputCall(requests, call)
        }
        bidirectional(TestServiceMethods.fullDuplexCall) { requests, responses, call in
            try await service.fullDuplexCall(requests, responses, call)
        }
        bidirectional(TestServiceMethods.halfDuplexCall) { requests, responses, call in
            try await service.halfDuplexCall(requests, responses, call)
        }
    }
}

/// Calls grpc.testing.TestService.
package struct TestClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Empty for empty.
    package func emptyCall(
        _ request: Empty, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> Empty {
        try await transport.unary(TestServiceMethods.emptyCall, request, options)
    }

    /// As many bytes as asked for.
    package func unaryCall(
        _ request: SimpleRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> SimpleResponse {
        try await transport.unary(TestServiceMethods.unaryCall, request, options)
    }

    /// The time, for a proxy to keep.
    package func cacheableUnaryCall(
        _ request: SimpleRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> SimpleResponse {
        try await transport.unary(TestServiceMethods.cacheableUnaryCall, request, options)
    }

    /// One response for each of the parameters.
    package func streamingOutputCall(
        _ request: StreamingOutputCallRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ResponseReader<StreamingOutputCallResponse> {
        try await transport.serverStreaming(TestServiceMethods.streamingOutputCall, request, options)
    }

    /// The size of all payloads together.
    package func streamingInputCall(
        _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ClientStream<StreamingInputCallRequest, StreamingInputCallResponse> {
        try await transport.clientStreaming(TestServiceMethods.streamingInputCall, options)
    }

    /// Each request is answered as it comes.
    package func fullDuplexCall(
        _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ClientStream<StreamingOutputCallRequest, StreamingOutputCallResponse> {
        try await transport.bidirectional(TestServiceMethods.fullDuplexCall, options)
    }

    /// All requests first, then all answers.
    package func halfDuplexCall(
        _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ClientStream<StreamingOutputCallRequest, StreamingOutputCallResponse> {
        try await transport.bidirectional(TestServiceMethods.halfDuplexCall, options)
    }
}
