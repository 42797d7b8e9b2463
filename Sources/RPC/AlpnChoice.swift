internal import NIOCore
internal import TLS

/// Waits for the TLS handshake, then puts the codec of the agreed protocol (ALPN) in its own place.
final class AlpnChoice: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    /// The native protocol's name.
    static let native = "mandate-rpc/1"

    private let limit: Duration
    private let choose: (TLSPeer) -> (any ChannelHandler)?
    private var timer: Scheduled<Void>?

    /// `choose` gives nil for a protocol that has no codec here; the connection is closed then.
    init(limit: Duration, choose: @escaping (TLSPeer) -> (any ChannelHandler)?) {
        self.limit = limit
        self.choose = choose
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: TimeAmount(limit)) { channel.close(promise: nil) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case let completed as TLSHandshakeCompleted:
            install(completed.peer, context)
        case is DrainRequested:
            // Nobody has called yet.
            context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A handshake that failed: TLS has closed the channel. Scanners do it all day; it is counted nowhere.
        context.close(promise: nil)
    }

    private func install(_ peer: TLSPeer, _ context: ChannelHandlerContext) {
        guard let codec = choose(peer) else { return context.close(promise: nil) }
        do {
            let pipeline = context.pipeline.syncOperations
            try pipeline.addHandler(codec, position: .after(self))
            pipeline.removeHandler(context: context, promise: nil)
        } catch {
            context.close(promise: nil)
        }
    }
}
