internal import Messages
internal import NIOCore
internal import TLS

/// Translates between a channel and `ClientProtocol`; the client's calls come and go through it.
///
/// Lives on its client's event loop.
final class ClientConnection: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    private enum Timer { case greeting, frame, keepalive, certificate, certificateGrace }

    private let client: Client
    private let limits: Limits
    private let loop: any EventLoop
    private let timers: LoopTimers<Timer>
    private let output: FrameOutput
    private var proto: ClientProtocol
    private var decoder: FrameDecoder
    private var context: ChannelHandlerContext?
    /// The server's; nil until it was shown.
    private var certificate: CertificateEnd?
    private var isOver = false
    /// Why the connection ends, for the calls that it takes along.
    private var loss = Loss("the connection was lost")
    /// Why it takes no new calls, once it does not.
    private var leavesBecause = "the server is draining"
    private var lastFrameAt: NIODeadline
    private var pingedAt: NIODeadline?
    private var partialSince: NIODeadline?
    private var frameTimerIsArmed = false

    /// `firstStream` is 1 but for tests.
    init(client: Client, firstStream: UInt32 = 1) {
        self.client = client
        limits = client.limits
        loop = client.loop
        let (limits, loop) = (client.limits, client.loop)
        timers = LoopTimers(loop: loop)
        output = FrameOutput(loop: loop, highWaterBytes: limits.outboundHighWaterBytes)
        proto = ClientProtocol(limits: limits, firstStream: firstStream)
        decoder = FrameDecoder(frameBytesMax: limits.frameBytesMax)
        lastFrameAt = loop.now
    }

    // MARK: Calls

    var hasFreeStream: Bool { proto.hasFreeStream && !isOver }
    var isLeaving: Bool { proto.isLeaving }

    func start(_ call: ClientCall, _ now: NIODeadline) {
        guard let server = proto.server, (call.message?.count ?? 0) <= server.messageBytesMax else {
            return call.failed(.overLimit("the request is over the server's limit"))
        }
        let stream = proto.open(call)
        call.place = .sent(self, stream)
        if call.messages == nil, call.options.metadata.isEmpty, let message = call.message {
            output.writeRequest(stream, call.path, timeout: call.timeout(now), message)
        } else {
            output.write(Frame(stream: stream, kind: .request(call.request(now))))
            if call.messages != nil { pump(call, stream) }
        }
    }

    /// Nobody waits for this call any more.
    func cancel(_ stream: UInt32) {
        if proto.cancel(stream) { output.write(Frame(stream: stream, kind: .cancel(Cancel()))) }
        closeWhenLeft()
    }

    /// Gives credit for what the task took, and takes what it sent while there is window and room.
    func pump(_ call: ClientCall, _ stream: UInt32) {
        guard let messages = call.messages, let server = proto.server else { return }
        messages.beginPump()
        let credit = messages.takeCredit()
        if credit > 0, proto.giveCredit(stream, credit) {
            output.write(Frame(stream: stream, kind: .credit(Credit(bytes: UInt32(credit)))))
        }
        // Room first: making it flushes, and that can come back here and spend this stream's window.
        while output.hasRoom, proto.maySend(stream), let bytes = messages.nextOutboundBytes {
            guard bytes <= server.messageBytesMax, let message = messages.takeOutbound() else {
                return client.give(up: call, .overLimit("a message of \(bytes) bytes is over the server's limit"))
            }
            proto.spend(stream, bytes)
            output.write(Frame(stream: stream, kind: .message(StreamMessage(body: message))))
        }
        if messages.isFinished, proto.halfClose(stream) {
            output.write(Frame(stream: stream, kind: .halfClose(HalfClose())))
        }
        messages.wakeWriters()
    }

    /// Ends the connection; its calls fail with this.
    func close(_ reason: String) {
        close(Loss(reason))
    }

    private func close(_ loss: Loss) {
        self.loss = loss
        context?.channel.close(promise: nil)
    }

    private func closeWhenLeft() {
        if proto.isLeaving, proto.slots.isEmpty { close(leavesBecause) }
    }

    /// When the server's certificate ends, new calls go to another connection, which shows whether it has a new one; calls
    /// under way have `limits.certificateGrace` to finish here.
    private func watchCertificate() {
        guard let certificate, !isOver else { return }
        if let look = certificate.nextLook(loop.now) { return _ = timers.arm(.certificate, at: look) }
        proto.leave()
        leavesBecause = "the server's certificate has ended"
        output.write(.goaway(0, .draining, leavesBecause))
        output.flush()
        timers.arm(.certificateGrace, at: loop.now + limits.certificateGrace)
        client.left(self, [])
        closeWhenLeft()
    }

    // MARK: The channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        output.context = context
        timers.onFire = { [unowned self] timer in fired(timer) }
        timers.arm(.greeting, at: loop.now + limits.handshake + limits.hello)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let shown = event as? TLSHandshakeCompleted {
            certificate = shown.peer.certificateExpiry.map { CertificateEnd($0, wallClock: client.wallClock) }
            output.write(Greeting.frame(limits, fromClient: true))
            output.flush()
            watchCertificate()
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// What was said before leaves first: to the server, who cancels a call and goes has cancelled it, and not lost it.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        output.flush()
        context.close(mode: mode, promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        output.beginBurst()
        decoder.append(unwrapInboundIn(data))
        let now = loop.now
        var progressed = false
        do throws(Violation) {
            while !isOver, let frame = try decoder.next() {
                progressed = true
                perform(try proto.receive(frame, now: now))
            }
        } catch {
            return fail(error)
        }
        if progressed {
            lastFrameAt = now
            pingedAt = nil
            client.startWaiting()
        }
        partialSince = decoder.isInsideFrame ? (progressed ? now : partialSince ?? now) : nil
        if partialSince != nil, !frameTimerIsArmed {
            frameTimerIsArmed = true
            timers.arm(.frame, at: now + limits.frameFinish)
        }
        closeWhenLeft()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        output.endBurst()
        context.fireChannelReadComplete()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            for (stream, slot) in proto.slots { pump(slot.call, stream) }
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end()
        self.context = nil
        output.context = nil
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let refusal = error as? TLSError {
            close(Loss(refusal.message, refusal: refusal.code))
        } else {
            close("the connection failed: \(cause(of: error))")
        }
    }

    private func perform(_ action: ClientProtocol.Action) {
        switch action {
        case .nothing: break
        case .greeted:
            timers.arm(.keepalive, at: loop.now + limits.keepalive)
            client.connected(self)
        case .answered(let call, let response):
            call.answered(response)
        case .deliver(let messages, let body): messages.deliver(body)
        case .pump(let call):
            if case .sent(_, let stream) = call.place { pump(call, stream) }
        case .pong(let data): output.write(Frame(stream: 0, kind: .pong(Pong(data: data))))
        case .leave(let refused): client.left(self, refused)
        case .accused(let goaway):
            client.left(self, [])
            close("the server ended the connection: \(goaway.reason.shortName), \(goaway.message)")
        }
    }

    // MARK: Time and the end

    private func fired(_ timer: Timer) {
        let now = loop.now
        switch timer {
        case .greeting:
            if proto.server == nil { close("the server did not greet in time") }
        case .frame:
            frameTimerIsArmed = false
            guard let since = partialSince else { return }
            guard now - since < TimeAmount(limits.frameFinish) else {
                return fail(Violation(.timeout, "a frame was not finished within \(limits.frameFinish)"))
            }
            frameTimerIsArmed = true
            timers.arm(.frame, at: since + limits.frameFinish)
        case .keepalive: keepAlive(now)
        case .certificate: watchCertificate()
        case .certificateGrace: close(leavesBecause)
        }
    }

    private func keepAlive(_ now: NIODeadline) {
        if let pingedAt, now - pingedAt >= TimeAmount(limits.keepaliveTimeout) {
            return close("the server did not answer a ping within \(limits.keepaliveTimeout)")
        }
        if now - lastFrameAt >= TimeAmount(limits.keepalive) {
            if pingedAt == nil {
                pingedAt = now
                output.write(Frame(stream: 0, kind: .ping(Ping(data: now.uptimeNanoseconds))))
            }
            timers.arm(.keepalive, at: (pingedAt ?? now) + limits.keepaliveTimeout)
        } else {
            timers.arm(.keepalive, at: lastFrameAt + limits.keepalive)
        }
    }

    /// Tells the server which rule it broke, and closes.
    private func fail(_ violation: Violation) {
        guard !isOver else { return }
        output.write(.goaway(0, violation.reason, violation.message))
        close("the server broke the protocol: \(violation.message)")
    }

    private func end() {
        guard !isOver else { return }
        isOver = true
        timers.stop()
        let calls = proto.clear()
        client.lost(self, loss)
        for call in calls { call.failed(.disconnected(loss.reason)) }
    }
}
