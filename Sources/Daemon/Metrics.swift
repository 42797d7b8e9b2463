package import RPC
internal import Synchronization

/// Numbers for an operator, in Prometheus' text format (version 0.0.4).
///
/// Calls are counted by method and code as they end; everything else is a question asked at the scrape.
package final class Metrics: Interceptor {
    /// One number under a name, read when asked.
    package struct Gauge: Sendable {
        let name: String
        let help: String
        let read: @Sendable () -> Double

        package init(_ name: String, _ help: String, _ read: @escaping @Sendable () -> Double) {
            self.name = name
            self.help = help
            self.read = read
        }
    }

    /// Upper bounds of the latency histogram in microseconds; the last bucket is +Inf.
    private static let bounds: [Int64] = [
        10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000,
        1_000_000, 2_500_000,
    ]

    fileprivate struct MethodCounts: Sendable {
        let method: MethodDescriptor
        var byCode: [Int32: UInt64] = [:]
        var buckets = [UInt64](repeating: 0, count: Metrics.bounds.count + 1)
        var micros: Int64 = 0
    }

    /// By the method's one object: hashing its path would cost more than all the counting.
    private let counts = Mutex<[ObjectIdentifier: MethodCounts]>([:])
    private let gauges = Mutex<[Gauge]>([])

    package init() {}

    package func add(_ gauge: Gauge) {
        gauges.withLock { $0.append(gauge) }
    }

    package func begin(_ call: Call) throws(Status) {}

    package func end(_ call: Call, _ status: Status?, nanoseconds: Int64) {
        let micros = nanoseconds / 1_000
        let bucket = Self.bounds.firstIndex { micros <= $0 } ?? Self.bounds.count
        counts.withLock { counts in
            counts[ObjectIdentifier(call.method), default: MethodCounts(method: call.method)]
                .count(status?.code ?? .ok, micros, bucket)
        }
    }

    /// Everything, as a scrape gets it.
    package func text() -> String {
        var lines = [
            "# HELP mandate_calls_total Calls that ended, by method and gRPC code.",
            "# TYPE mandate_calls_total counter",
        ]
        let counted = counts.withLock { $0 }.values.map { ($0.method.path, $0) }.sorted { $0.0 < $1.0 }
        for (method, count) in counted {
            for (code, number) in count.byCode.sorted(by: { $0.key < $1.key }) {
                lines.append("mandate_calls_total{method=\"\(method)\",code=\"\(code)\"} \(number)")
            }
        }
        lines.append("# HELP mandate_call_seconds How long calls took on the server.")
        lines.append("# TYPE mandate_call_seconds histogram")
        for (method, count) in counted {
            var total: UInt64 = 0
            for (index, number) in count.buckets.enumerated() {
                total += number
                let bound = index < Self.bounds.count ? "\(Double(Self.bounds[index]) / 1_000_000)" : "+Inf"
                lines.append("mandate_call_seconds_bucket{method=\"\(method)\",le=\"\(bound)\"} \(total)")
            }
            lines.append("mandate_call_seconds_sum{method=\"\(method)\"} \(Double(count.micros) / 1_000_000)")
            lines.append("mandate_call_seconds_count{method=\"\(method)\"} \(total)")
        }
        for gauge in gauges.withLock({ $0 }) {
            lines.append("# HELP \(gauge.name) \(gauge.help)")
            lines.append("# TYPE \(gauge.name) gauge")
            lines.append("\(gauge.name) \(gauge.read())")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Metrics.MethodCounts {
    fileprivate mutating func count(_ code: Code, _ micros: Int64, _ bucket: Int) {
        byCode[code.rawValue, default: 0] += 1
        buckets[bucket] += 1
        self.micros += micros
    }
}
