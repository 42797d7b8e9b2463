internal import Messages
internal import NIOCore

/// The server's side of the native protocol, without I/O: frames in, actions out.
///
/// ```
/// connection:  greeting --hello--> serving --goaway sent--> draining
///
/// stream:      unused --request--> open --half_close--> half-closed
///                        |          |                       |
///                        | done     | answered: the response was sent, or a cancel came,
///                        v          v           and the handler has not returned
///                   half-closed   over --handler returned--> ended
/// ```
///
/// 1. A stream is open from its request until its handler returned; only those count against
///    `streamsMax`. A cancelled call keeps its slot: cancelling buys no work beyond the limit.
/// 2. A call that is answered within its own request never has a slot.
/// 3. What a correct peer can have on its way when a call ends is dropped (`EndedStreams`);
///    everything else out of place ends the connection.
struct ServerProtocol {
    struct Slot {
        let call: Call
        /// What the client may still send, and what we may.
        var receive: Window
        var send: Window
        var clientIsDone: Bool
        /// Of its messages what the handler has given no credit for: what is held of them, at most.
        var unreadBytes = 0
        /// What its handler has sent and the client gives no window for, or does not read.
        var queuedBytes = 0
        /// The client hears nothing more of this call: it cancelled, or it was answered.
        var isAnswered = false
        var deadline: TimerWheel<ServerTimer>.Token?
    }

    enum Action {
        case nothing
        case greeted
        case begin(UInt32, Request)
        case refuse(UInt32, Status)
        /// The same for a call that runs.
        case fail(UInt32, Call, Status)
        case deliver(CallStream, [UInt8])
        case endInbound(CallStream)
        case cancel(Call)
        case pump(CallStream)
        case pong(UInt64)
    }

    private let limits: Limits
    private(set) var held: Holding
    private(set) var client: Greeting?
    private(set) var slots: [UInt32: Slot] = [:]
    private(set) var lastStream: UInt32 = 0
    private(set) var isDraining = false
    private var ended: EndedStreams
    private var pings: PingGuard
    private var awaitsPong = false

    init(limits: Limits, caller: CallerHolding) {
        self.limits = limits
        held = Holding(limits, of: caller)
        ended = EndedStreams(slack: limits.strayFramesMax)
        pings = PingGuard(limits)
    }

    // MARK: From the client

    mutating func receive(_ frame: consuming Frame, now: NIODeadline) throws(Violation) -> Action {
        guard let kind = frame.kind else { throw Violation(.malformedFrame, "a frame has no known kind") }
        guard client != nil else {
            guard case .hello(let hello) = kind else { throw Violation(.hello, "the first frame is not hello") }
            try checkIsZero(frame.stream)
            client = try Greeting(hello, fromClient: true)
            return .greeted
        }
        let stream = frame.stream
        switch kind {
        case .request(let request): return try begin(stream, request)
        case .message(let message): return try deliver(stream, message.body)
        case .halfClose: return try halfClose(stream)
        case .cancel: return try cancel(stream)
        case .credit(let credit): return try credited(stream, Int(credit.bytes))
        case .ping(let ping):
            try checkIsZero(stream)
            try pings.ping(now)
            return .pong(ping.data)
        case .pong:
            try checkIsZero(stream)
            if awaitsPong { awaitsPong = false } else { try pings.ping(now) }
            return .nothing
        case .goaway:
            try checkIsZero(stream)
            return .nothing
        case .hello: throw Violation(.hello, "a second hello came")
        case .response: throw Violation(.unexpectedFrame, "a client sends no response")
        }
    }

    private func checkIsZero(_ stream: UInt32) throws(Violation) {
        guard stream == 0 else { throw Violation(.stream, "this kind of frame belongs to stream zero") }
    }

    private func checkWasOpened(_ stream: UInt32) throws(Violation) {
        guard stream % 2 == 1, stream <= lastStream else {
            throw Violation(.stream, "stream \(stream) was never opened")
        }
    }

    private mutating func begin(_ stream: UInt32, _ request: Request) throws(Violation) -> Action {
        guard stream % 2 == 1 else { throw Violation(.stream, "a client's streams are odd, \(stream) is not") }
        guard stream > lastStream else {
            throw Violation(.stream, "streams rise, and \(stream) came after \(lastStream)")
        }
        lastStream = stream
        pings.worked()
        ended.requestCame()
        if isDraining {
            // The goaway named the last stream that is answered; the client knows, or will at once.
            over(stream, clientIsDone: request.done)
            return .nothing
        }
        guard slots.count < limits.streamsMax else {
            over(stream, clientIsDone: request.done)
            return .refuse(stream, .overLimit("more than \(limits.streamsMax) calls at once on this connection"))
        }
        guard held.hasRoom(for: request.message.count, of: request.message.count) else {
            over(stream, clientIsDone: request.done)
            return .refuse(stream, .holdsTooMuch)
        }
        return .begin(stream, request)
    }

    private mutating func deliver(_ stream: UInt32, _ body: [UInt8]) throws(Violation) -> Action {
        try checkWasOpened(stream)
        pings.worked()
        guard let slot = slots[stream] else {
            try ended.message(stream, bytes: body.count)
            return .nothing
        }
        guard !slot.clientIsDone else {
            throw Violation(.unexpectedFrame, "a message on stream \(stream) came after its last")
        }
        guard slots[stream]?.receive.spend(body.count) == true else { throw .windowClosed(stream) }
        guard !slot.isAnswered, let messages = slot.call.messages else { return .nothing }
        let cost = Window.cost(body.count)
        guard held.hasRoom(for: cost, of: slot.unreadBytes + cost) else {
            answered(stream)
            return .fail(stream, slot.call, .holdsTooMuch)
        }
        held.add(cost)
        slots[stream]?.unreadBytes += cost
        return .deliver(messages, body)
    }

