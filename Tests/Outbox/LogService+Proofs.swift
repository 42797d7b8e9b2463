import Contract
import Messages
import RPC

/// For the stand-ins of the tests, which are appended to and prove nothing.
extension LogService {
    func getLogRoot(_ request: GetLogRootRequest, _ call: Call) -> Answer<GetLogRootResponse> { .now(.init()) }
    func proveLogConsistency(
        _ request: ProveLogConsistencyRequest, _ call: Call
    ) -> Answer<ProveLogConsistencyResponse> { .now(.init()) }
}
