internal import Foundation
internal import RPC
internal import Synchronization

/// What became of every call, and how long changes took.
final class Tally: Sendable {
    private struct Counts: Encodable {
        var begun = 0
        var ended = 0
        var longestMs = 0.0
        /// By outcome: allowed, denied, acknowledged, or a code and its reason.
        var outcomes: [String: Int] = [:]
        /// Of a change, by its kind and direction, as in "suspend off".
        var tookMs: [String: Took] = [:]
    }

    private struct Took: Encodable {
        let count: Int
        let p50: Double
        let p99: Double
        let max: Double
    }

    private let counts = Mutex(Counts())
    private let changes = Mutex<[String: [Double]]>([:])

    func begin() { counts.withLock { $0.begun += 1 } }

    func end(_ outcome: String, tookMs: Double) {
        counts.withLock { counts in
            counts.ended += 1
            counts.longestMs = max(counts.longestMs, tookMs)
            counts.outcomes[outcome, default: 0] += 1
        }
    }

    func acknowledged(_ change: String, tookMs: Double) {
        changes.withLock { $0[change, default: []].append(tookMs) }
    }

    /// One object on one line.
    var json: String {
        get throws {
            let took = changes.withLock { changes in
                changes.mapValues { values in
                    let sorted = values.sorted()
                    return Took(
                        count: sorted.count, p50: sorted.percentile(50), p99: sorted.percentile(99),
                        max: sorted.last ?? 0)
                }
            }
            let counts = counts.withLock { counts in
                counts.tookMs = took
                return counts
            }
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(counts), as: UTF8.self)
        }
    }
}

extension Status {
    /// As in "unavailable STALE".
    var outcome: String { reason == .unspecified ? "\(code)" : "\(code) \(reason.name)" }
}

extension [Double] {
    /// The smallest value that so many percent are not above. The array is sorted.
    func percentile(_ percent: Int) -> Double {
        isEmpty ? 0 : self[Swift.max(0, (count * percent + 99) / 100 - 1)]
    }
}
