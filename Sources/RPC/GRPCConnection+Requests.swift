internal import HTTP2
internal import Messages
internal import NIOCore

/// How headers and data become calls.
extension GRPCConnection: HTTP2Listener {
    func headersBegan(_ stream: Int32) {
        head = GRPCHead(byteCountMax: limits.metadataBytesMax + limits.headersBytesMax)
    }

    func header(_ name: Span<UInt8>, _ value: Span<UInt8>) {
        if name.count > 0 { head?.add(name, value) }
    }

    func headersEnded(_ id: Int32, isLast: Bool) {
        guard let head else { return }
        self.head = nil
        guard head.isPost, head.contentType != .notGRPC else { return answerPlainly(id, head) }
        let now = loop.now
        do throws(Status) {
            if let problem = head.problem { throw problem }
            guard head.contentType == .proto else {
                throw Status(.unimplemented, .malformedMessage, "messages are protobuf: content-type application/grpc")
            }
            guard let route = routes.route(head.path) else {
                throw Status.unknownMethod(String(decoding: head.path, as: UTF8.self))
            }
            try RequestCheck.metadata(head.metadata, limits)
            guard head.encoding != .other else {
                throw Status(.unimplemented, .malformedMessage, "grpc-encoding must be identity or gzip")
            }
            guard streams.count < limits.streamsMax else {
                throw Status.overLimit("more than \(limits.streamsMax) calls at once on this connection")
            }
            let stream = GRPCStream(
                id: id, route: route, head: head, deadline: try head.deadline(now, limits), startTime: now,
                body: spareBodies.popLast() ?? HTTP2Body(), limits: limits)
            opened(stream)
            if let deadline = stream.deadline { stream.timer = timers.arm(.deadline(UInt32(id)), at: deadline) }
            guard recount(stream) else { return refuse(stream, .holdsTooMuch) }
            if !route.descriptor.kind.hasSingleRequest { begin(stream, []) }
            if isLast { dataEnded(id) }
        } catch {
            session?.respond(id, only: GRPCFields.trailersOnly(error, []))
        }
    }

    /// A browser, a probe, or somebody who is wrong here.
    private func answerPlainly(_ id: Int32, _ head: GRPCHead) {
        let page: PlainPage
        if head.isPost {
            page = PlainPage(status: 415, text: "this is gRPC: content-type must be application/grpc\n")
        } else if head.isGet, let known = pages("/" + String(decoding: head.path, as: UTF8.self)) {
            page = known
        } else {
            page = PlainPage(status: head.isGet ? 404 : 405, text: "this is gRPC: POST /package.Service/Method\n")
        }
        let body = HTTP2Body()
        plainBodies[id] = body
        session?.respond(id, GRPCFields.plain(page), body)
        session?.write(id, body) { $0.writeString(page.text) }
        session?.finish(id, body, nil)
    }

    func data(_ id: Int32, _ bytes: Span<UInt8>) {
        session?.consume(bytes.count)
        guard let stream = stream(id), !stream.isAnswered else {
            session?.consume(bytes.count, of: id)
            return
        }
        stream.unconsumed += bytes.count
        stream.reader.append(bytes)
        if stream.isRunning { deliver(stream) } else { gather(stream) }
        if !stream.isAnswered, !recount(stream) { refuse(stream, .holdsTooMuch) }
    }

    func dataEnded(_ id: Int32) {
        guard let stream = stream(id), !stream.isAnswered else { return }
        stream.clientIsDone = true
        guard stream.kind.hasSingleRequest else { return deliver(stream) }
        do throws(Status) {
            if let message = try next(of: stream) {
                try requestIsWhole(stream, message)
            } else if !stream.isInflating {
                throw .notOneMessage
            }
        } catch {
            refuse(stream, error)
        }
    }

    private func requestIsWhole(_ stream: GRPCStream, _ message: [UInt8]) throws(Status) {
        guard stream.reader.isEmpty else { throw .notOneMessage }
        released(stream)
        if message.count > Holding.smallBytes {
            // It was unfinished until now, or shorter before it was inflated.
            countDown(stream)
            guard held.hasRoom(for: message.count, of: message.count) else { throw .holdsTooMuch }
        }
        if hasRoomForAnswers, parked.isEmpty { return begin(stream, message) }
        stream.request = message
        guard recount(stream) else { throw .holdsTooMuch }
        parked.append(stream)
    }

