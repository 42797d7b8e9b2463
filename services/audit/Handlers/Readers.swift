package import Contract
import Messages
package import Outbox
import RPC

/// Who reads a log: accounts whose role has the scope of its class, and operators that of the installation. What a rule
/// refuses them is written down.
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
            guard let reader = call.judged.map({ Reader($0, access) }) ?? call.operatorCaller.map({ Reader($0) }) else {
                throw status
            }
            let told = call.judged.map { status.telling(access, $0) } ?? status
            if told.reason.refusal == .rule {
                let decision = EventDecision(told, access, call.judged)
                await refusals.record(RefusedAttempt(reading.refused(call, by: reader, decision), call.method))
            }
            throw told
        }
    }

    /// The same without an event: for what is asked once more on the way.
    ///
    /// The installation's own log, that of no organization, is for operators without an account. Whoever asks for it with
    /// one is answered as for an organization that there is not, and an operator who asks for another is nobody there.
    func authorized(_ call: Call, _ access: Access, _ organization: String) async throws(Status) -> Reader {
        if let operatorCaller = call.operatorCaller {
            guard organization.isEmpty else { throw .accountRequired }
            return Reader(operatorCaller)
        }
        let named = organization.isEmpty ? Self.noOrganization : organization
        return Reader(try await authorizer.authorize(call, access, organization: named), access)
    }

    /// An id of the right form that no organization has: no UUIDv7 is zero.
    private static let noOrganization = "org_" + String(repeating: "0", count: 26)
}

/// Who reads, as events name it.
struct Reader: Sendable {
    let actor: EventActor
    /// Whose log tells what is refused it; empty for the installation's.
    let organization: String
    /// What was needed, and what was held.
    let decision: EventDecision?

    init(_ account: AuthorizedAccount, _ access: Access) {
        actor = EventActor(
            id: account.accountID, kind: .account, roleIds: account.roleIDs, authenticatedBy: account.authenticatedBy)
        organization = account.organizationID
        decision = EventDecision(access, account)
    }

    init(_ caller: OperatorCaller) {
        actor = EventActor(id: caller.uri, kind: .operator, authenticatedBy: "certificate")
        organization = ""
        decision = nil
    }
}
