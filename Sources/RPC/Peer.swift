internal import NIOCore

/// Who is at the other end of a connection. One object a connection.
package final class Peer: Sendable {
    package enum Transport: Sendable {
        case native, h2, inProcess
    }

    /// The URI of its certificate, as in `spiffe://example.org/service/mailbox`; empty without one.
    package let caller: String
    /// Its address as text, without the port; empty in process.
    package let address: String
    package let transport: Transport

    /// The clock that this connection's deadlines are counted on.
    let clock: @Sendable () -> NIODeadline
    /// Where the tasks of its calls run; nil leaves them to Swift's own threads.
    let executor: LoopExecutor?
    /// Where its large messages are read; nil for where the others are.
    let offload: Offload?
    private let memory: NIOLoopBoundBox<AnyObject?>?

    package convenience init(caller: String, address: String = "", transport: Transport = .inProcess) {
        self.init(caller: caller, address: address, transport: transport, clock: { .now() }, executor: nil)
    }

    /// `loop`: where every call of the connection begins; nil where they begin on any thread.
    init(
        caller: String, address: String, transport: Transport, loop: (any EventLoop)? = nil,
        clock: @escaping @Sendable () -> NIODeadline, executor: LoopExecutor?, offload: Offload? = nil
    ) {
        self.caller = caller
        self.address = address
        self.transport = transport
        self.clock = clock
        self.executor = executor
        self.offload = offload
        memory = loop.map { .makeEmptyBox(valueType: AnyObject.self, eventLoop: $0) }
    }

    /// What an interceptor keeps of the caller from one call to the next. Only for its `begin`. In process nothing is kept.
    package var remembered: AnyObject? {
        get { memory?.value }
        set { memory?.value = newValue }
    }
}
