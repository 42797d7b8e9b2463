internal import Messages
internal import NIOCore

/// How a call runs, the same for every codec: interceptors, handler, interceptors.
extension Router {
    /// Begins a call on its event loop. An outcome is final; nil means that the sink hears it later.
    func start(_ call: Call, _ handler: Handler, _ message: [UInt8]) -> Outcome? {
        var begun = 0
        do throws(Status) {
            for interceptor in interceptors {
                try interceptor.begin(call)
                begun += 1
            }
            switch handler {
            case .unary(let handler):
                if message.count > Offload.inlineBytesMax, let offload = call.peer.offload {
                    run(call) { try await answerLarge(message, handler, call, offload) }
                    return nil
                }
                switch try handler.answer(message, call) {
                case .now(let bytes):
                    end(call, nil)
                    return .answered(bytes)
                case .later(let body):
                    run(call, body)
                    return nil
                }
            case .streaming(let handler):
                guard let stream = call.messages else { preconditionFailure("a streaming call has a stream") }
                run(call) { try await handler(stream, call) }
                return nil
            }
        } catch {
            end(call, error, begun)
            return .failed(error)
        }
    }

    private func answerLarge(
        _ message: [UInt8], _ handler: UnaryHandler, _ call: Call, _ offload: Offload
    ) async throws -> [UInt8] {
        let answer = await offload.read {
            Result { () throws(Status) in try handler.read(message) }
        } use: { request in
            Result { () throws(Status) in try request.get()(call) }
        }
        switch try answer.get() {
        case .now(let bytes): return bytes
        case .later(let body): return try await body()
        }
    }

    private func run(_ call: Call, _ body: @escaping @Sendable () async throws -> [UInt8]) {
        let task = Task(executorPreference: call.peer.executor) {
            let outcome: Outcome
            do {
                outcome = .answered(try await body())
            } catch {
                outcome = .failed(status(of: error, call))
            }
            // What the caller was told when the call was cancelled is what happened.
            if let cancelled = call.cancelledWith {
                end(call, cancelled)
            } else if case .failed(let status) = outcome {
                end(call, status)
            } else {
                end(call, nil)
            }
            call.sink.handlerReturned(call, outcome)
        }
        call.attach(task)
    }

    private func status(of error: any Error, _ call: Call) -> Status {
        if let status = error as? Status { return status }
        // The reason why the task was cancelled, when the call was; else the handler cancelled itself.
        if error is CancellationError { return call.cancelledWith ?? .cancelled }
        call.sink.report(error, call)
        return .internalError
    }

    /// Ends the first `begun` interceptors; without a number all of them let the call begin.
    private func end(_ call: Call, _ status: Status?, _ begun: Int? = nil) {
        let begun = begun ?? interceptors.count
        guard begun > 0 else { return }
        let elapsed = (call.peer.clock() - call.startTime).nanoseconds
        var index = begun
        while index > 0 {
            index -= 1
            interceptors[index].end(call, status, nanoseconds: elapsed)
        }
    }
}
