internal import NIOCore

/// Calls that wait for a connection or a free stream, in order. Those that were given up are dropped, with their messages,
/// when their turn comes or when they are as many as the others: so the others are looked at seldom.
struct WaitingCalls {
    private var calls = CircularBuffer<ClientCall>()
    private var givenUp = 0

    var count: Int { calls.count }
    var isEmpty: Bool { calls.isEmpty }

    mutating func append(_ call: ClientCall) { calls.append(call) }
    mutating func prepend(_ call: ClientCall) { calls.prepend(call) }

    mutating func next() -> ClientCall? {
        while let call = calls.popFirst() {
            if case .waiting = call.place { return call }
            givenUp -= 1
        }
        return nil
    }

    /// One of them was.
    mutating func wasGivenUp() {
        givenUp += 1
        if 2 * givenUp >= calls.count { purge() }
    }

    /// Takes the calls that would rather fail than wait, and drops those given up.
    mutating func takeImpatient() -> [ClientCall] {
        purge()
        let impatient = Array(calls.filter { !$0.options.waitsForConnection })
        if !impatient.isEmpty { calls.removeAll { !$0.options.waitsForConnection } }
        return impatient
    }

    /// Drops the calls that were given up.
    mutating func purge() {
        givenUp = 0
        calls.removeAll { call in
            if case .waiting = call.place { false } else { true }
        }
    }
}
