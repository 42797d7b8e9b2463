package import NIOCore
package import TLS

/// A client of one server: one connection, made when a call needs it and again after a loss.
///
/// ```
/// down --a call--> connecting --hello--> up --goaway--> down, and the old connection finishes its calls
///  ^                   |                  |
///  |                   | failed           | lost
///  +--wait is over-- backing off <--------+
/// ```
///
/// Calls that are made while it is down wait, in order, until their deadline. A call that was sent when
/// the connection broke fails with UNAVAILABLE / DISCONNECTED: nobody knows whether it was carried out.
///
/// `@unchecked Sendable`: every variable is touched on `loop` only; everything that is called from
/// elsewhere goes through `onLoop`.
package final class Client: CallTransport, @unchecked Sendable {
    private enum Link {
        case down
        case connecting
        case backingOff(Scheduled<Void>)
        case up(ClientConnection)
        case closed
    }

    /// Makes a channel with a new `ClientConnection` of the client at its end.
    typealias Dial = @Sendable (Client) -> EventLoopFuture<any Channel>

    let limits: Limits
    /// Seconds since 1970, that certificates end by.
    let wallClock: @Sendable () -> Int64
    let loop: any EventLoop
    /// What it is called in messages.
    private let server: String
    private let dial: Dial
    private let unreachable: @Sendable (String) -> Void
    private let timers: LoopTimers<ClientCall>

    private var link = Link.down
    private var backoff: Backoff
    private var waiting = WaitingCalls()
    /// The channel that is open and not yet greeted, of the one dial under way.
    private var opening: ObjectIdentifier?
    /// Why the last attempt of the dial under way ended.
    private var lostWhileConnecting = Loss("the connection was lost")
    /// Every open channel: the one that is up, and those that finish their last calls.
    private var channels: [ObjectIdentifier: any Channel] = [:]
    private var closing: EventLoopPromise<Void>?
    /// What `unreachable` heard last: why there is no connection, until there is one again.
    private var loss: Loss?

    /// Connects nowhere yet. `serverName` is the name that the server's certificate must carry, the host
    /// unless given; with `expectedURI` its SAN URI is looked at instead. `name` is for messages. `close` it when done.
    /// `unreachable` hears why there is no connection, each reason once until there is one; on the client's event loop.
    package convenience init(
        host: String, port: Int, name: String? = nil, tls: TLSContext, serverName: String? = nil, expectedURI: String? = nil,
        limits: Limits = .standard, group: any EventLoopGroup, backoff: Backoff = .standard,
        wallClock: @escaping @Sendable () -> Int64 = systemSeconds, unreachable: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        let serverName = serverName ?? (expectedURI == nil ? host : nil)
        self.init(
            loop: group.next(), server: (name.map { $0 + " at " } ?? "") + "\(host):\(port)", limits: limits, backoff: backoff,
            wallClock: wallClock, unreachable: unreachable,
            dial: Self.dial(host, port, tls, serverName: serverName, expectedURI: expectedURI))
    }

    init(
        loop: any EventLoop, server: String, limits: Limits, backoff: Backoff,
        wallClock: @escaping @Sendable () -> Int64 = systemSeconds,
        unreachable: @escaping @Sendable (String) -> Void = { _ in },
        dial: @escaping Dial
    ) {
        self.loop = loop
        self.server = server
        self.limits = limits
        self.backoff = backoff
        self.wallClock = wallClock
        self.dial = dial
        self.unreachable = unreachable
        timers = LoopTimers(loop: loop)
        onLoop { client in
            client.timers.onFire = { [unowned client] call in client.give(up: call, .deadlineExceeded) }
        }
    }

    // MARK: Calls, from any thread

    /// A unary call without a task: `completion` runs on the client's event loop, and may call again from there.
    package func unary(
        _ path: String, _ message: [UInt8], _ options: CallOptions,
        completion: @escaping @Sendable (Result<[UInt8], Status>) -> Void
    ) {
        let call = call(.unary, path, message, options, completion)
        onLoop { client in client.submit(call) }
    }

    package func unary(
        _ path: String, _ message: [UInt8], _ options: CallOptions
    ) async throws(Status) -> [UInt8] {
        let answer = PendingAnswer()
        let call = call(.unary, path, message, options) { answer.complete($0) }
        onLoop { client in client.submit(call) }
        return try await answer.wait { call.cancel() }
    }

    package func open(
        _ method: MethodDescriptor, _ message: [UInt8]?, _ options: CallOptions
    ) async throws(Status) -> CallStream {
        start(method, message, options)
    }

    func start(_ method: MethodDescriptor, _ message: [UInt8]?, _ options: CallOptions) -> CallStream {
        let call = call(method.kind, method.path, message, options, nil)
        guard let messages = call.messages else { preconditionFailure("a streaming call has messages") }
        onLoop { client in client.submit(call) }
        return messages
    }

    /// Fails every call with UNAVAILABLE and closes; returns when it is done.
    package func close() async {
        let closed = loop.makePromise(of: Void.self)
        onLoop { client in client.shut(closed) }
        await withCheckedContinuation { continuation in
            closed.futureResult.whenComplete { _ in continuation.resume() }
        }
    }

    private func call(
        _ kind: CallKind, _ path: String, _ message: [UInt8]?, _ options: CallOptions,
        _ completion: ClientCall.Completion?
    ) -> ClientCall {
        let deadline = options.timeout.map { loop.now + min(max($0, .zero), limits.timeoutMax) }
        return ClientCall(
            client: self, kind: kind, path: path, message: message, options: options, deadline: deadline,
            limits: limits, completion: completion)
    }

    func onLoop(_ body: @escaping @Sendable (Client) -> Void) {
        if loop.inEventLoop { body(self) } else { loop.execute { body(self) } }
    }

    // MARK: Calls, on the loop

    private func submit(_ call: ClientCall) {
        if case .over = call.place { return }
        if case .closed = link { return call.failed(.disconnected("the client is closed")) }
        if let deadline = call.deadline { call.timer = timers.arm(call, at: deadline) }
        if case .up(let connection) = link, connection.hasFreeStream, waiting.isEmpty {
            return start(call, connection)
        }
        if case .backingOff = link, let loss, !call.options.waitsForConnection {
            return call.failed(.unreached(server, loss))
        }
        if waiting.count >= limits.waitingCallsMax { waiting.purge() }
        guard waiting.count < limits.waitingCallsMax else {
            return call.failed(.overLimit("more than \(limits.waitingCallsMax) calls wait"))
        }
        waiting.append(call)
        startWaiting()
        if case .down = link { connect() }
    }

    private func start(_ call: ClientCall, _ connection: ClientConnection) {
        connection.start(call, loop.now)
        // The last stream number of a connection was used: the next call needs another one.
        if connection.isLeaving { left(connection, []) }
    }

    func startWaiting() {
        while case .up(let connection) = link, connection.hasFreeStream, let call = waiting.next() {
            start(call, connection)
        }
    }

    /// Ends a call from our side, and tells the server when it knows of it.
    func give(up call: ClientCall, _ status: Status) {
        switch call.place {
        case .over: return
        case .waiting:
            call.failed(status)
            waiting.wasGivenUp()
        case .sent(let connection, let stream):
            call.failed(status)
            connection.cancel(stream)
            startWaiting()
        }
    }

    func pump(_ call: ClientCall) {
        if case .sent(let connection, let stream) = call.place { connection.pump(call, stream) }
    }

    func forget(_ call: ClientCall) {
        if let timer = call.timer { timers.disarm(timer) }
        call.timer = nil
    }

    // MARK: The connection

    private func connect() {
        link = .connecting
        dial(self).assumeIsolated().whenComplete { result in
            switch result {
            case .success(let channel): self.opened(channel)
            case .failure(let error): self.failed(Loss(cause(of: error)))
            }
        }
    }

    private func opened(_ channel: any Channel) {
        channels[ObjectIdentifier(channel)] = channel
        opening = ObjectIdentifier(channel)
        channel.closeFuture.assumeIsolated().whenComplete { _ in
            self.channels[ObjectIdentifier(channel)] = nil
            if case .connecting = self.link, self.opening == ObjectIdentifier(channel) {
                self.failed(self.lostWhileConnecting)
            }
            if self.channels.isEmpty { self.closing?.succeed() }
        }
        if case .closed = link { channel.close(promise: nil) }
    }

    func connected(_ connection: ClientConnection) {
        if case .closed = link { return }
        opening = nil
        loss = nil
        backoff.reset()
        link = .up(connection)
        startWaiting()
    }

    /// The connection takes no new calls; those that the server never looked at go to the next one.
    func left(_ connection: ClientConnection, _ refused: [ClientCall]) {
        if case .up(let current) = link, current === connection { link = .down }
        for call in refused.reversed() {
            // Messages of a stream that were sent are gone.
            if call.messages != nil {
                call.failed(.draining)
            } else {
                call.place = .waiting
                waiting.prepend(call)
            }
        }
        if case .down = link, !waiting.isEmpty { connect() }
    }

    /// The channel is gone, at whatever stage.
    func lost(_ connection: ClientConnection, _ loss: Loss) {
        switch link {
        case .up(let current) where current === connection: failed(loss)
        case .connecting:
            // A name can have several addresses, and each that is tried makes a connection: one that is refused says
            // nothing of the others. `connect` says when none is left, `opened` when the one that was taken closes.
            lostWhileConnecting = loss
        case .up, .down, .backingOff, .closed: break
        }
    }

    private func failed(_ loss: Loss) {
        if case .connecting = link {} else if case .up = link {} else { return }
        opening = nil
        if loss != self.loss {
            self.loss = loss
            unreachable(loss.reason)
        }
        let wait = backoff.next()
        link = .backingOff(
            loop.assumeIsolated().scheduleTask(in: TimeAmount(wait)) {
                self.link = .down
                if !self.waiting.isEmpty { self.connect() }
            })
        for call in waiting.takeImpatient() { call.failed(.unreached(server, loss)) }
    }

    private func shut(_ closed: EventLoopPromise<Void>) {
        if let closing { return closing.futureResult.cascade(to: closed) }
        if case .backingOff(let timer) = link { timer.cancel() }
        link = .closed
        closing = closed
        while let call = waiting.next() { call.failed(.disconnected("the client is closed")) }
        if channels.isEmpty { closed.succeed() }
        for channel in channels.values { channel.close(promise: nil) }
        timers.stop()
    }
}
