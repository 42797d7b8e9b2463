package import Messages

/// What a caller says besides the message.
package struct CallOptions: Sendable {
    /// How long the caller waits, from when the call is made; nil for ever.
    package var timeout: Duration?
    package var metadata: [MetadataEntry]
    /// While the server cannot be reached the call waits, until its timeout; else it fails at once with UNAVAILABLE.
    package var waitsForConnection: Bool
    /// A request with a field that breaks the contract's rules is not sent: the call fails as the server would answer it.
    /// Of what is given when the call is made; messages of a client's stream are the server's to judge.
    package var checksRequest: Bool

    package init(
        timeout: Duration? = .seconds(30), metadata: [(String, String)] = [], waitsForConnection: Bool = true,
        checksRequest: Bool = false
    ) {
        self.timeout = timeout
        self.waitsForConnection = waitsForConnection
        self.checksRequest = checksRequest
        self.metadata = metadata.map { MetadataEntry(key: $0.0, value: $0.1) }
    }
}

/// Makes calls. Two implementations: `Client` over a connection, `InProcessTransport` over a router.
///
/// When the calling task is cancelled the call is, and it throws CANCELLED.
package protocol CallTransport: Sendable {
    /// One message each way, encoded.
    func unary(_ path: String, _ message: [UInt8], _ options: CallOptions) async throws(Status) -> [UInt8]

    /// Starts a streaming call of that kind. Without a message the client streams; with one it is all that the client sends.
    func open(_ method: MethodDescriptor, _ message: [UInt8]?, _ options: CallOptions) async throws(Status) -> CallStream
}

extension CallTransport {
    package func unary<Q: Message, A: Message>(
        _ method: Method<Q, A>, _ request: Q, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> A {
        if options.checksRequest { try Codec.check(request) }
        return try Codec.decode(try await unary(method.descriptor.path, request.encoded(), options))
    }

    package func serverStreaming<Q: Message, A: Message>(
        _ method: Method<Q, A>, _ request: Q, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ResponseReader<A> {
        if options.checksRequest { try Codec.check(request) }
        return ResponseReader(stream: try await open(method.descriptor, request.encoded(), options))
    }

    package func clientStreaming<Q: Message, A: Message>(
        _ method: Method<Q, A>, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ClientStream<Q, A> {
        ClientStream(stream: try await open(method.descriptor, nil, options))
    }

    package func bidirectional<Q: Message, A: Message>(
        _ method: Method<Q, A>, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ClientStream<Q, A> {
        ClientStream(stream: try await open(method.descriptor, nil, options))
    }
}
