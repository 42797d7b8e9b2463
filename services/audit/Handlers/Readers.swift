package import Contract
import Messages
package import Outbox
import RPC

/// Who reads a log: accounts whose role has the scope of its class. What a rule refuses them is written down.
package struct Readers: Sendable {
    let authorizer: any Authorizer
    /// Its `run` writes down what was only counted.
    package let refusals: Refusals

    /// `clock`: microseconds UTC.
    package init(recorder: Recorder, authorizer: any Authorizer, clock: @escaping @Sendable () -> Int64) {
        self.authorizer = authorizer
        refusals = Refusals(clock: clock) { events in try await recorder.record(events) }
    }

    /// Who reads, when it may.
    func reader(_ call: Call, _ reading: Reading) async throws -> Reader {
        try await refusing(call, reading) { $0 }
    }

    /// Does what a reader asks for. What a rule refuses is an event of the reader's own organization, as in the other
    /// services (`Mutator.refusing`): also what is not found, and never in the log of what was named.
    func refusing<Done>(_ call: Call, _ reading: Reading, _ work: (Reader) async throws -> Done) async throws -> Done {
        let access = call.method.access.demanding(reading.demandsNamed)
        do {
            return try await answering { try await work(authorized(call, access, reading.log.organization)) }
        } catch let status as Status {
            guard let account = call.judged else { throw status }
            let told = status.telling(access, account)
            if told.reason.refusal == .rule {
                await refusals.record(RefusedAttempt(reading.refused(call, account, access, because: told), call.method))
            }
            throw told
        }
    }

    /// The same without an event: for what is asked once more on the way.
    func authorized(_ call: Call, _ access: Access, _ organization: String) async throws(Status) -> Reader {
        Reader(try await authorizer.authorize(call, access, organization: organization), access)
    }
}

/// Who reads, as events name it.
struct Reader: Sendable {
    let actor: EventActor
    /// What was needed, and what was held.
    let decision: EventDecision?

    init(_ account: AuthorizedAccount, _ access: Access) {
        actor = EventActor(
            id: account.accountID, kind: .account, roleIds: account.roleIDs, authenticatedBy: account.authenticatedBy)
        decision = EventDecision(access, account)
    }
}
