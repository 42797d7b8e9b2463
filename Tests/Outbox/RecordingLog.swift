import Contract
import Messages
import Patience
import RPC
import Synchronization

/// A log as the audit service is one: takes each number once, skips what it has, refuses a gap and other bytes.
/// It survives the relays of a test. `fault` may lose a request, or an answer.
final class RecordingLog: LogService {
    enum Fault {
        case none
        case requestLost
        case answerLost
    }

    struct State {
        var events: [[UInt8]] = []
        var requests: [AppendEventsRequest] = []
    }

    let state = Mutex(State())
    private let fault: @Sendable (Int) -> Fault

    /// `fault` gets the number of the request, from 1.
    init(fault: @escaping @Sendable (Int) -> Fault = { _ in .none }) {
        self.fault = fault
    }

    var texts: [String] {
        state.withLock { $0.events.map { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) } }
    }

    var requests: [AppendEventsRequest] { state.withLock { $0.requests } }

    var client: LogClient {
        var router = Router()
        router.add(self)
        return LogClient(
            transport: InProcessTransport(router: router, peer: Peer(caller: "spiffe://test/service/identity")).patient)
    }

    func appendEvents(_ request: AppendEventsRequest, _ call: Call) throws(Status) -> Answer<AppendEventsResponse> {
        let number = state.withLock { state in
            state.requests.append(request)
            return state.requests.count
        }
        let fault = fault(number)
        if fault == .requestLost { throw lost }
        let answer = try take(request)
        if fault == .answerLost { throw lost }
        return .now(answer)
    }

    private var lost: Status { Status(.unavailable, .disconnected, "lost") }

    private func take(_ request: AppendEventsRequest) throws(Status) -> AppendEventsResponse {
        try state.withLock { state throws(Status) in
            let expected = Int64(state.events.count + 1)
            guard request.firstSequence <= expected else {
                throw Status(
                    .failedPrecondition, .sequenceGap, "a gap",
                    metadata: ["expected": "\(expected)"])
            }
            for (offset, event) in request.events.enumerated() {
                let index = Int(request.firstSequence) - 1 + offset
                if index == state.events.count {
                    state.events.append(event)
                } else if state.events[index] != event {
                    throw Status(.dataLoss, .equivocation, "other bytes")
                }
            }
            return AppendEventsResponse(nextSequence: Int64(state.events.count + 1))
        }
    }
}
