import Messages
import NIOCore
import Testing

@testable import RPC

/// The client frame by frame, with a clock driven by hand.
@Suite struct ClientConnectionTests {
    @Test("connects for the first call, greets, and waits for the server's hello")
    func greets() throws {
        let rig = ClientRig()
        #expect(rig.dials == 0)
        let result = rig.call(CallOptions(timeout: .seconds(2), metadata: [("k", "v")]))
        #expect(try rig.receive() == [.hello()])
        rig.advance(.milliseconds(500))
        try rig.send(ClientRig.greeting())
        // What is left of the timeout goes along.
        let expected = Request(
            method: "test.Echo/Unary", timeout: WireDuration(nanos: 0), metadata: [MetadataEntry(key: "k", value: "v")],
            message: [1], done: true)
        var request = expected
        request.timeout = WireDuration(seconds: 1, nanos: 500_000_000)
        #expect(try rig.receive() == [Frame(stream: 1, kind: .request(request))])
        try rig.send(ClientRig.answer(1, [9]))
        #expect(result.values == [.success([9])])
    }

    @Test("no more calls at once than the server takes; the next starts when one ends")
    func streamsMax() throws {
        let rig = ClientRig()
        let results = (0..<3).map { _ in rig.call() }
        try rig.send(ClientRig.greeting(streams: 2))
        #expect(try rig.receive().dropFirst().map(\.stream) == [1, 3])
        try rig.send(ClientRig.answer(3))
        #expect(try rig.receive().map(\.stream) == [5])
        #expect(results.map(\.values.count) == [0, 1, 0])
    }

    @Test("a deadline ends the call here, and cancels it there")
    func deadline() throws {
        let rig = ClientRig()
        let result = rig.call(CallOptions(timeout: .seconds(1)))
        try rig.send(ClientRig.greeting())
        _ = try rig.receive()
        rig.advance(.milliseconds(1_010))
        #expect(result.values == [.failure(.deadlineExceeded)])
        #expect(try rig.receive() == [.cancel(1)])
        // The response was on its way.
        try rig.send(ClientRig.answer(1))
        #expect(result.values.count == 1)
        #expect(rig.isConnected)
    }

    @Test("who cancels a call and closes at once has told the server")
    func cancelThenClose() throws {
        let rig = ClientRig()
        let stream = rig.client.start(Echo.down.descriptor, [], CallOptions(timeout: nil))
        try rig.send(ClientRig.greeting())
        _ = try rig.receive()
        stream.cancelFromOutside()
        try rig.close()
        #expect(try rig.receive() == [.cancel(1)])
    }

    @Test("while the server is away, calls that were given up are not kept, nor their messages")
    func givenUp() {
        struct Kept { weak var result: Recorded<Result<[UInt8], Status>>? }
        let rig = ClientRig()
        rig.cut()
        let patient = rig.call(CallOptions(timeout: nil))
        let kept = (0..<100).map { _ in Kept(result: rig.call(CallOptions(timeout: .milliseconds(500)))) }
        #expect(kept.allSatisfy { $0.result != nil })
        rig.advance(.milliseconds(600))
        #expect(kept.allSatisfy { $0.result == nil })
        #expect(patient.values.isEmpty)
    }

    @Test("calls wait for the server until their deadline, with more and more time between attempts")
    func backoff() throws {
        let rig = ClientRig()
        rig.cut()
        let result = rig.call(CallOptions(timeout: .seconds(2)))
        let impatient = rig.call(CallOptions(waitsForConnection: false))
        #expect(rig.dials == 1)
        #expect(impatient.values.count == 1)
        // 100, 200, 400 and 800 ms.
        rig.advance(.milliseconds(1_499))
        #expect(rig.dials == 4)
        rig.advance(.milliseconds(1))
        #expect(rig.dials == 5)
        rig.advance(.milliseconds(510))
        #expect(result.values == [.failure(.deadlineExceeded)])
        rig.mend()
        let later = rig.call()
        rig.advance(.seconds(2))
        try rig.send(ClientRig.greeting())
        try rig.send(ClientRig.answer(1))
        #expect(later.values == [.success([])])
    }

    @Test("why there is no connection is told once, and again after there was one")
    func unreachable() throws {
        let rig = ClientRig()
        rig.cut()
        _ = rig.call(CallOptions(timeout: nil))
        rig.advance(.seconds(2))
        #expect(rig.dials > 3 && rig.reasons.values == ["Oops()"])
        rig.mend()
        rig.advance(.seconds(5))
        try rig.send(ClientRig.greeting())
        rig.cut()
        try rig.lose()
        _ = rig.call(CallOptions(timeout: nil))
        rig.advance(.seconds(2))
        #expect(rig.reasons.values == ["Oops()", "the connection was lost", "Oops()"])
    }

    @Test("a call that never left says so, and which server was not reached; one that was under way does not")
    func unsent() throws {
        let rig = ClientRig()
        let impatient = CallOptions(waitsForConnection: false)
        let sent = rig.call()
        try rig.send(ClientRig.greeting(streams: 1))
        let waiting = rig.call(impatient)
        rig.cut()
        try rig.lose()
        let late = rig.call(impatient)
        #expect(sent.values == [.failure(.disconnected("the connection was lost"))])
        let unreached = Status.unreached("test at nowhere", because: "the connection was lost")
        #expect(waiting.values == [.failure(unreached)] && late.values == [.failure(unreached)])
        #expect(unreached.message == "test at nowhere cannot be reached: the connection was lost")
        #expect(unreached.unreached == Unreached(server: "test at nowhere", refusal: nil))
        #expect(Status.disconnected("the connection was lost").unreached == nil)
    }

