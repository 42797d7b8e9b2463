import Messages

@testable import RPC

/// Methods of every kind over one message type.
enum Echo {
    static func method(_ name: String, _ kind: CallKind) -> Method<StreamMessage, StreamMessage> {
        Method("test.Echo/\(name)", kind, Access(kind: .caller))
    }
    static let unary = method("Unary", .unary)
    static let later = method("Later", .unary)
    static let held = method("Held", .unary)
    static let page = method("Page", .unary)
    static let pages = method("Pages", .serverStreaming)
    static let refused = method("Refused", .unary)
    static let broken = method("Broken", .unary)
    static let down = method("Down", .serverStreaming)
    static let up = method("Up", .clientStreaming)
    static let both = method("Both", .bidirectional)
    static let endless = method("Endless", .bidirectional)
}

struct Oops: Error {}

private func page(_ request: StreamMessage) -> StreamMessage {
    StreamMessage(body: [UInt8](repeating: 7, count: Int(request.body[0]) << 10))
}

let refusal = Status(
    .permissionDenied, .roleLacksScope, "no", metadata: ["needed": "edit", "held": "view"])

/// `held` waits at the gate whether it is cancelled or not, then answers.
func echoRouter(gate: Gate = Gate(), interceptors: [any Interceptor] = []) -> Router {
    var router = Router(interceptors: interceptors)
    router.unary(Echo.unary) { (request, _) throws(Status) in .now(request) }
    router.unary(Echo.later) { (request, _) throws(Status) in
        .later {
            await Task.yield()
            return request
        }
    }
    router.unary(Echo.held) { (request, _) throws(Status) in
        .later {
            await gate.pass()
            return request
        }
    }
    // As many KiB as the first byte says.
    router.unary(Echo.page) { (request, _) throws(Status) in
        .later {
            await gate.pass()
            return page(request)
        }
    }
    // An empty message, then as many of them as the second byte says. Ends when the gate opens.
    router.serverStreaming(Echo.pages) { request, responses, _ in
        try await responses.send(StreamMessage())
        for _ in 0..<Int(request.body[1]) { try await responses.send(page(request)) }
        await gate.pass()
    }
    router.unary(Echo.refused) { (_, _) throws(Status) in throw refusal }
    router.unary(Echo.broken) { (_, _) throws(Status) in .later { throw Oops() } }
    // The first byte says how many messages, the rest is each of them.
    router.serverStreaming(Echo.down) { request, responses, _ in
        for _ in 0..<Int(request.body.first ?? 0) {
            try await responses.send(StreamMessage(body: Array(request.body.dropFirst())))
        }
    }
    router.clientStreaming(Echo.up) { requests, _ in
        var all: [UInt8] = []
        for try await request in requests { all += request.body }
        return StreamMessage(body: all)
    }
    router.bidirectional(Echo.both) { requests, responses, _ in
        for try await request in requests {
            if request.body == [255] { throw refusal }
            try await responses.send(request)
        }
    }
    // Sends one message, then neither reads nor writes until the gate opens.
    router.bidirectional(Echo.endless) { _, responses, _ in
        try await responses.send(StreamMessage(body: [1]))
        await gate.pass()
    }
    return router
}
