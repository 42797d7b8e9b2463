package import Contract
import Messages
package import Outbox
import RPC

/// Who reads the log: accounts whose role has the scope `audit_log`, each refusal written down.
package struct Readers: Sendable {
    let authorizer: any Authorizer
    /// Its `run` writes down what was only counted.
    package let refusals: Refusals

    /// `clock`: microseconds UTC.
    package init(recorder: Recorder, authorizer: any Authorizer, clock: @escaping @Sendable () -> Int64) {
        self.authorizer = authorizer
        refusals = Refusals(clock: clock) { events in try await recorder.record(events) }
    }

    /// Who reads, when it may. What a role denies is recorded with the outcome DENIED, many times as one event.
    func reader(_ call: Call, _ reading: Reading) async throws -> AuthorizedAccount {
        do throws(Status) {
            let access = call.method.access.demanding(reading.demandsNamed)
            return try await authorizer.authorize(call, access, organization: reading.log.organization)
        } catch {
            // Any other refusal names no account of this organization: an outsider writes nothing into its log.
            if error.code == .permissionDenied && error.reason == .roleLacksScope {
                await refusals.record(RefusedAttempt(reading.denied(call, because: error), call.method))
            }
            throw error
        }
    }
}
