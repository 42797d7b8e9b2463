internal import Messages
internal import NIOCore

/// Where a connection's frames leave: gathered, then written and flushed as one.
///
/// In a burst of reads its end flushes; between bursts this turn of the loop does, once.
/// Lives on its connection's event loop.
final class FrameOutput {
    private let loop: any EventLoop
    private let highWaterBytes: Int
    private var writer = FrameWriter()
    private var isInBurst = false
    private var flushIsScheduled = false
    var context: ChannelHandlerContext?

    init(loop: any EventLoop, highWaterBytes: Int) {
        self.loop = loop
        self.highWaterBytes = highWaterBytes
    }

    /// The socket takes what we say: less than the high water waits.
    var hasRoom: Bool {
        if writer.byteCount >= highWaterBytes { flush() }
        return context?.channel.isWritable ?? false
    }

    func write(_ frame: Frame) {
        writer.write(frame)
        scheduleFlush()
    }

    /// The response of a call that ended OK with nothing but its message.
    func writeAnswer(_ stream: UInt32, _ message: [UInt8]) {
        writer.writeAnswer(stream, message)
        scheduleFlush()
    }

    /// The request of a unary call without metadata.
    func writeRequest(_ stream: UInt32, _ path: String, timeout nanoseconds: Int64?, _ message: [UInt8]) {
        writer.writeRequest(stream, path, timeout: nanoseconds, message)
        scheduleFlush()
    }

    private func scheduleFlush() {
        guard !isInBurst, !flushIsScheduled else { return }
        flushIsScheduled = true
        loop.assumeIsolated().execute {
            self.flushIsScheduled = false
            self.flush()
        }
    }

    /// The promise is fulfilled when everything written so far has left, or cannot.
    func flush(_ promise: EventLoopPromise<Void>? = nil) {
        guard let context, writer.byteCount > 0 else {
            promise?.succeed()
            return
        }
        context.writeAndFlush(NIOAny(writer.take()), promise: promise)
    }

    /// Nothing leaves any more.
    func clear() { writer = FrameWriter() }

    func beginBurst() { isInBurst = true }

    func endBurst() {
        isInBurst = false
        flush()
    }
}