    @Test("an error of a connection is told in words, without the names of types")
    func causes() {
        #expect(cause(of: IOError(errnoCode: 111, reason: "connection reset (error set)")) == "connection refused")
        #expect(cause(of: ChannelError.connectTimeout(.seconds(10))) == "no answer within 10 seconds")
    }

    @Test("a lost connection fails its calls; one that was not sent goes to the next")
    func lost() throws {
        let rig = ClientRig()
        let (sent, waiting) = (rig.call(), rig.call())
        try rig.send(ClientRig.greeting(streams: 1))
        try rig.lose()
        guard case .failure(let status) = sent.values.first else { throw Oops() }
        #expect(status.code == .unavailable)
        #expect(status.reason == .disconnected)
        rig.advance(.milliseconds(100))
        try rig.send(ClientRig.greeting())
        try rig.send(ClientRig.answer(1, [2]))
        #expect(waiting.values == [.success([2])])
    }

    @Test("goaway: what the server will not answer goes to a new connection, the rest is finished on the old")
    func goaway() throws {
        let rig = ClientRig()
        let results = (0..<3).map { _ in rig.call() }
        let stream = rig.client.start(Echo.both.descriptor, nil, CallOptions())
        try rig.send(ClientRig.greeting())
        #expect(try rig.receive().dropFirst().map(\.stream) == [1, 3, 5, 7])
        try rig.send(.goaway(1, .draining, "bye"))
        #expect(rig.dials == 2)
        try rig.send(ClientRig.greeting())
        #expect(try rig.receive().dropFirst().map(\.stream) == [1, 3])
        try rig.send([ClientRig.answer(1, [3]), ClientRig.answer(3, [5])])
        try rig.send(ClientRig.answer(1, [1]), 0)
        #expect(results.map(\.values) == [[.success([1])], [.success([3])], [.success([5])]])
        // A stream's messages may have been read: it is not sent again.
        #expect(stream.nextOutboundBytes == nil)
        #expect(rig.isConnected)
    }

    @Test("stream numbers run out: the next call gets a new connection")
    func exhausted() throws {
        let rig = ClientRig()
        rig.startStreams(at: UInt32.max - 2)
        let first = rig.call()
        try rig.send(ClientRig.greeting())
        rig.startStreams(at: 1)
        let second = rig.call()
        #expect(rig.dials == 2)
        try rig.send(ClientRig.answer(UInt32.max - 2, [1]), 0)
        try rig.send(ClientRig.greeting())
        try rig.send(ClientRig.answer(1, [2]))
        #expect(first.values == [.success([1])])
        #expect(second.values == [.success([2])])
    }

    @Test("asks after silence, and gives the connection up without an answer")
    func keepalive() throws {
        let rig = ClientRig()
        let result = rig.call(CallOptions(timeout: nil))
        try rig.send(ClientRig.greeting())
        _ = try rig.receive()
        rig.advance(.milliseconds(30_010))
        let ping = try #require(try rig.receive().first)
        guard case .ping(let data) = ping.kind else { throw Oops() }
        try rig.send(Frame(stream: 0, kind: .pong(Pong(data: data.data))))
        rig.advance(.milliseconds(30_010))
        #expect(try rig.receive().count == 1)
        rig.advance(.milliseconds(9_900))
        #expect(rig.isConnected)
        rig.advance(.milliseconds(200))
        #expect(!rig.isConnected)
        guard case .failure(let status) = result.values.first else { throw Oops() }
        #expect(status.reason == .disconnected)
    }

    @Test("a server that does not greet is given up")
    func silent() throws {
        let rig = ClientRig()
        _ = rig.call()
        rig.advance(.milliseconds(15_100))
        #expect(!rig.isConnected || rig.dials == 2)
    }

    @Test(
        "every rule that a server can break ends the connection",
        arguments: [
            ("hello from a client", GoawayReason.hello, [.hello()]),
            ("answer first", .hello, [ClientRig.answer(1)]),
            ("second hello", .hello, [ClientRig.greeting(), ClientRig.greeting()]),
            ("no kind", .malformedFrame, [ClientRig.greeting(), Frame(stream: 1)]),
            ("never opened", .stream, [ClientRig.greeting(), ClientRig.answer(3)]),
            ("even stream", .stream, [ClientRig.greeting(), ClientRig.answer(2)]),
            ("request", .unexpectedFrame, [ClientRig.greeting(), .request(1)]),
            ("cancel", .unexpectedFrame, [ClientRig.greeting(), .cancel(1)]),
            ("message on a unary call", .unexpectedFrame, [ClientRig.greeting(), .message(1)]),
            ("credit of zero", .flowControl, [ClientRig.greeting(), .credit(1, 0)]),
            ("pings", .excess, [ClientRig.greeting()] + (0...10).map { .ping(UInt64($0)) }),
        ] as [(String, GoawayReason, [Frame])])
    func violations(_ name: String, reason: GoawayReason, frames: [Frame]) throws {
        let rig = ClientRig()
        let result = rig.call()
        try rig.send(frames)
        #expect(!rig.isConnected)
        let goaway = try rig.receive().compactMap { frame -> GoawayReason? in
            if case .goaway(let goaway) = frame.kind { goaway.reason } else { nil }
        }
        #expect(goaway == [reason])
        // A call that was not sent yet waits for the next connection.
        if result.values.isEmpty { #expect(frames.first?.kind != ClientRig.greeting().kind) }
    }
}
