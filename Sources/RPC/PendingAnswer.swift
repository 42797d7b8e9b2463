internal import Synchronization

/// One task waits for one answer, which comes once, from anywhere, before or after the wait begins.
final class PendingAnswer: Sendable {
    typealias Answer = Result<[UInt8], Status>

    private enum State {
        case empty
        case waiting(CheckedContinuation<Answer, Never>)
        case answered(Answer)
        case over
    }

    private let state = Mutex(State.empty)

    /// The first answer counts; later ones lost a race.
    func complete(_ answer: Answer) {
        let continuation = state.withLock { state -> CheckedContinuation<Answer, Never>? in
            switch state {
            case .empty:
                state = .answered(answer)
                return nil
            case .waiting(let continuation):
                state = .over
                return continuation
            case .answered, .over: return nil
            }
        }
        continuation?.resume(returning: answer)
    }

    /// `onCancel` runs when the waiting task is cancelled, and then somebody completes.
    func wait(onCancel: @escaping @Sendable () -> Void) async throws(Status) -> [UInt8] {
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer = state.withLock { state -> Answer? in
                    switch state {
                    case .empty:
                        state = .waiting(continuation)
                        return nil
                    case .answered(let answer):
                        state = .over
                        return answer
                    case .waiting, .over: preconditionFailure("one task waits, once")
                    }
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            onCancel()
        }
        return try answer.get()
    }
}
