internal import RPC
internal import Synchronization

/// One connection of a load.
///
/// A run's answers all come on the connection's loop; the lock is for the start, which does not, and is
/// otherwise never contended: some 20 ns of a call.
final class Lane: Sendable {
    private struct State {
        /// Requests used in all runs; says which comes next.
        var used = 0
        var toStart = 0
        var toAnswer = 0
        var waiter: CheckedContinuation<Void, any Error>?
    }

    private enum Step {
        case call(Int)
        case wait
        case finish(CheckedContinuation<Void, any Error>?)
    }

    private let client: Client
    private let inFlight: Int
    private let path: String
    private let options: CallOptions
    private let requests: [[UInt8]]
    private let first: Int
    private let stride: Int
    private let state = Mutex(State())

    /// Asks the requests `first`, `first + stride`, … so that no two lanes ask the same one at a time.
    init(
        _ client: Client, inFlight: Int, _ path: String, _ options: CallOptions, _ requests: [[UInt8]], first: Int,
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
        try await withCheckedThrowingContinuation { waiter in
            state.withLock { state in
                state.toStart = calls
                state.toAnswer = calls
                state.waiter = waiter
            }
            for _ in 0..<min(inFlight, calls) { start() }
        }
    }

    func close() async { await client.close() }

    private func start() {
        let step = state.withLock { Self.next(&$0) }
        if case .call(let number) = step { call(number) }
    }

    private func call(_ number: Int) {
        client.unary(path, requests[(first + number * stride) % requests.count], options) { self.answered($0) }
    }

    private func answered(_ result: Result<[UInt8], Status>) {
        switch result {
        case .success:
            let step = state.withLock { state in
                state.toAnswer -= 1
                return state.toAnswer == 0 ? .finish(state.waiter.take()) : Self.next(&state)
            }
            switch step {
            case .call(let number): call(number)
            case .wait: break
            case .finish(let waiter): waiter?.resume()
            }
        case .failure(let status):
            let waiter = state.withLock { state in
                state.toStart = 0
                return state.waiter.take()
            }
            waiter?.resume(throwing: status)
        }
    }

    private static func next(_ state: inout State) -> Step {
        guard state.toStart > 0 else { return .wait }
        state.toStart -= 1
        state.used += 1
        return .call(state.used - 1)
    }
}
