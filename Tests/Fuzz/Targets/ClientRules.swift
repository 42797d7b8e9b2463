import Messages

@testable import RPC

/// What PROTOCOL.md lets a client send, written a second time: without bounds, and from the client's side alone.
///
/// A stream ends here only by what the client says. So it is exactly as lenient as a server must be, which cannot know
/// what its answers crossed on the way.
struct ClientRules {
    struct Stream {
        /// The client has said its last: done, half_close or cancel.
        var isDone: Bool
        var isCancelled = false
        /// What either side may still send.
        var clientWindow: Int
        var serverWindow: Int
        var messagesHeard = 0
        var creditsGiven = 0
    }

    /// What a frame deserves.
    struct Verdict {
        /// The rules that it breaks.
        var broken: Set<GoawayReason> = []
        /// The server may have forgotten that they are broken, because the call has ended there.
        var isPardonable = false
    }

    let limits: Limits
    private(set) var greeting: Hello?
    private(set) var streams: [UInt32: Stream] = [:]
    private(set) var opened: [UInt32] = []
    private var pings = 0
    private var pingsAtOnce = 0
    private(set) var awaitsPong = false
    /// Frames for calls that the client itself ended, or credit for nothing.
    private var excessive = 0

    init(limits: Limits) { self.limits = limits }

    var next: UInt32 { (opened.last ?? UInt32.max) &+ 2 }

    /// `isLive`: the call still runs at the server.
    func verdict(_ frame: Frame, isLive: Bool) -> Verdict {
        guard let kind = frame.kind else { return Verdict(broken: [.malformedFrame]) }
        guard greeting != nil else { return Verdict(broken: brokenGreeting(frame.stream, kind)) }
        switch kind {
        case .request:
            let rises = frame.stream % 2 == 1 && frame.stream > opened.last ?? 0
            return Verdict(broken: rises ? [] : [.stream])
        case .ping, .pong, .goaway: return aboutConnection(frame.stream, kind)
        case .hello: return Verdict(broken: [.hello])
        case .response: return Verdict(broken: [.unexpectedFrame])
        case .message, .halfClose, .cancel, .credit: break
        }
        guard let stream = streams[frame.stream] else {
            // A number that was passed over: the server keeps no list of those.
            let wasPassedOver = frame.stream % 2 == 1 && frame.stream < opened.last ?? 0
            return Verdict(broken: wasPassedOver ? [.stream, .excess, .flowControl] : [.stream], isPardonable: wasPassedOver)
        }
        var verdict = Verdict(broken: broken(kind, stream), isPardonable: !isLive)
        // The one that breaks it need not be one of the excessive ones.
        if excessive + (isExcessive(kind, stream) ? 1 : 0) > limits.strayFramesMax {
            if verdict.broken.isEmpty { verdict.isPardonable = true }
            verdict.broken.insert(.excess)
        }
        return verdict
    }

    private func brokenGreeting(_ stream: UInt32, _ kind: Frame.Kind) -> Set<GoawayReason> {
        guard case .hello(let hello) = kind else { return [.hello] }
        let isGood =
            hello.version == 1 && hello.frameBytesMax >= 16_384 && 1...UInt32(Int32.max) ~= hello.streamWindowBytes
            && hello.streamsMax == 0
        return Set((isGood ? [] : [.hello]) + (stream == 0 ? [] : [.stream]))
    }

    private func aboutConnection(_ stream: UInt32, _ kind: Frame.Kind) -> Verdict {
        if stream != 0 { return Verdict(broken: [.stream]) }
        if case .goaway = kind { return Verdict() }
        if case .pong = kind, awaitsPong { return Verdict() }
        // How many are too many over time is the server's; at one instant it is sure.
        return Verdict(broken: pings >= limits.pingsMax ? [.excess] : [], isPardonable: pingsAtOnce < limits.pingsMax)
    }

    private func broken(_ kind: Frame.Kind, _ stream: Stream) -> Set<GoawayReason> {
        switch kind {
        case .message:
            Set((stream.isDone ? [.unexpectedFrame] : []) + (stream.clientWindow > 0 ? [] : [.flowControl]))
        case .halfClose: stream.isDone ? [.unexpectedFrame] : []
        case .credit(let credit):
            credit.bytes > 0 && stream.serverWindow + Int(credit.bytes) <= Int(Int32.max) ? [] : [.flowControl]
        default: []
        }
    }

    /// No correct client has it on its way.
    private func isExcessive(_ kind: Frame.Kind, _ stream: Stream) -> Bool {
        switch kind {
        case .credit: stream.isCancelled || stream.creditsGiven >= stream.messagesHeard
        case .cancel: stream.isCancelled
        default: stream.isDone
        }
    }

    // MARK: What happened

    /// The server let it pass.
    mutating func passed(_ frame: Frame) {
        switch frame.kind {
        case .hello(let hello)?: greeting = hello
        case .request(let request)?:
            opened.append(frame.stream)
            streams[frame.stream] = Stream(
                isDone: request.done, clientWindow: limits.streamWindowBytes,
                serverWindow: Int(greeting?.streamWindowBytes ?? 0))
            worked()
        case .pong? where awaitsPong: awaitsPong = false
        case .ping?, .pong?:
            pings += 1
            pingsAtOnce += 1
        case let kind?: passed(kind, frame.stream)
        case nil: break
        }
    }

    private mutating func passed(_ kind: Frame.Kind, _ number: UInt32) {
        // Nothing can be on its way on a stream that was passed over.
        if streams[number].map({ isExcessive(kind, $0) }) ?? true { excessive += 1 }
        switch kind {
        case .message(let message):
            streams[number]?.clientWindow -= max(1, message.body.count)
            worked()
        case .halfClose:
            streams[number]?.isDone = true
            worked()
        case .cancel:
            streams[number]?.isDone = true
            streams[number]?.isCancelled = true
        case .credit(let credit):
            streams[number]?.serverWindow += Int(credit.bytes)
            streams[number]?.creditsGiven += 1
        default: break
        }
    }

    private mutating func worked() {
        pings = 0
        pingsAtOnce = 0
    }

    mutating func serverSent(_ number: UInt32, bytes: Int) {
        streams[number]?.serverWindow -= max(1, bytes)
        streams[number]?.messagesHeard += 1
    }

    mutating func serverGaveCredit(_ number: UInt32, bytes: Int) { streams[number]?.clientWindow += bytes }
    mutating func serverPinged() { awaitsPong = true }
    mutating func timePassed() { pingsAtOnce = 0 }
}
