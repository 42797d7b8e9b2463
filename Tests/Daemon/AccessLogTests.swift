import Contract
import Logging
import Messages
import RPC
import Synchronization
import Testing

@testable import Daemon

/// Keeps what is logged.
private final class Lines: Sendable {
    private let kept = Mutex<[(message: String, fields: [String: String])]>([])

    var all: [(message: String, fields: [String: String])] { kept.withLock { $0 } }

    func logger(_ level: Logger.Level) -> Logger {
        Logger(label: "test") { _ in
            var handler = Handler(lines: self)
            handler.logLevel = level
            return handler
        }
    }

    private struct Handler: LogHandler {
        let lines: Lines
        var logLevel = Logger.Level.info
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let fields = (event.metadata ?? [:]).mapValues { "\($0)" }
            lines.kept.withLock { $0.append(("\(event.message)", fields)) }
        }
    }
}

@Suite("One line a call")
struct AccessLogTests {
    private struct Fault: Error {}

    private struct Operations: ServerService {
        func getServer(_ request: GetServerRequest, _ call: Call) -> Answer<GetServerResponse> {
            .now(.init())
        }
        func backupServer(_ request: BackupServerRequest, _ call: Call) throws(Status) -> Answer<BackupServerResponse> {
            if request.name == "fault" { return .later { throw Fault() } }
            throw Status(.invalidArgument, .backupName, "no")
        }
    }

    private let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    private func client(_ lines: Lines, _ metrics: Metrics = Metrics()) throws -> ServerClient {
        let log = try #require(AccessLog(lines.logger(.debug)))
        let failures = FailureLog(lines.logger(.debug), metrics)
        var router = Router(interceptors: [log])
        router.add(Operations())
        return ServerClient(
            transport: InProcessTransport(
                router: router, peer: Peer(caller: "spiffe://t/operator/admin", transport: .native), errors: failures.hear))
    }

    @Test("it says who called what and how it ended, never what was said")
    func line() async throws {
        let lines = Lines()
        let metadata = [("traceparent", trace), ("mandate-session", "secret"), ("mandate-account", "acc_1")]
        let client = try client(lines)
        _ = try await client.getServer(GetServerRequest(), CallOptions(metadata: metadata))
        await #expect(throws: Status.self) { _ = try await client.backupServer(BackupServerRequest(name: "hidden")) }
        let (first, second) = (lines.all[0], lines.all[1])
        #expect(first.message == "call" && lines.all.count == 2)
        let micros = try #require(first.fields["micros"].flatMap { Int($0) })
        #expect(micros >= 0)
        #expect(
            first.fields == [
                "method": "mandate.server.v1.ServerService/GetServer", "protocol": "native",
                "caller": "spiffe://t/operator/admin", "code": "OK", "micros": "\(micros)", "traceparent": trace,
            ])
        #expect(second.fields["code"] == "INVALID_ARGUMENT" && second.fields["reason"] == "BACKUP_NAME")
        #expect(second.fields["traceparent"] == nil)
    }

    @Test("a call that fails for a reason nobody may see has one line too, with the reason, and is counted")
    func failure() async throws {
        let (lines, metrics) = (Lines(), Metrics())
        let client = try client(lines, metrics)
        let options = CallOptions(metadata: [("traceparent", trace)])
        await #expect(throws: Status.self) { _ = try await client.backupServer(BackupServerRequest(name: "fault"), options) }
        #expect(lines.all.map(\.message) == ["call failed"])
        #expect(lines.all[0].fields["error"] == "Fault()" && lines.all[0].fields["traceparent"] == trace)
        #expect(metrics.text().contains("\nmandate_internal_errors_total 1\n"))
        #expect(metrics.text().contains("\nmandate_broken_rules_total 0\n"))
        FailureLog(lines.logger(.debug), metrics).hear(Fault(), nil)
        #expect(metrics.text().contains("\nmandate_broken_rules_total 1\n"))
    }

    @Test("above level debug there is none, and no line grows by what a caller sends")
    func bounds() async throws {
        #expect(AccessLog(Lines().logger(.info)) == nil)
        let lines = Lines()
        let long = String(repeating: "t", count: 129)
        _ = try await client(lines).getServer(GetServerRequest(), CallOptions(metadata: [("traceparent", long)]))
        #expect(lines.all[0].fields["traceparent"] == nil)
    }
}
