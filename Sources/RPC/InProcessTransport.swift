internal import Messages
package import NIOCore
internal import NIOPosix

/// Calls a router of this process, with everything a connection has but the connection: messages are
/// encoded and decoded, the same interceptors run, deadlines pass, cancellation arrives, windows hold.
///
/// Inline handlers run on the calling thread; the event loop only keeps time.
package struct InProcessTransport: CallTransport {
    private let router: Router
    private let peer: Peer
    private let limits: Limits
    private let loop: any EventLoop
    private let errors: @Sendable (any Error, Call?) -> Void

    /// `peer` is who the router's handlers see as the caller.
    package init(
        router: Router, peer: Peer, limits: Limits = .standard,
        loop: any EventLoop = MultiThreadedEventLoopGroup.singleton.next(),
        errors: @escaping @Sendable (any Error, Call?) -> Void = { _, _ in }
    ) {
        self.router = router
        self.peer = Peer(
            caller: peer.caller, address: peer.address, transport: peer.transport,
            clock: { loop.now }, executor: nil)
        self.limits = limits
        self.loop = loop
        self.errors = errors
    }

    package func unary(
        _ path: String, _ message: [UInt8], _ options: CallOptions
    ) async throws(Status) -> [UInt8] {
        let answer = PendingAnswer()
        let call = InProcessCall(limits: limits, errors: errors, answer: answer)
        start(call, request(path, message, options))
        return try await answer.wait { call.end(.cancelled) }
    }

    package func open(
        _ method: MethodDescriptor, _ message: [UInt8]?, _ options: CallOptions
    ) async throws(Status) -> CallStream {
        let call = InProcessCall(limits: limits, errors: errors, answer: nil)
        let stream = call.open()
        start(call, request(method.path, message, options))
        return stream
    }

    private func request(_ path: String, _ message: [UInt8]?, _ options: CallOptions) -> Request {
        Request(
            method: path, timeout: options.timeout.map { WireDuration($0) }, metadata: options.metadata,
            message: message ?? [], noMessage: message == nil, done: message != nil)
    }

    private func start(_ inProcess: InProcessCall, _ request: Request) {
        do throws(Status) {
            let request: Request = try Codec.decode(request.encoded())
            guard let route = router.route(request.method) else { throw Status.unknownMethod(request.method) }
            let now = loop.now
            try RequestCheck.metadata(request.metadata, limits)
            let deadline = try RequestCheck.deadline(request.timeout, now, limits)
            try RequestCheck.shape(request, route.descriptor.kind)
            let call = Call(
                method: route.descriptor, peer: peer, metadata: request.metadata, deadline: deadline,
                startTime: now, stream: 0, messages: inProcess.accept(request, route.descriptor.kind),
                sink: inProcess)
            inProcess.begin(call)
            if let outcome = router.start(call, route.handler, request.message) {
                inProcess.handlerReturned(call, outcome)
            } else if let deadline {
                inProcess.keepTime(loop.scheduleTask(deadline: deadline) { inProcess.end(.deadlineExceeded) })
            }
        } catch {
            inProcess.end(error)
        }
    }
}
