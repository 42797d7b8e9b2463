internal import NIOCore

/// Calls that wait for a connection or a free stream, in order. One that was given up is dropped when its turn comes.
struct WaitingCalls {
    private var calls = CircularBuffer<ClientCall>()

    var count: Int { calls.count }
    var isEmpty: Bool { calls.isEmpty }

    mutating func append(_ call: ClientCall) { calls.append(call) }
    mutating func prepend(_ call: ClientCall) { calls.prepend(call) }

    mutating func next() -> ClientCall? {
        while let call = calls.popFirst() {
            if case .waiting = call.place { return call }
        }
        return nil
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
        calls.removeAll { call in
            if case .waiting = call.place { false } else { true }
        }
    }
}
