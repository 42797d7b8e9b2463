internal import NIOCore
internal import NIOPosix
internal import TLS

extension Client {
    /// TCP, TLS, and the connection of the native protocol.
    static func dial(
        _ host: String, _ port: Int, _ tls: TLSContext, serverName: String?, expectedURI: String?
    ) -> Dial {
        { client in
            let limits = client.limits
            let highWater = limits.outboundHighWaterBytes
            return ClientBootstrap(group: client.loop)
                .connectTimeout(TimeAmount(limits.connect))
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelOption(.maxMessagesPerRead, value: 1)
                .channelOption(.writeBufferWaterMark, value: .init(low: highWater / 2, high: highWater))
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandlers([
                            TLSHandler(context: tls, serverName: serverName, expectedURI: expectedURI),
                            ClientConnection(client: client),
                        ])
                    }
                }
                .connect(host: host, port: port)
        }
    }
}
