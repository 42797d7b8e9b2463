/// What a relay shows of itself.
package struct RelayStatistics: Sendable, Equatable {
    /// Events the log has not acknowledged.
    package var length: Int
    /// When the oldest of them was written, microseconds UTC, as far as the relay has looked; nil when none waits.
    package var oldestWrittenAt: Int64?
    /// Since the start: events and batches that the log acknowledged.
    package var events: Int
    package var batches: Int
    /// Of the last attempt; nil after a success.
    package var lastError: String?
    /// Set when the relay has stopped for good.
    package var alarm: RelayAlarm?
}
