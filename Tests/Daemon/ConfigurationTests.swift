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
        #expect(settings.limits.connectionsMax == 10_000)
        #expect(settings.limits.connectionsPerAddressMax == 1_000)
        #expect(settings.limits.handshake == .seconds(10))
        #expect(settings.limits.idle == .seconds(300))
    }

    @Test("an operator chooses the connections and their times")
    func limits() async throws {
        let settings = try await Self.load(
            Self.required + [
                "--connections-max", "7", "--connections-address", "3", "--timeout-handshake", "1000",
                "--timeout-hello", "2000", "--timeout-frame", "3000", "--timeout-idle", "4000",
            ])
        #expect(settings.limits.connectionsMax == 7)
        #expect(settings.limits.connectionsPerAddressMax == 3)
        #expect(settings.limits.handshake == .seconds(1))
        #expect(settings.limits.hello == .seconds(2))
        #expect(settings.limits.frameFinish == .seconds(3))
        #expect(settings.limits.idle == .seconds(4))
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
            (["--listen-prot", "1"], "--listen-prot; did you mean --listen-port?"),
            (["--staleness", "bounded=0s"], "bounded=TIME"), (["--staleness", "bounded=25h"], "bounded=TIME"),
            (["--staleness", "bounded=m"], "bounded=TIME"), (["--staleness", "bounded=-1m"], "bounded=TIME"),
            (["--listen-port", "70000"], "listen.port"),
            (["--listen-port=1"], "with a space"), (["serve"], "serve"), (["--lease", "0"], "lease"),
            (["--staleness", "sometimes"], "bounded=TIME"), (["--staleness", "bounded==5m"], "bounded=TIME"),
            (["--staleness", "bounded=+5m"], "bounded=TIME"), (["--staleness", "bounded=5m="], "bounded=TIME"),
            (["--staleness", "bounded=5 m"], "bounded=TIME"), (["--staleness", "bounded=0x5"], "bounded=TIME"),
            (["--lease", "2s"], "lease"), (["--lease", "2000.5"], "lease"),
            (["--lease", "12001"], "lease is '12001'; it must be a number from 100 to 12000"),
            (["--grace", "99999999999999999999"], "grace"),
            (["--identity", "nowhere"], "HOST:PORT"),
            (["--config", "/nonexistent/x.json"], "cannot be read"), (["--grace"], "has no value"),
            (["--connections-max", "0"], "connections.max"), (["--timeout-idle", "99"], "timeout.idle"),
            (["--grace", "--threads", "4"], "has no value"), (["--lease", "500", "--lease", "600"], "twice"),
        ])
    func refused(_ arguments: [String], _ named: String) async {
        await #expect { _ = try await Self.load(Self.required + arguments) } throws: { error in
            "\(error)".contains(named)
        }
    }

    @Test("staleness has units", arguments: [("90", 90), ("90s", 90), ("5m", 300), ("2h", 7200)])
    func staleness(_ text: String, _ seconds: Int) async throws {
        #expect(try await Self.load(Self.required + ["--staleness", "bounded=\(text)"]).boundedStaleness == .seconds(seconds))
    }

    @Test(
        "a file with an unknown key is refused, with the key and the nearest known one",
        arguments: [
            (#"{"listen": {"prot": 1}}"#, "'listen.prot'", "'listen.port'"), (#"{"leese": 500}"#, "'leese'", "'lease'"),
            (#"{"lisen": {"host": "::1"}}"#, "'lisen.host'", "'listen.host'"), (#"{"tsl": {}}"#, "'tsl'", "did you mean"),
            (#"{"config": "x.json"}"#, "'config'", "did you mean"), (#"{"listen.prot": 1}"#, "'listen.prot'", "'listen.port'"),
            (#"{"listen": 7401}"#, "'listen'", "did you mean"), (#"{"lease": {"ms": 5}}"#, "lease in", "must be"),
            (#"{"lease": true}"#, "lease in", "must be"), (#"{"lease": null}"#, "lease in", "must be"),
            (#"{"grace": 1.5}"#, "grace in", "must be"), (#"{"matrix": [1, 2]}"#, "matrix in", "must be"),
            (#"["lease"]"#, "cannot be read", "object"),
        ])
    func unknownKeys(_ text: String, _ named: String, _ advice: String) async throws {
        let file = NSTemporaryDirectory() + "mandate-\(UUID().uuidString).json"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        await #expect {
            _ = try await Self.load(Self.required + ["--config", file])
        } throws: { error in
            "\(error)".contains(named) && "\(error)".contains(advice)
        }
    }

    @Test("every key of the help can stand in the file, nested and with dots; an empty part is none")
    func file() async throws {
        let file = NSTemporaryDirectory() + "mandate-\(UUID().uuidString).json"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let text = #"""
            {"listen": {"host": "::1"}, "log.level": "debug", "operations": {}, "staleness": "bounded=5m",
             "matrix": ["audit_log.auditor=view", "insights.support=view"], "changes": {"kept": "10"}}
            """#
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        let settings = try await Self.load(Self.required + ["--config", file])
        #expect(settings.host == "::1" && settings.logLevel == "debug" && settings.changesKept == 10)
        #expect(settings.boundedStaleness == .seconds(300) && settings.matrix.count == 2)
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

    @Test("a restore needs the database's path and nothing else, from wherever a setting comes")
    func database() async throws {
        func path(_ arguments: [String], _ environment: [String: String] = [:]) async throws(SetupError) -> String {
            try await ServiceConfiguration.databasePath(arguments: ["mandate-test"] + arguments, environment: environment)
        }
        #expect(try await path(["--database", "x.db"]) == "x.db")
        #expect(try await path([], ["MANDATE_DATABASE": "y.db"]) == "y.db")
        await #expect { _ = try await path([]) } throws: { "\($0)".contains("--database (or MANDATE_DATABASE) is missing") }
        await #expect { _ = try await path(["--databse", "x.db"]) } throws: { "\($0)".contains("did you mean --database?") }
    }

    @Test("every knob that the help lists can be set, and none twice")
    func knobs() {
        #expect(Set(Knob.all.map(\.flag)).count == Knob.all.count)
        let help = Knob.help(for: "mandate-test", version: "0")
        for knob in Knob.all { #expect(help.contains(knob.flag)) }
    }
}
