internal import CoreMetrics
internal import Foundation
internal import SQL
internal import SQLite

/// The program's version, as `--version` and GetServer say it.
package let mandateVersion = "0.1.0"

/// What the first argument asks for.
struct Commands {
    let name: String
    let port: Int
    let operationsPort: Int

    func run(_ assemble: @Sendable (ServerProcess) async throws -> ServerProcess.Parts) async throws {
        var arguments = CommandLine.arguments
        // Also behind a command, and among settings.
        if arguments.dropFirst().contains(where: { $0 == "--help" || $0 == "-h" }) { return help() }
        switch arguments.dropFirst().first {
        case "help":
            help()
        case "--version":
            print("\(name) \(mandateVersion)")
        case "healthcheck":
            arguments.remove(at: 1)
            try await healthcheck(arguments)
        case "restore":
            guard arguments.count > 2, !arguments[2].hasPrefix("--") else {
                throw SetupError("say which backup: \(name) restore BACKUP --database FILE")
            }
            let backup = arguments[2]
            arguments.removeSubrange(1...2)
            try await restore(backup, arguments)
        default:
            let process = try ServerProcess(await configuration(arguments))
            // What libraries measure, which know only swift-metrics, stands beside ours.
            MetricsSystem.bootstrap(process.metrics)
            try await process.serve(try await assemble(process), version: mandateVersion)
        }
    }

    private func help() { print(Knob.help(for: name, version: mandateVersion)) }

    private func configuration(_ arguments: [String]) async throws(SetupError) -> ServiceConfiguration {
        try await ServiceConfiguration.load(
            name: name, port: port, operationsPort: operationsPort, arguments: arguments,
            environment: ProcessInfo.processInfo.environment)
    }

    /// For containers: asks the server on this machine whether it is ready. Needs the operations port only.
    private func healthcheck(_ arguments: [String]) async throws {
        let at = try await ServiceConfiguration.operationsAddress(
            port: operationsPort, arguments: arguments, environment: ProcessInfo.processInfo.environment)
        let (status, body) = try await PlainHTTP.get(host: at.host, port: at.port, path: "/readyz")
        guard status == 200 else { throw SetupError(body.trimmingCharacters(in: .whitespacesAndNewlines)) }
        print("ready")
    }

    /// Puts a verified backup in the place of a missing database, under a new epoch: followers start again from a
    /// snapshot, and the log sees a new source instead of a sequence that went back. Needs the database's path only.
    private func restore(_ backup: String, _ arguments: [String]) async throws {
        let database = try await ServiceConfiguration.databasePath(
            arguments: arguments, environment: ProcessInfo.processInfo.environment)
        guard !FileManager.default.fileExists(atPath: database) else {
            throw SetupError("\(database) is there; move it away first, a restore never writes over a database")
        }
        let restored = try SQLiteEngine.restore(backup: backup, to: database)
        print("restored \(database) at position \(restored.position); the first start gives it a new epoch")
    }
}
