internal import NIOCore
internal import TLS

/// Waits for the TLS handshake, then puts the codec of the agreed protocol (ALPN) in its own place.
final class AlpnChoice: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private let limit: Duration
    private let counts: ConnectionCounts
    private let choose: (TLSPeer) -> (any ChannelHandler)?
    private var isDone = false
    private var timer: Scheduled<Void>?

    /// `choose` gives nil for a protocol that has no codec here; the connection is closed then.
    init(limit: Duration, counts: ConnectionCounts, choose: @escaping (TLSPeer) -> (any ChannelHandler)?) {
        self.limit = limit
        self.counts = counts
        self.choose = choose
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: TimeAmount(limit)) { channel.close(promise: nil) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        // However it came to that: every connection leaves this handler once.
        counts.handshakeEnded(isDone: isDone)
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
        // A handshake that failed: TLS has closed the channel. Scanners do it all day: counted, not logged.
        context.close(promise: nil)
    }

    private func install(_ peer: TLSPeer, _ context: ChannelHandlerContext) {
        guard let codec = choose(peer) else { return context.close(promise: nil) }
        do {
            let pipeline = context.pipeline.syncOperations
            try pipeline.addHandler(codec, position: .after(self))
            isDone = true
            pipeline.removeHandler(context: context, promise: nil)
        } catch {
            context.close(promise: nil)
        }
    }
}
