import AuditDomain
package import AuditStorage
package import Contract
import Messages
import RPC

/// Reading and proving, for accounts whose role has the scope `audit_log`. Each method has a file of its own.
///
/// Rule C3: an answer that shows events is given only when the reading is itself in the log. Roots and consistency
/// proofs show none, and are not recorded: a witness that asks every second would fill the log that it watches.
package struct EventHandler: EventService {
    let log: EventLog
    private let authorizer: any Authorizer

    package init(log: EventLog, authorizer: any Authorizer) {
        self.log = log
        self.authorizer = authorizer
    }

    /// Who reads, when it may. What a role denies is recorded with the outcome DENIED.
    func reader(_ call: Call, _ reading: Reading) async throws -> AuthorizedAccount {
        do throws(Status) {
            return try await authorizer.authorize(call, organization: reading.organization)
        } catch {
            // Any other refusal names no account of this organization: an outsider writes nothing into its log.
            if error.code == .permissionDenied && error.reason == .roleLacksScope {
                try await record(reading.denied(call, because: error))
            }
            throw error
        }
    }

    func record(_ event: Event) async throws {
        try await answering { try await log.record(event) }
    }
}
