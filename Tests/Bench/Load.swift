internal import Messages
internal import RPC

/// A closed loop of unary calls: each connection keeps so many in flight and makes the next one when an answer comes.
///
/// A run is a fixed number of calls, timed as a whole. Requests are encoded and answers decoded, as a caller does it. The first
/// call whose status is not OK ends the run with it.
struct Load<Request: Message, Response: Message> {
    private let lanes: [Lane<Request, Response>]

    /// The requests are asked in turn, from the start again when they are used up.
    init(
        _ target: Target, _ method: Method<Request, Response>, _ requests: [Request], options: CallOptions = CallOptions(),
        connections: Int, inFlight: Int
    ) {
        lanes = (0..<connections).map { number in
            Lane(
                target.connect(), inFlight: inFlight, method.descriptor.path, options, requests, first: number,
                stride: connections)
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
