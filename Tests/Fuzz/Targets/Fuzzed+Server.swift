import Messages
import NIOCore

@testable import RPC

/// `ServerProtocol` under a script of frames, handlers that return, deadlines and time.
extension Fuzzed {
    /// First byte: odd to begin behind the greeting. Then operations, see `FrameOps` and `ServerGame`.
    ///
    /// 1. A frame that breaks a rule ends the connection with that rule's reason, one that breaks none never does.
    /// 2. A call gets one response at most, none after a cancel; nothing is sent behind it or past the window.
    /// 3. At most `streamsMax` calls run; what is delivered is what was sent, on a stream that takes it.
    /// 4. Frames for ended calls, but messages, which their window bounds, are no more than a correct client has on its way.
    static func server(_ bytes: [UInt8]) throws(BrokenPromise) {
        var script = Script(bytes)
        var game = ServerGame()
        if script.operand() % 2 == 1 {
            let hello = Hello(version: 1, frameBytesMax: 1 << 20, streamWindowBytes: 64)
            _ = try game.play(Frame(kind: .hello(hello)), &script)
        }
        while let operation = script.next() {
            guard try game.step(operation, &script) else { return }
        }
        try game.end()
    }
}

/// A server without I/O beside the rules for its client.
struct ServerGame {
    private static let limits: Limits = {
        var limits = Limits.standard
        limits.streamsMax = 3
        limits.streamWindowBytes = 64
        limits.strayFramesMax = 4
        return limits
    }()
    /// Fewer than the server remembers ended calls, so that it has no reason to forget one.
    private static let requestsMax = 120

    private var proto = ServerProtocol(limits: limits, caller: CallerHolding(limits))
    private var rules = ClientRules(limits: limits)
    /// Every call that was left open, by its stream, and those whose handler has not returned.
    private var calls: [UInt32: Call] = [:]
    private var live: [UInt32] = []
    private var answered: Set<UInt32> = []
    private var isDraining = false
    private var strays = 0
    private var now = NIODeadline.uptimeNanoseconds(1)
    private let driver = Nobody()

    /// False when the connection or the script is over.
    mutating func step(_ operation: UInt8, _ script: inout Script) throws(BrokenPromise) -> Bool {
        if let frame = script.frame(operation, opened: rules.opened, next: rules.next) {
            return try play(frame, &script)
        }
        let stream = live.isEmpty ? 1 : live[script.operand() % live.count]
        switch operation {
        case 0x0B...0x3F: try handlerReturns(stream)
        case 0x40...0x6F: try deadlinePasses(stream)
        case 0x70...0xAF: try send(stream, script.operand())
        case 0xB0...0xDF: try giveCredit(stream, script.operand())
        case 0xE0...0xEF: pass(.seconds(Int64(script.operand() % 16)))
        default: drainOrPing(operation)
        }
        return true
    }

    // MARK: From the client

    mutating func play(_ frame: Frame, _ script: inout Script) throws(BrokenPromise) -> Bool {
        let isLive = live.contains(frame.stream)
        let verdict = rules.verdict(frame, isLive: isLive)
        let action: ServerProtocol.Action
        do throws(Violation) {
            action = try proto.receive(frame, now: now)
        } catch {
            try promise(verdict.broken.contains(error.reason), "\(frame) is held to break \(error), and not \(verdict)")
            try promise(!error.message.isEmpty, "\(frame) breaks a rule without words")
            return false
        }
        try promise(verdict.broken.isEmpty || verdict.isPardonable, "\(frame) may break \(verdict.broken)")
        try check(action, frame, isLive)
        rules.passed(frame)
        if case .begin(let stream, let request) = action { try begin(stream, request, script.operand()) }
        return rules.opened.count < Self.requestsMax
    }

    private mutating func check(_ action: ServerProtocol.Action, _ frame: Frame, _ isLive: Bool) throws(BrokenPromise) {
        let stream = frame.stream
        let messages = isLive && !isOver(stream) ? calls[stream]?.messages : nil
        let isExpected =
            switch (frame.kind, action) {
            case (.hello, .greeted), (.pong, .nothing), (.goaway, .nothing): true
            case (.ping(let ping), .pong(let data)): ping.data == data
            case (.request(let request), .begin(let begun, let same)):
                begun == stream && same == request && !isDraining && live.count < Self.limits.streamsMax
            case (.request, .refuse(let refused, let status)):
                refused == stream && status.code == .resourceExhausted && live.count == Self.limits.streamsMax && !isDraining
            case (.request, .nothing): isDraining
            case (.message(let message), .deliver(let to, let body)): to === messages && body == message.body
            case (.message, .nothing), (.credit, .nothing): messages == nil
            case (.halfClose, .endInbound(let to)): to === calls[stream]?.messages && isLive
            case (.halfClose, .nothing): !isLive || calls[stream]?.messages == nil
            case (.cancel, .cancel(let call)): call === calls[stream] && isLive && !isOver(stream)
            case (.cancel, .nothing): !isLive || isOver(stream)
            case (.credit, .pump(let to)): to === messages
            default: false
            }
        try promise(isExpected, "\(frame) leads to \(action)")
        if case .refuse = action { try answer(stream) }
        try countStray(frame, isLive)
    }

