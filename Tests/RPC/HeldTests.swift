import Messages
import NIOCore
import Testing

@testable import RPC

/// The native protocol at its bounds: what a connection and a caller may hold, and what is said when it is too much.
@Suite struct HeldTests {
    private static func limits(connection: Int = .max, caller: Int = .max, unshared: Int = 64 << 10) -> Limits {
        var limits = Limits.standard
        (limits.heldBytesMax, limits.callerHeldBytesMax, limits.unsharedBytes) = (connection, caller, unshared)
        (limits.turnFramesMax, limits.turnBytesMax) = (.max, .max)
        return limits
    }

    private static func body(_ count: Int) -> [UInt8] { [UInt8](repeating: 7, count: count) }

    /// Streams whose handler reads nothing, each with a message unread; every handler has sent its one.
    private static func fill(_ rig: Rig, _ streams: ClosedRange<UInt32>, _ bytes: Int) throws {
        for stream in streams where stream % 2 == 1 {
            try rig.send([.opening(stream, "test.Echo/Endless"), .message(stream, body(bytes))])
        }
        #expect(try rig.receive().allSatisfy { $0.status == nil })
    }

    // An opening holds 0 bytes, so three times 50,000 are the ceiling or one below it.
    @Test("a message that comes at the ceiling fails its call, one that comes below it does not", arguments: [0, 1])
    func messages(below: Int) throws {
        let rig = try Rig(limits: Self.limits(connection: 150_000 + below))
        try Self.fill(rig, 1...5, 50_000)
        #expect(rig.connection.proto.held.byteCount == 150_000)
        try rig.send([.opening(7, "test.Echo/Endless"), .message(7, Self.body(20_000))])
        let status = try rig.receive().compactMap(\.status)
        if below > 0 {
            #expect(status.isEmpty && rig.connection.proto.held.byteCount == 170_000)
        } else {
            #expect(status.map(\.code) == [.resourceExhausted] && status.map(\.reason) == [.limitExceeded])
            #expect(rig.connection.proto.held.byteCount == 150_000)
        }
        // What the client sent before it heard is dropped, and the connection goes on.
        try rig.send([.message(7, [1]), .halfClose(7), .request(9), .ping(5)])
        #expect(try rig.receive().map(\.stream).suffix(2) == [9, 0])
    }

    @Test("sixteen messages of 4 MiB that nobody reads: the first seven are held, the others refused")
    func largest() throws {
        let rig = try Rig(limits: .standard)
        let message = Self.body((4 << 20) - 100)
        var refused = 0
        for stream in stride(from: UInt32(1), to: 32, by: 2) {
            try rig.send([.opening(stream, "test.Echo/Endless"), .message(stream, message)])
            rig.advance(.seconds(1))
            refused += try rig.receive().compactMap(\.status).filter { $0.reason == .limitExceeded }.count
        }
        #expect(refused == 9)
        #expect(rig.connection.proto.held.byteCount < 30 << 20)
    }

    @Test("within their windows 128 streams are never refused")
    func windows() throws {
        let rig = try Rig(limits: Self.limits(connection: Limits.standard.heldBytesMax))
        try Self.fill(rig, 1...255, Limits.standard.streamWindowBytes)
        #expect(rig.connection.proto.held.byteCount == 128 * Limits.standard.streamWindowBytes)
    }

    @Test("what is read, cancelled, answered or too late is no longer held")
    func given() throws {
        let gate = Gate()
        let rig = try Rig(echoRouter(gate: gate), limits: Self.limits())
        try rig.send([.opening(1), .message(1, StreamMessage(body: Self.body(60_000)).encoded())])
        _ = try rig.receive()
        #expect(rig.connection.proto.held.byteCount == 0)
        try Self.fill(rig, 3...3, 50_000)
        try rig.send(.cancel(3))
        #expect(rig.connection.proto.held.byteCount == 0)
        try Self.fill(rig, 5...5, 50_000)
        let hasty = Request(method: "test.Echo/Endless", timeout: WireDuration(seconds: 1), noMessage: true)
        try rig.send([Frame(stream: 7, kind: .request(hasty)), .message(7, Self.body(60_000))])
        #expect(rig.connection.proto.held.byteCount == 110_000)
        rig.advance(.seconds(2))
        #expect(rig.connection.proto.held.byteCount == 50_000)
        gate.open()
        _ = try rig.receive()
        #expect(rig.connection.proto.held.byteCount == 0)
    }

