import Messages
import NIOCore
import Testing

@testable import RPC

/// A connection that asks for very much gets it piece by piece, with time for the others between.
@Suite struct TurnTests {
    /// More than the rest after small frames, less than the rest after large ones.
    private let moment = Duration.microseconds(60)

    private func requests(_ streams: ClosedRange<UInt32>, _ body: [UInt8] = []) -> [Frame] {
        streams.filter { $0 % 2 == 1 }.map { .request($0, "test.Echo/Unary", body) }
    }

    @Test("after 128 frames the others have their turn; the rest comes in order, none is lost")
    func frames() throws {
        let rig = try Rig()
        try rig.send(requests(1...599))
        var answered: [UInt32] = []
        var turns: [Int] = []
        for _ in 0..<10 {
            let frames = try rig.receive()
            turns.append(frames.count)
            answered += frames.map(\.stream)
            rig.advance(moment)
        }
        #expect(turns == [128, 128, 44, 0, 0, 0, 0, 0, 0, 0])
        #expect(answered == Array(stride(from: 1, through: 599, by: 2)))
    }

    @Test("a call on each of 128 streams is one turn, as often as it comes")
    func correct() throws {
        let rig = try Rig()
        var first: UInt32 = 1
        for _ in 0..<3 {
            try rig.send(requests(first...first + 253))
            #expect(try rig.receive().count == 127)
            first += 254
        }
    }

    @Test("the rest grows with the bytes")
    func bytesOfFrames() throws {
        let rig = try Rig()
        let large = Array(repeating: UInt8(1), count: 1 << 20)
        try rig.send([.request(1, "test.Echo/Unary", large), .request(3)])
        #expect(try rig.receive().map(\.stream) == [1])
        rig.advance(.milliseconds(11))
        #expect(try rig.receive().isEmpty)
        rig.advance(.milliseconds(2))
        #expect(try rig.receive().map(\.stream) == [3])
    }

    @Test("what arrives during the rest waits, and a started frame is not held against the peer")
    func resting() throws {
        var limits = Limits()
        limits.turnFramesMax = 1
        limits.restLeast = .seconds(60)
        let rig = try Rig(limits: limits)
        rig.advance(.seconds(61))
        try rig.send(.request(1))
        #expect(try rig.receive().map(\.stream) == [1])
        let next = bytes(.request(3))
        try rig.sendBytes(ByteBuffer(bytes: next.prefix(6)))
        rig.advance(.seconds(30))
        try rig.sendBytes(ByteBuffer(bytes: next.dropFirst(6)))
        #expect(try rig.receive().isEmpty)
        rig.advance(.seconds(31))
        #expect(try rig.receive().map(\.stream) == [3])
        #expect(rig.channel.isActive)
    }

    @Test("eight streaming calls are a turn, seven are not", arguments: [7, 8])
    func streams(count: UInt32) throws {
        let rig = try Rig()
        let openings = (0..<count).map { Frame.opening(2 * $0 + 1) }
        try rig.send(openings + [.request(2 * count + 1)])
        #expect(try rig.receive().map(\.stream) == (count == 7 ? [15] : []))
        rig.advance(moment)
        #expect(try rig.receive().map(\.stream) == (count == 7 ? [] : [17]))
    }

    @Test("a rest that ends late goes on, three times at most")
    func lateRest() {
        var turn = Turn(.standard)
        let least = Limits.standard.restLeast
        #expect(turn.restOn(late: least) == nil)
        for _ in 0..<2 {
            #expect((0..<4).map { _ in turn.restOn(late: least * 2) } == [least, least, least, nil])
        }
    }

    @Test("a broken rule ends the connection in the turn that finds it, and no rest outlives it")
    func violation() throws {
        let rig = try Rig()
        try rig.send(requests(1...255) + [.request(2), .request(257)])
        #expect(try rig.receive().count == 128)
        rig.advance(moment)
        let last = try rig.receive()
        #expect(last.count == 1)
        guard case .goaway(let goaway) = last.first?.kind else { throw Oops() }
        #expect(goaway.reason == .stream)
        rig.advance(.seconds(2))
        #expect(!rig.channel.isActive)
    }
}
