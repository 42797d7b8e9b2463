internal import Contract
internal import Messages
internal import SQL

extension Store {
    /// Leaves an event of the server's own for the log, with a new id and the time of its transaction.
    func record(_ event: Event) async throws {
        _ = try await write { transaction in
            var event = event
            event.id = Identifier.make("evt", at: transaction.now)
            event.occurTime = Timestamp(microsecondsSince1970: transaction.now)
            try transaction.event(event.encoded())
        }
    }
}
