package import RPC
internal import SQL

extension Status {
    /// The status of what a store refuses, the same in every service; nil for what is our own fault, and for any other
    /// error. The store's own message stays in the log: it may quote statements and paths.
    package init?(storage error: any Error) {
        switch error {
        case is RequestReused:
            self.init(
                .alreadyExists, .requestIdReused, "the request id was used with other bytes")
        case let mismatch as ETagMismatch:
            self.init(
                .aborted, .etagMismatch, "it is not what the etag is of: read it again, and decide again",
                metadata: mismatch.current.map { ["etag": $0] } ?? [:])
        case let full as OutboxFull:
            let still =
                full.priority < .withdrawal ? "only what takes access away is still done" : "no change is done"
            self.init(
                .resourceExhausted, .outboxFull,
                "the log has not taken events for too long: \(still); nothing was changed")
        case let error as SQLError:
            switch error.code {
            case .full, .io:
                self.init(
                    .resourceExhausted, .storageFull,
                    "the store refuses writes: the disk is full or failing; nothing was changed")
            case .busy:
                self.init(
                    .resourceExhausted, .limitExceeded, "too much waits for the store; try again")
            case .unknown:
                self.init(
                    .unknown, .outcomeUnknown,
                    "the disk failed while this was made durable: it may have taken place or not, and the same request id tells")
            case .closed: self.init(.unavailable, .draining, "the server is stopping")
            case .corrupt, .constraint, .schema, .misuse: return nil
            }
        default: return nil
        }
    }
}
