internal import Messages
internal import RPC
internal import Synchronization

/// One connection of a load.
///
/// A run's answers all come on the connection's loop; the lock is for the start, which does not, and is
/// otherwise never contended: some 20 ns of a call.
final class Lane<Request: Message, Response: Message>: Sendable {
    private struct State {
        /// Requests used in all runs; says which comes next.
        var used = 0
        var toStart = 0
        var toAnswer = 0
        var waiter: CheckedContinuation<Void, any Error>?

        /// The number of the next request, if there is one to start.
        mutating func next() -> Int? {
            guard toStart > 0 else { return nil }
            toStart -= 1
            used += 1
            return used - 1
        }
    }

    private let client: Client
    private let inFlight: Int
    private let path: String
    private let options: CallOptions
    private let requests: [Request]
    private let first: Int
    private let stride: Int
    private let state = Mutex(State())

    /// Asks the requests `first`, `first + stride`, … so that no two lanes ask the same one at a time.
    init(
        _ client: Client, inFlight: Int, _ path: String, _ options: CallOptions, _ requests: [Request], first: Int,
        stride: Int
    ) {
        self.client = client
        self.inFlight = inFlight
        self.path = path
        self.options = options
        self.requests = requests
        self.first = first
        self.stride = stride
    }

    func run(_ calls: Int) async throws {
        // No answer would come to end it.
        if calls <= 0 { return }
        try await withCheckedThrowingContinuation { waiter in
            state.withLock { state in
                state.toStart = calls
                state.toAnswer = calls
                state.waiter = waiter
            }
            for _ in 0..<min(inFlight, calls) {
                if let number = state.withLock({ $0.next() }) { call(number) }
            }
        }
    }

    func close() async { await client.close() }

    private func call(_ number: Int) {
        client.unary(path, requests[(first + number * stride) % requests.count].encoded(), options) { self.answered($0) }
    }

    private func answered(_ result: Result<[UInt8], Status>) {
        do {
            _ = try Response(decoding: try result.get())
        } catch {
            let waiter = state.withLock { state in
                state.toStart = 0
                return state.waiter.take()
            }
            waiter?.resume(throwing: error)
            return
        }
        let (next, waiter) = state.withLock { state in
            state.toAnswer -= 1
            return state.toAnswer == 0 ? (nil, state.waiter.take()) : (state.next(), nil)
        }
        if let next { call(next) }
        waiter?.resume()
    }
}
