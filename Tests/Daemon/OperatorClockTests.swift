import Contract
import Messages
import RPC
import SQL
import Testing

@testable import Daemon

/// GetClock and AcceptClock.
struct OperatorClockTests {
    private typealias Machine = TestMachine

    private let machine: TestMachine
    private let clock: DecisionClock
    private let client: ServerClient

    init() async throws {
        let machine = try TestMachine()
        self.machine = machine
        clock = machine.clock()
        try await clock.resume(from: machine.store)
        var router = Router()
        router.add(
            OperatorHandler(
                configuration: try await ConfigurationTests.load(ConfigurationTests.required), version: "1", startTime: 0,
                store: machine.store, readiness: Readiness(), clock: clock, outbox: nil, record: { machine.record($0.leaf) }))
        client = ServerClient(
            transport: InProcessTransport(router: router, peer: Peer(caller: "spiffe://t/operator/admin", address: "192.0.2.7")))
    }

    private func accept(_ time: Int64?) async throws -> AcceptServerClockResponse {
        try await client.acceptServerClock(
            AcceptServerClockRequest(wallTime: time.map { Timestamp(microsecondsSince1970: $0) }), CallOptions(timeout: nil))
    }

    private var shown: ClockReading? {
        get async throws { try await client.getServerClock(GetServerClockRequest(), CallOptions(timeout: nil)).clock }
    }

    @Test("it shows both times, what parts them, and the state")
    func shows() async throws {
        #expect(
            try await shown
                == ClockReading(
                    state: .following, wallTime: Timestamp(seconds: 1_700_000_000),
                    decisionTime: Timestamp(seconds: 1_700_000_000),
                    offset: WireDuration()))
        machine.pass(Machine.second)
        machine.move(2 * Machine.hour)
        #expect(
            try await shown
                == ClockReading(
                    state: .jumpPending, wallTime: Timestamp(seconds: 1_700_007_201),
                    decisionTime: Timestamp(seconds: 1_700_000_001), offset: WireDuration(seconds: 7200), jumps: 1))
        machine.move(-4 * Machine.hour)
        machine.pass(Machine.second)
        #expect(try await shown?.state == .ahead)
    }

    @Test("a jump is accepted with its event, kept over a restart, and once")
    func accepts() async throws {
        machine.move(24 * Machine.hour)
        machine.pass(Machine.second)
        let wall = machine.wall.load(ordering: .relaxed)
        #expect(try await accept(wall + 59 * Machine.second).clock?.state == .following)
        let event = try #require(machine.events.withLock { $0.first })
        #expect(event.action == "clock.accepted" && event.outcome == .succeeded)
        #expect(event.actor == EventActor(id: "spiffe://t/operator/admin", kind: .operator, authenticatedBy: "certificate"))
        #expect(event.target == EventTarget(id: "mandate-test", resourceType: "clock"))
        #expect(
            event.changes == [
                EventChange(path: "decision_time", before: "2023-11-14T22:13:21.000Z", after: "2023-11-15T22:13:21.000Z")
            ])
        #expect(try await machine.store.read { try ClockMark.find($0) }?.time == wall)
        #expect(try await accept(wall).clock?.state == .following)
        #expect(machine.events.withLock { $0.count } == 1)
    }

    @Test(
        "what comes while a jump is accepted is not taken with it",
        arguments: [(365 * 24 * TestMachine.hour, true), (90 * TestMachine.second, true), (-24 * TestMachine.hour, false)])
    func jumpsAgain(_ moved: Int64, _ isRefused: Bool) async throws {
        machine.move(24 * Machine.hour)
        machine.pass(Machine.second)
        let wall = machine.wall.load(ordering: .relaxed)
        machine.meanwhile.withLock {
            $0 = { [machine] in if machine.events.withLock({ $0.count }) == 1 { machine.move(moved) } }
        }
        if isRefused {
            let status = await #expect(throws: Status.self) { try await accept(wall) }
            #expect(status?.code == .failedPrecondition && status?.reason == .invalidField)
        } else {
            #expect(try await accept(wall).clock?.state == .following)
        }
        // The log does not say that it was.
        #expect(machine.events.withLock { $0.map(\.action) } == ["clock.accepted", "clock.accepted"])
        #expect(machine.events.withLock { $0.map(\.outcome) } == [.succeeded, .denied])
        #expect(clock.now.earliest < Machine.noon + 2 * Machine.second)
        #expect(try #require(try await machine.store.read { try ClockMark.find($0) }).time < Machine.noon + 2 * Machine.second)
    }

    @Test("a mark that was read before a jump was accepted does not replace that of the jump")
    func keepsLater() async throws {
        machine.move(24 * Machine.hour)
        machine.pass(Machine.second)
        let before = clock.mark(clock.looked)
        let wall = machine.wall.load(ordering: .relaxed)
        _ = try await accept(wall)
        try await machine.store.housekeep { try before.save($0) }
        #expect(try await machine.store.read { try ClockMark.find($0) }?.time == wall)
        // Nor does a restart take it back, whatever the wall clock says by then.
        machine.move(-24 * Machine.hour)
        let next = machine.clock()
        try await next.resume(from: machine.store)
        #expect(next.now.earliest >= wall)
    }

    @Test("an operator whose clock says something else accepts nothing")
    func disagrees() async throws {
        machine.move(24 * Machine.hour)
        machine.pass(Machine.second)
        let wall = machine.wall.load(ordering: .relaxed)
        for (time, code, reason) in [
            (nil, Code.invalidArgument, ErrorReason.missingField),
            (wall - 61 * Machine.second, .failedPrecondition, .invalidField),
            (wall + 61 * Machine.second, .failedPrecondition, .invalidField), (Machine.noon, .failedPrecondition, .invalidField),
        ] {
            let status = await #expect(throws: Status.self) { try await accept(time) }
            #expect(status?.code == code && status?.reason == reason)
        }
        #expect(machine.events.withLock { $0.isEmpty })
        #expect(try await shown?.state == .jumpPending)
    }
}
