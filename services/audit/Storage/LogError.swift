/// Why the log refused. The message may reach the caller.
package struct LogError: Error, Sendable, Equatable {
    package enum Code: Sendable, Equatable {
        /// A batch has 1 to `Batch.eventsMax` events.
        case batchSize
        /// The event at this place of the batch is longer than `Batch.eventBytesMax`.
        case eventTooLong(place: Int)
        /// The event at this place of the batch is no Event, or what stands beside it is not what its commitments say.
        case malformedEvent(place: Int)
        /// A source, an epoch or a first sequence that cannot be; the field's name.
        case invalidField(String)
        /// The batch begins behind the sequence that is expected.
        case gap(expected: Int64)
        /// The same sequence came before with other bytes.
        case equivocation(Equivocation)
        /// The source began too many epochs within an hour.
        case tooManyEpochs
        /// No such event in this log.
        case noSuchEvent
        /// The log has not this many leaves.
        case treeTooSmall(size: Int)
        /// The event is in the log, but not within the size asked for.
        case eventOutsideTree
        /// No more watches at once.
        case tooManyWatches
        /// The server is going away: no watch begins.
        case draining
        /// The tables contradict each other: stop and restore a backup.
        case damaged
    }

    package var code: Code
    package var message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