    @Test("a request is held until its handler returns; one that comes at the ceiling is refused", arguments: [0, 1])
    func requests(below: Int) throws {
        let gate = Gate()
        let request = StreamMessage(body: Self.body(50_000)).encoded().count
        let rig = try Rig(echoRouter(gate: gate), limits: Self.limits(connection: 2 * request + below))
        for stream in [1, 3] as [UInt32] { try rig.send(.request(stream, "test.Echo/Held", Self.body(50_000))) }
        #expect(rig.connection.proto.held.byteCount == 2 * request)
        try rig.send(.request(5, "test.Echo/Held", Self.body(50_000)))
        #expect(try rig.receive().compactMap(\.status?.reason) == (below > 0 ? [] : [.limitExceeded]))
        // A usual call goes on beside it, also one whose handler takes its time.
        try rig.send([.request(7), .request(9, "test.Echo/Held", Self.body(1000))])
        #expect(try rig.receive().map(\.isOK) == [true])
        gate.open()
        #expect(try rig.receive().map(\.stream).sorted() == (below > 0 ? [1, 3, 5, 9] : [1, 3, 9]))
        #expect(rig.connection.proto.held.byteCount == 0)
    }

    @Test("metadata is held with its request")
    func metadata() throws {
        let rig = try Rig(limits: Self.limits())
        try rig.send(.request(1, "test.Echo/Held", metadata: [MetadataEntry(key: "a", value: String(repeating: "b", count: 99))]))
        #expect(rig.connection.proto.held.byteCount == 132)
    }

    @Test(
        "a caller at its ceiling is refused on all its connections, beyond what is their own; another is not", arguments: [0, 1])
    func callers(below: Int) throws {
        // Each connection's first byte is its own.
        let limits = Self.limits(caller: 99_998 + below, unshared: 1)
        let holding = CallerHolding(limits)
        let rigs = try (0..<3).map { _ in try Rig(limits: limits, holding: holding) }
        for rig in rigs[..<2] { try Self.fill(rig, 1...1, 50_000) }
        #expect(holding.byteCount == 99_998)
        try rigs[2].send([.opening(1, "test.Echo/Endless"), .message(1, Self.body(100))])
        #expect(try rigs[2].receive().compactMap(\.status?.reason) == (below > 0 ? [] : [.limitExceeded]))
        let other = try Rig(limits: limits, holding: CallerHolding(limits))
        try Self.fill(other, 1...1, 50_000)
        // A connection that ends gives back what it held.
        _ = try rigs[0].channel.finish(acceptAlreadyClosed: true)
        try rigs[2].send([.opening(3, "test.Echo/Endless"), .message(3, Self.body(100))])
        #expect(try rigs[2].receive().compactMap(\.status).isEmpty)
    }

    @Test("at its caller's ceiling a connection's usual calls go on")
    func own() throws {
        let limits = Self.limits(caller: 1)
        let holding = CallerHolding(limits)
        let (full, usual) = (try Rig(limits: limits, holding: holding), try Rig(limits: limits, holding: holding))
        try Self.fill(full, 1...3, 60_000)
        #expect(holding.isFull)
        try usual.send([.request(1), .request(3, "test.Echo/Later", Self.body(10_000)), .request(5, "test.Echo/Held")])
        #expect(try usual.receive().map(\.stream) == [1, 3])
        try Self.fill(usual, 7...7, 60_000)
    }

    @Test("a request whose handler stays is its caller's also when the connection has gone, until the handler returns")
    func lost() throws {
        let gate = Gate()
        let limits = Self.limits(unshared: 1)
        let holding = CallerHolding(limits)
        let rig = try Rig(echoRouter(gate: gate), limits: limits, holding: holding)
        try rig.send(.request(1, "test.Echo/Held", Self.body(50_000)))
        try Self.fill(rig, 3...3, 50_000)
        #expect(holding.byteCount > 100_000)
        _ = try rig.channel.finish(acceptAlreadyClosed: true)
        #expect(holding.byteCount > 50_000 && holding.byteCount < 51_000)
        gate.open()
        rig.channel.embeddedEventLoop.run()
        #expect(holding.byteCount == 0)
    }
}
