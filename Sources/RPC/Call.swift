package import Messages
internal import NIOCore
internal import Synchronization

/// One call on the server: what a handler may know and say besides its messages.
///
/// ```
/// running --handler returned--> over
///    |                            ^
///    +--- cancelled --------------+   by the peer, the deadline or a lost connection;
///                                     keeps its slot until the handler has returned
/// ```
package final class Call: Sendable {
    private struct State {
        /// Why nobody waits for the outcome any more; nil while somebody does.
        var cancelled: Status?
        var identity: (any Sendable)?
        var headers: [MetadataEntry] = []
        var trailers: [MetadataEntry] = []
        var task: Task<Void, Never>?
        var compressesAnswer = false
    }

    package let method: MethodDescriptor
    package let peer: Peer
    package let metadata: [MetadataEntry]
    /// When nobody waits for the answer any more; nil for never.
    package let deadline: Deadline?

    /// The first message came compressed.
    private let startedCompressed: Bool

    /// What its request holds until the handler has returned: the message it came with, and metadata.
    let requestBytes: Int
    let startTime: NIODeadline
    /// The call's number on its connection.
    let stream: UInt32
    /// The messages of a streaming call; nil for a unary one.
    let messages: CallStream?
    let sink: any CallSink

    private let state = Mutex(State())

    init(
        method: MethodDescriptor, peer: Peer, metadata: [MetadataEntry], deadline: Deadline?,
        startTime: NIODeadline, stream: UInt32, messages: CallStream?, sink: any CallSink,
        requestWasCompressed: Bool = false, requestBytes: Int = 0
    ) {
        self.method = method
        self.peer = peer
        self.metadata = metadata
        self.deadline = deadline
        self.startTime = startTime
        self.stream = stream
        self.messages = messages
        self.sink = sink
        startedCompressed = requestWasCompressed
        self.requestBytes = requestBytes
    }

    /// The value of the first pair with this key.
    package func metadata(_ key: String) -> String? {
        for entry in metadata where entry.key == key { return entry.value }
        return nil
    }

    /// The W3C trace context that the caller sent; nil also for one that is malformed, and for several.
    package var traceparent: String? {
        let sent = metadata.filter { $0.key == "traceparent" }
        guard sent.count == 1, TraceParent.isValid(sent[0].value) else { return nil }
        return sent[0].value
    }

    /// Until the deadline; below zero when it has passed, nil without one.
    package var remaining: Duration? {
        deadline.map { $0.remaining(at: peer.clock()) }
    }

    /// The peer cancelled, the deadline passed or the connection was lost.
    package var isCancelled: Bool { state.withLock { $0.cancelled != nil } }

    /// Why nobody waits for the outcome any more; nil while somebody does.
    package var cancelledWith: Status? { state.withLock { $0.cancelled } }

    /// The message that the handler took last had come compressed, as gRPC's clients may send it.
    package var requestWasCompressed: Bool { messages?.lastWasCompressed ?? startedCompressed }

    /// Who acts, as an interceptor or a handler found out. This module does not look at it.
    package var identity: (any Sendable)? {
        get { state.withLock { $0.identity } }
        set { state.withLock { $0.identity = newValue } }
    }

    /// Adds a pair to the beginning of the response: before its first message over gRPC, with all others natively.
    package func setHeader(_ key: String, _ value: String) {
        state.withLock { $0.headers.append(MetadataEntry(key: key, value: value)) }
    }

    /// Adds a pair to the end of the response. The value of a key that ends in `-bin` is base64 text.
    package func setTrailer(_ key: String, _ value: String) {
        state.withLock { $0.trailers.append(MetadataEntry(key: key, value: value)) }
    }

    /// Asks for gzip, where the protocol has it and the client accepts it: gRPC. Before the first message is sent.
    package func compressAnswer() {
        state.withLock { $0.compressesAnswer = true }
    }

    /// Ends the call at once: the caller hears this status, and the handler is told to stop. Any thread.
    package func refuse(_ status: Status) {
        sink.refuse(self, status)
    }

    // MARK: For the transports

    var compressesAnswer: Bool { state.withLock { $0.compressesAnswer } }

    var headers: [MetadataEntry] { state.withLock { $0.headers } }
    var trailers: [MetadataEntry] { state.withLock { $0.trailers } }
    /// For a codec that has one place for both.
    var responseMetadata: [MetadataEntry] { state.withLock { $0.headers.isEmpty ? $0.trailers : $0.headers + $0.trailers } }
    /// The task to cancel when the call is. It may have ended already.
    func attach(_ task: Task<Void, Never>) {
        let cancelled = state.withLock { state in
            state.task = task
            return state.cancelled != nil
        }
        if cancelled { task.cancel() }
    }

    /// Tells the handler to stop. False when it had been told before.
    @discardableResult
    func cancel(_ status: Status) -> Bool {
        let task: Task<Void, Never>?? = state.withLock { state in
            guard state.cancelled == nil else { return .none }
            state.cancelled = status
            return .some(state.task)
        }
        guard let task else { return false }
        task?.cancel()
        messages?.fail(status)
        return true
    }
}

/// How a handler ended.
enum Outcome: Sendable {
    /// OK, with the encoded answer; empty for a method that answers with a stream.
    case answered([UInt8])
    case failed(Status)
}

/// Where a call's outcome goes: a codec on a connection, or the other half of a call in process.
protocol CallSink: AnyObject, Sendable {
    /// The handler has returned. Any thread; once for each call that was not over at its start.
    func handlerReturned(_ call: Call, _ outcome: Outcome)
    /// The caller hears this now, and the handler is told to stop. Any thread; in vain when the call has had its outcome.
    func refuse(_ call: Call, _ status: Status)
    /// An error that is not a `Status` and that the caller must not see.
    func report(_ error: any Error, _ call: Call)
}
