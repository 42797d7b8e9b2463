internal import Messages
internal import NIOCore

/// The client's side of the native protocol, without I/O: frames in, actions out.
///
/// ```
/// connection:  greeting --hello--> ready --goaway, or streams used up--> leaving
///
/// stream:      open --response--> ended
///                 \---we cancel--> ended; what is still on its way is dropped
/// ```
struct ClientProtocol {
    struct Slot {
        let call: ClientCall
        /// What the server may still send, and what we may.
        var receive: Window
        var send: Window
        var isHalfClosed: Bool
    }

    enum Action {
        case nothing
        case greeted
        case answered(ClientCall, Response)
        case deliver(CallStream, [UInt8])
        case pump(ClientCall)
        case pong(UInt64)
        /// No new calls; these were not looked at and never will be.
        case leave([ClientCall])
        /// A rule that we broke, as the server says.
        case accused(Goaway)
    }

    private static let lastStreamMax = UInt32.max - 2

    private let limits: Limits
    private(set) var server: Greeting?
    private(set) var slots: [UInt32: Slot] = [:]
    private(set) var isLeaving = false
    private var nextStream: UInt32
    private var pings: PingGuard

    init(limits: Limits, firstStream: UInt32 = 1) {
        self.limits = limits
        nextStream = firstStream
        pings = PingGuard(limits)
    }

    /// A new call may start here at once.
    var hasFreeStream: Bool {
        guard let server, !isLeaving else { return false }
        return slots.count < server.streamsMax
    }

    // MARK: From the server

    mutating func receive(_ frame: consuming Frame, now: NIODeadline) throws(Violation) -> Action {
        guard let kind = frame.kind else { throw Violation(.malformedFrame, "a frame has no known kind") }
        guard server != nil else {
            guard case .hello(let hello) = kind else { throw Violation(.hello, "the first frame is not hello") }
            try checkIsZero(frame.stream)
            server = try Greeting(hello, fromClient: false)
            return .greeted
        }
        let stream = frame.stream
        switch kind {
        case .response(let response): return try answered(stream, response)
        case .message(let message): return try deliver(stream, message.body)
        case .credit(let credit): return try credited(stream, Int(credit.bytes))
        case .ping(let ping):
            try checkIsZero(stream)
            try pings.ping(now)
            return .pong(ping.data)
        case .pong:
            try checkIsZero(stream)
            return .nothing
        case .goaway(let goaway):
            try checkIsZero(stream)
            return left(goaway)
        case .hello: throw Violation(.hello, "a second hello came")
        case .request, .halfClose, .cancel:
            throw Violation(.unexpectedFrame, "a server sends no request, half_close or cancel")
        }
    }

    private func checkIsZero(_ stream: UInt32) throws(Violation) {
        guard stream == 0 else { throw Violation(.stream, "this kind of frame belongs to stream zero") }
    }

    private func checkWasOpened(_ stream: UInt32) throws(Violation) {
        guard stream % 2 == 1, stream < nextStream else {
            throw Violation(.stream, "stream \(stream) was never opened")
        }
    }

    private mutating func answered(_ stream: UInt32, _ response: Response) throws(Violation) -> Action {
        try checkWasOpened(stream)
        pings.worked()
        // A stream without a slot: we cancelled, and the response was on its way.
        guard let slot = slots.removeValue(forKey: stream) else { return .nothing }
        return .answered(slot.call, response)
    }

    private mutating func deliver(_ stream: UInt32, _ body: [UInt8]) throws(Violation) -> Action {
        try checkWasOpened(stream)
        pings.worked()
        guard let slot = slots[stream] else { return .nothing }
        guard let messages = slot.call.messages, !slot.call.kind.hasSingleResponse else {
            throw Violation(.unexpectedFrame, "a message on stream \(stream), whose method answers with one")
        }
        guard slots[stream]?.receive.spend(body.count) == true else { throw .windowClosed(stream) }
        return .deliver(messages, body)
    }

    private mutating func credited(_ stream: UInt32, _ bytes: Int) throws(Violation) -> Action {
        try checkWasOpened(stream)
        guard bytes > 0 else { throw Violation(.flowControl, "credit of zero bytes") }
        guard let slot = slots[stream] else { return .nothing }
        guard slots[stream]?.send.credit(bytes) == true else {
            throw Violation(.flowControl, "credit takes the window of stream \(stream) past 2^31-1")
        }
        return .pump(slot.call)
    }

    private mutating func left(_ goaway: Goaway) -> Action {
        isLeaving = true
        guard goaway.reason == .draining else { return .accused(goaway) }
        let refused = slots.filter { $0.key > goaway.lastStream }
        for stream in refused.keys { slots[stream] = nil }
        return .leave(refused.sorted { $0.key < $1.key }.map(\.value.call))
    }

    // MARK: From our side

    /// A call gets the next stream. Only when `hasFreeStream`.
    mutating func open(_ call: ClientCall) -> UInt32 {
        let stream = nextStream
        slots[stream] = Slot(
            call: call, receive: Window(limits.streamWindowBytes), send: Window(server?.streamWindowBytes ?? 0),
            isHalfClosed: call.message != nil)
        nextStream += 2
        if stream >= Self.lastStreamMax { isLeaving = true }
        return stream
    }

    /// True when the server must be told.
    mutating func cancel(_ stream: UInt32) -> Bool {
        slots.removeValue(forKey: stream) != nil
    }

    func maySend(_ stream: UInt32) -> Bool { slots[stream]?.send.isOpen ?? false }

    /// No new calls from now on.
    mutating func leave() { isLeaving = true }

    mutating func spend(_ stream: UInt32, _ bytes: Int) {
        let hadWindow = slots[stream]?.send.spend(bytes) ?? false
        precondition(hadWindow, "a message is sent only with window")
    }

    /// False when there is nobody to give it to.
    mutating func giveCredit(_ stream: UInt32, _ bytes: Int) -> Bool {
        slots[stream]?.receive.credit(bytes) ?? false
    }

    /// True the first time.
    mutating func halfClose(_ stream: UInt32) -> Bool {
        guard slots[stream]?.isHalfClosed == false else { return false }
        slots[stream]?.isHalfClosed = true
        return true
    }

    /// The connection is over: every call that still waits.
    mutating func clear() -> [ClientCall] {
        defer { slots = [:] }
        return slots.sorted { $0.key < $1.key }.map(\.value.call)
    }
}
