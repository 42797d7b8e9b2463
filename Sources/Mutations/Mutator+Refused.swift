package import Contract
package import Messages
internal import Outbox
package import RPC

extension Mutator {
    /// Does what a call asks for; around every method of an account or an operator, whether it changes or reads.
    ///
    /// 1. What a rule refuses to whoever has proved who they are is an event with its reason, also when it was only tried
    ///    out; what is a matter of form, freshness or room is none (`ErrorReason.refusal`). Many are one with their number.
    /// 2. It is in the log of the account's own organization, never of what was named, into which an outsider writes
    ///    nothing: also what is not found, for who tries out ids leaves a trace (rule D28). It is written in the same way
    ///    whether the thing is another organization's or nowhere, so that the time of an answer tells neither.
    /// 3. A denial of permission says scope, needed and held (rule C15).
    ///
    /// `occurrence` is asked for when something was refused.
    package func refusing<Done>(
        _ call: Call, _ access: Access, _ occurrence: () -> Occurrence, _ work: () async throws -> Done
    ) async throws -> Done {
        do {
            return try await work()
        } catch {
            guard var status = status(error) else { throw error }
            let account = call.judged
            if let account { status = status.telling(access, account) }
            if status.reason.refusal == .rule, account != nil || access.kind == .operator {
                await recordRefusal(call, account, occurrence(), EventDecision(status, access, account))
            }
            throw status
        }
    }
}
