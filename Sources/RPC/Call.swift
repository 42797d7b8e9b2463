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
        var trailers: [MetadataEntry] = []
        var task: Task<Void, Never>?
    }

    package let method: MethodDescriptor
    package let peer: Peer
    package let metadata: [MetadataEntry]
    /// When nobody waits for the answer any more; nil for never.
    package let deadline: Deadline?

    let startedAt: NIODeadline
    /// The call's number on its connection.
    let stream: UInt32
    /// The messages of a streaming call; nil for a unary one.
    let messages: CallStream?
    let sink: any CallSink

    private let state = Mutex(State())

    init(
        method: MethodDescriptor, peer: Peer, metadata: [MetadataEntry], deadline: Deadline?,
        startedAt: NIODeadline, stream: UInt32, messages: CallStream?, sink: any CallSink
    ) {
        self.method = method
        self.peer = peer
        self.metadata = metadata
        self.deadline = deadline
        self.startedAt = startedAt
        self.stream = stream
        self.messages = messages
        self.sink = sink
    }

    /// The value of the first pair with this key.
    package func metadata(_ key: String) -> String? {
        for entry in metadata where entry.key == key { return entry.value }
        return nil
    }

    /// The W3C trace context that the caller sent.
    package var traceparent: String? { metadata("traceparent") }

    /// Until the deadline; below zero when it has passed, nil without one.
    package var remaining: Duration? {
        deadline.map { $0.remaining(at: peer.clock()) }
    }

    /// The peer cancelled, the deadline passed or the connection was lost.
    package var isCancelled: Bool { state.withLock { $0.cancelled != nil } }

    /// Who acts, as an interceptor or a handler found out. This module does not look at it.
    package var identity: (any Sendable)? {
        get { state.withLock { $0.identity } }
        set { state.withLock { $0.identity = newValue } }
    }

    /// Adds a pair to the response.
    package func setTrailer(_ key: String, _ value: String) {
        state.withLock { $0.trailers.append(MetadataEntry(key: key, value: value)) }
    }

    // MARK: For the transports

    var trailers: [MetadataEntry] { state.withLock { $0.trailers } }
    var cancelledWith: Status? { state.withLock { $0.cancelled } }

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
    /// An error that is not a `Status` and that the caller must not see.
    func report(_ error: any Error, _ call: Call)
}
