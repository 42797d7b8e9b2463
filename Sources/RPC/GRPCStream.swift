internal import HTTP2
internal import NIOCore

/// One call of gRPC, from its headers until its stream has closed and its handler has returned.
///
/// ```
/// gathering --whole request, or its headers if the client streams--> running --handler returned--> answered
///     |                                                                 |
///     +---- refused, deadline passed, reset ----------------------------+----> answered: nothing more is said
/// ```
final class GRPCStream {
    let id: Int32
    let route: Router.Route
    let head: GRPCHead
    let deadline: NIODeadline?
    let startTime: NIODeadline
    let body: HTTP2Body
    var reader: GRPCMessageReader
    /// What the handler may still be handed, as in the native protocol; what is over it stays in `reader`.
    var receive: Window
    /// The request of a call with one message, once it is whole and until its handler begins.
    var request: [UInt8]?
    var call: Call?
    /// Of its deadline, until its stream has closed.
    var timer: TimerWheel<ServerTimer>.Token?
    /// Of its messages what the handler was handed and has given no credit for.
    var unreadBytes = 0
    /// What the handler has sent and its body has no room for.
    var queuedBytes = 0
    /// What its connection has counted for it.
    var countedBytes = 0
    /// Bytes of data that were not given back to the stream's window.
    var unconsumed = 0
    /// How long the message at the front is, while it gathers or waits for its turn to: longer than half the window. Where that
    /// stands in the line of its caller's.
    var announcedBytes = 0
    var place = UnfinishedLine.Place.none
    /// Since when it gathers a message longer than its window.
    var gatheringSince: NIODeadline?
    var gatherTimer: TimerWheel<ServerTimer>.Token?
    /// The response's headers were sent, and say that messages are compressed.
    var hasHead = false
    var compresses = false
    /// Its next message is inflated elsewhere.
    var isInflating = false
    var clientIsDone = false
    /// The handler was told of the client's end.
    var inboundIsOver = false
    var isAnswered = false
    /// HTTP/2's stream is gone.
    var isClosed = false

    init(
        id: Int32, route: Router.Route, head: GRPCHead, deadline: NIODeadline?, startTime: NIODeadline, body: HTTP2Body,
        limits: Limits
    ) {
        self.id = id
        self.route = route
        self.head = head
        self.deadline = deadline
        self.startTime = startTime
        self.body = body
        reader = GRPCMessageReader(messageBytesMax: limits.frameBytesMax, encoding: head.encoding)
        receive = Window(limits.streamWindowBytes)
    }

    var kind: CallKind { route.descriptor.kind }

    /// What is held for it, besides what its call holds: that is the call's, also when the connection is over. What its
    /// body holds is counted with all others'.
    var heldBytes: Int {
        let headBytes = call == nil ? head.byteCount : 0
        guard !isAnswered else { return headBytes }
        let isCounted = if case .begun = place { true } else { false }
        return headBytes + (isCounted ? 0 : reader.byteCount) + (request?.count ?? 0) + unreadBytes + queuedBytes
    }

    /// Its handler runs.
    var isRunning: Bool { call != nil }
}
