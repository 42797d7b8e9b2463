internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import RPC

/// Health and metrics over plain HTTP, on a port of its own that is bound to loopback by default.
///
/// `/livez` 200 while the process runs; `/readyz` 200, or 503 with the reasons; `/health` the same for a person;
/// `/metrics` Prometheus text. gRPC without TLS finds what `probes` holds: `grpc.health.v1`.
struct OperationsServer: Sendable {
    /// Probes and scrapers at once. They must not take the files that calls need.
    static let connectionsMax = 32
    static let refusedMax = 16

    let channel: any Channel

    var port: Int { channel.localAddress?.port ?? 0 }

    static func start(
        host: String, port: Int, readiness: Readiness, metrics: Metrics, probes: Router,
        group: any EventLoopGroup
    ) async throws -> OperationsServer {
        var limits = Limits()
        limits.connectionsMax = connectionsMax
        let open = Connections(limits: limits)
        let channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { listener in
                listener.eventLoop.makeCompletedFuture {
                    try listener.pipeline.syncOperations.addHandler(AcceptGate(socketsMax: Self.connectionsMax + Self.refusedMax))
                }
            }
            .childChannelInitializer { channel in
                guard open.admit(channel, "") else { return channel.close() }
                return channel.eventLoop.makeCompletedFuture {
                    let loop = channel.eventLoop
                    let choice = ProbeChoice { isHTTP2, pipeline, choice in
                        if isHTTP2 {
                            try pipeline.addHandler(Server.grpcWithoutTLS(probes, loop: loop), position: .after(choice))
                        } else {
                            try pipeline.configureHTTPServerPipeline(position: .after(choice), withErrorHandling: true)
                            try pipeline.addHandler(OperationsHandler(readiness: readiness, metrics: metrics))
                        }
                    }
                    try channel.pipeline.syncOperations.addHandler(choice)
                }
            }
            .bind(host: host, port: port).get()
        return OperationsServer(channel: channel)
    }
}

/// Answers one request and closes: probes and scrapers come seldom, and an idle connection costs nothing then.
private final class OperationsHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let readiness: Readiness
    private let metrics: Metrics
    private var path = ""
    private var timeout: Scheduled<Void>?

    init(readiness: Readiness, metrics: Metrics) {
        self.readiness = readiness
        self.metrics = metrics
    }

    func handlerAdded(context: ChannelHandlerContext) {
        // A peer that has not asked after ten seconds more asks nothing.
        let channel = context.channel
        timeout = context.eventLoop.scheduleTask(in: .seconds(10)) { channel.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        timeout?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): path = head.uri
        case .body: break
        case .end: answer(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func answer(_ context: ChannelHandlerContext) {
        let (status, type, text) = respond()
        var body = context.channel.allocator.buffer(capacity: text.utf8.count)
        body.writeString(text)
        let headers = HTTPHeaders([
            ("content-type", type), ("content-length", "\(body.readableBytes)"), ("connection", "close"),
        ])
        context.write(wrapOutboundOut(.head(.init(version: .http1_1, status: status, headers: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in channel.close(promise: nil) }
    }

    private func respond() -> (HTTPResponseStatus, String, String) {
        let plain = "text/plain; charset=utf-8"
        switch path.split(separator: "?").first.map(String.init) ?? "" {
        case "/livez":
            return (.ok, plain, "ok\n")
        case "/readyz", "/health":
            let reasons = readiness.reasons
            return (reasons.isEmpty ? .ok : .serviceUnavailable, plain, readiness.text(reasons))
        case "/metrics":
            return (.ok, "text/plain; version=0.0.4; charset=utf-8", metrics.text())
        default:
            return (.notFound, plain, "there is /livez, /readyz, /health and /metrics\n")
        }
    }
}
