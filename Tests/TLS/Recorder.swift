import NIOCore
import TLS

/// The end of a pipeline: keeps what arrives there.
final class Recorder: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private(set) var plaintext = ByteBuffer()
    private(set) var reads = 0
    private(set) var peers: [TLSPeer] = []
    private(set) var errors: [any Error] = []
    private(set) var inputClosed = 0
    private(set) var inactive = 0

    var tlsErrors: [TLSError] { errors.compactMap { $0 as? TLSError } }

    func takePlaintext() -> ByteBuffer {
        defer {
            plaintext = ByteBuffer()
            reads = 0
        }
        return plaintext
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        reads += 1
        plaintext.writeImmutableBuffer(unwrapInboundIn(data))
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let completed = event as? TLSHandshakeCompleted { peers.append(completed.peer) }
        if let event = event as? ChannelEvent, event == .inputClosed { inputClosed += 1 }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        errors.append(error)
    }

    func channelInactive(context: ChannelHandlerContext) {
        inactive += 1
    }
}
