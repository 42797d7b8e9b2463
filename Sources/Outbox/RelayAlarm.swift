/// The log and the outbox contradict each other. The relay stops: waiting heals none of these, a person has to look.
package struct RelayAlarm: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: Sendable, Equatable {
        /// The log wants events that it had acknowledged, and that are gone here: it has lost them.
        case logIsBehind
        /// The log has events that were never written here: this database is an old copy that was not restored properly.
        case logIsAhead
        /// The log has other bytes under one of our numbers.
        case equivocation
        /// The log finds an event malformed, and will each time.
        case refused
    }

    package var code: Code
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
