internal import InteropContract
internal import RPC

/// What gRPC's interop cases ask of a server; see doc/interop-test-descriptions.md of the gRPC project, whose words
/// ("echo metadata", "observe interval_us") are the names here.
struct InteropService: TestService {
    /// Seconds since 1970.
    let clock: @Sendable () -> Double
    let sleep: @Sendable (Duration) async throws -> Void

    func emptyCall(_ request: Empty, _ call: Call) throws(Status) -> Answer<Empty> {
        call.echoMetadata()
        return .now(Empty())
    }

    func unaryCall(_ request: SimpleRequest, _ call: Call) throws(Status) -> Answer<SimpleResponse> {
        call.echoMetadata()
        try call.check(request.expectCompressed)
        try echo(request.responseStatus)
        if request.responseCompressed?.value == true { call.compressAnswer() }
        return .now(SimpleResponse(payload: try zeros(request.responseSize)))
    }

    func cacheableUnaryCall(_ request: SimpleRequest, _ call: Call) throws(Status) -> Answer<SimpleResponse> {
        call.echoMetadata()
        call.setHeader("cache-control", "max-age=60, public")
        return .now(SimpleResponse(payload: Payload(body: Array("\(Int64(clock() * 1e9))".utf8))))
    }

    func streamingOutputCall(
        _ request: StreamingOutputCallRequest, _ responses: ResponseWriter<StreamingOutputCallResponse>, _ call: Call
    ) async throws {
        call.echoMetadata()
        try await answer(request, responses, call)
    }

    func streamingInputCall(
        _ requests: RequestReader<StreamingInputCallRequest>, _ call: Call
    ) async throws -> StreamingInputCallResponse {
        call.echoMetadata()
        var size = 0
        for try await request in requests {
            try call.check(request.expectCompressed)
            size += request.payload?.body.count ?? 0
        }
        return StreamingInputCallResponse(aggregatedPayloadSize: Int32(clamping: size))
    }

    func fullDuplexCall(
        _ requests: RequestReader<StreamingOutputCallRequest>,
        _ responses: ResponseWriter<StreamingOutputCallResponse>, _ call: Call
    ) async throws {
        call.echoMetadata()
        for try await request in requests { try await answer(request, responses, call) }
    }

    func halfDuplexCall(
        _ requests: RequestReader<StreamingOutputCallRequest>,
        _ responses: ResponseWriter<StreamingOutputCallResponse>, _ call: Call
    ) async throws {
        call.echoMetadata()
        var kept: [StreamingOutputCallRequest] = []
        for try await request in requests { kept.append(request) }
        for request in kept { try await answer(request, responses, call) }
    }

    /// One response for each of the parameters, each after its interval.
    private func answer(
        _ request: StreamingOutputCallRequest, _ responses: ResponseWriter<StreamingOutputCallResponse>, _ call: Call
    ) async throws {
        try echo(request.responseStatus)
        for parameters in request.responseParameters {
            if parameters.intervalUs > 0 { try await sleep(.microseconds(parameters.intervalUs)) }
            let compressed = parameters.compressed?.value == true
            if compressed { call.compressAnswer() }
            try await responses.send(
                StreamingOutputCallResponse(payload: try zeros(parameters.size)), compressed: compressed)
        }
    }

    /// Ends the call as its request says.
    private func echo(_ status: EchoStatus?) throws(Status) {
        guard let status, status.code != 0 else { return }
        throw Status(Code(rawValue: status.code) ?? .unknown, .unspecified, status.message)
    }

    private func zeros(_ size: Int32) throws(Status) -> Payload {
        guard size >= 0, size <= Limits.standard.frameBytesMax else {
            throw Status(.invalidArgument, .unspecified, "no payload has \(size) bytes")
        }
        return Payload(body: [UInt8](repeating: 0, count: Int(size)))
    }
}
