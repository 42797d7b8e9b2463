import Messages
import NIOCore
import NIOEmbedded
import Synchronization

@testable import RPC

/// A server's connection on an embedded channel: bytes in, bytes out, time by hand.
final class EmbeddedServer {
    private struct Counts {
        var began = 0
        var returned = 0
        var errors = 0
        var gateIsOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// What handlers, which may run as tasks, share with the game.
    private final class Shared: Sendable {
        let counts = Mutex(Counts())

        /// Ignores cancellation, as a stubborn handler does.
        func pass() async {
            await withCheckedContinuation { continuation in
                let isOpen = counts.withLock { counts in
                    if !counts.gateIsOpen { counts.waiting.append(continuation) }
                    return counts.gateIsOpen
                }
                if isOpen { continuation.resume() }
            }
        }
    }

    private let channel = EmbeddedChannel()
    private let shared = Shared()
    /// What the connection counts for its caller: every byte.
    let holding: CallerHolding

    init(_ transport: Peer.Transport = .native) {
        let shared = shared
        let router = Self.router(shared)
        var limits = Limits.standard
        limits.unsharedBytes = 1
        holding = CallerHolding(limits)
        let caller = "spiffe://example.org/service/fuzz"
        let errors: @Sendable (any Error, Call?) -> Void = { _, call in
            if call == nil { shared.counts.withLock { $0.errors += 1 } }
        }
        let connection: any ChannelHandler =
            transport == .h2
            ? GRPCConnection(
                router: router, limits: limits, loop: channel.eventLoop, caller: caller, address: "192.0.2.1",
                holding: holding, errors: errors)
            : ServerConnection(
                router: router, limits: limits, loop: channel.eventLoop, caller: caller, address: "192.0.2.1",
                holding: holding, errors: errors)
        do {
            try channel.pipeline.syncOperations.addHandler(connection)
            try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        } catch {
            preconditionFailure("an embedded channel does not connect: \(error)")
        }
    }

    /// Cancels what still runs; a call answered with the connection's end is not an error here.
    func finish() { _ = try? channel.finish(acceptAlreadyClosed: true) }

    private static func method(_ name: String, _ kind: CallKind) -> Method<StreamMessage, StreamMessage> {
        Method("test.Echo/\(name)", kind, Access(kind: .caller))
    }

    private static func router(_ shared: Shared) -> Router {
        @Sendable func counted<T>(_ body: () async throws -> T) async throws -> T {
            shared.counts.withLock { $0.began += 1 }
            defer { shared.counts.withLock { $0.returned += 1 } }
            return try await body()
        }
        var router = Router(interceptors: [])
        router.unary(method("Unary", .unary)) { (request, _) throws(Status) in .now(request) }
        router.unary(method("Held", .unary)) { (request, _) throws(Status) in
            .later {
                try await counted {
                    await shared.pass()
                    return request
                }
            }
        }
        // The first byte says how many messages, the rest is each of them.
        router.serverStreaming(method("Down", .serverStreaming)) { request, responses, _ in
            try await counted {
                for _ in 0..<Int(request.body.first ?? 0) {
                    try await responses.send(StreamMessage(body: Array(request.body.dropFirst())))
                }
            }
        }
        router.clientStreaming(method("Up", .clientStreaming)) { requests, _ in
            try await counted {
                var all: [UInt8] = []
                for try await request in requests { all += request.body }
                return StreamMessage(body: all)
            }
        }
        router.bidirectional(method("Both", .bidirectional)) { requests, responses, _ in
            try await counted {
                for try await request in requests { try await responses.send(request) }
            }
        }
        // Sends one message, then neither reads nor writes until the gate opens.
        router.bidirectional(method("Endless", .bidirectional)) { _, responses, _ in
            try await counted {
                try await responses.send(StreamMessage(body: [1]))
                await shared.pass()
            }
        }
        return router
    }

    // MARK: The game's side

    var isOpen: Bool { channel.isActive }
    var began: Int { shared.counts.withLock { $0.began } }
    var returned: Int { shared.counts.withLock { $0.returned } }
    var errorsOfConnection: Int { shared.counts.withLock { $0.errors } }

    func read(_ bytes: [UInt8]) {
        channel.pipeline.fireChannelRead(ByteBuffer(bytes: bytes))
        channel.pipeline.fireChannelReadComplete()
        channel.embeddedEventLoop.run()
    }

    func pass(_ time: TimeAmount) { channel.embeddedEventLoop.advanceTime(by: time) }

    func drain() {
        channel.pipeline.fireUserInboundEventTriggered(DrainRequested())
        channel.embeddedEventLoop.run()
    }

    func openGate() {
        let waiting = shared.counts.withLock { counts in
            counts.gateIsOpen = true
            defer { counts.waiting = [] }
            return counts.waiting
        }
        for continuation in waiting { continuation.resume() }
        channel.embeddedEventLoop.run()
    }

    /// Every byte since the last time.
    func said() -> ByteBuffer {
        channel.embeddedEventLoop.run()
        var all = ByteBuffer()
        while var buffer = (try? channel.readOutbound(as: ByteBuffer.self)) ?? nil { all.writeBuffer(&buffer) }
        return all
    }
}