    private mutating func countStray(_ frame: Frame, _ isLive: Bool) throws(BrokenPromise) {
        switch frame.kind {
        case .cancel where !isLive || answered.contains(frame.stream): strays += 1
        case .halfClose where !isLive, .credit where !isLive: strays += 1
        default: return
        }
        let sent = rules.streams.values.reduce(0) { $0 + $1.messagesHeard }
        let most = Self.limits.strayFramesMax + 2 * rules.opened.count + sent
        try promise(strays <= most, "\(strays) frames for ended calls, a correct client has at most \(most)")
    }

    /// Odd: answered within the request; else left open, with messages or without.
    private mutating func begin(_ stream: UInt32, _ request: Request, _ choice: Int) throws(BrokenPromise) {
        guard choice % 2 == 0 else {
            proto.over(stream, clientIsDone: request.done)
            return try answer(stream)
        }
        let messages = CallStream(id: UInt64(stream), window: 64, messageBytesMax: 1 << 20, driver: driver)
        let call = Call(
            method: MethodDescriptor(path: request.method, kind: .bidirectional, access: Access(kind: .caller)),
            peer: driver.peer, metadata: [], deadline: nil, startTime: now, stream: stream,
            messages: choice % 4 == 0 ? messages : nil, sink: driver)
        proto.open(stream, call, clientIsDone: request.done)
        try promise(calls.updateValue(call, forKey: stream) == nil, "stream \(stream) begins twice")
        live.append(stream)
        try promise(proto.slots.count == live.count && live.count <= Self.limits.streamsMax, "\(proto.slots.count) calls run")
    }

    // MARK: From our side

    private func isOver(_ stream: UInt32) -> Bool {
        answered.contains(stream) || rules.streams[stream]?.isCancelled ?? true
    }

    private mutating func answer(_ stream: UInt32) throws(BrokenPromise) {
        try promise(answered.insert(stream).inserted, "stream \(stream) is answered twice")
        try promise(rules.streams[stream]?.isCancelled != true, "stream \(stream) was cancelled and is answered")
    }

    private mutating func handlerReturns(_ stream: UInt32) throws(BrokenPromise) {
        guard let call = calls[stream] else { return }
        let slot = proto.handlerReturned(call)
        try promise((slot != nil) == live.contains(stream), "a slot of stream \(stream), which runs or not")
        live.removeAll { $0 == stream }
        if let slot, !slot.isAnswered { try answer(stream) }
        try promise(proto.handlerReturned(call) == nil, "the handler of stream \(stream) returns twice")
    }

    private mutating func deadlinePasses(_ stream: UInt32) throws(BrokenPromise) {
        guard let slot = proto.slots[stream], !slot.isAnswered else { return }
        proto.answered(stream)
        try answer(stream)
    }

    private mutating func send(_ stream: UInt32, _ bytes: Int) throws(BrokenPromise) {
        let window = rules.streams[stream]?.serverWindow ?? 0
        let may = live.contains(stream) && !isOver(stream) && window > 0
        try promise(proto.maySend(stream) == may, "stream \(stream) with a window of \(window) may send: \(!may)")
        guard may else { return }
        proto.spend(stream, bytes)
        rules.serverSent(stream, bytes: bytes)
    }

    /// Never more than the client has spent.
    private mutating func giveCredit(_ stream: UInt32, _ most: Int) throws(BrokenPromise) {
        guard let known = rules.streams[stream] else { return }
        let bytes = min(most, Self.limits.streamWindowBytes - known.clientWindow)
        guard bytes > 0 else { return }
        let gave = proto.giveCredit(stream, bytes)
        try promise(gave == (live.contains(stream) && !isOver(stream) && !known.isDone), "credit for stream \(stream): \(gave)")
        if gave { rules.serverGaveCredit(stream, bytes: bytes) }
    }

    private mutating func pass(_ time: TimeAmount) {
        now = now + time
        rules.timePassed()
    }

    private mutating func drainOrPing(_ operation: UInt8) {
        if operation == 0xFF {
            proto.drain()
            isDraining = true
        } else {
            proto.pinged()
            rules.serverPinged()
        }
    }

    mutating func end() throws(BrokenPromise) {
        let left = proto.clear().map(\.call.stream).sorted()
        try promise(left == live.sorted() && proto.slots.isEmpty, "at the end \(left) run, not \(live)")
        try promise(proto.held.byteCount == 0, "\(proto.held.byteCount) bytes are held of streams that are gone")
    }
}

/// Who moves messages and hears outcomes when there is no connection.
final class Nobody: StreamDriver, CallSink {
    let peer = Peer(caller: "spiffe://example.org/service/fuzz")
    func refuse(_ call: Call, _ status: Status) {}
    func streamIsDirty(_ stream: CallStream) {}
    func waiterWasCancelled(_ stream: CallStream) {}
    func handlerReturned(_ call: Call, _ outcome: Outcome) {}
    func report(_ error: any Error, _ call: Call) {}
}