    func beginParked() {
        guard !parked.isEmpty else { return }
        var waiting = parked
        parked = []
        while !waiting.isEmpty, hasRoomForAnswers {
            let stream = waiting.removeFirst()
            guard let request = stream.request, !stream.isAnswered else { continue }
            stream.request = nil
            begin(stream, request)
        }
        parked = waiting
    }

    /// Hands on what came whole, as far as the handler's window goes.
    func deliver(_ stream: GRPCStream) {
        guard let messages = stream.call?.messages, !stream.inboundIsOver else { return }
        do throws(Status) {
            while stream.receive.isOpen, let message = try next(of: stream) { try handOn(message, stream, messages) }
            guard !stream.isInflating else { return }
            guard stream.clientIsDone else { return gather(stream) }
            if stream.reader.isEmpty {
                stream.inboundIsOver = true
                messages.endInbound()
            } else if stream.receive.isOpen {
                throw Status.malformed("the request ends within a message")
            }
        } catch {
            refuse(stream, error)
        }
    }

    private func handOn(_ message: [UInt8], _ stream: GRPCStream, _ messages: CallStream) throws(Status) {
        _ = stream.receive.spend(message.count)
        stream.unreadBytes += Window.cost(message.count)
        released(stream)
        guard recount(stream) else { throw .holdsTooMuch }
        messages.deliver(message, wasCompressed: stream.reader.lastWasCompressed)
    }

    /// The next message; nil without one, and while it is inflated elsewhere: then `inflated` hears of it.
    /// Inflating counts for the connection's turn, also in vain.
    private func next(of stream: GRPCStream) throws(Status) -> [UInt8]? {
        guard !stream.isInflating, let message = try stream.reader.next() else { return nil }
        guard message.isCompressed else { return message.body }
        let (id, max) = (stream.id, limits.frameBytesMax)
        rest.turn.took(message.inflatedBytes(max: max), frames: 0)
        guard let offload = peer.offload, message.isLarge(max: max) else { return try message.inflated(max: max) }
        stream.isInflating = true
        // Unfinished until it is inflated: it waits for others.
        let unread = stream.place == .none ? line.begin(message.body.count) : stream.place
        stream.place = .none
        offload.read {
            Result { () throws(Status) in try message.inflated(max: max) }
        } then: { [self] message in
            line.leave(unread)
            inflated(id, message)
        }
        return nil
    }

    private func inflated(_ id: Int32, _ message: Result<[UInt8], Status>) {
        guard phase == .open, let stream = streams[id], !stream.isAnswered else { return }
        stream.isInflating = false
        do throws(Status) {
            guard let messages = stream.call?.messages else { return try requestIsWhole(stream, message.get()) }
            try handOn(try message.get(), stream, messages)
            deliver(stream)
        } catch {
            refuse(stream, error)
        }
    }

    /// A message left the reader: its bytes go back to the window, and its turn to the next stream.
    private func released(_ stream: GRPCStream) {
        let kept = stream.reader.byteCount
        if stream.unconsumed > kept {
            session?.consume(stream.unconsumed - kept, of: stream.id)
            stream.unconsumed = kept
        }
        endGathering(stream)
    }

    func closed(_ id: Int32) {
        if let body = plainBodies.removeValue(forKey: id) { session?.drop(body) }
        guard let stream = streams[id] else { return }
        stream.isClosed = true
        session?.drop(stream.body)
        if let timer = stream.timer { timers.disarm(timer) }
        stream.timer = nil
        if !stream.isAnswered { stream.call?.cancel(.cancelled) }
        stream.isAnswered = true
        letGo(stream)
        // A handler may still run: until it returns the slot is taken.
        if !stream.isRunning { forget(stream) }
    }

    func received(_ frame: HTTP2Frame) {
        heard(frame)
    }

    func drained(_ id: Int32) {
        wasDrained(id)
    }
}

extension Status {
    fileprivate static let notOneMessage = Status.malformed("this method takes one message, whole")
}
