internal import HTTP2
internal import Messages
internal import NIOCore
internal import TLS

/// gRPC over HTTP/2 for the same router: translates between a channel and `HTTP2Session`.
///
/// ```
/// open --broken rule, timeout, drained--> closing (goaway flushed, output closed) --peer closes, linger--> closed
/// ```
///
/// 1. What is said during one read burst leaves as one write and one flush, as natively.
/// 2. Nothing is read while the socket takes nothing. No call begins while more than the high water of answers waits
///    for the client's windows; its windows are still heard of. What is beyond the high water is held (`Holding`).
/// 3. A connection that has had its `Turn` rests.
/// 4. A call keeps its slot until its handler has returned, also when its stream was reset.
///
/// `@unchecked Sendable`: every property is touched on the channel's event loop only. The methods that
/// tasks call hop there first.
final class GRPCConnection: ChannelDuplexHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    enum Phase { case open, closing, closed }

    /// Bytes handed to nghttp2 at once: few enough that a turn is not much longer than its frames allow. Bytes written at once.
    private static let sliceBytes = 4 << 10
    private static let writeBytes = 256 << 10

    let router: Router
    let limits: Limits
    let loop: any EventLoop
    let peer: Peer
    /// Nil for a peer that has shown none.
    let certificate: CertificateEnd?
    /// What a browser or a probe gets for a path; nil for nothing.
    let pages: @Sendable (String) -> PlainPage?
    let timers: LoopTimers<ServerTimer>
    private let errors: @Sendable (any Error, Call?) -> Void

    /// Nil only before it is added to a channel.
    var session: HTTP2Session?
    var streams: [Int32: GRPCStream] = [:]
    /// Of the last request's headers: its data comes right behind them.
    private var lastStream: GRPCStream?
    /// Of streams that have closed, to be filled again.
    var spareBodies: [HTTP2Body] = []
    /// The headers that are coming in.
    var head: GRPCHead?
    /// Answers that are not gRPC's.
    var plainBodies: [Int32: HTTP2Body] = [:]
    /// Calls whose request is whole, and that begin when answers have left.
    var parked: [GRPCStream] = []
    var large: LargeMessages
    var held: Holding
    let line: UnfinishedLine
    private var drainedStreams: [Int32] = []
    var routes: RouteMemory

    var context: ChannelHandlerContext?
    var phase = Phase.open
    private var inbound = ByteBuffer()
    private var outbound = SpareBuffer()
    private var isInBurst = false
    private var flushIsScheduled = false
    private var readWaits = false
    let rest: Rest
    var hasHeard = false
    private var boundaries = HTTP2Boundaries()
    var lastFrameAt: NIODeadline
    var partialSince: NIODeadline?
    var frameTimerIsArmed = false
    var wasPinged = false
    var frames: GRPCFrameGuard
    /// Why no later calls are taken; nil while they are.
    var drainsBecause: String?

    init(
        router: Router, limits: Limits, loop: any EventLoop, caller: String, address: String,
        certificate: CertificateEnd? = nil, holding: CallerHolding? = nil,
        largeMessages: (any EventLoop)? = nil, pages: @escaping @Sendable (String) -> PlainPage? = { _ in nil },
        errors: @escaping @Sendable (any Error, Call?) -> Void
    ) {
        self.router = router
        self.limits = limits
        self.loop = loop
        self.certificate = certificate
        self.pages = pages
        self.errors = errors
        let rest = Rest(limits, loop: loop)
        self.rest = rest
        peer = Peer(
            caller: caller, address: address, transport: .h2, loop: loop, clock: { loop.now },
            executor: LoopExecutor(loop: loop),
            offload: largeMessages.map { Offload(to: $0, from: loop, rest: rest) })
        let holding = holding ?? CallerHolding(limits)
        held = Holding(limits, of: holding)
        line = holding.unfinished
        large = LargeMessages(atOnce: limits.largeMessagesAtOnce)
        frames = GRPCFrameGuard(limits)
        routes = RouteMemory(router)
        timers = LoopTimers(loop: loop)
        lastFrameAt = loop.now
    }

    // MARK: The channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
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
        guard session == nil else { return }
        do throws(HTTP2Error) {
            session = try HTTP2Session(limits.http2, listener: self)
        } catch {
            errors(error, nil)
            context?.close(promise: nil)
            return
        }
        timers.arm(.hello, at: loop.now + limits.hello)
        watchCertificate()
        flush()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard phase == .open else { return }
        var bytes = unwrapInboundIn(data)
        isInBurst = true
        if inbound.readableBytes == 0 { inbound = bytes } else { inbound.writeBuffer(&bytes) }
        decode()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isInBurst = false
        flush()
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
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
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
        if context.channel.isWritable { resume(context) }
        context.fireChannelWritabilityChanged()
    }

    private func resume(_ context: ChannelHandlerContext) {
        guard phase == .open else { return }
        flush()
        decode()
        scheduleFlush()
        if readWaits, phase == .open, !rest.isResting, context.channel.isWritable {
            readWaits = false
            context.read()
        }
    }

    // MARK: Bytes in

    private func decode() {
        guard let session else { return }
        let before = boundaries.count
        while phase == .open, !rest.isResting, context?.channel.isWritable == true, inbound.readableBytes > 0,
            let slice = inbound.readSlice(length: min(inbound.readableBytes, Self.sliceBytes))
        {
            let seen = boundaries
            boundaries.take(slice.readableBytesSpan)
            do throws(HTTP2Error) {
                try session.receive(slice.readableBytesSpan)
            } catch {
                return fail(Violation(.malformedFrame, "not HTTP/2: \(error)"))
            }
            rest.turn.took(slice.readableBytes, frames: boundaries.count - seen.count)
            frames.passedOver(boundaries.ignored - seen.ignored, loop.now)
            if let violation = frames.violation { return fail(violation) }
            if rest.turn.isOver { rest.begin() }
        }
        if inbound.readableBytes == 0 { inbound = ByteBuffer() }
        let progressed = boundaries.count > before
        if progressed {
            lastFrameAt = loop.now
            wasPinged = false
        }
        watchPartialFrame(progressed: progressed)
    }

    /// A frame that has started must end in time, unless it is we who do not read.
    private func watchPartialFrame(progressed: Bool) {
        guard phase == .open, boundaries.isInside, !rest.isResting, inbound.readableBytes == 0 else {
            partialSince = nil
            return
        }
        if progressed || partialSince == nil { partialSince = loop.now }
        if !frameTimerIsArmed {
            frameTimerIsArmed = true
            timers.arm(.frame, at: loop.now + limits.frameFinish)
        }
    }

    func heard(_ frame: HTTP2Frame) {
        if !hasHeard {
            hasHeard = true
            timers.arm(.idle, at: loop.now + limits.idle / 2)
        }
        frames.heard(frame, loop.now)
        if frame == .pong { leave() }
    }

    func opened(_ stream: GRPCStream) {
        streams[stream.id] = stream
        lastStream = stream
    }

    func stream(_ id: Int32) -> GRPCStream? {
        if let lastStream, lastStream.id == id { return lastStream }
        return streams[id]
    }

    /// The stream is over on both sides.
    func forget(_ stream: GRPCStream) {
        streams[stream.id] = nil
        held.give(stream.countedBytes)
        stream.countedBytes = 0
        if lastStream === stream { lastStream = nil }
        if stream.body.isSmall, spareBodies.count < limits.streamsMax { spareBodies.append(stream.body) }
    }

    // MARK: Bytes out

    func scheduleFlush() {
        guard !isInBurst, !flushIsScheduled else { return }
        flushIsScheduled = true
        loop.assumeIsolated().execute {
            self.flushIsScheduled = false
            self.flush()
        }
    }

    func wasDrained(_ stream: Int32) {
        drainedStreams.append(stream)
    }

    func flush() {
        guard phase == .open, let context, let session else { return }
        // What leaves makes room for more: of the streams that have sent all, and of the calls that wait.
        var mayBeMore = true
        while mayBeMore, phase == .open {
            produce(session, context)
            countUnsent()
            let (drained, waiting) = (drainedStreams, parked.count)
            drainedStreams = []
            for stream in drained {
                if let messages = streams[stream]?.call?.messages { pump(messages) }
            }
            beginParked()
            mayBeMore = !drained.isEmpty || parked.count < waiting
        }
        if phase == .open, !session.isAlive { close() }
    }

    private func produce(_ session: HTTP2Session, _ context: ChannelHandlerContext) {
        while context.channel.isWritable {
            var buffer = outbound.take(Self.firstBytes)
            do throws(HTTP2Error) {
                try session.produce(into: &buffer, max: Self.writeBytes)
            } catch {
                errors(error, nil)
                return context.close(promise: nil)
            }
            outbound.keep(buffer)
            guard buffer.readableBytes > 0 else { return }
            let mayBeMore = buffer.readableBytes >= Self.writeBytes
            context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
            guard mayBeMore else { return }
        }
    }

    /// Room for a few small frames.
    private static let firstBytes = 256

    // MARK: The end

    func fail(_ violation: Violation) {
        guard phase == .open else { return }
        if violation.reason != .timeout { errors(violation, nil) }
        session?.terminate(violation.reason == .timeout ? .noError : .enhanceYourCalm)
        close()
    }

    /// In two steps (RFC 9113 §6.8): what the client has sent before it hears of the end is still answered.
    func drain(_ why: String) {
        guard phase == .open, drainsBecause == nil else { return }
        drainsBecause = why
        frames.awaitsPong = true
        session?.announceShutdown()
        session?.ping()
        timers.arm(.linger, at: loop.now + limits.linger)
        scheduleFlush()
    }

    func leave() {
        guard phase == .open, let drainsBecause else { return }
        session?.goaway(.noError, drainsBecause)
        scheduleFlush()
    }

    /// What was said leaves first; then the peer has a moment to close.
    private func close() {
        guard phase == .open, let context else { return }
        if let session { produce(session, context) }
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
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: flushed)
    }

    private func end() {
        guard phase != .closed else { return }
        phase = .closed
        timers.stop()
        cancelCalls()
        session = nil
        countUnsent()
    }

    private func cancelCalls() {
        let ended = streams.values
        streams = [:]
        lastStream = nil
        parked = []
        // Handlers that still run hold this object.
        inbound = ByteBuffer()
        spareBodies = []
        for stream in ended {
            leaveLine(stream)
            held.give(stream.countedBytes)
            stream.countedBytes = 0
            stream.call?.cancel(.disconnected("the connection was lost"))
        }
    }

    func report(_ error: any Error, _ call: Call) {
        errors(error, call)
    }
}