    private mutating func halfClose(_ stream: UInt32) throws(Violation) -> Action {
        try checkWasOpened(stream)
        pings.worked()
        guard let slot = slots[stream] else {
            try ended.stray()
            return .nothing
        }
        guard !slot.clientIsDone else {
            throw Violation(.unexpectedFrame, "a second half_close on stream \(stream)")
        }
        slots[stream]?.clientIsDone = true
        guard let messages = slot.call.messages else { return .nothing }
        return .endInbound(messages)
    }

    private mutating func cancel(_ stream: UInt32) throws(Violation) -> Action {
        try checkWasOpened(stream)
        guard let slot = slots[stream], !slot.isAnswered else {
            slots[stream]?.clientIsDone = true
            try ended.stray()
            return .nothing
        }
        answered(stream)
        slots[stream]?.clientIsDone = true
        return .cancel(slot.call)
    }

    private mutating func credited(_ stream: UInt32, _ bytes: Int) throws(Violation) -> Action {
        try checkWasOpened(stream)
        guard bytes > 0 else { throw Violation(.flowControl, "credit of zero bytes") }
        guard let slot = slots[stream] else {
            try ended.stray()
            return .nothing
        }
        guard slots[stream]?.send.credit(bytes) == true else {
            throw Violation(.flowControl, "credit takes the window of stream \(stream) past 2^31-1")
        }
        guard !slot.isAnswered, let messages = slot.call.messages else { return .nothing }
        return .pump(messages)
    }

    // MARK: From our side

    /// A begun call was not answered at once.
    mutating func open(_ stream: UInt32, _ call: Call, clientIsDone: Bool) {
        slots[stream] = Slot(
            call: call, receive: Window(limits.streamWindowBytes), send: Window(client?.streamWindowBytes ?? 0),
            clientIsDone: clientIsDone)
        held.add(call.requestBytes)
    }

    mutating func keepDeadline(_ stream: UInt32, _ timer: TimerWheel<ServerTimer>.Token) {
        slots[stream]?.deadline = timer
    }

    /// The call is over before its handler has returned: it was cancelled or refused, or the deadline passed. What the
    /// handler has not taken is dropped.
    mutating func answered(_ stream: UInt32) {
        slots[stream]?.isAnswered = true
        letGo(stream)
    }

    /// Nothing that waited on the stream is kept, either way.
    private mutating func letGo(_ stream: UInt32) {
        giveUnread(stream)
        _ = queue(stream, 0)
    }

    private mutating func giveUnread(_ stream: UInt32, _ bytes: Int? = nil) {
        guard let unread = slots[stream]?.unreadBytes else { return }
        let given = min(bytes ?? unread, unread)
        slots[stream]?.unreadBytes -= given
        held.give(given)
    }

    /// The handler returned. Nil when the stream had no slot any more, because the connection is over.
    mutating func handlerReturned(_ call: Call) -> Slot? {
        let stream = call.stream
        held.give(call.requestBytes)
        letGo(stream)
        guard let slot = slots.removeValue(forKey: stream) else { return nil }
        if !slot.clientIsDone { ended.remember(stream, slot.receive) }
        return slot
    }

    /// A request was answered or dropped within itself.
    mutating func over(_ stream: UInt32, clientIsDone: Bool) {
        if !clientIsDone { ended.remember(stream, Window(limits.streamWindowBytes)) }
    }

    func maySend(_ stream: UInt32) -> Bool {
        guard let slot = slots[stream], !slot.isAnswered else { return false }
        return slot.send.isOpen
    }

    /// We send a message.
    mutating func spend(_ stream: UInt32, _ bytes: Int) {
        let hadWindow = slots[stream]?.send.spend(bytes) ?? false
        precondition(hadWindow, "a message is sent only with window")
        ended.messageWasSent()
    }

    /// We give window back. False when there is nobody to give it to.
    mutating func giveCredit(_ stream: UInt32, _ bytes: Int) -> Bool {
        guard let slot = slots[stream], !slot.isAnswered else { return false }
        giveUnread(stream, bytes)
        return slot.clientIsDone ? false : slots[stream]?.receive.credit(bytes) ?? false
    }

    /// So much of what the handler sent waits. False when that has grown and there is no room: the call must be refused.
    mutating func queue(_ stream: UInt32, _ bytes: Int) -> Bool {
        guard let slot = slots[stream] else { return true }
        let more = bytes - slot.queuedBytes
        guard more <= 0 || held.hasRoom(for: more, of: bytes) else { return false }
        if more > 0 { held.add(more) } else { held.give(-more) }
        slots[stream]?.queuedBytes = bytes
        return true
    }

    /// So much was said that the client may not read.
    mutating func said(_ bytes: Int) { held.count(unsent: held.unsentBytes + bytes) }
    /// It has left, or never will.
    mutating func nothingIsUnsent() { held.count(unsent: 0) }

    mutating func drain() { isDraining = true }
    mutating func pinged() { awaitsPong = true }

    /// The connection is over: every call that still runs. Their requests are held until the handlers return.
    mutating func clear() -> [Slot] {
        for stream in slots.keys { letGo(stream) }
        defer { slots = [:] }
        return Array(slots.values)
    }
}

/// What a server's connection waits for.
enum ServerTimer: Equatable {
    case hello
    case frame
    case idle
    case linger
    /// The wall clock is looked at: has the peer's certificate ended?
    case certificate
    /// It has, and calls had time to finish.
    case certificateGrace
    case deadline(UInt32)
    /// Of gRPC: a message longer than its stream's window must become whole.
    case gather(UInt32)
}
