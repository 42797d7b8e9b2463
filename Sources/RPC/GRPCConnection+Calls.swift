internal import HTTP2
internal import Messages
internal import NIOCore

/// How requests begin and outcomes become answers.
extension GRPCConnection: CallSink, StreamDriver {
    func begin(_ stream: GRPCStream, _ message: [UInt8]) {
        let messages =
            stream.kind == .unary
            ? nil
            : CallStream(
                id: UInt64(stream.id), window: limits.streamWindowBytes, messageBytesMax: limits.frameBytesMax, driver: self,
                offload: peer.offload)
        let call = Call(
            method: stream.route.descriptor, peer: peer, metadata: stream.head.metadata, deadline: stream.deadline,
            startTime: stream.startTime, stream: UInt32(stream.id), messages: messages, sink: self,
            requestWasCompressed: stream.reader.sawCompressed, requestBytes: message.count + stream.head.byteCount)
        // A client that compresses likes to be answered so.
        if stream.reader.sawCompressed || stream.head.encoding == .gzip { call.compressAnswer() }
        if stream.kind == .serverStreaming {
            messages?.deliver(message, isFree: true, wasCompressed: stream.reader.sawCompressed)
            messages?.endInbound()
            stream.inboundIsOver = true
        }
        if let outcome = router.start(call, stream.route.handler, message) {
            answer(stream, outcome, call)
        } else {
            stream.call = call
            held.add(call.requestBytes)
            countDown(stream)
            if messages != nil { rest.turn.beganStream() }
            deliver(stream)
        }
    }

    /// Sends the response's headers, once.
    private func start(_ stream: GRPCStream, _ call: Call) {
        guard !stream.hasHead else { return }
        stream.hasHead = true
        stream.compresses = stream.head.acceptsGzip && call.compressesAnswer
        session?.respond(stream.id, GRPCFields.head(call.headers, compressed: stream.compresses), stream.body)
    }

    private func answer(_ stream: GRPCStream, _ outcome: Outcome, _ call: Call) {
        // Its deadline has passed, or the client has reset it: nobody hears.
        guard !stream.isAnswered else { return }
        switch outcome {
        case .answered(let bytes) where stream.kind.hasSingleResponse:
            guard bytes.count <= limits.frameBytesMax else {
                return finish(stream, .overLimit("the answer of \(bytes.count) bytes is over the limit"), call)
            }
            guard hasRoom(forAnswer: bytes.count) else { return finish(stream, .holdsTooMuch, call) }
            start(stream, call)
            session?.write(stream.id, stream.body) { $0.writeGRPC(bytes, compressed: stream.compresses) }
            countUnsent()
            finish(stream, nil, call)
        case .answered: finish(stream, nil, call)
        case .failed(let status): finish(stream, status, call)
        }
    }

    /// Ends the answer, if the client still hears.
    private func finish(_ stream: GRPCStream, _ status: Status?, _ call: Call?) {
        guard !stream.isAnswered else { return }
        stream.isAnswered = true
        letGo(stream)
        if stream.hasHead {
            session?.finish(stream.id, stream.body, GRPCFields.trailers(status, call?.trailers ?? []))
        } else {
            session?.respond(stream.id, only: GRPCFields.trailersOnly(status, call?.responseMetadata ?? []))
        }
        scheduleFlush()
    }

    /// The call fails from our side; a handler that runs is told to stop.
    func refuse(_ stream: GRPCStream, _ status: Status) {
        let call = stream.call
        finish(stream, status, call)
        call?.cancel(status)
    }

    /// Nobody waits for the rest, not even for what was said and has no window: that goes with its stream, and makes room
    /// for others. CANCEL is for a payload that is incomplete (gRPC over HTTP/2, "Errors").
    func deadlinePassed(_ id: Int32) {
        guard let stream = streams[id] else { return }
        stream.timer = nil
        guard stream.body.unsentBytes > 0 else { return refuse(stream, .deadlineExceeded) }
        stream.isAnswered = true
        letGo(stream)
        stream.call?.cancel(.deadlineExceeded)
        session?.reset(id, .cancel)
        scheduleFlush()
    }

    // MARK: From handlers, on any thread

    func handlerReturned(_ call: Call, _ outcome: Outcome) {
        guard loop.inEventLoop else {
            return loop.execute { self.handlerReturned(call, outcome) }
        }
        held.give(call.requestBytes)
        guard let stream = streams[Int32(call.stream)] else { return }
        stream.call = nil
        answer(stream, outcome, call)
        call.messages?.fail(call.cancelledWith ?? .ended)
        if stream.isClosed { forget(stream) }
        scheduleFlush()
    }

    func refuse(_ call: Call, _ status: Status) {
        guard loop.inEventLoop else {
            return loop.execute { self.refuse(call, status) }
        }
        if let stream = streams[Int32(call.stream)] { refuse(stream, status) }
    }

    func streamIsDirty(_ messages: CallStream) {
        guard loop.inEventLoop else {
            return loop.execute { self.streamIsDirty(messages) }
        }
        pump(messages)
        scheduleFlush()
    }

    func waiterWasCancelled(_ stream: CallStream) {
        // A handler may cancel its own child tasks; the call goes on.
    }

    /// Hands on what the handler has room for, and takes what it sent while less than a window waits to leave.
    func pump(_ messages: CallStream) {
        guard let stream = streams[Int32(messages.id)], let call = stream.call else { return }
        messages.beginPump()
        let credit = messages.takeCredit()
        if credit > 0, stream.receive.credit(credit) {
            stream.unreadBytes = max(0, stream.unreadBytes - credit)
            deliver(stream)
            countDown(stream)
        }
        while !stream.isAnswered, stream.body.unsentBytes < limits.streamWindowBytes,
            let (message, mayCompress) = messages.takeCompressibleOutbound()
        {
            guard hasRoom(forAnswer: message.count) else { return refuse(stream, .holdsTooMuch) }
            start(stream, call)
            session?.write(stream.id, stream.body) { $0.writeGRPC(message, compressed: stream.compresses && mayCompress) }
            countUnsent()
        }
        stream.queuedBytes = messages.wakeWriters()
        if !stream.isAnswered, !recount(stream) { refuse(stream, .holdsTooMuch) }
    }
}
