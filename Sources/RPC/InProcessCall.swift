internal import Messages
internal import NIOCore
internal import Synchronization

/// One call between two halves of this process: what a connection does between two sockets.
final class InProcessCall: CallSink, StreamDriver {
    private struct State {
        var call: Call?
        var timer: Scheduled<Void>?
        var isOver = false
        var client: CallStream?
        var server: CallStream?
        var kind = CallKind.unary
        var toServer: Window
        var toClient: Window
        var isHalfClosed = false
    }

    private let limits: Limits
    private let errors: @Sendable (any Error, Call?) -> Void
    /// Of a unary call; a streaming one has streams instead.
    private let answer: PendingAnswer?
    private let state: Mutex<State>

    init(limits: Limits, errors: @escaping @Sendable (any Error, Call?) -> Void, answer: PendingAnswer?) {
        self.limits = limits
        self.errors = errors
        self.answer = answer
        let window = Window(limits.streamWindowBytes)
        state = Mutex(State(toServer: window, toClient: window))
    }

    private func stream(_ id: UInt64) -> CallStream {
        CallStream(
            id: id, window: limits.streamWindowBytes, messageBytesMax: limits.frameBytesMax, driver: self)
    }

    /// The client's half of a streaming call.
    func open() -> CallStream {
        let client = stream(0)
        state.withLock { $0.client = client }
        return client
    }

    /// The server's half; nil of a unary call.
    func accept(_ request: Request, _ kind: CallKind) -> CallStream? {
        let server = kind == .unary ? nil : stream(1)
        state.withLock { state in
            state.server = server
            state.kind = kind
        }
        guard let server else { return nil }
        if !request.noMessage { server.deliver(request.message, isFree: true) }
        if request.done { server.endInbound() }
        return server
    }

    func begin(_ call: Call) {
        let isOver = state.withLock { state in
            state.call = call
            return state.isOver
        }
        if isOver { call.cancel(.cancelled) }
    }

    func keepTime(_ timer: Scheduled<Void>) {
        let isOver = state.withLock { state in
            state.timer = timer
            return state.isOver
        }
        if isOver { timer.cancel() }
    }

    /// The call ends before its handler: refused, cancelled or too late.
    func end(_ status: Status) {
        finish(.failure(status), cancelling: status)
    }

    // MARK: CallSink

    func handlerReturned(_ call: Call, _ outcome: Outcome) {
        call.messages?.fail(call.cancelledWith ?? .ended)
        switch outcome {
        case .answered(let bytes): finish(.success(bytes), cancelling: nil)
        case .failed(let status): finish(.failure(Status(wire: status.wire)), cancelling: nil)
        }
    }

    func refuse(_ call: Call, _ status: Status) {
        end(status)
    }

    func report(_ error: any Error, _ call: Call) {
        errors(error, call)
    }

    private func finish(_ result: Result<[UInt8], Status>, cancelling: Status?) {
        let (ended, state) = state.withLock { state in
            defer {
                // The halves hold this object: let them go.
                state.isOver = true
                state.call = nil
                state.client = nil
                state.server = nil
            }
            return (!state.isOver, state)
        }
        guard ended else { return }
        state.timer?.cancel()
        if let cancelling { state.call?.cancel(cancelling) }
        answer?.complete(result)
        guard let client = state.client else { return }
        switch result {
        case .success(let bytes):
            if state.kind.hasSingleResponse { client.deliver(bytes, isFree: true) }
            client.endOutbound(.ended)
            client.endInbound()
        case .failure(let status):
            if cancelling != nil { return client.fail(status) }
            client.endOutbound(status)
            client.endInbound(.failed(status))
        }
    }

    // MARK: StreamDriver

    func waiterWasCancelled(_ stream: CallStream) {
        // Only the client's half gives the call up: a handler may cancel its own child tasks.
        if stream.id == 0 { end(.cancelled) }
    }

    func streamIsDirty(_ stream: CallStream) {
        state.withLock { state in
            guard !state.isOver, let client = state.client, let server = state.server else { return }
            client.beginPump()
            server.beginPump()
            let (back, forth) = (server.takeCredit(), client.takeCredit())
            let valid = (back == 0 || state.toServer.credit(back)) && (forth == 0 || state.toClient.credit(forth))
            precondition(valid, "credit is for what was sent")
            while state.toServer.isOpen, let message = client.takeOutbound() {
                _ = state.toServer.spend(message.count)
                server.deliver(message)
            }
            if client.isFinished, !state.isHalfClosed {
                state.isHalfClosed = true
                server.endInbound()
            }
            while state.toClient.isOpen, let message = server.takeOutbound() {
                _ = state.toClient.spend(message.count)
                client.deliver(message)
            }
            client.wakeWriters()
            server.wakeWriters()
        }
    }
}
