internal import NIOCore

/// Waits for the first bytes of a probe and puts what understands them in its own place: HTTP/1.1, or gRPC without TLS,
/// which is what Kubernetes' gRPC probe speaks.
final class ProbeChoice: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// How HTTP/2 begins (RFC 9113 §3.4); no request of HTTP/1.1 does.
    private static let http2 = "PRI"
    /// Who says nothing for so long has nothing to ask.
    private static let patience = TimeAmount.seconds(10)

    private let install: (_ isHTTP2: Bool, ChannelPipeline.SynchronousOperations, ProbeChoice) throws -> Void
    private var received = ByteBuffer()
    private var timer: Scheduled<Void>?

    /// `install` adds handlers behind this one.
    init(install: @escaping (_ isHTTP2: Bool, ChannelPipeline.SynchronousOperations, ProbeChoice) throws -> Void) {
        self.install = install
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received.writeImmutableBuffer(unwrapInboundIn(data))
        guard let first = received.getString(at: received.readerIndex, length: Self.http2.utf8.count) else { return }
        let pipeline = context.pipeline.syncOperations
        do {
            try install(first == Self.http2, pipeline, self)
        } catch {
            return context.close(promise: nil)
        }
        context.fireChannelRead(wrapInboundOut(received))
        context.fireChannelReadComplete()
        pipeline.removeHandler(self, promise: nil)
    }
}
