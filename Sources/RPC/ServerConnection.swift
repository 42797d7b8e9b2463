internal import Messages
internal import NIOCore

/// Translates between a channel and `ServerProtocol`: bytes, time and finished handlers in, bytes out.
///
/// ```
/// open --violation, timeout, drained--> closing (goaway flushed, output closed) --peer closes, linger--> closed
/// ```
///
/// 1. Everything said during one read burst leaves as one write and one flush; what tasks say
///    between bursts, once a turn of the loop.
/// 2. Above the outbound high water nothing is read or decoded, and what calls that run still say is held (`Holding`),
///    so a client that never reads costs bounded memory.
/// 3. After a violation not one more frame of the peer is looked at.
/// 4. A connection that has had its `Turn` rests, as if above the high water; so does one of which something large is
///    read elsewhere (`Offload`).
///
/// `@unchecked Sendable`: every property is touched on the channel's event loop only. The methods that
/// tasks call hop there first.
final class ServerConnection: ChannelDuplexHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    enum Phase { case open, closing, closed }

    let router: Router
    let limits: Limits
    let loop: any EventLoop
    let peer: Peer
    /// Nil for a peer that has shown none.
    let certificate: CertificateEnd?
    private let errors: @Sendable (any Error, Call?) -> Void

    var proto: ServerProtocol
    let timers: LoopTimers<ServerTimer>
    private var decoder: FrameDecoder
    private let output: FrameOutput
    private var context: ChannelHandlerContext?
    private(set) var phase = Phase.open
    private var readWaits = false
    private let rest: Rest
    private var lastFrameAt: NIODeadline
    private var partialSince: NIODeadline?
    private var frameTimerIsArmed = false
    private var wasPinged = false
    private let line: UnfinishedLine
    /// Where a long frame that is not whole stands in it.
    private var place = UnfinishedLine.Place.none
    /// Of the last call: callers tend to call one method, and comparing its path is cheaper than hashing it.
    private var lastRoute: Router.Route?

    init(
        router: Router, limits: Limits, loop: any EventLoop, caller: String, address: String,
        certificate: CertificateEnd? = nil, holding: CallerHolding? = nil,
        largeMessages: (any EventLoop)? = nil, errors: @escaping @Sendable (any Error, Call?) -> Void
    ) {
        self.router = router
        self.limits = limits
        self.loop = loop
        self.certificate = certificate
        self.errors = errors
        let holding = holding ?? CallerHolding(limits)
        line = holding.unfinished
        let rest = Rest(limits, loop: loop)
        self.rest = rest
        peer = Peer(
            caller: caller, address: address, transport: .native, loop: loop, clock: { loop.now },
            executor: LoopExecutor(loop: loop),
            offload: largeMessages.map { Offload(to: $0, from: loop, rest: rest) })
        proto = ServerProtocol(limits: limits, caller: holding)
        decoder = FrameDecoder(
            frameBytesMax: limits.frameBytesMax, inlineBytesMax: largeMessages == nil ? .max : Offload.inlineBytesMax)
        output = FrameOutput(loop: loop, highWaterBytes: limits.outboundHighWaterBytes)
        timers = LoopTimers(loop: loop)
        lastFrameAt = loop.now
    }

    // MARK: The channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        output.context = context
        timers.onFire = { [unowned self] timer in fired(timer) }
        rest.onEnd = { [weak self] in
            if let self, let context = self.context { resume(context) }
        }
        if context.channel.isActive { greet() }
    }

    func channelActive(context: ChannelHandlerContext) {
        greet()
        context.fireChannelActive()
    }

    private func greet() {
        timers.arm(.hello, at: loop.now + limits.hello)
        write(Greeting.frame(limits, fromClient: false))
        output.flush()
        watchCertificate()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard phase == .open else { return }
        output.beginBurst()
        decoder.append(unwrapInboundIn(data))
        decode()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        output.endBurst()
        if !rest.isResting { _ = rest.turn.end() }
        context.fireChannelReadComplete()
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
        // A reset by the peer is its business; the channel goes inactive by itself.
        if !(error is IOError) { errors(error, nil) }
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is DrainRequested { drain("the server is draining") }
        context.fireUserInboundEventTriggered(event)
    }

    func read(context: ChannelHandlerContext) {
        if phase == .open, rest.isResting || !context.channel.isWritable {
            readWaits = true
        } else {
            context.read()
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            checkUnsent()
            resume(context)
        }
        context.fireChannelWritabilityChanged()
    }

    private func resume(_ context: ChannelHandlerContext) {
        guard phase == .open else { return }
        for slot in proto.slots.values {
            if let messages = slot.call.messages { pump(messages) }
        }
        decode()
        if readWaits, !rest.isResting, context.channel.isWritable {
            readWaits = false
            context.read()
        }
    }

    // MARK: Frames in

    private func decode() {
        let now = loop.now
        var frames = 0
        while phase == .open, !rest.isResting, hasRoom {
            do throws(Violation) {
                guard let frame = try decoder.next() else {
                    guard let large = decoder.takeLarge() else { break }
                    frames += 1
                    decodeElsewhere(large)
                    break
                }
                frames += 1
                perform(try proto.receive(frame, now: now), now)
            } catch {
                return fail(error)
            }
            took(decoder.frameBytes)
        }
        if frames > 0 {
            lastFrameAt = now
            wasPinged = false
            leaveLine()
        }
        enterLine()
        watchPartialFrame(now, progressed: frames > 0)
    }

    private func took(_ frameBytes: Int) {
        rest.turn.took(frameBytes)
        if rest.turn.isOver { rest.begin() }
    }

    private func decodeElsewhere(_ bytes: ByteBuffer) {
        let byteCount = bytes.readableBytes
        // Unfinished until it is read: it waits for others.
        let unread = place == .none ? line.begin(byteCount) : place
        place = .none
        peer.offload?.read {
            Result { () throws(Violation) in try FrameDecoder.decode(bytes, byteCount) }
        } then: { [self] frame in
            line.leave(unread)
            guard phase == .open else { return }
            do throws(Violation) {
                let now = loop.now
                perform(try proto.receive(try frame.get(), now: now), now)
                took(byteCount)
            } catch {
                fail(error)
            }
        }
    }

    func route(_ path: String) -> Router.Route? {
        if let lastRoute, lastRoute.descriptor.path == path { return lastRoute }
        lastRoute = router.route(path)
        return lastRoute
    }

    private func perform(_ action: ServerProtocol.Action, _ now: NIODeadline) {
        switch action {
        case .nothing: break
        case .greeted: timers.arm(.idle, at: now + limits.idle / 2)
        case .begin(let stream, let request):
            begin(stream, request, now)
            if proto.slots[stream]?.call.messages != nil { rest.turn.beganStream() }
        case .refuse(let stream, let status): write(.response(stream, status))
        case .fail(let stream, let call, let status):
            write(.response(stream, status, call.responseMetadata))
            call.cancel(status)
        case .deliver(let messages, let body): messages.deliver(body)
        case .endInbound(let messages): messages.endInbound()
        case .cancel(let call): call.cancel(.cancelled)
        case .pump(let messages): pump(messages)
        case .pong(let data): write(Frame(stream: 0, kind: .pong(Pong(data: data))))
        }
    }

    /// A frame that has started must end in time, unless it is we who do not read. A long one that has begun must also
    /// when that is because the client does not: others wait for it.
    private func watchPartialFrame(_ now: NIODeadline, progressed: Bool) {
        let hasBegun = if case .begun = place { true } else { false }
        guard phase == .open, decoder.isInsideFrame, !rest.isResting, hasBegun || hasRoom else {
            partialSince = nil
            return
        }
        if progressed || partialSince == nil { partialSince = now }
        if !frameTimerIsArmed {
            frameTimerIsArmed = true
            timers.arm(.frame, at: now + limits.frameFinish)
        }
    }

    /// A long frame whose end is not here is read on when its caller may have one more of them.
    private func enterLine() {
        guard phase == .open, decoder.isInsideFrame, place == .none, let byteCount = decoder.unfinishedBytes else { return }
        place = line.enter(byteCount, loop) { [self] wait in
            guard place == .waiting(wait) else { return line.leave(.begun(byteCount)) }
            place = .begun(byteCount)
            lastFrameAt = self.loop.now
            rest.release()
        }
        if case .waiting = place { rest.hold() }
    }

    private func leaveLine() {
        if case .none = place { return }
        line.leave(place)
        place = .none
    }

    // MARK: Frames out

    var hasRoom: Bool { output.hasRoom }

    func write(_ frame: Frame) {
        if phase == .open { output.write(frame) }
    }

    func writeAnswer(_ stream: UInt32, _ message: [UInt8]) {
        if phase == .open { output.writeAnswer(stream, message) }
    }

    // MARK: Time

    private func fired(_ timer: ServerTimer) {
        let now = loop.now
        switch timer {
        case .hello:
            if proto.client == nil { fail(Violation(.timeout, "no hello within \(limits.hello)")) }
        case .frame:
            frameTimerIsArmed = false
            guard let since = partialSince else { return }
            if now - since >= TimeAmount(limits.frameFinish) {
                fail(Violation(.timeout, "a frame was not finished within \(limits.frameFinish)"))
            } else {
                frameTimerIsArmed = true
                timers.arm(.frame, at: since + limits.frameFinish)
            }
        case .idle: checkIdle(now)
        case .linger: context?.close(promise: nil)
        case .certificate: watchCertificate()
        case .certificateGrace: certificateGraceIsOver()
        case .deadline(let stream): refuse(stream, .deadlineExceeded)
        case .gather: break
        }
    }

    private func checkIdle(_ now: NIODeadline) {
        // It is we who do not read.
        if case .waiting = place { lastFrameAt = now }
        let silence = (now - lastFrameAt).nanoseconds
        let idle = TimeAmount(limits.idle).nanoseconds
        if silence >= idle { return fail(Violation(.timeout, "no frame within \(limits.idle)")) }
        if silence >= idle / 2, !wasPinged, !proto.slots.isEmpty {
            // A client may wait long for a stream's next message: ask whether it still does.
            wasPinged = true
            proto.pinged()
            write(Frame(stream: 0, kind: .ping(Ping(data: now.uptimeNanoseconds))))
        }
        let next = silence >= idle / 2 ? idle : idle / 2
        timers.arm(.idle, at: lastFrameAt + .nanoseconds(next))
    }

    // MARK: The end

    /// Says which rule was broken, and closes once that has left.
    private func fail(_ violation: Violation) {
        guard phase == .open else { return }
        if violation.reason != .timeout { errors(violation, nil) }
        write(.goaway(proto.lastStream, violation.reason, violation.message))
        close()
    }

    func drain(_ why: String) {
        guard phase == .open, !proto.isDraining else { return }
        proto.drain()
        write(.goaway(proto.lastStream, .draining, why))
        closeWhenDrained()
    }

    func closeWhenDrained() {
        if proto.isDraining, proto.slots.isEmpty, phase == .open { close() }
    }

    /// The goaway and every answer before it leave first; then the peer has a moment to close.
    ///
    /// Closing at once, with bytes of the peer unread, would reset the connection and lose the goaway.
    func close() {
        guard phase == .open else { return }
        phase = .closing
        cancelCalls()
        timers.arm(.linger, at: loop.now + limits.linger)
        let flushed = loop.makePromise(of: Void.self)
        flushed.futureResult.assumeIsolated().whenComplete { _ in
            guard self.phase == .closing, let context = self.context else { return }
            context.close(mode: .output, promise: nil)
            context.read()
        }
        output.flush(flushed)
    }

    private func end() {
        guard phase != .closed else { return }
        phase = .closed
        timers.stop()
        output.clear()
        cancelCalls()
        proto.nothingIsUnsent()
    }

    private func cancelCalls() {
        leaveLine()
        // Handlers that still run hold this object.
        decoder.clear()
        for slot in proto.clear() { slot.call.cancel(.disconnected("the connection was lost")) }
    }

    func report(_ error: any Error, _ call: Call) {
        errors(error, call)
    }
}

/// Asks a connection of any codec to take no new calls, to finish the others and to close.
struct DrainRequested: Sendable {}
