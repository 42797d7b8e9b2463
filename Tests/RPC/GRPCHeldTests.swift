import Messages
import NIOCore
import Testing

@testable import RPC

/// gRPC at its bounds: what a connection and a caller may hold, and what is said when it is too much.
@Suite struct GRPCHeldTests {
    private static let (denied, exhausted) = (7, 8)

    private static func limits(connection: Int = .max, caller: Int = .max, unfinished: Int = .max) -> Limits {
        var limits = Limits.standard
        (limits.heldBytesMax, limits.callerHeldBytesMax) = (connection, caller)
        limits.callerUnfinishedBytesMax = unfinished
        (limits.unsharedBytes, limits.turnFramesMax, limits.turnBytesMax) = (1, .max, .max)
        return limits
    }

    private static func message(_ count: Int) -> [UInt8] { H2.message([UInt8](repeating: 7, count: count)) }

    /// What a client sends until the ceiling matters, and what it sends then.
    struct Case: Sendable, CustomStringConvertible {
        let description: String
        let before: [UInt8]
        let last: [UInt8]
        var window: UInt32 = 65_535
    }

    private static let openings = [1, 3, 5].map { H2.call($0, "test.Echo/Endless") }.flatMap { $0 }

    static let cases: [Case] = [
        .init(
            description: "messages that a handler does not read",
            before: openings + H2.body(1, message(50_000), isLast: false) + H2.body(3, message(50_000), isLast: false),
            last: H2.body(5, message(40_000), isLast: false)),
        .init(
            description: "messages that the handler's window is closed for",
            before: openings + H2.body(5, message(60_000), isLast: false) + H2.body(5, message(6_000), isLast: false),
            last: H2.body(5, message(40_000), isLast: false)),
        .init(
            description: "requests whose handlers run",
            before: H2.unary(1, "test.Echo/Held", [UInt8](repeating: 7, count: 50_000)) + H2.call(5, "test.Echo/Held"),
            last: H2.body(5, message(40_000))),
        .init(
            description: "requests that wait behind a closed window",
            before: H2.unary(1) + H2.unary(3, "test.Echo/Unary", [UInt8](repeating: 7, count: 50_000))
                + H2.call(5, "test.Echo/Unary"),
            last: H2.body(5, message(40_000)), window: 0),
        .init(
            description: "requests that are whole and not ended",
            before: H2.call(1, "test.Echo/Held") + H2.body(1, message(50_000), isLast: false) + H2.call(5, "test.Echo/Held"),
            last: H2.body(5, message(40_000), isLast: false)),
    ]

    /// Whether stream 5 was refused, with what was held before its message.
    private func play(_ example: Case, _ limits: Limits, _ holding: CallerHolding? = nil) throws -> (isRefused: Bool, held: Int) {
        var limits = limits
        if example.window == 0 { limits.outboundHighWaterBytes = 1 }
        let rig = try GRPCRig(limits: limits, window: example.window, holding: holding)
        try rig.send(example.before)
        let before = try rig.statuses()
        #expect(before.isEmpty)
        let held = rig.connection.held.byteCount
        try rig.send(example.last)
        let statuses = try rig.statuses()
        #expect(statuses == [:] || statuses == [5: Self.exhausted])
        // A full connection serves on.
        if example.window > 0, holding == nil {
            try rig.send(H2.unary(7))
            #expect(try rig.statuses() == [7: 0])
        }
        return (!statuses.isEmpty, held)
    }

    @Test("what comes at a connection's ceiling is refused, what comes below it is not", arguments: cases)
    func connection(example: Case) throws {
        let (isRefused, held) = try play(example, Self.limits())
        #expect(!isRefused && held > 50_000)
        #expect(try play(example, Self.limits(connection: held)).isRefused)
        #expect(try !play(example, Self.limits(connection: held + 1)).isRefused)
    }

    @Test("the same at its caller's ceiling, whichever connection holds it", arguments: cases)
    func caller(example: Case) throws {
        let held = try play(example, Self.limits()).held
        for (elsewhere, isRefused) in [(0, false), (1, true), (held, true)] {
            // Its first byte is the connection's own.
            let limits = Self.limits(caller: held + elsewhere - (isRefused ? 1 : 0))
            let holding = CallerHolding(limits)
            holding.add(elsewhere)
            #expect(try play(example, limits, holding).isRefused == isRefused)
        }
    }

    @Test("a usual call is taken beside a full connection, and 128 of them within their windows")
    func usual() throws {
        let rig = try GRPCRig(limits: Self.limits(connection: 1))
        try rig.send(H2.call(1, "test.Echo/Held") + H2.body(1, Self.message(15_000).dropLast(), isLast: false))
        try rig.send(H2.unary(3, "test.Echo/Unary", [UInt8](repeating: 7, count: 15_000)))
        #expect(try rig.statuses() == [3: 0])
        let standard = try GRPCRig()
        for stream in stride(from: UInt32(1), to: 256, by: 2) {
            try standard.send(H2.call(stream, "test.Echo/Held") + H2.body(stream, Self.message(32_000), isLast: false))
            standard.advance(.seconds(1))
        }
        #expect(try standard.statuses().isEmpty && standard.connection.streams.count == 128)
    }

