internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// One GET over plain HTTP/1.1, for the healthcheck of the own process.
enum PlainHTTP {
    /// `patience`: from the connection to the answer.
    static func get(
        host: String, port: Int, path: String, patience: Duration = .seconds(5)
    ) async throws -> (status: Int, body: String) {
        let answer = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: (Int, String).self)
        let channel: any Channel
        do {
            channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(TimeAmount(patience))
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHTTPClientHandlers()
                        try channel.pipeline.syncOperations.addHandler(GetHandler(answer: answer))
                    }
                }
                .connect(host: host, port: port).get()
        } catch {
            answer.fail(error)
            throw SetupError("nothing answers at \(host):\(port): \(error)")
        }
        channel.eventLoop.scheduleTask(in: TimeAmount(patience)) { channel.close(promise: nil) }
        let head = HTTPRequestHead(
            version: .http1_1, method: .GET, uri: path, headers: ["host": host, "connection": "close"])
        channel.write(HTTPClientRequestPart.head(head), promise: nil)
        channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
        return try await answer.futureResult.get()
    }
}

private final class GetHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let answer: EventLoopPromise<(Int, String)>
    private var status = 0
    private var body = ""
    private var done = false

    init(answer: EventLoopPromise<(Int, String)>) {
        self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): status = Int(head.status.code)
        case .body(let part): body += String(buffer: part)
        case .end: finish()
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        guard !done else { return }
        done = true
        answer.fail(SetupError("the connection closed before the answer"))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func finish() {
        guard !done else { return }
        done = true
        answer.succeed((status, body))
    }
}
