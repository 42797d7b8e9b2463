import AuditHandlers
import AuditStorage
import Contract
import Daemon
import Foundation
import Messages
import SQL
import SQLite
import Synchronization

// The parts of mandate-audit.
await Daemon.run("mandate-audit", port: 7403, operationsPort: 7503) { daemon in
    let configuration = daemon.configuration
    let store = try Store(
        engine: SQLiteEngine(path: configuration.databasePath), migrations: auditMigrations,
        clock: { Int64(Date().timeIntervalSince1970 * 1e6) },
        random: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } })

    let equivocations = Equivocations()
    daemon.metrics.add(
        .init("mandate_equivocations", "Events refused since the start: the same number with other bytes.") {
            Double(equivocations.count.load(ordering: .relaxed))
        })
    let logger = daemon.logger
    let log = EventLog(store: store, makeEventID: { Identifier.make("evt", at: $0) }) { equivocation in
        equivocations.count.wrappingAdd(1, ordering: .relaxed)
        logger.critical(
            "a source sent another event under a number that the log has",
            metadata: [
                "source": "\(equivocation.source)", "epoch": "\(equivocation.epoch)",
                "sequence": "\(equivocation.sequence)", "recorded": "\(equivocation.recorded)",
                "offered": "\(equivocation.offered)",
            ])
    }

    let callers = daemon.callers
    let identity = AuthorizationClient(transport: daemon.client(configuration.identity))
    var router = daemon.router()
    router.add(LogHandler(log: log) { callers.source(of: $0) })
    router.add(EventHandler(log: log, authorizer: RemoteAuthorizer(identity: identity)))
    return Daemon.Parts(router: router, store: store)
}

/// A counter that the alarm and the metrics share.
final class Equivocations: Sendable {
    let count = Atomic<Int>(0)
}
