import Contract
import Messages
import RPC
import Testing

@testable import Daemon

@Suite("Calls in metrics and log")
struct CallMetricsTests {
    private struct Operations: ServerService {
        func getServer(_ request: GetServerRequest, _ call: Call) -> Answer<GetServerResponse> { .now(.init()) }
        func backupServer(_ request: BackupServerRequest, _ call: Call) throws(Status) -> Answer<BackupServerResponse> {
            throw Status(.invalidArgument, .backupName, "no")
        }
    }

    private struct Closed: Interceptor {
        func begin(_ call: Call) throws(Status) { throw Status(.permissionDenied, .unknownCaller, "closed") }
        func end(_ call: Call, _ status: Status?, nanoseconds: Int64) {}
    }

    private func client(_ interceptors: [any Interceptor], over transport: Peer.Transport = .native) -> ServerClient {
        var router = Router(interceptors: interceptors)
        router.add(Operations())
        return ServerClient(
            transport: InProcessTransport(
                router: router, peer: Peer(caller: "spiffe://t/operator/admin", transport: transport)))
    }

    @Test("calls are counted by method, protocol and code, those too that are refused before their handler")
    func counted() async throws {
        let metrics = Metrics()
        let calls = CallMetrics(contractMethods, in: metrics)
        #expect(metrics.text().split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
        _ = try await client([calls]).getServer(GetServerRequest())
        _ = try await client([calls]).getServer(GetServerRequest())
        _ = try await client([calls], over: .h2).getServer(GetServerRequest())
        await #expect(throws: Status.self) { _ = try await client([calls]).backupServer(BackupServerRequest()) }
        await #expect(throws: Status.self) { _ = try await client([calls, Closed()]).backupServer(BackupServerRequest()) }
        let text = metrics.text()
        let path = "mandate.server.v1.ServerService"
        for line in [
            #"mandate_calls_total{method="\#(path)/GetServer",protocol="native",code="OK"} 2"#,
            #"mandate_calls_total{method="\#(path)/GetServer",protocol="h2",code="OK"} 1"#,
            #"mandate_calls_total{method="\#(path)/BackupServer",protocol="native",code="INVALID_ARGUMENT"} 1"#,
            #"mandate_calls_total{method="\#(path)/BackupServer",protocol="native",code="PERMISSION_DENIED"} 1"#,
            #"mandate_call_seconds_bucket{method="\#(path)/GetServer",protocol="native",le="+Inf"} 2"#,
            #"mandate_call_seconds_count{method="\#(path)/BackupServer",protocol="native"} 2"#,
        ] {
            #expect(text.contains(line + "\n"), "\(line)")
        }
        #expect(text.split(separator: "\n").count { $0.hasPrefix("mandate_calls_total{") } == 4)
    }

    @Test("codes are written as gRPC writes them")
    func codes() {
        #expect(Code.ok.name == "OK")
        #expect(Code.allCases.allSatisfy { $0 == .ok || $0.name.replacing("_", with: "").lowercased() == "\($0)".lowercased() })
        #expect(Code.allCases.map(\.rawValue) == Array(0..<17))
    }
}
