package import NIOCore

/// TLS for one channel: ciphertext towards the socket, plaintext towards the application.
///
/// ```
///                    away
///                    |  ^   each step of a server's handshake, if it was given a loop for them
///                    v  |
/// idle --active--> handshaking --both agreed--> established
///                       |                            |
///                       +------- closed <------------+   error, close, peer's close_notify, inactive
/// ```
///
/// 1. One read burst of plaintext is fired as one buffer.
/// 2. `write` only collects; `flush` makes as few records as possible and one outbound write.
///    What is flushed before the handshake is done goes out right after it.
/// 3. OpenSSL is never called from within a call to OpenSSL: events are fired between calls,
///    and the state is looked at again after each, because whoever hears them may close.
/// 4. An error is fired once, after the alert for the peer was flushed; then the channel is closed.
/// 5. While the session is away (see HandshakeStep) it is not touched here. Nothing more is read from the socket, and
///    what was under way already is fed when it is back. Closing does not wait for it.
///
/// After the handshake it fires ``TLSHandshakeCompleted``. There is no timeout here; whoever
/// builds the pipeline asks ``isEstablished``. An end of input without close_notify is a plain
/// `channelInactive`: the frames above show whether something is missing. With close_notify
/// `ChannelEvent.inputClosed` comes first.
package final class TLSHandler: ChannelDuplexHandler {
    package typealias InboundIn = ByteBuffer
    package typealias InboundOut = ByteBuffer
    package typealias OutboundIn = ByteBuffer
    package typealias OutboundOut = ByteBuffer

    private enum State {
        case idle
        case handshaking(Session)
        case away(HandshakeStep)
        case established(Session)
        case closed
    }

    private let tls: TLSContext
    private let serverName: String?
    private let expectedURI: String?
    private let handshakes: (any EventLoop)?
    private var state = State.idle
    /// Came while the session was away.
    private var late: [ByteBuffer] = []
    /// A read was asked for while the session was away.
    private var readWaits = false
    private var pending = PendingWrites()
    /// A flush came before the handshake was done.
    private var flushWaits = false
    /// close_notify was sent, nothing may follow it.
    private var outputClosed = false
    /// Something was fired since the last channelReadComplete.
    private var delivered = false
    /// For plaintext towards the application.
    private var spare = SpareBuffer()

    /// For a client: `serverName` is the host name or IP address to verify, and the SNI if it is a name.
    /// With `expectedURI` the server's one SAN URI must equal it, and its host is not looked at.
    /// One of the two must be set. For a server both are nil.
    package init(context: TLSContext, serverName: String?, expectedURI: String?) {
        tls = context
        self.serverName = serverName
        self.expectedURI = expectedURI
        handshakes = nil
    }

    /// For a server whose handshakes are computed on another event loop than the connection's; nil if on its own.
    package init(context: TLSContext, handshakesOn handshakes: (any EventLoop)?) {
        tls = context
        serverName = nil
        expectedURI = nil
        self.handshakes = handshakes
    }

    /// Whether the handshake is done and the connection not closed since.
    package var isEstablished: Bool {
        switch state {
        case .established: true
        case .idle, .handshaking, .away, .closed: false
        }
    }

    private var session: Session? {
        switch state {
        case .handshaking(let session), .established(let session): session
        case .idle, .away, .closed: nil
        }
    }

    // MARK: Beginning and end

    package func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(context) }
    }

    package func channelActive(context: ChannelHandlerContext) {
        start(context)
        context.fireChannelActive()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        let before = end()
        pending.clear()?.fail(ChannelError.ioOnClosedChannel)
        switch before {
        case .handshaking, .away: context.fireErrorCaught(TLSError.closedInHandshake)
        case .idle, .established, .closed: break
        }
        context.fireChannelInactive()
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        _ = end()
        pending.clear()?.fail(ChannelError.ioOnClosedChannel)
    }

    /// What the state was before.
    private func end() -> State {
        let before = state
        state = .closed
        late = []
        if case .away(let step) = before { step.drop() }
        return before
    }

    private func start(_ context: ChannelHandlerContext) {
        guard case .idle = state else { return }
        do throws(TLSError) {
            switch tls.role {
            case .server:
                // Nothing to say before the client's hello.
                state = .handshaking(try Session(server: tls.loaded))
            case .client:
                let session = try Session(
                    client: tls.loaded, serverName: serverName, expectedURI: expectedURI)
                state = .handshaking(session)
                shakeHands(session, context)
            }
        } catch {
            fail(error, context)
        }
    }

    // MARK: In

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        receive(unwrapInboundIn(data), context)
    }

    private func receive(_ ciphertext: ByteBuffer, _ context: ChannelHandlerContext) {
        switch state {
        case .handshaking(let session):
            session.wire.feed(ciphertext)
            shakeHands(session, context)
        case .away:
            late.append(ciphertext)
        case .established(let session):
            session.wire.feed(ciphertext)
            deliver(session, context)
        // What still arrives after an error or a close is of no interest.
        case .idle, .closed: break
        }
    }

    package func channelReadComplete(context: ChannelHandlerContext) {
        if delivered {
            delivered = false
        } else if session != nil {
            // A part of a record answers nobody's read; without this a channel without autoRead would stall.
            context.read()
        }
        context.fireChannelReadComplete()
    }

    package func read(context: ChannelHandlerContext) {
        if case .away = state {
            readWaits = true
        } else {
            context.read()
        }
    }

    private func shakeHands(_ session: Session, _ context: ChannelHandlerContext) {
        guard let handshakes else { return took(session, session.handshake(), context) }
        let loop = context.eventLoop
        let here = NIOLoopBound((self, context), eventLoop: loop)
        let step = HandshakeStep(session) { session, outcome in
            loop.execute {
                let (handler, context) = here.value
                handler.isBack(session, outcome, context)
            }
        }
        state = .away(step)
        handshakes.execute { step.run() }
    }

    private func isBack(_ session: Session, _ outcome: Session.Handshake, _ context: ChannelHandlerContext) {
        // If the channel has ended meanwhile, the session does so here.
        guard case .away = state else { return }
        state = .handshaking(session)
        took(session, outcome, context)
        let arrived = late
        late = []
        for ciphertext in arrived { receive(ciphertext, context) }
        if readWaits {
            readWaits = false
            // Asks in vain, and so waits again, if what came late was cause for another step.
            read(context: context)
        }
        channelReadComplete(context: context)
    }

    /// After a step of the handshake.
    private func took(_ session: Session, _ outcome: Session.Handshake, _ context: ChannelHandlerContext) {
        switch outcome {
        case .wantsRead:
            session.wire.releaseInbound()
            send(session, context, promise: nil)
        case .done(let peer):
            state = .established(session)
            context.fireUserInboundEventTriggered(TLSHandshakeCompleted(peer: peer))
            // The last handshake message and what waited for it leave together.
            if flushWaits { flush(context: context) }
            guard isEstablished else { return }
            send(session, context, promise: nil)
            // The peer may have gone on at once.
            deliver(session, context)
        case .failed(let error):
            fail(error, context)
        }
    }

    private func deliver(_ session: Session, _ context: ChannelHandlerContext) {
        // Plaintext is never longer than its records, so one allocation is nearly always enough.
        var plaintext = spare.take(session.wire.inbound.readableBytes)
        var outcome = Session.Outcome.done
        reading: while session.hasUnread {
            outcome = session.read(into: &plaintext)
            switch outcome {
            case .done: continue
            case .wantsRead, .closed, .failed: break reading
            }
        }
        session.wire.releaseInbound()
        if plaintext.readableBytes > 0 {
            delivered = true
            spare.keep(plaintext)
            context.fireChannelRead(wrapInboundOut(plaintext))
            guard isEstablished else { return }
        }
        switch outcome {
        case .done, .wantsRead:
            // An answer to a key update.
            send(session, context, promise: nil)
        case .closed:
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
            if isEstablished { close(context: context, mode: .all, promise: nil) }
        case .failed(let error):
            fail(error, context)
        }
    }

    // MARK: Out

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch state {
        case .closed: promise?.fail(ChannelError.ioOnClosedChannel)
        case .idle, .handshaking, .away, .established:
            if outputClosed {
                promise?.fail(ChannelError.outputClosed)
            } else {
                pending.append(unwrapOutboundIn(data), promise)
            }
        }
    }

    package func flush(context: ChannelHandlerContext) {
        guard case .established(let session) = state else {
            flushWaits = true
            return context.flush()
        }
        flushWaits = false
        guard !pending.isEmpty else { return context.flush() }
        session.wire.reserveOutbound(pending.ciphertextBytesMax)
        if let error = pending.encrypt(with: session, context.channel.allocator) {
            return fail(error, context)
        }
        send(session, context, promise: pending.clear())
    }

    /// `.all` sends close_notify and closes at once: who needs the last write delivered waits for its promise.
    package func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode == .input { return context.close(mode: mode, promise: promise) }
        let before = mode == .all ? end() : state
        if case .established(let session) = before, !outputClosed {
            outputClosed = true
            session.shutdown()
            send(session, context, promise: nil)
        }
        pending.clear()?.fail(mode == .all ? ChannelError.ioOnClosedChannel : ChannelError.outputClosed)
        context.close(mode: mode, promise: promise)
    }

    /// Writes what OpenSSL has produced, if anything; a promise is passed on in any case.
    private func send(
        _ session: Session, _ context: ChannelHandlerContext, promise: EventLoopPromise<Void>?
    ) {
        guard session.wire.outbound.readableBytes > 0 || promise != nil else { return }
        context.writeAndFlush(wrapOutboundOut(session.wire.takeOutbound()), promise: promise)
    }

    private func fail(_ error: TLSError, _ context: ChannelHandlerContext) {
        let failed = session
        _ = end()
        if let failed { send(failed, context, promise: nil) }
        pending.clear()?.fail(error)
        context.fireErrorCaught(error)
        context.close(mode: .all, promise: nil)
    }
}

@available(*, unavailable)
extension TLSHandler: Sendable {}
