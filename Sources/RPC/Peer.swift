internal import NIOCore

/// Who is at the other end of a connection. One object a connection.
///
/// An interceptor's `begin` may keep two things here from one call to the next, so that what was found out about the caller need
/// not be found out again. This module looks at neither. They are touched on the event loop where all calls of the connection begin;
/// in process calls begin on any thread, and nothing is kept. Not a `NIOLoopBoundBox`: its check costs five times all
/// that is done with them.
package final class Peer: Sendable {
    package enum Transport: Sendable {
        case native, h2, inProcess
    }

    /// What the caller may do with the method that it called last.
    package struct Pass: Sendable, Equatable {
        /// The one object of the method.
        package let method: ObjectIdentifier
        /// Of which list of callers this comes. With another one it means nothing.
        package let generation: Int
        /// It may name the account it acts for.
        package let actsForAccounts: Bool
        /// It is an operator's.
        package let isOperator: Bool

        package init(method: ObjectIdentifier, generation: Int, actsForAccounts: Bool, isOperator: Bool = false) {
            self.method = method
            self.generation = generation
            self.actsForAccounts = actsForAccounts
            self.isOperator = isOperator
        }
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
    private let loop: (any EventLoop)?
    private nonisolated(unsafe) var keptListing: AnyObject?
    private nonisolated(unsafe) var keptPass: Pass?

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
        self.loop = loop
    }

    /// What a list of callers says of this one.
    package var listing: AnyObject? {
        get { mayKeep ? unsafe keptListing : nil }
        set { if mayKeep { unsafe keptListing = newValue } }
    }

    package var pass: Pass? {
        get { mayKeep ? unsafe keptPass : nil }
        set { if mayKeep { unsafe keptPass = newValue } }
    }

    private var mayKeep: Bool {
        guard let loop else { return false }
        assert(loop.inEventLoop, "a call begins on its connection's event loop")
        return true
    }
}
