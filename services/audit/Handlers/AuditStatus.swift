import AuditStorage
import Messages
import RPC
import SQL

/// The one table from this service's errors to what a caller sees.
extension Status {
    static let auditDomain = "mandate.audit"

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
        case .noSuchEvent:
            (code, reason, metadata) = (.notFound, .notFound, ["field": "event_id"])
        case .treeTooSmall(let size):
            (code, reason, metadata) = (.outOfRange, .treeTooSmall, ["size": "\(size)"])
        case .eventOutsideTree:
            (code, reason, metadata) = (.invalidArgument, .invalidField, ["field": "tree_size"])
        case .damaged:
            return nil
        }
        self.init(code, reason, error.message, domain: Self.auditDomain, metadata: metadata)
    }

    /// Nil for what is our own fault. The message of the error stays here: it may quote statements and paths.
    init?(_ error: SQLError) {
        switch error.code {
        case .busy:
            self.init(.resourceExhausted, .limitExceeded, "too much work is waiting; try again", domain: Self.auditDomain)
        case .full, .io:
            self.init(
                .resourceExhausted, .storageFull, "the store refuses writes; nothing was lost",
                domain: Self.auditDomain)
        case .closed:
            self.init(.unavailable, .draining, "the server is draining", domain: Self.auditDomain)
        case .corrupt, .constraint, .schema, .misuse:
            return nil
        }
    }
}

/// Runs a use case; what storage throws becomes what the caller may see.
func answering<T>(_ work: () async throws -> T) async throws -> T {
    do {
        return try await work()
    } catch let error as LogError {
        guard let status = Status(error) else { throw error }
        throw status
    } catch let error as SQLError {
        guard let status = Status(error) else { throw error }
        throw status
    }
}
