internal import Contract
internal import Foundation
package import Outbox
package import SQL
internal import SQLite

/// What a service with a database and a way to the log takes from the process.
extension ServerProcess {
    /// That many bytes of the system's randomness. A word at a time, for each is a call of the system, and every event needs
    /// salts.
    package static let random: @Sendable (Int) -> [UInt8] = { count in
        var random = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            var word = random.next()
            for _ in 0..<min(8, count - bytes.count) {
                bytes.append(UInt8(truncatingIfNeeded: word))
                word >>= 8
            }
        }
        return bytes
    }

    /// Opens the database, migrated, with its writer and readers running, and lets the clock go on from where it stood.
    package func store(_ migrations: [Migration]) async throws -> Store {
        var options = StoreOptions(outboxEventsMax: configuration.outboxEventsMax)
        options.committed = CommitMetrics(metrics).committed
        options.lost = { [failStop] in failStop.strike("the disk did not keep what it was given", $0) }
        let store: Store
        do {
            store = try Store(
                engine: SQLiteEngine(path: configuration.databasePath), migrations: migrations,
                clock: { [clock] in clock.now.earliest }, random: Self.random, options: options)
        } catch {
            throw SetupError("the database \(configuration.databasePath) cannot be used: \(error.message)")
        }
        try await clock.resume(from: store)
        readiness.warn { [clock] in clock.looked.alarm }
        show(store)
        show(clock)
        return store
    }

    /// The relay of this store's events to mandate-audit.
    package func relay(_ source: String, _ store: Store) throws -> Relay {
        let logger = logger
        let relay = Relay(
            source: source, store: store, log: LogClient(transport: try auditClient()),
            failed: { error in logger.warning("events wait for the log", metadata: ["error": "\(error)"]) },
            alarm: { alarm in logger.critical("the log and the outbox contradict each other", metadata: ["alarm": "\(alarm)"]) })
        show(relay, of: store)
        return relay
    }

    /// Writes down the refusals that were only counted: each minute, and a last time when the process stops.
    package func recording(_ refusals: Refusals) -> Background {
        let logger = logger
        show(refusals)
        return Background("refusals") {
            await refusals.run { error in
                logger.warning(
                    "refusals are counted and wait for room",
                    metadata: ["error": "\(error)", "refusals": "\(refusals.statistics.waiting)"])
            }
        }
    }

    /// Judges accounts by asking mandate-identity.
    package func remoteAuthorizer() throws -> RemoteAuthorizer {
        RemoteAuthorizer(identity: AuthorizationClient(transport: try identityClient()))
    }
}
