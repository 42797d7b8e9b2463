import AuditDomain
package import AuditStorage
package import Contract
import Messages
package import Outbox
import RPC

/// Reading and proving, for accounts whose role has the scope `audit_log`. Each method has a file of its own.
///
/// Rule C3: an answer that shows events is given only when the reading is itself in the log. Each page of a list is one: a
/// page token is no seal, so a page that left no event could be read by whoever makes up a token, and how far somebody
/// read is what an investigation asks. Who wants to know what comes next watches, which is one reading with a beginning
/// and an end, and leaves two events however long it is. Roots and consistency proofs show no events, and are not
/// recorded: a witness that asks every second would fill the log that it watches.
package struct EventHandler: EventService {
    let log: EventLog
    let authorizer: any Authorizer
    /// Its `run` writes down what was only counted.
    package let refusals: Refusals

    /// `clock`: microseconds UTC.
    package init(log: EventLog, authorizer: any Authorizer, clock: @escaping @Sendable () -> Int64) {
        self.log = log
        self.authorizer = authorizer
        refusals = Refusals(clock: clock) { events in try await log.record(events) }
    }

    /// Who reads, when it may. What a role denies is recorded with the outcome DENIED, many times as one event.
    func reader(_ call: Call, _ reading: Reading) async throws -> AuthorizedAccount {
        do throws(Status) {
            return try await authorizer.authorize(call, organization: reading.organization)
        } catch {
            // Any other refusal names no account of this organization: an outsider writes nothing into its log.
            if error.code == .permissionDenied && error.reason == .roleLacksScope {
                await refusals.record(RefusedAttempt(reading.denied(call, because: error), call.method))
            }
            throw error
        }
    }

    func record(_ event: Event) async throws {
        _ = try await answering { try await log.record(event) }
    }
}
