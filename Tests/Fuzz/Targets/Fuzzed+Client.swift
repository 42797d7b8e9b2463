import Messages
import NIOCore
import NIOEmbedded

@testable import RPC

/// `ClientProtocol` under a script of frames of a server, and of calls made, cancelled and spoken on.
extension Fuzzed {
    /// First byte: odd to begin behind the greeting. Then operations, see `FrameOps` and `ClientGame`.
    ///
    /// 1. A frame that breaks a rule ends the connection with that rule's reason, one that breaks none never does.
    /// 2. Each call ends once: answered, given back unseen, cancelled, or left at the end.
    /// 3. Nothing is sent past the window or after half_close; no call starts over the server's limit or once it drains.
    static func client(_ bytes: [UInt8]) throws(BrokenPromise) {
        var script = Script(bytes)
        var game = ClientGame()
        if script.operand() % 2 == 1 {
            let hello = Hello(version: 1, frameBytesMax: 1 << 20, streamWindowBytes: 64, streamsMax: 3)
            _ = try game.play(Frame(kind: .hello(hello)))
        }
        while let operation = script.next() {
            guard try game.step(operation, &script) else { break }
        }
        try game.end()
    }
}

/// A client without I/O beside the rules for its server.
struct ClientGame {
    private struct Known {
        let call: ClientCall
        var isOver = false
        var isHalfClosed: Bool
        var serverWindow: Int
        var clientWindow: Int
    }

    private static let limits: Limits = {
        var limits = Limits.standard
        limits.streamWindowBytes = 64
        return limits
    }()

    private let client: Client
    private var proto = ClientProtocol(limits: limits)
    private var greeting: Hello?
    private var known: [UInt32: Known] = [:]
    private var opened: [UInt32] = []
    private var isLeaving = false
    private var pings = 0
    private var pingsAtOnce = 0
    private var now = NIODeadline.uptimeNanoseconds(1)

    init() {
        client = Client(
            loop: EmbeddedEventLoop(), server: "fuzzed", limits: Self.limits, backoff: Backoff(random: { 1 })
        ) { client in
            client.loop.makeFailedFuture(ChannelError.connectPending)
        }
    }

    /// False when the connection is over.
    mutating func step(_ operation: UInt8, _ script: inout Script) throws(BrokenPromise) -> Bool {
        if let frame = script.frame(operation, opened: opened, next: next) { return try play(frame) }
        let stream = opened.isEmpty ? next : opened[script.operand() % opened.count]
        switch operation {
        case 0x0B...0x6F: try open(script.operand())
        case 0x70...0x8F: try cancel(stream)
        case 0x90...0xAF: try send(stream, script.operand())
        case 0xB0...0xCF: try halfClose(stream)
        case 0xD0...0xEF: try giveCredit(stream, script.operand())
        default:
            now = now + .seconds(Int64(script.operand() % 16))
            pingsAtOnce = 0
        }
        return true
    }

    // MARK: From the server

    mutating func play(_ frame: Frame) throws(BrokenPromise) -> Bool {
        let (broken, isPardonable) = verdict(frame)
        let action: ClientProtocol.Action
        do throws(Violation) {
            action = try proto.receive(frame, now: now)
        } catch {
            try promise(broken.contains(error.reason), "\(frame) is held to break \(error), and not \(broken)")
            try promise(!error.message.isEmpty, "\(frame) breaks a rule without words")
            return false
        }
        try promise(broken.isEmpty || isPardonable, "\(frame) may break \(broken)")
        try follow(action, frame)
        if case .accused = action { return false }
        return true
    }

    /// The rules of PROTOCOL.md that a server's frame breaks; pardonable when the client keeps no account of it.
    private func verdict(_ frame: Frame) -> (broken: Set<GoawayReason>, isPardonable: Bool) {
        guard let kind = frame.kind else { return ([.malformedFrame], false) }
        guard greeting != nil else { return (brokenGreeting(frame.stream, kind), false) }
        let stream = known[frame.stream]
        switch kind {
        case .hello: return ([.hello], false)
        case .request, .halfClose, .cancel: return ([.unexpectedFrame], false)
        case .ping, .pong, .goaway:
            if frame.stream != 0 { return ([.stream], false) }
            guard case .ping = kind, pings >= Self.limits.pingsMax else { return ([], false) }
            return ([.excess], pingsAtOnce < Self.limits.pingsMax)
        case .response: return (stream == nil ? [.stream] : [], false)
        case .message:
            guard let stream else { return ([.stream], false) }
            if stream.call.kind.hasSingleResponse { return ([.unexpectedFrame], stream.isOver) }
            return (stream.serverWindow > 0 ? [] : [.flowControl], stream.isOver)
        case .credit(let credit):
            guard let stream else { return ([.stream], false) }
            let fits = credit.bytes > 0 && stream.clientWindow + Int(credit.bytes) <= Int(Int32.max)
            return (fits ? [] : [.flowControl], stream.isOver)
        }
    }

    private func brokenGreeting(_ stream: UInt32, _ kind: Frame.Kind) -> Set<GoawayReason> {
        guard case .hello(let hello) = kind else { return [.hello] }
        let isGood =
            hello.version == 1 && hello.frameBytesMax >= 16_384 && 1...UInt32(Int32.max) ~= hello.streamWindowBytes
            && hello.streamsMax > 0
        return Set((isGood ? [] : [.hello]) + (stream == 0 ? [] : [.stream]))
    }

