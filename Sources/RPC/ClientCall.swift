internal import Messages
internal import NIOCore

/// One call of a client, from when it is made until it has its outcome.
///
/// ```
/// waiting --a stream is free--> sent --response, cancel, deadline, loss--> over
///    \-------cancel, deadline, client closed-------------------------------^
/// ```
///
/// `@unchecked Sendable`: the variables are touched on the client's event loop only; the rest is constant.
final class ClientCall: StreamDriver, @unchecked Sendable {
    typealias Completion = @Sendable (Result<[UInt8], Status>) -> Void

    enum Place {
        case waiting
        case sent(ClientConnection, UInt32)
        case over
    }

    let kind: CallKind
    let path: String
    let message: [UInt8]?
    let options: CallOptions
    let deadline: NIODeadline?
    private let client: Client
    private let completion: Completion?

    var place = Place.waiting
    var timer: TimerWheel<ClientCall>.Token?
    /// Of a streaming call, until it is over.
    private(set) var messages: CallStream?

    /// A unary call has a completion, which runs on the client's event loop; a streaming one has messages.
    init(
        client: Client, kind: CallKind, path: String, message: [UInt8]?, options: CallOptions,
        deadline: NIODeadline?, limits: Limits, completion: Completion?
    ) {
        self.client = client
        self.kind = kind
        self.path = path
        self.message = message
        self.options = options
        self.deadline = deadline
        self.completion = completion
        if completion == nil {
            messages = CallStream(
                id: 0, window: limits.streamWindowBytes,
                messageBytesMax: limits.frameBytesMax - Greeting.frameOverheadBytes, driver: self)
        }
    }

    /// Nanoseconds until the deadline; nil without one.
    func timeout(_ now: NIODeadline) -> Int64? {
        deadline.map { max(0, ($0 - now).nanoseconds) }
    }

    func request(_ now: NIODeadline) -> Request {
        Request(
            method: path, timeout: timeout(now).map { WireDuration(nanoseconds: $0) },
            metadata: options.metadata, message: message ?? [], noMessage: message == nil, done: message != nil)
    }

    /// The server's response.
    func answered(_ response: Response) {
        if let status = response.status, status.code != Code.ok.rawValue {
            let status = Status(wire: status)
            end(.failure(status)) { messages in
                // What came before the status is still to be read.
                messages.endOutbound(status)
                messages.endInbound(.failed(status))
            }
        } else {
            end(.success(response.message)) { messages in
                if kind.hasSingleResponse { messages.deliver(response.message, isFree: true) }
                messages.endOutbound(.ended)
                messages.endInbound()
            }
        }
    }

    /// Our own side ends it: cancelled, too late or disconnected.
    func failed(_ status: Status) {
        end(.failure(status)) { messages in messages.fail(status) }
    }

    private func end(_ result: Result<[UInt8], Status>, _ endStream: (CallStream) -> Void) {
        if case .over = place { return }
        place = .over
        client.forget(self)
        completion?(result)
        if let messages {
            endStream(messages)
            // It holds this object: let it go.
            self.messages = nil
        }
    }

    // MARK: From tasks, on any thread

    func cancel() {
        client.onLoop { client in client.give(up: self, .cancelled) }
    }

    func streamIsDirty(_ stream: CallStream) {
        client.onLoop { client in client.pump(self) }
    }

    func waiterWasCancelled(_ stream: CallStream) {
        cancel()
    }
}
