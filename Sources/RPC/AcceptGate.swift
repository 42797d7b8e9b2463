package import NIOCore

/// For a listener: stops accepting while too many sockets are open, those included that were accepted only to be
/// closed again, and for a moment when an accept fails.
///
/// A process that has run out of files does not live long: libdispatch, below Swift's concurrency, ends it as soon as
/// it cannot open its own `/proc/…/stat`. A connection is refused on its own event loop, and while that loop is busy
/// the listener's accepts on; so what bounds the files must stand here, and not where connections are admitted.
///
/// After a failed accept NIO leaves the listener registered as it was, and would fail again at once, for ever. (Its
/// `AcceptBackoffHandler` delays the next `read`, for which nothing waits.)
package final class AcceptGate: ChannelInboundHandler {
    package typealias InboundIn = any Channel
    package typealias InboundOut = any Channel

    private let socketsMax: Int
    private let pause: TimeAmount
    private var sockets = 0
    private var isPausing = false
    private var isOpen = true

    package init(socketsMax: Int, pause: Duration = .milliseconds(100)) {
        self.socketsMax = socketsMax
        self.pause = TimeAmount(pause)
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let listener = context.channel
        sockets += 1
        unwrapInboundIn(data).closeFuture.hop(to: context.eventLoop).assumeIsolated().whenComplete { _ in
            self.sockets -= 1
            self.update(listener)
        }
        update(listener)
        context.fireChannelRead(data)
    }

    package func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // Other errors are of one connection, which is closed already.
        guard error is IOError, !isPausing else { return }
        let listener = context.channel
        isPausing = true
        update(listener)
        context.eventLoop.assumeIsolated().scheduleTask(in: pause) {
            self.isPausing = false
            self.update(listener)
        }
    }

    private func update(_ listener: any Channel) {
        let mayOpen = !isPausing && sockets < socketsMax
        guard mayOpen != isOpen else { return }
        isOpen = mayOpen
        // Fails when the listener is closed, and then there is nothing to accept.
        listener.setOption(.autoRead, value: mayOpen).whenFailure { _ in }
    }
}

@available(*, unavailable)
extension AcceptGate: Sendable {}
