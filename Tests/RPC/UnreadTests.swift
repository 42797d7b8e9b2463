import Messages
import NIOCore
import Testing

@testable import RPC

/// Answers of calls that ran when their client stopped reading: what is held of them, and what is said when it is too much.
@Suite struct UnreadTests {
    /// More than a window.
    private static let page: UInt8 = 70
    /// Of a page as it is answered.
    private static let pageBytes = StreamMessage(body: [UInt8](repeating: 7, count: Int(page) << 10)).encoded().count

    private static func limits(connection: Int = .max, caller: Int = .max) -> Limits {
        var limits = Limits.standard
        (limits.heldBytesMax, limits.callerHeldBytesMax, limits.unsharedBytes) = (connection, caller, 1)
        (limits.turnFramesMax, limits.turnBytesMax) = (.max, .max)
        return limits
    }

    // MARK: Natively

    /// Three calls that run, and a client that has stopped reading.
    private func asked(_ limits: Limits, _ holding: CallerHolding, _ gate: Gate, kibibytes: UInt8 = page) throws -> Rig {
        let rig = try Rig(echoRouter(gate: gate), limits: limits, holding: holding)
        try rig.send([1, 3, 5].map { .request($0, "test.Echo/Page", [kibibytes]) })
        rig.channel.isWritable = false
        return rig
    }

    private func readOn(_ rig: Rig) throws {
        rig.channel.isWritable = true
        rig.channel.pipeline.fireChannelWritabilityChanged()
        rig.channel.embeddedEventLoop.run()
    }

    @Test("an answer that is ready at a connection's ceiling is refused, one below it is not", arguments: [0, 1])
    func answers(below: Int) throws {
        let (gate, limits) = (Gate(), Self.limits(connection: 2 * Self.pageBytes + below))
        let holding = CallerHolding(limits)
        let rig = try asked(limits, holding, gate)
        gate.open()
        let frames = try rig.receive()
        #expect(frames.count == 3 && frames.filter(\.isOK).count == 2 + below)
        #expect(frames.compactMap(\.status?.reason) == (below > 0 ? [] : [.limitExceeded]))
        #expect(rig.connection.proto.held.byteCount == (2 + below) * Self.pageBytes)
        // When they have left nothing is held, and calls go on.
        try readOn(rig)
        #expect(rig.connection.proto.held.byteCount == 0 && holding.byteCount == 0)
        try rig.send(.request(7, "test.Echo/Page", [Self.page]))
        #expect(try rig.receive().map(\.isOK) == [true])
        #expect(rig.connection.proto.held.byteCount == 0)
    }

    @Test("the same at the ceiling of a caller, who gets it back when a connection ends", arguments: [0, 1])
    func caller(below: Int) throws {
        // The first byte of a connection is its own.
        let (gate, limits) = (Gate(), Self.limits(caller: 5 * Self.pageBytes - 2 + below))
        let holding = CallerHolding(limits)
        let rigs = try (0..<2).map { _ in try asked(limits, holding, gate) }
        gate.open()
        let frames = try rigs.flatMap { try $0.receive() }
        #expect(frames.filter(\.isOK).count == 5 + below)
        #expect(frames.compactMap(\.status?.reason) == (below > 0 ? [] : [.limitExceeded]))
        for rig in rigs { _ = try rig.channel.finish(acceptAlreadyClosed: true) }
        #expect(holding.byteCount == 0)
    }

    @Test("to a client that reads everything is said, whatever else is held, and small answers in any case")
    func others() throws {
        let (gate, limits) = (Gate(), Self.limits(connection: 1))
        let holding = CallerHolding(limits)
        let small = try asked(limits, holding, gate, kibibytes: 15)
        let reading = try asked(limits, holding, gate)
        try readOn(reading)
        gate.open()
        for rig in [small, reading] {
            #expect(try rig.receive().map(\.isOK) == [true, true, true])
            #expect(rig.connection.proto.held.byteCount == 0)
        }
    }

    /// The client gives room for one message of each stream, an empty one.
    private func pages(_ limits: Limits, _ streams: [UInt32], _ gate: Gate = Gate()) throws -> Rig {
        let rig = try Rig(echoRouter(gate: gate), limits: limits, greeted: false)
        try rig.send(.hello(window: 1))
        try rig.send(streams.map { .request($0, "test.Echo/Pages", [Self.page, 1]) })
        return rig
    }

    @Test("messages of a stream that has no window are held, at the ceiling its call is refused", arguments: [0, 1])
    func messages(below: Int) throws {
        let two = try pages(Self.limits(), [1, 3])
        let held = two.connection.proto.held.byteCount
        #expect(try two.receive().compactMap(\.status).isEmpty && held > 2 * Self.pageBytes)
        // Each stream's request is held with them.
        let (gate, request) = (Gate(), held / 2 - Self.pageBytes)
        let rig = try pages(Self.limits(connection: held + request + below), [1, 3, 5], gate)
        #expect(try rig.receive().compactMap(\.status?.reason) == (below > 0 ? [] : [.limitExceeded]))
        try rig.send([.cancel(1), .credit(3, 200_000)] + (below > 0 ? [.cancel(5)] : []))
        // The others' handlers, which waited for room, have ended.
        #expect(rig.connection.proto.held.byteCount == request)
        gate.open()
        #expect(try rig.receive().filter(\.isOK).map(\.stream) == [3])
        #expect(rig.connection.proto.held.byteCount == 0)
    }

