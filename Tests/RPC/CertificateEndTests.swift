import Messages
import NIOCore
import Synchronization
import Testing

@testable import RPC

/// What becomes of a connection whose peer's certificate ends, with both clocks driven by hand.
@Suite("The end of a certificate")
struct CertificateEndTests {
    /// A wall clock, in seconds since 1970.
    private final class WallClock: Sendable {
        private let seconds = Mutex(Int64(1_000_000))
        var now: Int64 { seconds.withLock { $0 } }
        func pass(_ more: Int64) { seconds.withLock { $0 += more } }
    }

    private let wall = WallClock()

    private func ending(in seconds: Int64) -> CertificateEnd {
        CertificateEnd(wall.now + seconds) { [wall] in wall.now }
    }

    /// Both clocks go on.
    private func pass(_ seconds: Int64, _ advance: (Duration) -> Void) {
        wall.pass(seconds)
        advance(.seconds(seconds) + .milliseconds(10))
    }

    private let goaway = Frame.goaway(1, .draining, "the client's certificate has ended")

    @Test("native: the connection drains, calls under way finish, and it closes")
    func native() throws {
        let gate = Gate()
        let rig = try Rig(echoRouter(gate: gate), certificate: ending(in: 60))
        try rig.send(.request(1, "test.Echo/Held"))
        pass(59, rig.advance)
        #expect(try rig.receive().isEmpty)
        pass(1, rig.advance)
        #expect(try rig.receive() == [goaway])
        gate.open()
        rig.advance(.zero)
        #expect(try rig.receive().map(\.isOK) == [true])
        #expect(!rig.channel.isActive)
    }

    @Test("native: what has not finished in time is told why, and a new call is not looked at")
    func nativeGrace() throws {
        let rig = try Rig(certificate: ending(in: 60))
        try rig.send(.opening(1, "test.Echo/Endless"))
        #expect(try rig.receive().count == 1)
        pass(60, rig.advance)
        try rig.send(.request(3))
        #expect(try rig.receive() == [goaway])
        pass(9, rig.advance)
        #expect(try rig.receive().isEmpty && rig.channel.isActive)
        pass(1, rig.advance)
        let status = try #require(try rig.receive().first?.status)
        #expect(status.code == .unavailable && status.reason == .draining && status.message.contains("certificate"))
        #expect(!rig.channel.isActive)
    }

    @Test("gRPC: the connection drains, calls under way finish, and it closes")
    func grpc() throws {
        let gate = Gate()
        let rig = try GRPCRig(echoRouter(gate: gate), certificate: ending(in: 60))
        try rig.send(H2.unary(1, "test.Echo/Held"))
        pass(59, rig.advance)
        #expect(try rig.receive().isEmpty)
        pass(1, rig.advance)
        // The announcement; behind it, after a moment in which calls on their way still come, the end.
        pass(1, rig.advance)
        let goaways = try rig.receive().filter { $0.kind == H2.goaway }
        #expect(goaways.count == 2)
        #expect(String(decoding: goaways.last?.payload.dropFirst(8) ?? [], as: UTF8.self) == "the client's certificate has ended")
        #expect(rig.channel.isActive)
        gate.open()
        rig.advance(.zero)
        #expect(try rig.statuses() == [1: 0])
        #expect(!rig.channel.isActive)
    }

    @Test("gRPC: what has not finished in time is told why")
    func grpcGrace() throws {
        let rig = try GRPCRig(certificate: ending(in: 60))
        try rig.send(H2.call(1, "test.Echo/Endless"))
        pass(60, rig.advance)
        pass(9, rig.advance)
        #expect(try rig.statuses()[1] == nil && rig.channel.isActive)
        pass(1, rig.advance)
        #expect(try rig.statuses()[1] == Int(Code.unavailable.rawValue))
        #expect(!rig.channel.isActive)
    }

    @Test(
        "an end in the far future costs a look every five minutes, and no time overflows",
        arguments: [253_402_300_799, Int64.max])
    func farFuture(_ notAfter: Int64) {
        let end = CertificateEnd(notAfter) { [wall] in wall.now }
        #expect(end.nextLook(.uptimeNanoseconds(5)) == .uptimeNanoseconds(5) + .minutes(5))
    }

    @Test("a wall clock that was set forward is seen at the next look, one that was set back lets the connection live")
    func steps() throws {
        var limits = Limits.standard
        limits.idle = .seconds(100_000)
        let rig = try Rig(limits: limits, certificate: ending(in: 3_600))
        wall.pass(-3_600)
        for _ in 0..<20 { pass(300, rig.advance) }
        #expect(try rig.receive().isEmpty && rig.channel.isActive)
        wall.pass(3_600)
        #expect(try rig.receive().isEmpty, "nobody has looked yet")
        rig.advance(.seconds(301))
        #expect(try rig.goaway()?.reason == .draining)
        #expect(!rig.channel.isActive)
    }

    @Test("client: a new call goes to a new connection, the one under way finishes on the old, which is left politely")
    func client() throws {
        let rig = ClientRig(certificateEnd: wall.now + 20) { [wall] in wall.now }
        let old = rig.call(CallOptions(timeout: nil))
        try rig.send(ClientRig.greeting())
        _ = try rig.receive()
        pass(20, rig.advance)
        #expect(try rig.receive() == [.goaway(0, .draining, "the server's certificate has ended")])
        wall.pass(-20)
        let new = rig.call(CallOptions(timeout: nil))
        #expect(rig.dials == 2)
        try rig.send(ClientRig.greeting())
        try rig.send(ClientRig.answer(1, [2]))
        try rig.send(ClientRig.answer(1, [1]), 0)
        #expect(old.values == [.success([1])] && new.values == [.success([2])])
        #expect(rig.isConnected && !rig.isConnected(0))
    }

    @Test("client: a call that has not finished in time fails as on a lost connection")
    func clientGrace() throws {
        let rig = ClientRig(certificateEnd: wall.now + 20) { [wall] in wall.now }
        let call = rig.call(CallOptions(timeout: nil))
        try rig.send(ClientRig.greeting())
        pass(20, rig.advance)
        #expect(rig.isConnected)
        pass(10, rig.advance)
        #expect(!rig.isConnected)
        #expect(call.values == [.failure(.disconnected("the server's certificate has ended"))])
    }
}
