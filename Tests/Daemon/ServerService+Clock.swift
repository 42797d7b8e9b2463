import Contract
import Messages
import RPC

/// For the stand-ins of the tests, which are about other methods.
extension ServerService {
    func getServerClock(_ request: GetServerClockRequest, _ call: Call) -> Answer<GetServerClockResponse> { .now(.init()) }
    func acceptServerClock(_ request: AcceptServerClockRequest, _ call: Call) -> Answer<AcceptServerClockResponse> {
        .now(.init())
    }
}
