package import Contract
internal import Foundation
package import Logging
internal import Messages
internal import NIOCore
package import NIOPosix
package import Outbox
package import RPC
package import SQL
internal import ServiceLifecycle
internal import TLS
internal import UnixSignals

/// What the three processes share: configuration, life cycle, health, metrics, logs.
///
/// A server's `main.swift` hands `run` a closure that assembles its parts; everything else is here.
package struct ServerProcess: Sendable {
    package let configuration: ServiceConfiguration
    package let logger: Logger
    package let metrics: Metrics
    let calls: CallMetrics
    package let readiness: Readiness
    package let failStop: FailStop
    /// What decides, stamps and deletes goes by it; `MachineClock` has the others.
    package let clock = DecisionClock(.system)
    package let callers: Callers
    let judge: CallerInterceptor
    package let group: MultiThreadedEventLoopGroup
    /// Who this process is when others connect to it.
    let serverTLS: TLSContext
    /// Who this process is when it connects to others.
    let clientTLS: TLSContext

    /// What a server is made of.
    package struct Parts: Sendable {
        package var router: Router
        package var store: Store
        /// Run until cancelled, stopped in reverse order after the last call.
        package var background: [Background]

        /// Told first when the process stops, to end streams that never end by themselves.
        package var drain: @Sendable () -> Void

        /// Writes an event of the server's own, with a new id and the time of its transaction.
        var record: @Sendable (OpenEvent) async throws -> Void

        /// Whose fill the operator sees.
        var relay: Relay?

        /// `relay`: of the store's outbox, where it has one.
        package init(
            router: Router, store: Store, relay: Relay? = nil, background: [Background] = [],
            record: @escaping @Sendable (OpenEvent) async throws -> Void, drain: @escaping @Sendable () -> Void = {}
        ) {
            self.router = router
            self.store = store
            self.relay = relay
            self.background = background
            self.record = record
            self.drain = drain
        }
    }

    /// Something that runs beside the calls.
    package struct Background: Sendable {
        let name: String
        let run: @Sendable () async -> Void

        package init(_ name: String, _ run: @escaping @Sendable () async -> Void) {
            self.name = name
            self.run = run
        }
    }

    /// A router with the interceptors every server has.
    package func router() -> Router {
        var interceptors: [any Interceptor] = [calls]
        if let log = AccessLog(logger) { interceptors.append(log) }
        return Router(interceptors: interceptors + [judge])
    }

    /// A client of mandate-identity, with this server's own certificate.
    package func identityClient() throws -> Client { try client(of: "mandate-identity", at: configuration.identity) }

    /// A client of mandate-audit, with this server's own certificate.
    package func auditClient() throws -> Client { try client(of: "mandate-audit", at: configuration.audit) }

    /// Who answers there must be that service of the own certificate's trust domain. A call may wait long for a connection,
    /// so what stands in the way is logged.
    private func client(of service: String, at address: ServiceConfiguration.Address) throws(SetupError) -> Client {
        let uri: String
        do {
            uri = try clientTLS.uri(ofService: service)
        } catch {
            throw SetupError(error.message)
        }
        return Client(
            host: address.host, port: address.port, name: service, tls: clientTLS, serverName: address.host, expectedURI: uri,
            group: group,
            unreachable: { [logger] reason in
                logger.warning(
                    "no connection to \(service)", metadata: ["address": "\(address.host):\(address.port)", "error": "\(reason)"])
            })
    }

    /// The process: `--help`, `--version`, `healthcheck`, `restore`, or the server until SIGTERM.
    package static func run(
        _ name: String, port: Int, operationsPort: Int,
        assemble: @escaping @Sendable (ServerProcess) async throws -> Parts
    ) async -> Never {
        do {
            try await Commands(name: name, port: port, operationsPort: operationsPort).run(assemble)
            exit(0)
        } catch {
            FileHandle.standardError.write(Data("\(name): \(error)\n".utf8))
            exit(1)
        }
    }

    /// Prepares what does not depend on the service.
    init(_ configuration: ServiceConfiguration) throws {
        self.configuration = configuration
        let level = Logger.Level(rawValue: configuration.logLevel)
        guard let level else { throw SetupError("log.level is '\(configuration.logLevel)'; --help lists the levels") }
        logger = Logger(label: configuration.name) { label in
            var handler = JSONLog(label: label)
            handler.logLevel = level
            return handler
        }
        metrics = Metrics()
        calls = CallMetrics(contractMethods, in: metrics)
        readiness = Readiness()
        failStop = FailStop(logger)
        callers = try Callers(path: configuration.callersFile)
        judge = CallerInterceptor(callers: callers)
        group = MultiThreadedEventLoopGroup(numberOfThreads: configuration.threads)
        serverTLS = try TLSContext(
            role: .server(clientCertificates: true), files: configuration.tls,
            protocols: [Server.nativeProtocol, Server.grpcProtocol], protocolsOfTLS13: [Server.nativeProtocol],
            minimumVersion: .tls12)
        clientTLS = try TLSContext(role: .client, files: configuration.tls, protocols: [Server.nativeProtocol])
    }

    /// Serves until a signal says otherwise. Stops in this order: calls, background, store.
    func serve(_ parts: Parts, version: String) async throws {
        let startTime = clock.machine.wall()
        readiness.require { [failStop] in failStop.reason }
        var router = parts.router
        let outbox = parts.relay.map { [eventsMax = configuration.outboxEventsMax] relay in
            { @Sendable in OutboxFill(relay.statistics, eventsMax: eventsMax) }
        }
        router.add(
            OperatorHandler(
                configuration: configuration, version: version, startTime: startTime,
                store: parts.store, readiness: readiness, clock: clock, outbox: outbox, record: parts.record))
        let health = HealthWatch(readiness)
        let probes = router.addStandardServices(health)
        let (metrics, readiness) = (self.metrics, self.readiness)
        let store = parts.store
        let logger = self.logger
        let operations = try await Self.listening(
            on: configuration.operationsHost, configuration.operationsPort, flag: "--operations-port"
        ) {
            try await OperationsServer.start(
                host: configuration.operationsHost, port: configuration.operationsPort, readiness: readiness,
                metrics: metrics, probes: probes,
                // A thread of its own: to write down all metrics takes as long as hundreds of calls.
                group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
        }
        var limits = configuration.limits
        let files = OpenFiles.raised()
        limits.connectionsMax = try OpenFiles.connections(limits.connectionsMax, of: files)
        if limits.connectionsMax < configuration.limits.connectionsMax {
            logger.warning(
                "fewer connections than configured: the process may not open more files",
                metadata: ["open_files": "\(files)", "connections_max": "\(limits.connectionsMax)"])
        }
        let failures = FailureLog(logger, metrics)
        let served = (router, limits)
        let server = try await Self.listening(on: configuration.host, configuration.port, flag: "--listen-port") {
            try await Server.start(
                host: configuration.host, port: configuration.port, tls: serverTLS, router: served.0, limits: served.1,
                group: group,
                handshakes: MultiThreadedEventLoopGroup.handshakes(beside: configuration.threads),
                largeMessages: MultiThreadedEventLoopGroup.largeMessages(),
                pages: { [readiness] in readiness.page($0) }, errors: failures.hear)
        }
        show(server, connectionsMax: limits.connectionsMax, files: files, startTime: startTime, version: version)

        let grace = configuration.grace
        var services: [any Service] = [
            Stage { store.close() },
            Stage { try? await operations.channel.close() },
        ]
        services += parts.background.map { BackgroundStage(background: $0) as any Service }
        let upkeep = Upkeep(
            store: store, logger: logger, changesKept: configuration.changesKept, clock: { [clock] in clock.now })
        services.append(BackgroundStage(background: .init("upkeep") { await upkeep.run() }))
        let watch = ClockWatch(
            clock: clock, store: store, server: configuration.name, logger: logger, record: parts.record)
        services.append(BackgroundStage(background: .init("clock") { await watch.run() }))
        services.append(BackgroundStage(background: .init("health") { await health.run() }))
        services.append(failStop)
        services.append(Reloading(contexts: [serverTLS, clientTLS], callers: callers, judge: judge, logger: logger))
        services.append(
            // Only here, where signals are heeded already: who reads it may send one.
            Stage(start: {
                logger.notice(
                    "serving",
                    metadata: [
                        "port": "\(server.port)", "operations_port": "\(operations.port)", "version": "\(version)",
                        "epoch": "\(store.epoch)", "position": "\(store.position)",
                    ])
            }) {
                readiness.drain()
                health.look()
                parts.drain()
                await server.drain(grace: grace)
            })
        let lifecycle = ServiceGroup(
            configuration: .init(
                services: services.map {
                    .init(service: $0, successTerminationBehavior: .ignore, failureTerminationBehavior: .gracefullyShutdownGroup)
                },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await lifecycle.run()
        // Also when it was struck while it stopped for another reason.
        try failStop.check()
        logger.notice("stopped")
    }
}

extension ServerProcess {
    /// Binds, or says what stands in the way and which flag to look at.
    fileprivate static func listening<Listener>(
        on host: String, _ port: Int, flag: String, _ bind: () async throws -> Listener
    ) async throws -> Listener {
        do {
            return try await bind()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw SetupError(
                "\(host):\(port) is taken by another process; end that one (ss -ltnp names it) or choose another port with \(flag)"
            )
        } catch {
            throw SetupError("cannot listen on \(host):\(port) (\(flag)): \(error)")
        }
    }
}

/// Does nothing until the shutdown reaches it, then its one thing.
private struct Stage: Service {
    var start: @Sendable () -> Void = {}
    let stop: @Sendable () async -> Void

    func run() async throws {
        start()
        try? await gracefulShutdown()
        await stop()
    }
}

/// Runs until the shutdown reaches it.
private struct BackgroundStage: Service {
    let background: ServerProcess.Background

    func run() async throws {
        await cancelWhenGracefulShutdown { await background.run() }
    }
}
