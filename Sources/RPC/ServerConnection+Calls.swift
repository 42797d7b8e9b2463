internal import Messages
internal import NIOCore

/// How a connection's requests become calls, and their outcomes responses.
extension ServerConnection: CallSink, StreamDriver {
    func begin(_ stream: UInt32, _ request: Request, _ now: NIODeadline) {
        do throws(Status) {
            guard let route = route(request.method) else { throw Status.unknownMethod(request.method) }
            let metadataBytes = try RequestCheck.metadata(request.metadata, limits)
            let deadline = try RequestCheck.deadline(request.timeout, now, limits)
            try RequestCheck.shape(request, route.descriptor.kind)
            let call = Call(
                method: route.descriptor, peer: peer, metadata: request.metadata, deadline: deadline,
                startTime: now, stream: stream, messages: messages(stream, request, route.descriptor.kind),
                sink: self, requestBytes: request.message.count + metadataBytes)
            if let outcome = router.start(call, route.handler, request.message) {
                respond(stream, outcome, call)
                proto.over(stream, clientIsDone: request.done)
            } else {
                proto.open(stream, call, clientIsDone: request.done)
                if let deadline { proto.keepDeadline(stream, timers.arm(.deadline(stream), at: deadline)) }
            }
        } catch {
            write(.response(stream, error))
            proto.over(stream, clientIsDone: request.done)
        }
    }

    private func messages(_ stream: UInt32, _ request: Request, _ kind: CallKind) -> CallStream? {
        switch kind {
        case .unary: return nil
        case .clientStreaming, .serverStreaming, .bidirectional:
            let messages = CallStream(
                id: UInt64(stream), window: limits.streamWindowBytes, messageBytesMax: messageBytesMax, driver: self,
                offload: peer.offload)
            if !request.noMessage { messages.deliver(request.message, isFree: true) }
            if request.done { messages.endInbound() }
            return messages
        }
    }

    private var messageBytesMax: Int { proto.client?.messageBytesMax ?? 0 }

    private func respond(_ stream: UInt32, _ outcome: Outcome, _ call: Call) {
        switch outcome {
        case .answered(let bytes):
            guard bytes.count <= messageBytesMax else {
                return write(.response(stream, .overLimit("the answer of \(bytes.count) bytes is over your limit")))
            }
            guard hasRoom(forAnswer: bytes.count) else { return write(.response(stream, .holdsTooMuch)) }
            let metadata = call.responseMetadata
            if metadata.isEmpty {
                writeAnswer(stream, bytes)
            } else {
                let response = Response(status: nil, message: bytes, metadata: metadata)
                write(Frame(stream: stream, kind: .response(response)))
            }
            said(bytes.count)
        case .failed(let status):
            write(.response(stream, status, call.responseMetadata))
        }
    }

    // MARK: From handlers, on any thread

    func handlerReturned(_ call: Call, _ outcome: Outcome) {
        guard loop.inEventLoop else {
            return loop.execute { self.handlerReturned(call, outcome) }
        }
        guard let slot = proto.handlerReturned(call) else { return }
        if let deadline = slot.deadline { timers.disarm(deadline) }
        if !slot.isAnswered { respond(call.stream, outcome, call) }
        call.messages?.fail(call.cancelledWith ?? .ended)
        closeWhenDrained()
    }

    func refuse(_ call: Call, _ status: Status) {
        guard loop.inEventLoop else {
            return loop.execute { self.refuse(call.stream, status) }
        }
        refuse(call.stream, status)
    }

    /// Answers a call whose handler still runs.
    func refuse(_ stream: UInt32, _ status: Status) {
        guard let slot = proto.slots[stream], !slot.isAnswered else { return }
        if let deadline = slot.deadline { timers.disarm(deadline) }
        proto.answered(stream)
        write(.response(stream, status, slot.call.responseMetadata))
        slot.call.cancel(status)
    }

    func streamIsDirty(_ stream: CallStream) {
        guard loop.inEventLoop else {
            return loop.execute { self.pump(stream) }
        }
        pump(stream)
    }

    func waiterWasCancelled(_ stream: CallStream) {
        // A handler may cancel its own child tasks; the call goes on.
    }

    /// Gives credit for what the handler took, and takes what it sent while there is window and room.
    func pump(_ messages: CallStream) {
        let stream = UInt32(messages.id)
        messages.beginPump()
        let credit = messages.takeCredit()
        if credit > 0, proto.giveCredit(stream, credit) {
            write(Frame(stream: stream, kind: .credit(Credit(bytes: UInt32(credit)))))
        }
        // Room first: making it flushes, and that can come back here and spend this stream's window.
        while hasRoom, proto.maySend(stream), let message = messages.takeOutbound() {
            proto.spend(stream, message.count)
            write(Frame(stream: stream, kind: .message(StreamMessage(body: message))))
            said(message.count)
        }
        if !proto.queue(stream, messages.wakeWriters()) { refuse(stream, .holdsTooMuch) }
    }
}

extension Frame {
    static func response(_ stream: UInt32, _ status: Status, _ trailers: [MetadataEntry] = []) -> Frame {
        Frame(stream: stream, kind: .response(Response(status: status.wire, message: [], metadata: trailers)))
    }

    static func goaway(_ lastStream: UInt32, _ reason: GoawayReason, _ message: String) -> Frame {
        Frame(stream: 0, kind: .goaway(Goaway(lastStream: lastStream, reason: reason, message: message)))
    }
}
