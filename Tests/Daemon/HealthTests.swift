import Contract
import Messages
import Patience
import RPC
import Synchronization
import Testing

@testable import Daemon

/// Something that can keep a server from working.
private final class Obstacle: Sendable {
    private let reason = Mutex<String?>(nil)

    var now: String? { reason.withLock { $0 } }
    func set(_ reason: String?) { self.reason.withLock { $0 = reason } }
}

private struct OpenOperator: ServerService {
    func getServer(_ request: GetServerRequest, _ call: Call) -> Answer<GetServerResponse> { .now(.init()) }
    func backupServer(_ request: BackupServerRequest, _ call: Call) -> Answer<BackupServerResponse> { .now(.init()) }
}

@Suite("grpc.health.v1")
struct HealthTests {
    private let obstacle = Obstacle()
    private let health: HealthWatch
    private let client: HealthClient
    private static let operatorService = "mandate.server.v1.ServerService"

    init() {
        let readiness = Readiness()
        let obstacle = self.obstacle
        readiness.require { obstacle.now }
        health = HealthWatch(readiness)
        var router = Router()
        router.add(OpenOperator())
        router.addStandardServices(health)
        client = HealthClient(transport: InProcessTransport(router: router, peer: Peer(caller: "")).patient)
    }

    @Test("the server and each of its services are as ready as the server is", arguments: ["", operatorService])
    func check(_ service: String) async throws {
        let request = HealthCheckRequest(service: service)
        #expect(try await client.check(request).status == .serving)
        obstacle.set("index loading")
        #expect(try await client.check(request).status == .notServing)
        obstacle.set(nil)
        #expect(try await client.check(request).status == .serving)
        health.readiness.drain()
        #expect(try await client.check(request).status == .notServing)
    }

    @Test("a service of another server is NOT_FOUND", arguments: ["mandate.mailbox.v1.AccessService", "x", "mandate.server.v1"])
    func unknown(_ service: String) async throws {
        let error = await #expect(throws: Status.self) { _ = try await client.check(HealthCheckRequest(service: service)) }
        #expect(error?.code == .notFound && error?.reason == .notFound)
    }

    @Test("every service is listed, health and reflection among them")
    func list() async throws {
        obstacle.set("index loading")
        let answer = try await client.list(HealthListRequest())
        #expect(
            answer.statuses.map(\.key) == [
                "", "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
                "grpc.reflection.v1alpha.ServerReflection", Self.operatorService,
            ])
        #expect(answer.statuses.allSatisfy { $0.value?.status == .notServing })
    }

    @Test("a watcher hears the state at once and each change, and a last one when the server drains")
    func watch() async throws {
        let told = try await client.watch(HealthCheckRequest(service: Self.operatorService)).makeAsyncIterator()
        #expect(try await told.next()?.status == .serving)
        // Nothing changed: nothing is told, so the next message is the change.
        health.look()
        obstacle.set("no lease")
        health.look()
        #expect(try await told.next()?.status == .notServing)
        obstacle.set(nil)
        health.look()
        #expect(try await told.next()?.status == .serving)
        health.readiness.drain()
        health.look()
        #expect(try await told.next()?.status == .notServing)
        #expect(try await told.next() == nil)
        #expect(health.watchers == 0)
    }

    @Test("a watcher that comes first sees what a later one found out")
    func together() async throws {
        let first = try await client.watch(HealthCheckRequest()).makeAsyncIterator()
        #expect(try await first.next()?.status == .serving)
        obstacle.set("no lease")
        let second = try await client.watch(HealthCheckRequest()).makeAsyncIterator()
        #expect(try await second.next()?.status == .notServing)
        #expect(try await first.next()?.status == .notServing)
        obstacle.set(nil)
        health.look()
        #expect(try await first.next()?.status == .serving)
        #expect(try await second.next()?.status == .serving)
    }

    @Test("a watcher of an unknown service hears SERVICE_UNKNOWN, once, and stays until the server drains")
    func watchUnknown() async throws {
        let told = try await client.watch(HealthCheckRequest(service: "x")).makeAsyncIterator()
        #expect(try await told.next()?.status == .serviceUnknown)
        #expect(health.watchers == 1)
        obstacle.set("no lease")
        health.look()
        health.readiness.drain()
        health.look()
        #expect(try await told.next() == nil)
    }

    @Test("who watches a server that drains hears so, and no more")
    func draining() async throws {
        health.readiness.drain()
        let told = try await client.watch(HealthCheckRequest()).makeAsyncIterator()
        #expect(try await told.next()?.status == .notServing)
        #expect(try await told.next() == nil)
    }

    @Test("a watcher that has gone is forgotten")
    func gone() async throws {
        let task = Task { [health] in
            for await _ in health.states() {}
        }
        task.cancel()
        await task.value
        #expect(health.watchers == 0)
        for await isReady in health.states() {
            #expect(isReady && health.watchers == 1)
            break
        }
        #expect(health.watchers == 0)
    }

    @Test("the loop looks after every pause, and ends with its task")
    func loop() async throws {
        let pauses = Mutex(0)
        var told = health.states().makeAsyncIterator()
        #expect(await told.next() == true)
        obstacle.set("no lease")
        await health.run {
            if pauses.withLock({
                $0 += 1; return $0
            }) > 1 {
                throw CancellationError()
            }
        }
        #expect(await told.next() == false)
        #expect(pauses.withLock { $0 } == 2)
    }
}
