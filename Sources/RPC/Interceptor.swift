/// Before and after every call, of every kind, on every transport.
package protocol Interceptor: Sendable {
    /// On the event loop, before the handler; must not block. A thrown status ends the call.
    ///
    /// A call of a method that the router does not have begins nowhere.
    func begin(_ call: Call) throws(Status)

    /// Exactly once for each call that `begin` let pass, when its handler has returned. Any thread; must not block.
    ///
    /// `status` is what the caller got, nil for OK. Interceptors end in reverse order. The time is in nanoseconds and not
    /// a `Duration`, whose 128 bits cost more to divide than a counter costs to raise.
    func end(_ call: Call, _ status: Status?, nanoseconds: Int64)
}
