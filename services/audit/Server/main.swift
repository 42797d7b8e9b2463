import AuditHandlers
import AuditStorage
import Daemon
import Messages

// mandate-audit: what happened, provably.
await ServerProcess.run("mandate-audit", port: 7403, operationsPort: 7503) { process in
    let store = try await process.store(auditMigrations)
    let log = EventLog(
        store: store, wall: process.clock.machine.wall, makeEventID: { Identifier.make("evt", at: $0) },
        alarm: { process.logger.critical("a source sent other bytes under a number", metadata: ["equivocation": "\($0)"]) },
        restored: { process.logger.warning("a source was restored from a backup and counts anew", metadata: ["source": "\($0)"]) }
    )

    let recorder = Recorder(log: log, random: ServerProcess.random)
    let readers = Readers(
        recorder: recorder, authorizer: try process.remoteAuthorizer(), clock: { [clock = process.clock] in clock.now.earliest })
    var router = process.router()
    router.add(LogHandler(log: log, readers: readers, sourceOf: { process.callers.source(of: $0) }))
    router.add(EventHandler(recorder: recorder, readers: readers))
    return .init(
        router: router, store: store, background: [process.recording(readers.refusals)],
        record: { try await recorder.record($0) }, drain: log.arrivals.drain)
}
