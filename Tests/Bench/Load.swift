internal import RPC

/// A closed loop of unary calls: each connection keeps so many in flight and makes the next one when an answer comes.
///
/// A run is a fixed number of calls, timed as a whole. Requests are encoded before, and every answer's status is
/// looked at: the first that is not OK ends the run with it.
struct Load {
    let method: MethodDescriptor
    let options: CallOptions
    /// Asked in turn, from the start again when they are used up.
    let requests: [[UInt8]]
    private let lanes: [Lane]

    init(
        _ server: MailboxServer, _ method: MethodDescriptor, _ requests: [[UInt8]], options: CallOptions = CallOptions(),
        connections: Int, inFlight: Int
    ) {
        self.method = method
        self.options = options
        self.requests = requests
        lanes = (0..<connections).map { number in
            Lane(server.connect(), inFlight: inFlight, method.path, options, requests, first: number, stride: connections)
        }
    }

    /// Calls a second, over `calls` calls.
    func run(_ calls: Int) async throws -> Double {
        let began = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in lanes { group.addTask { try await lane.run(calls / lanes.count) } }
            try await group.waitForAll()
        }
        return Double(calls / lanes.count * lanes.count) / ((ContinuousClock.now - began) / .seconds(1))
    }

    func close() async {
        for lane in lanes { await lane.close() }
    }
}
