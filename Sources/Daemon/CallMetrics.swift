internal import Messages
package import RPC
internal import Synchronization

/// Counts every call as it ends, by method, protocol and code, and how long it took.
///
/// For each call: one look into a table that never changes, and a few additions. No label is looked up or put together
/// before a scrape asks, and nothing is allocated.
package final class CallMetrics: Interceptor {
    /// By the method's one object: hashing its path would cost more than all the counting.
    private let methods: [ObjectIdentifier: MethodCounts]

    /// Only calls of these methods are counted.
    package init(_ methods: [MethodDescriptor], in metrics: Metrics) {
        let counts = methods.map { MethodCounts($0) }
        self.methods = Dictionary(uniqueKeysWithValues: counts.map { (ObjectIdentifier($0.method), $0) })
        metrics.read(.calls) { counts.flatMap(\.calls) }
        metrics.read(.callSeconds) { counts.flatMap(\.seconds) }
    }

    package func begin(_ call: Call) throws(Status) {}

    package func end(_ call: Call, _ status: Status?, nanoseconds: Int64) {
        methods[ObjectIdentifier(call.method)]?.count(call.peer.transport, status?.code ?? .ok, nanoseconds)
    }
}

/// One method's calls, over each protocol.
private final class MethodCounts: Sendable {
    let method: MethodDescriptor
    private let native = ProtocolCounts()
    private let h2 = ProtocolCounts()
    private let inProcess = ProtocolCounts()

    init(_ method: MethodDescriptor) {
        self.method = method
    }

    func count(_ transport: Peer.Transport, _ code: Code, _ nanoseconds: Int64) {
        counts(transport).count(code, nanoseconds)
    }

    private func counts(_ transport: Peer.Transport) -> ProtocolCounts {
        switch transport {
        case .native: native
        case .h2: h2
        case .inProcess: inProcess
        }
    }

    private var protocols: [(labels: [(String, String)], counts: ProtocolCounts)] {
        [Peer.Transport.native, .h2, .inProcess].map { transport in
            ([("method", method.path), ("protocol", transport.name)], counts(transport))
        }
    }

    /// Only what has happened: every code of every method would be thousands of zeros.
    var calls: [MetricSample] {
        protocols.flatMap { labels, counts in
            Code.allCases.compactMap { code in
                let count = counts.of(code)
                return count == 0 ? nil : MetricSample(count, labels + [("code", code.name)])
            }
        }
    }

    var seconds: [MetricSample] {
        protocols.compactMap { labels, counts in
            counts.isEmpty ? nil : MetricSample(labels: labels, counts.seconds.value)
        }
    }
}

/// One method's calls over one protocol.
private final class ProtocolCounts: Sendable {
    /// By the code's number.
    private let codes = InlineArray<17, Atomic<Int>> { _ in Atomic(0) }
    let seconds = MetricsHistogram(.seconds)

    func count(_ code: Code, _ nanoseconds: Int64) {
        codes[Int(code.rawValue)].wrappingAdd(1, ordering: .relaxed)
        seconds.observe(nanoseconds)
    }

    func of(_ code: Code) -> Int { codes[Int(code.rawValue)].load(ordering: .relaxed) }

    var isEmpty: Bool { Code.allCases.allSatisfy { of($0) == 0 } }
}

extension Code {
    /// As gRPC writes it.
    var name: String {
        switch self {
        case .ok: "OK"
        case .cancelled: "CANCELLED"
        case .unknown: "UNKNOWN"
        case .invalidArgument: "INVALID_ARGUMENT"
        case .deadlineExceeded: "DEADLINE_EXCEEDED"
        case .notFound: "NOT_FOUND"
        case .alreadyExists: "ALREADY_EXISTS"
        case .permissionDenied: "PERMISSION_DENIED"
        case .resourceExhausted: "RESOURCE_EXHAUSTED"
        case .failedPrecondition: "FAILED_PRECONDITION"
        case .aborted: "ABORTED"
        case .outOfRange: "OUT_OF_RANGE"
        case .unimplemented: "UNIMPLEMENTED"
        case .internal: "INTERNAL"
        case .unavailable: "UNAVAILABLE"
        case .dataLoss: "DATA_LOSS"
        case .unauthenticated: "UNAUTHENTICATED"
        }
    }
}
