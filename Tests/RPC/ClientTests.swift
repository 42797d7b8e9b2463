import Messages
import NIOCore
import NIOPosix
import Patience
import TLS
import Testing

@testable import RPC

@Suite struct ClientTests {
    private func call(_ client: Client, _ body: [UInt8] = [1]) async throws -> [UInt8] {
        try await client.patient.unary(Echo.unary, StreamMessage(body: body)).body
    }

    @Test("a thousand calls at once share one connection and its 128 streams")
    func multiplex() async throws {
        let loopback = try await Loopback(echoRouter())
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for index in 0..<1_000 {
                group.addTask {
                    let method = index % 2 == 0 ? Echo.unary : Echo.later
                    let body = Array("\(index)".utf8)
                    return try await loopback.client.patient.unary(method, StreamMessage(body: body)).body == body
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
        #expect(loopback.server.connections == 1)
        await loopback.stop()
    }

    @Test("connects again after the server was gone; calls wait meanwhile")
    func reconnects() async throws {
        let loopback = try await Loopback(echoRouter())
        #expect(try await call(loopback.client) == [1])
        let port = loopback.server.port
        await loopback.server.drain(grace: .zero)
        let impatient = CallOptions(waitsForConnection: false)
        let status = await #expect(throws: Status.self) {
            _ = try await loopback.client.patient.unary(Echo.unary, StreamMessage(), impatient)
        }
        #expect(status?.code == .unavailable)
        #expect(status?.reason == .disconnected)
        let other = Client(
            host: "127.0.0.1", port: port, name: "other", tls: loopback.contexts.client,
            group: MultiThreadedEventLoopGroup.singleton)
        let refused = await #expect(throws: Status.self) {
            _ = try await other.patient.unary(Echo.unary, StreamMessage(), impatient)
        }
        #expect(refused?.message == "other at 127.0.0.1:\(port) cannot be reached: connection refused")
        await other.close()
        let waiting = Task { try await call(loopback.client, [2]) }
        let again = try await Loopback.serve(echoRouter(), loopback.contexts, port: port)
        #expect(try await waiting.value == [2])
        await loopback.client.close()
        await again.drain(grace: .zero)
    }

