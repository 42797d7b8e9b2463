import Contract
import Messages
import RPC

/// For the stand-ins of the tests, which are about other methods.
extension OperatorService {
    func getClock(_ request: GetClockRequest, _ call: Call) -> Answer<GetClockResponse> { .now(.init()) }
    func acceptClock(_ request: AcceptClockRequest, _ call: Call) -> Answer<AcceptClockResponse> { .now(.init()) }
}
