package import Messages

/// Method path to handler. Built once, then immutable. Knows no codec and no connection.
package struct Router: Sendable {
    /// A handler whose messages are bytes.
    enum Handler: Sendable {
        case unary(UnaryHandler)
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
        add(method.descriptor, .unary, .unary(UnaryHandler(handler)))
    }

    package mutating func serverStreaming<Q: Message, A: Message>(
        _ method: Method<Q, A>,
        _ handler: @escaping @Sendable (Q, ResponseWriter<A>, Call) async throws -> Void
    ) {
        add(
            method.descriptor, .serverStreaming,
            .streaming { stream, call in
                guard let bytes = try await stream.receive() else { throw Status.malformed("no request message") }
                let request: Q = try await Codec.decode(bytes, stream.offload, isRequest: true)
                try await handler(request, ResponseWriter(stream: stream), call)
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