    @Test("a call under way fails as DISCONNECTED when the connection is lost")
    func lost() async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let gate = Gate()
        var router = Router()
        router.unary(Echo.held) { (request, _) throws(Status) in
            .later {
                begin.yield()
                await gate.pass()
                return request
            }
        }
        let loopback = try await Loopback(router)
        let held = Task { try await loopback.client.patient.unary(Echo.held, StreamMessage()) }
        for await _ in begun { break }
        // Without grace the connection is closed under the call.
        await loopback.server.drain(grace: .zero)
        let status = await #expect(throws: Status.self) { _ = try await held.value }
        #expect(status?.code == .unavailable)
        #expect(status?.reason == .disconnected)
        gate.open()
        await loopback.client.close()
    }

    @Test("draining finishes the calls under way, and the client goes elsewhere with new ones")
    func drains() async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let gate = Gate()
        var router = Router()
        router.unary(Echo.held) { (request, _) throws(Status) in
            .later {
                begin.yield()
                await gate.pass()
                return request
            }
        }
        let loopback = try await Loopback(router)
        let port = loopback.server.port
        let held = Task { try await loopback.client.patient.unary(Echo.held, StreamMessage(body: [7])) }
        for await _ in begun { break }
        async let drained: Void = loopback.server.drain(grace: patience)
        // The first server has left its port when the second one can bind it.
        var next: Server?
        while next == nil { next = try? await Loopback.serve(echoRouter(), loopback.contexts, port: port) }
        gate.open()
        #expect(try await held.value.body == [7])
        await drained
        #expect(try await call(loopback.client) == [1])
        await loopback.client.close()
        await next?.drain(grace: .zero)
    }

    @Test("the server must be the one that is expected", arguments: [(serverURI, true), (clientURI, false)])
    func expectedURI(uri: String, isRight: Bool) async throws {
        let loopback = try await Loopback(echoRouter(), expectedURI: uri)
        let options = CallOptions(waitsForConnection: false)
        if isRight {
            #expect(try await loopback.client.patient.unary(Echo.unary, StreamMessage(), options) == StreamMessage())
        } else {
            let status = await #expect(throws: Status.self) {
                _ = try await loopback.client.patient.unary(Echo.unary, StreamMessage(), options)
            }
            #expect(status?.reason == .disconnected)
            #expect(status?.unreached?.refusal == .otherPeer)
            // Which was expected, and which was shown.
            #expect(status?.message.contains(uri) == true && status?.message.contains(serverURI) == true)
        }
        await loopback.stop()
    }

    @Test("by a clock that is past the end of the server's certificate the server is left at once")
    func certificateEnded() async throws {
        let loopback = try await Loopback(echoRouter(), clientWallClock: { .max })
        let status = await #expect(throws: Status.self) {
            _ = try await loopback.client.patient.unary(Echo.unary, StreamMessage(), CallOptions(waitsForConnection: false))
        }
        #expect(
            status?.reason == .disconnected && status?.message.hasSuffix("reached: the server's certificate has ended") == true)
        await loopback.stop()
    }

    @Test("a closed client fails every call")
    func closed() async throws {
        let loopback = try await Loopback(echoRouter())
        await loopback.client.close()
        await loopback.client.close()
        let status = await #expect(throws: Status.self) { _ = try await call(loopback.client) }
        #expect(status?.reason == .disconnected)
        await loopback.stop()
    }

    @Test("a request over the server's limit is refused here; the connection lives")
    func tooLarge() async throws {
        var limits = Limits.patient
        limits.frameBytesMax = 20_000
        let loopback = try await Loopback(echoRouter(), serverLimits: limits)
        let status = await #expect(throws: Status.self) {
            _ = try await call(loopback.client, Array(repeating: 1, count: 20_000))
        }
        #expect(status?.reason == .limitExceeded)
        let stream = try await loopback.client.patient.bidirectional(Echo.both)
        // The sending fails or the answer does: whichever thread is first.
        await #expect(throws: Status.self) {
            try await stream.send(StreamMessage(body: Array(repeating: 1, count: 20_000)))
            for try await _ in stream.responses {}
        }
        #expect(try await call(loopback.client) == [1])
        await loopback.stop()
    }

    @Test("over the limit of connections the server closes at once")
    func connectionLimit() async throws {
        var limits = Limits.patient
        limits.connectionsPerAddressMax = 1
        let loopback = try await Loopback(echoRouter(), serverLimits: limits)
        #expect(try await call(loopback.client) == [1])
        let second = Client(
            host: "127.0.0.1", port: loopback.server.port, tls: loopback.contexts.client, limits: .patient,
            group: MultiThreadedEventLoopGroup.singleton, backoff: quick)
        let status = await #expect(throws: Status.self) {
            _ = try await second.patient.unary(Echo.unary, StreamMessage(), CallOptions(waitsForConnection: false))
        }
        #expect(status?.reason == .disconnected)
        await second.close()
        await loopback.stop()
    }

    @Test("calls without a task, made from the completion of the one before")
    func callbacks() async throws {
        let loopback = try await Loopback(echoRouter())
        let client = loopback.client
        let count = await withCheckedContinuation { (continuation: CheckedContinuation<Int, Never>) in
            @Sendable func next(_ left: Int) {
                client.unary(Echo.unary.descriptor.path, [], CallOptions()) { result in
                    if case .failure = result { return continuation.resume(returning: left) }
                    if left == 0 { continuation.resume(returning: 0) } else { next(left - 1) }
                }
            }
            next(100)
        }
        #expect(count == 0)
        await loopback.stop()
    }
}