    @Test("metadata of calls that are not answered is held, too")
    func metadata() throws {
        let rig = try GRPCRig(limits: Self.limits())
        let value = String(repeating: "x", count: 100)
        for stream in [1, 3] as [UInt32] { try rig.send(H2.call(stream, "test.Echo/Held", [("a", value), ("b", value)])) }
        let waiting = rig.connection.held.byteCount
        #expect(waiting > 2 * 2 * 132)
        // The same when its handler runs.
        try rig.send(H2.body(1, Self.message(0)) + H2.body(3, Self.message(0)))
        #expect(rig.connection.streams.values.allSatisfy { $0.isRunning } && rig.connection.held.byteCount == waiting)
        #expect(rig.connection.head == nil)
    }

    @Test("what is read, answered, reset or too late is no longer held, nor what a connection leaves")
    func given() throws {
        let gate = Gate()
        let limits = Self.limits()
        let holding = CallerHolding(limits)
        let rig = try GRPCRig(echoRouter(gate: gate), limits: limits, holding: holding)
        let start = H2.call(1, "test.Echo/Both") + H2.body(1, Self.message(40_000), isLast: false)
        try rig.send(start)
        _ = try rig.receive()
        #expect(rig.connection.held.byteCount < 1000)
        try rig.send(H2(kind: H2.reset, flags: 0, stream: 1, payload: [0, 0, 0, 8]).bytes)
        #expect(rig.connection.held.byteCount == 0)
        try rig.send(H2.call(3, "test.Echo/Endless", [("grpc-timeout", "1S")]) + H2.body(3, Self.message(40_000), isLast: false))
        #expect(rig.connection.held.byteCount > 40_000)
        rig.advance(.seconds(2))
        _ = try rig.receive()
        #expect(rig.connection.held.byteCount < 1000)
        try rig.send(H2.unary(5, "test.Echo/Held", [UInt8](repeating: 7, count: 40_000)))
        try rig.send(H2.call(7, "test.Echo/Endless") + H2.body(7, Self.message(40_000), isLast: false))
        #expect(holding.byteCount > 80_000)
        _ = try rig.channel.finish(acceptAlreadyClosed: true)
        // A handler keeps its request.
        #expect(holding.byteCount > 40_000 && holding.byteCount < 42_000)
        gate.open()
        rig.channel.embeddedEventLoop.run()
        #expect(holding.byteCount == 0 && holding.unfinished.byteCount == 0)
    }

    /// Two connections of one caller, each with a message over half its window that has begun.
    private func gathering(_ unfinished: Int) throws -> (CallerHolding, GRPCRig, GRPCRig, [UInt8]) {
        let limits = Self.limits(unfinished: unfinished)
        let holding = CallerHolding(limits)
        let message = Self.message(100_000)
        let rigs = try (0..<2).map { _ in try GRPCRig(limits: limits, holding: holding) }
        for rig in rigs {
            try rig.send(H2.call(1, "test.Echo/Refused", [("grpc-timeout", "1M")]))
            try rig.send(H2.body(1, message.prefix(65_535), isLast: false))
        }
        return (holding, rigs[0], rigs[1], message)
    }

    private func hasWindow(_ rig: GRPCRig) throws -> Bool {
        try rig.receive().contains { $0.kind == H2.windowUpdate && $0.stream == 1 }
    }

    @Test("a caller's long messages get window in turn, over all its connections; the others wait", arguments: [0, 1])
    func turns(below: Int) throws {
        let length = Self.message(100_000).count
        let (holding, first, second, message) = try gathering(length + below)
        #expect(try hasWindow(first))
        #expect(try hasWindow(second) == (below > 0))
        #expect(holding.unfinished.byteCount == (below > 0 ? 2 : 1) * length)
        // Longer than a message may take: the one that waits is not timed.
        if below == 0 { second.advance(.seconds(15)) }
        try first.send(H2.body(1, message.dropFirst(65_535)))
        #expect(try first.statuses() == [1: Self.denied])
        if below == 0 { #expect(try hasWindow(second)) }
        try second.send(H2.body(1, message.dropFirst(65_535)))
        #expect(try second.statuses() == [1: Self.denied])
        #expect(holding.unfinished.byteCount == 0 && holding.byteCount == 0)
    }

    @Test("one that waits leaves with its deadline or its connection, and one that does not end makes room in time")
    func leaves() throws {
        let (holding, first, second, _) = try gathering(1)
        let third = try GRPCRig(limits: Self.limits(unfinished: 1), holding: holding)
        try third.send(H2.call(1, "test.Echo/Unary") + H2.body(1, Self.message(100_000).prefix(65_535), isLast: false))
        #expect(try !hasWindow(third))
        second.advance(.seconds(61))
        #expect(try second.statuses() == [1: 4])
        first.advance(.seconds(11))
        #expect(try first.statuses() == [1: Self.exhausted])
        #expect(try hasWindow(third))
        _ = try third.channel.finish(acceptAlreadyClosed: true)
        #expect(holding.unfinished.byteCount == 0 && holding.byteCount == 0)
    }
}
