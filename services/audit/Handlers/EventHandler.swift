import AuditDomain
import AuditStorage
import Contract
import Messages
import RPC

/// Reading and proving, for accounts whose role has the scope of the log's class. Each method has a file of its own.
///
/// Rule C3: an answer that shows events is given only when the reading is itself in the log. Each page of a list is one: a
/// page token is no seal, so a page that left no event could be read by whoever makes up a token, and how far somebody
/// read is what an investigation asks. Who wants to know what comes next watches, which is one reading with a beginning
/// and an end, and leaves two events however long it is. Roots and consistency proofs show no events, and are not
/// recorded: a witness that asks every second would fill the log that it watches.
package struct EventHandler: EventService {
    let log: EventLog
    let readers: Readers
    let recorder: Recorder

    package init(recorder: Recorder, readers: Readers) {
        log = recorder.log
        self.readers = readers
        self.recorder = recorder
    }

    func record(_ event: OpenEvent) async throws {
        _ = try await answering { try await recorder.record(event) }
    }
}
