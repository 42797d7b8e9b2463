import Foundation
import Testing

@testable import Daemon

@Suite("Settings")
struct ConfigurationTests {
    static let required = [
        "--tls-certificate", "c.pem", "--tls-key", "c.key", "--tls-authority", "a.pem", "--callers", "callers.json",
        "--database", "x.db",
    ]

    static func load(
        _ arguments: [String], environment: [String: String] = [:]
    ) async throws(SetupError) -> ServiceConfiguration {
        try await ServiceConfiguration.load(
            name: "mandate-test", port: 7401, operationsPort: 7501, arguments: ["mandate-test"] + arguments,
            environment: environment)
    }

    @Test("what is not set has its documented value")
    func standard() async throws {
        let settings = try await Self.load(Self.required)
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 7401)
        #expect(settings.operationsPort == 7501)
        #expect(settings.lease == .seconds(2))
        #expect(settings.boundedStaleness == nil)
        #expect(settings.backupFolder == "x.db.backups")
        #expect(settings.audit == .init(host: "127.0.0.1", port: 7403))
    }

    @Test("a flag comes before the environment, the environment before the file")
    func order() async throws {
        let file = NSTemporaryDirectory() + "mandate-\(UUID().uuidString).json"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(#"{"listen": {"port": 1, "host": "::1"}, "operations": {"port": 2}, "lease": 500}"#.utf8)
            .write(to: URL(fileURLWithPath: file))
        let settings = try await Self.load(
            Self.required + ["--listen-port", "3", "--config", file],
            environment: ["MANDATE_LISTEN_PORT": "4", "MANDATE_OPERATIONS_PORT": "5"])
        #expect(settings.port == 3)
        #expect(settings.operationsPort == 5)
        #expect(settings.host == "::1")
        #expect(settings.lease == .milliseconds(500))
    }

    @Test(
        "a refused setting is named, with what it must be",
        arguments: [
            (["--listen-prot", "1"], "--listen-prot"), (["--listen-port", "70000"], "listen.port"),
            (["--listen-port=1"], "with a space"), (["serve"], "serve"), (["--lease", "0"], "lease"),
            (["--staleness", "sometimes"], "bounded=SECONDS"), (["--identity", "nowhere"], "HOST:PORT"),
            (["--config", "/nonexistent/x.json"], "cannot be read"), (["--grace"], "has no value"),
            (["--grace", "--threads", "4"], "has no value"), (["--lease", "500", "--lease", "600"], "twice"),
        ])
    func refused(_ arguments: [String], _ named: String) async {
        await #expect { _ = try await Self.load(Self.required + arguments) } throws: { error in
            "\(error)".contains(named)
        }
    }

    @Test("a value with commas is a value, from a flag as from the environment")
    func commas() async throws {
        let choices = "audit_log.auditor=view,insights.support=view"
        for (arguments, environment) in [(["--matrix", choices], [:]), ([], ["MANDATE_MATRIX": choices])] {
            let settings = try await Self.load(Self.required + arguments, environment: environment)
            #expect(settings.matrix == ["audit_log.auditor=view", "insights.support=view"])
        }
        let settings = try await Self.load(Self.required + ["--backups", "a,b"])
        #expect(settings.backupFolder == "a,b")
    }

    @Test("a missing setting is named with its flag and its variable")
    func missing() async {
        await #expect { _ = try await Self.load([]) } throws: { error in
            "\(error)".contains("--database") && "\(error)".contains("MANDATE_DATABASE")
        }
    }

    @Test("every knob that the help lists can be set, and none twice")
    func knobs() {
        #expect(Set(Knob.all.map(\.flag)).count == Knob.all.count)
        let help = Knob.help(for: "mandate-test", version: "0")
        for knob in Knob.all { #expect(help.contains(knob.flag)) }
    }
}
