import Messages
import Patience
import Testing

@testable import RPC

/// The contract of a transport: every implementation passes it.
@Suite struct CallKindTests {
    enum Transport: CaseIterable, Sendable { case inProcess, loopback }

    private func with(
        _ transport: Transport, _ router: Router = echoRouter(), limits: Limits = .patient,
        _ body: (any CallTransport) async throws -> Void
    ) async throws {
        switch transport {
        case .inProcess:
            try await body(InProcessTransport(router: router, peer: Peer(caller: clientURI), limits: limits).patient)
        case .loopback:
            let loopback = try await Loopback(router, serverLimits: limits, clientLimits: limits)
            try await body(loopback.client.patient)
            await loopback.stop()
        }
    }

    private func message(_ body: [UInt8]) -> StreamMessage { StreamMessage(body: body) }

    @Test(arguments: Transport.allCases, ["Unary", "Later"])
    func unary(_ transport: Transport, method: String) async throws {
        try await with(transport) { transport in
            for body in [[], [1, 2, 3], Array(repeating: 9, count: 1 << 20)] as [[UInt8]] {
                let answer = try await transport.unary(Echo.method(method, .unary), message(body))
                #expect(answer.body == body)
            }
        }
    }

    @Test(arguments: Transport.allCases)
    func serverStreaming(_ transport: Transport) async throws {
        try await with(transport) { transport in
            for count in [0, 1, 200] as [UInt8] {
                let body = [UInt8](repeating: 5, count: 3_000)
                let responses = try await transport.serverStreaming(Echo.down, message([count] + body))
                var received = 0
                for try await response in responses {
                    #expect(response.body == body)
                    received += 1
                }
                #expect(received == Int(count))
            }
        }
    }

    @Test(arguments: Transport.allCases)
    func clientStreaming(_ transport: Transport) async throws {
        try await with(transport) { transport in
            let call = try await transport.clientStreaming(Echo.up)
            for index in 0..<200 { try await call.send(message(Array(repeating: UInt8(index), count: 2_000))) }
            let answer = try await call.answer()
            #expect(answer.body.count == 400_000)
            #expect(answer.body.last == 199)
        }
    }

    @Test("an empty answer of a client-streaming call is an answer", arguments: Transport.allCases)
    func emptyAnswer(_ transport: Transport) async throws {
        try await with(transport) { transport in
            let call = try await transport.clientStreaming(Echo.up)
            #expect(try await call.answer() == message([]))
        }
    }

    @Test(arguments: Transport.allCases)
    func bidirectional(_ transport: Transport) async throws {
        try await with(transport) { transport in
            let call = try await transport.bidirectional(Echo.both)
            let responses = call.responses.makeAsyncIterator()
            for index in 0..<100 as Range<UInt8> {
                try await call.send(message([index]))
                #expect(try await responses.next()?.body == [index])
            }
            call.finish()
            #expect(try await responses.next() == nil)
        }
    }

    @Test("many messages each way at once, through small windows", arguments: Transport.allCases)
    func flow(_ transport: Transport) async throws {
        var limits = Limits.patient
        limits.streamWindowBytes = 100
        try await with(transport, limits: limits) { transport in
            let call = try await transport.bidirectional(Echo.both)
            let count = 2_000
            async let sent: Void = {
                for index in 0..<count { try await call.send(message(Array(repeating: UInt8(index % 250), count: index % 50))) }
                call.finish()
            }()
            var received = 0
            for try await response in call.responses {
                #expect(response.body.count == received % 50)
                received += 1
            }
            try await sent
            #expect(received == count)
        }
    }

    @Test("messages before a status are read before it", arguments: Transport.allCases)
    func statusAfterMessages(_ transport: Transport) async throws {
        try await with(transport) { transport in
            let call = try await transport.bidirectional(Echo.both)
            try await call.send(message([1]))
            // Fails when its answer is here before it returns.
            _ = try? await call.send(message([255]))
            let responses = call.responses.makeAsyncIterator()
            #expect(try await responses.next()?.body == [1])
            let status = await #expect(throws: Status.self) { for try await _ in call.responses {} }
            #expect(status == refusal)
            await #expect(throws: Status.self) { try await call.send(message([2])) }
        }
    }

    @Test(
        "statuses arrive whole", arguments: Transport.allCases,
        [
            ("Refused", refusal), ("Broken", Status.internalError),
            ("None", Status(.unimplemented, .unknownMethod, "no method test.Echo/None")),
        ])
    func status(_ transport: Transport, expected: (String, Status)) async throws {
        try await with(transport) { transport in
            let status = await #expect(throws: Status.self) {
                _ = try await transport.unary(Echo.method(expected.0, .unary), message([]))
            }
            #expect(status == expected.1)
        }
    }

    @Test("a cancelled task cancels its call", arguments: Transport.allCases)
    func cancellation(_ transport: Transport) async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (ended, end) = AsyncStream.makeStream(of: Bool.self)
        let gate = Gate()
        var router = Router()
        router.unary(Echo.held) { (request, call) throws(Status) in
            .later {
                begin.yield()
                await gate.pass()
                end.yield(call.isCancelled && Task.isCancelled)
                return request
            }
        }
        try await with(transport, router) { transport in
            let task = Task { try await transport.unary(Echo.held, message([])) }
            for await _ in begun { break }
            task.cancel()
            let result = await task.result
            #expect(throws: Status.cancelled) { try result.get() }
            // On loopback the cancel is on its way; a later call's answer comes after it.
            await #expect(throws: Status.self) { _ = try await transport.unary(Echo.unary, message([])) }
            gate.open()
            for await wasCancelled in ended {
                #expect(wasCancelled)
                break
            }
        }
    }

    @Test("giving up a stream cancels its handler", arguments: Transport.allCases)
    func cancelStream(_ transport: Transport) async throws {
        let (ended, end) = AsyncStream.makeStream(of: Code.self)
        var router = Router()
        router.bidirectional(Echo.both) { requests, responses, _ in
            do {
                try await responses.send(StreamMessage())
                for try await _ in requests {}
            } catch let status as Status {
                end.yield(status.code)
            }
        }
        try await with(transport, router) { transport in
            let call = try await transport.bidirectional(Echo.both)
            let responses = call.responses.makeAsyncIterator()
            _ = try await responses.next()
            call.cancel()
            await #expect(throws: Status.self) { for try await _ in call.responses {} }
            for await code in ended {
                #expect(code == .cancelled)
                break
            }
        }
    }

    @Test("a deadline that has passed", arguments: Transport.allCases)
    func deadline(_ transport: Transport) async throws {
        try await with(transport) { transport in
            let status = await #expect(throws: Status.self) {
                _ = try await transport.unary(Echo.held, message([]), CallOptions(timeout: .zero))
            }
            #expect(status?.code == .deadlineExceeded)
        }
    }

    @Test("handlers see who calls, and what was sent with it", arguments: Transport.allCases)
    func call(_ transport: Transport) async throws {
        var router = Router()
        router.unary(Echo.unary) { (_, call) throws(Status) in
            .now(StreamMessage(body: Array("\(call.peer.caller) \(call.metadata("k") ?? "-") \(call.remaining != nil)".utf8)))
        }
        try await with(transport, router) { transport in
            let answer = try await transport.unary(Echo.unary, message([]), CallOptions(metadata: [("k", "v")]))
            #expect(String(decoding: answer.body, as: UTF8.self) == "\(clientURI) v true")
        }
    }
}
