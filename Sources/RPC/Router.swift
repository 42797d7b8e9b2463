package import Messages

/// Method path to handler. Built once, then immutable. Knows no codec and no connection.
package struct Router: Sendable {
    /// A handler whose messages are bytes.
    enum Handler: Sendable {
        case unary(@Sendable ([UInt8], Call) throws(Status) -> Answer<[UInt8]>)
        /// Reads and writes the call's `CallStream`; returns the answer of a method with a single one.
        case streaming(@Sendable (CallStream, Call) async throws -> [UInt8])
    }

    /// An object, because a connection keeps the route of its last call.
    final class Route: Sendable {
        let descriptor: MethodDescriptor
        let handler: Handler

        init(_ descriptor: MethodDescriptor, _ handler: Handler) {
            self.descriptor = descriptor
            self.handler = handler
        }
    }

    let interceptors: [any Interceptor]
    private var routes: [String: Route] = [:]
    private var pathBytesMax = 0

    package init(interceptors: [any Interceptor] = []) {
        self.interceptors = interceptors
    }

    /// Every registered method, by path.
    package var methods: [MethodDescriptor] {
        routes.values.map(\.descriptor).sorted { $0.path < $1.path }
    }

    func route(_ path: String) -> Route? {
        // Hashing walks the whole text, and that can be as long as a frame.
        path.utf8.count <= pathBytesMax ? routes[path] : nil
    }

    private mutating func add(_ descriptor: MethodDescriptor, _ kind: CallKind, _ handler: Handler) {
        precondition(descriptor.kind == kind, "\(descriptor.path) is \(descriptor.kind), not \(kind)")
        precondition(routes[descriptor.path] == nil, "\(descriptor.path) is registered twice")
        routes[descriptor.path] = Route(descriptor, handler)
        pathBytesMax = max(pathBytesMax, descriptor.path.utf8.count)
    }

    /// The handler runs inline on the event loop; what waits goes into `.later`.
    package mutating func unary<Q: Message, A: Message>(
        _ method: Method<Q, A>, _ handler: @escaping @Sendable (Q, Call) throws(Status) -> Answer<A>
    ) {
        add(
            method.descriptor, .unary,
            .unary { (bytes, call) throws(Status) -> Answer<[UInt8]> in
                switch try handler(Codec.decode(bytes), call) {
                case .now(let answer): .now(answer.encoded())
                case .later(let body): .later { try await body().encoded() }
                }
            })
    }

    package mutating func serverStreaming<Q: Message, A: Message>(
        _ method: Method<Q, A>,
        _ handler: @escaping @Sendable (Q, ResponseWriter<A>, Call) async throws -> Void
    ) {
        add(
            method.descriptor, .serverStreaming,
            .streaming { stream, call in
                guard let bytes = try await stream.receive() else { throw Status.malformed("no request message") }
                try await handler(Codec.decode(bytes), ResponseWriter(stream: stream), call)
                try await stream.drained()
                return []
            })
    }

    package mutating func clientStreaming<Q: Message, A: Message>(
        _ method: Method<Q, A>,
        _ handler: @escaping @Sendable (RequestReader<Q>, Call) async throws -> A
    ) {
        add(
            method.descriptor, .clientStreaming,
            .streaming { stream, call in
                try await handler(RequestReader(stream: stream), call).encoded()
            })
    }

    package mutating func bidirectional<Q: Message, A: Message>(
        _ method: Method<Q, A>,
        _ handler: @escaping @Sendable (RequestReader<Q>, ResponseWriter<A>, Call) async throws -> Void
    ) {
        add(
            method.descriptor, .bidirectional,
            .streaming { stream, call in
                try await handler(RequestReader(stream: stream), ResponseWriter(stream: stream), call)
                try await stream.drained()
                return []
            })
    }
}

/// Bytes to message, with the status that a peer's broken bytes earn.
enum Codec {
    static func decode<M: Message>(_ bytes: [UInt8]) throws(Status) -> M {
        do throws(MessageError) {
            return try M(decoding: bytes)
        } catch {
            switch error.code {
            case .malformed, .invalidText: throw Status.malformed(error.message)
            case .tooLarge: throw Status.overLimit(error.message)
            }
        }
    }
}