    // MARK: gRPC

    private static let exhausted = 8

    /// A client that gives no window.
    private func silent(_ limits: Limits, _ calls: [UInt8], _ holding: CallerHolding? = nil) throws -> GRPCRig {
        let gate = Gate()
        defer { gate.open() }
        return try silent(limits, calls, holding, gate)
    }

    private func silent(_ limits: Limits, _ calls: [UInt8], _ holding: CallerHolding? = nil, _ gate: Gate) throws -> GRPCRig {
        var limits = limits
        limits.outboundHighWaterBytes = 1
        let rig = try GRPCRig(echoRouter(gate: gate), limits: limits, window: 0, holding: holding)
        try rig.send(calls)
        return rig
    }

    private static func calls(_ streams: [UInt32], _ method: String = "test.Echo/Page", count: UInt8 = 1) -> [UInt8] {
        streams.flatMap { H2.unary($0, method, [page, count]) }
    }

    /// What is held when the third call's answer is ready.
    private func heldBefore() throws -> Int {
        let rig = try silent(Self.limits(), Self.calls([1, 3]))
        #expect(try rig.statuses().isEmpty)
        return rig.connection.held.byteCount
    }

    @Test("gRPC: an answer without window is held, at the ceiling it is refused", arguments: [0, 1])
    func window(below: Int) throws {
        let limits = Self.limits(connection: try heldBefore() + below)
        let holding = CallerHolding(limits)
        let rig = try silent(limits, Self.calls([1, 3, 5]), holding)
        let statuses = try rig.statuses()
        #expect(statuses.values.map { $0 } == (below > 0 ? [] : [Self.exhausted]))
        #expect(rig.connection.held.byteCount > (2 + below) * Self.pageBytes)
        let rest = [1, 3, 5].filter { statuses[$0] == nil }
        try rig.send(rest.flatMap { H2.window($0, 100_000) } + H2.window(0, 400_000))
        #expect(try rig.statuses() == Dictionary(uniqueKeysWithValues: rest.map { ($0, 0) }))
        #expect(rig.connection.held.byteCount == 0 && holding.byteCount == 0)
    }

    @Test("gRPC: the same at the ceiling of a caller, who gets it back when a stream or a connection ends", arguments: [0, 1])
    func callerWindow(below: Int) throws {
        let held = try heldBefore()
        // Its first byte is the connection's own.
        let limits = Self.limits(caller: held - 1 + below)
        let holding = CallerHolding(limits)
        let rig = try silent(limits, Self.calls([1, 3, 5]), holding)
        let statuses = try rig.statuses()
        #expect(statuses.values.map { $0 } == (below > 0 ? [] : [Self.exhausted]))
        let open = try #require([1, 3, 5].first { statuses[$0] == nil })
        let before = holding.byteCount
        try rig.send(H2(kind: H2.reset, flags: 0, stream: open, payload: [0, 0, 0, 8]).bytes)
        #expect(holding.byteCount < before - Self.pageBytes)
        _ = try rig.channel.finish(acceptAlreadyClosed: true)
        #expect(holding.byteCount == 0)
    }

    @Test("gRPC: a small answer is said to a connection that is full")
    func small() throws {
        let rig = try silent(Self.limits(connection: 1), H2.unary(1) + H2.unary(3, "test.Echo/Page", [15]))
        #expect(try rig.statuses().isEmpty)
    }

    @Test("gRPC: messages without window are held, at the ceiling their call is refused", arguments: [1, 2] as [UInt8], [0, 1])
    func messagesWithoutWindow(count: UInt8, below: Int) throws {
        let gate = Gate()
        let two = try silent(Self.limits(), Self.calls([1, 3], "test.Echo/Pages", count: count), nil, gate)
        let held = two.connection.held.byteCount
        // Of each stream its messages, two with their prefix in the body, and its request.
        let request = (held + 1) / 2 - (Int(count) * Self.pageBytes + 10)
        #expect(try two.statuses().isEmpty && request > 0)
        let calls = Self.calls([1, 3, 5], "test.Echo/Pages", count: count)
        // Before its first page the third has an empty message in its body, with a prefix of five bytes.
        let rig = try silent(Self.limits(connection: held + request + 5 + below), calls, nil, gate)
        // The first page that comes below the ceiling passes it, a second does not.
        let streams = rig.connection.streams
        #expect(streams.mapValues { $0.body.unsentBytes > Self.pageBytes } == [1: true, 3: true, 5: below > 0])
        #expect(streams.mapValues(\.isAnswered) == [1: false, 3: false, 5: below == 0 || count > 1])
        for stream in [1, 3, 5] as [UInt32] {
            try rig.send(H2(kind: H2.reset, flags: 0, stream: stream, payload: [0, 0, 0, 8]).bytes)
        }
        // Handlers that waited for room have ended.
        #expect(rig.connection.held.byteCount == (count == 1 ? (2 + below) * request : 0))
        gate.open()
        _ = try rig.receive()
        #expect(rig.connection.held.byteCount == 0)
    }
}