    private mutating func follow(_ action: ClientProtocol.Action, _ frame: Frame) throws(BrokenPromise) {
        let stream = frame.stream
        let open = known[stream].flatMap { $0.isOver ? nil : $0 }
        let isExpected: Bool
        switch (frame.kind, action) {
        case (.hello(let hello), .greeted):
            isExpected = true
            greeting = hello
        case (.ping(let ping), .pong(let data)):
            isExpected = ping.data == data
            pings += 1
            pingsAtOnce += 1
        case (.pong, .nothing): isExpected = true
        case (.response(let response), .answered(let call, let same)):
            isExpected = call === open?.call && same == response
            try over(stream)
        case (.message(let message), .deliver(let messages, let body)):
            isExpected = messages === open?.call.messages && body == message.body
            known[stream]?.serverWindow -= max(1, message.body.count)
        case (.credit(let credit), .pump(let call)):
            isExpected = call === open?.call
            known[stream]?.clientWindow += Int(credit.bytes)
        case (.response, .nothing), (.message, .nothing), (.credit, .nothing): isExpected = open == nil
        case (.goaway(let goaway), .leave(let calls)):
            let unseen = opened.filter { $0 > goaway.lastStream && known[$0]?.isOver == false }
            isExpected = goaway.reason == .draining && calls.elementsEqual(unseen.compactMap { known[$0]?.call }, by: ===)
            for stream in unseen { try over(stream) }
            isLeaving = true
        case (.goaway(let goaway), .accused(let same)):
            isExpected = goaway == same && goaway.reason != .draining
            isLeaving = true
        default: isExpected = false
        }
        try promise(isExpected, "\(frame) leads to \(action)")
        switch frame.kind {
        case .response?, .message?: (pings, pingsAtOnce) = (0, 0)
        default: break
        }
    }

    // MARK: From our side

    private mutating func over(_ stream: UInt32) throws(BrokenPromise) {
        try promise(known[stream]?.isOver == false, "stream \(stream) ends twice")
        known[stream]?.isOver = true
    }

    private var next: UInt32 { (opened.last ?? UInt32.max) &+ 2 }
    private var running: Int { known.values.count { !$0.isOver } }

    private mutating func open(_ choice: Int) throws(BrokenPromise) {
        let may = greeting.map { running < Int($0.streamsMax) && !isLeaving } ?? false
        try promise(proto.hasFreeStream == may, "\(running) calls, and one more may start: \(!may)")
        guard may, opened.count < 120 else { return }
        let kinds: [CallKind] = [.unary, .clientStreaming, .serverStreaming, .bidirectional]
        let kind = kinds[choice % 4]
        let message: [UInt8]? = kind.hasSingleRequest ? [1] : nil
        let ignore: ClientCall.Completion = { _ in }
        let call = ClientCall(
            client: client, kind: kind, path: "test.Echo/Any", message: message,
            options: CallOptions(), deadline: nil, limits: Self.limits, completion: kind == .unary ? ignore : nil)
        let stream = proto.open(call)
        try promise(stream == next, "stream \(stream) after \(opened)")
        opened.append(stream)
        known[stream] = Known(
            call: call, isHalfClosed: kind.hasSingleRequest, serverWindow: 64,
            clientWindow: Int(greeting?.streamWindowBytes ?? 0))
    }

    private mutating func cancel(_ stream: UInt32) throws(BrokenPromise) {
        let runs = known[stream]?.isOver == false
        try promise(proto.cancel(stream) == runs, "stream \(stream) can be cancelled: \(!runs)")
        if runs { try over(stream) }
    }

    private mutating func send(_ stream: UInt32, _ bytes: Int) throws(BrokenPromise) {
        let may = known[stream].map { !$0.isOver && $0.clientWindow > 0 } ?? false
        try promise(proto.maySend(stream) == may, "stream \(stream) may send: \(!may)")
        guard may else { return }
        proto.spend(stream, bytes)
        known[stream]?.clientWindow -= max(1, bytes)
    }

    private mutating func halfClose(_ stream: UInt32) throws(BrokenPromise) {
        let may = known[stream].map { !$0.isOver && !$0.isHalfClosed } ?? false
        try promise(proto.halfClose(stream) == may, "stream \(stream) can be half-closed: \(!may)")
        if may { known[stream]?.isHalfClosed = true }
    }

    private mutating func giveCredit(_ stream: UInt32, _ most: Int) throws(BrokenPromise) {
        guard let stream = known[stream].map({ (stream, $0) }) else { return }
        let bytes = min(most, 64 - stream.1.serverWindow)
        guard bytes > 0 else { return }
        try promise(proto.giveCredit(stream.0, bytes) == !stream.1.isOver, "credit for stream \(stream.0)")
        known[stream.0]?.serverWindow += stream.1.isOver ? 0 : bytes
    }

    mutating func end() throws(BrokenPromise) {
        let left = opened.compactMap { known[$0].flatMap { $0.isOver ? nil : $0.call } }
        try promise(proto.clear().elementsEqual(left, by: ===), "other calls are left than run")
        try promise(proto.slots.isEmpty, "calls run after the end")
        // A call and its messages hold each other until it is over.
        for known in known.values { known.call.failed(.cancelled) }
    }
}
