import AuditStorage
import Messages
import RPC
import SQL

/// The one table from this service's errors to what a caller sees.
extension Status {
    /// Nil for what is our own fault: the server logs it and answers INTERNAL.
    init?(_ error: LogError) {
        let (code, reason, metadata): (Code, ErrorReason, [String: String])
        switch error.code {
        case .batchSize:
            (code, reason, metadata) = (.invalidArgument, .tooLong, ["field": "events"])
        case .eventTooLong(let place):
            (code, reason, metadata) = (.invalidArgument, .tooLong, ["field": "events", "index": "\(place)"])
        case .malformedEvent(let place):
            (code, reason, metadata) = (.invalidArgument, .malformedMessage, ["field": "events", "index": "\(place)"])
        case .invalidField(let field):
            (code, reason, metadata) = (.invalidArgument, .invalidField, ["field": field])
        case .gap(let expected):
            (code, reason, metadata) = (.failedPrecondition, .sequenceGap, ["expected": "\(expected)"])
        case .equivocation(let equivocation):
            (code, reason, metadata) = (.dataLoss, .equivocation, ["sequence": "\(equivocation.sequence)"])
        case .tooManyEpochs:
            (code, reason, metadata) = (.resourceExhausted, .limitExceeded, ["field": "epoch"])
        case .noSuchEvent:
            (code, reason, metadata) = (.notFound, .notFound, ["field": "event_id"])
        case .treeTooSmall(let size):
            (code, reason, metadata) = (.outOfRange, .treeTooSmall, ["size": "\(size)"])
        case .eventOutsideTree:
            (code, reason, metadata) = (.invalidArgument, .invalidField, ["field": "tree_size"])
        case .tooManyWatches:
            (code, reason, metadata) = (.resourceExhausted, .limitExceeded, [:])
        case .draining:
            (code, reason, metadata) = (.unavailable, .draining, [:])
        case .damaged:
            return nil
        }
        self.init(code, reason, error.message, metadata: metadata)
    }
}

/// Runs a use case; what storage throws becomes what the caller may see.
func answering<T>(_ work: () async throws -> T) async throws -> T {
    do {
        return try await work()
    } catch let error as LogError {
        throw Status(error) ?? error
    } catch {
        throw Status(storage: error) ?? error
    }
}
