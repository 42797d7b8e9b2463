package import NIOCore
internal import NIOPosix
package import TLS

/// Serves a router on a port.
package final class Server: Sendable {
    /// The names of the two protocols in ALPN. The native one is for TLS 1.3 only.
    package static let nativeProtocol = "mandate-rpc/1"
    package static let grpcProtocol = "h2"

    private let listener: any Channel
    private let open: Connections

    private init(listener: any Channel, open: Connections) {
        self.listener = listener
        self.open = open
    }

    /// Binds; port 0 picks one. `tls` offers `mandate-rpc/1`, `h2` or both. `pages` answers a GET over h2. `errors` hears
    /// what no caller may see: errors of handlers, with their call, and broken rules of peers, without one. Any thread.
    /// TLS handshakes are computed on `handshakes`, and large messages read on `largeMessages`, if given, else on the
    /// connections' own loops. `wallClock`: seconds since 1970, that certificates end by.
    package static func start(
        host: String, port: Int, tls: TLSContext, router: Router, limits: Limits = .standard,
        group: any EventLoopGroup, handshakes: (any EventLoopGroup)? = nil,
        largeMessages: (any EventLoopGroup)? = nil, wallClock: @escaping @Sendable () -> Int64 = systemSeconds,
        pages: @escaping @Sendable (String) -> PlainPage? = { _ in nil },
        errors: @escaping @Sendable (any Error, Call?) -> Void
    ) async throws -> Server {
        let open = Connections(limits: limits)
        let holdings = CallerHoldings(limits: limits)
        let highWater = limits.outboundHighWaterBytes
        let listener = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { listener in
                listener.eventLoop.makeCompletedFuture {
                    let gate = AcceptGate(socketsMax: limits.connectionsMax + limits.refusedMax)
                    try listener.pipeline.syncOperations.addHandler(gate)
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            // A second read would nearly always find nothing; what is left makes the socket readable again.
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(
                .writeBufferWaterMark, value: .init(low: highWater / 2, high: highWater)
            )
            .childChannelInitializer { channel in
                let address = channel.remoteAddress?.ipAddress ?? ""
                guard open.admit(channel, address) else { return channel.close() }
                return channel.eventLoop.makeCompletedFuture {
                    let loop = channel.eventLoop
                    try channel.pipeline.syncOperations.addHandlers([
                        TLSHandler(context: tls, handshakesOn: handshakes?.next()),
                        AlpnChoice(limit: limits.handshake, counts: open.counts) { peer in
                            let holding = holdings.holding(caller: peer.uri ?? "", address: address)
                            let certificate = peer.certificateExpiry.map { CertificateEnd($0, wallClock: wallClock) }
                            return switch peer.protocolName {
                            case Self.nativeProtocol:
                                ServerConnection(
                                    router: router, limits: limits, loop: loop, caller: peer.uri ?? "",
                                    address: address, certificate: certificate, holding: holding,
                                    largeMessages: largeMessages?.next(),
                                    errors: errors)
                            case Self.grpcProtocol:
                                GRPCConnection(
                                    router: router, limits: limits, loop: loop, caller: peer.uri ?? "",
                                    address: address, certificate: certificate, holding: holding,
                                    largeMessages: largeMessages?.next(),
                                    pages: pages, errors: errors)
                            default: nil
                            }
                        },
                    ])
                }
            }
            .bind(host: host, port: port).get()
        return Server(listener: listener, open: open)
    }

    package var port: Int { listener.localAddress?.port ?? 0 }

    /// Open connections, those in their handshake included.
    package var connections: Int { open.count }

    package var connectionStatistics: ConnectionStatistics { open.counts.statistics }

    /// Stops accepting, says goaway, lets calls finish for `grace`, then closes what is left.
    package func drain(grace: Duration) async {
        let loop = listener.eventLoop
        listener.close(promise: nil)
        let empty = loop.makePromise(of: Void.self)
        open.close(empty)
        for channel in open.all { channel.pipeline.fireUserInboundEventTriggered(DrainRequested()) }
        let open = self.open
        let timer = loop.scheduleTask(in: TimeAmount(grace)) {
            for channel in open.all { channel.close(promise: nil) }
        }
        // The promise is only ever fulfilled.
        empty.futureResult.whenComplete { _ in timer.cancel() }
        await withCheckedContinuation { continuation in
            empty.futureResult.whenComplete { _ in continuation.resume() }
        }
    }
}
