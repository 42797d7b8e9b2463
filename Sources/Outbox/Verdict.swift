internal import Messages
internal import RPC

/// What the log's answer to a batch means. A function of values: no I/O.
enum Verdict: Equatable {
    /// The log has everything up to here, durably.
    case acknowledge(upTo: Int64)
    /// Nothing is decided: the same batch again, later.
    case retry(Status)
    case halt(RelayAlarm)

    /// `batch`: the numbers sent. `last`: the largest number ever given out here.
    init(_ answer: Result<AppendEventsResponse, Status>, batch: ClosedRange<Int64>, last: Int64) {
        switch answer {
        case .success(let response):
            self.init(expected: response.nextSequence, batch: batch, last: last)
        case .failure(let status) where status.reason == .sequenceGap:
            guard let expected = status.metadata["expected"].flatMap({ Int64($0) }) else {
                self = .retry(status)
                return
            }
            self.init(expected: expected, batch: batch, last: last)
        case .failure(let status) where status.reason == .equivocation:
            self = .halt(
                RelayAlarm(
                    .equivocation,
                    "the log has other bytes for one of the events \(batch.lowerBound) to \(batch.upperBound): \(status)"))
        case .failure(let status) where status.code == .invalidArgument:
            self = .halt(
                RelayAlarm(
                    .refused, "the log takes none of the events \(batch.lowerBound) to \(batch.upperBound): \(status)"))
        case .failure(let status):
            self = .retry(status)
        }
    }

    private init(expected: Int64, batch: ClosedRange<Int64>, last: Int64) {
        if expected > last + 1 {
            self = .halt(
                RelayAlarm(.logIsAhead, "the log expects event \(expected), and only \(last) were ever written here"))
        } else if expected > batch.lowerBound {
            self = .acknowledge(upTo: expected - 1)
        } else if expected == batch.lowerBound {
            self = .retry(Status(.unavailable, .unspecified, "the log took nothing of the batch it asked for"))
        } else {
            self = .halt(
                RelayAlarm(
                    .logIsBehind,
                    "the log expects event \(expected), which it had acknowledged: the oldest here is \(batch.lowerBound)"))
        }
    }
}
