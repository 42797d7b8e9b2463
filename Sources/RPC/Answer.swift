/// A unary handler's answer: at once, or later.
package enum Answer<Value: Sendable>: Sendable {
    /// Known without waiting; the handler ran inline on the connection's event loop.
    case now(Value)
    /// Runs as one task on that same loop, and leaves it only where it truly waits.
    ///
    /// A thrown `Status` goes to the caller. Any other error goes to the server's error hook,
    /// and the caller gets INTERNAL.
    case later(@Sendable () async throws -> Value)
}
