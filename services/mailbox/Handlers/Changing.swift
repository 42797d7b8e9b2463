internal import Contract
internal import Messages
internal import Mutations
internal import RPC

// The shapes of mailbox's methods: what stands around the rule and the write of each.

extension Mailboxes {
    /// A change by an administrator: once for its request id and in one transaction with its event, answered when no
    /// follower can decide on the state before.
    ///
    /// `needsView`: what is given is judged against a view of identity that holds; what is taken away needs none. `grounds`:
    /// as of `authorize`.
    func changing<Request: ChangeRequest, Changed: ChangeAnswer>(
        _ request: Request, _ call: Call, needsView: Bool, grounds: Grounds? = nil,
        _ body: @escaping @Sendable (Write, AuthorizedAccount) throws -> Changed
    ) -> Answer<Changed> {
        .later {
            try await answering {
                let mutation = Mutation<Changed>(call, request)
                return try await mutator.refusing(call, mutation.access, { mutation.occurrence }) {
                    try await administer(mutation, needsView: needsView, grounds: grounds, body)
                }
            }
        }
    }

    /// What an account may see, judged against a view that holds. What a rule refuses is an event.
    func reading<Request: LoggedRequest, Shown: Message>(
        _ request: Request, _ call: Call, _ body: @escaping @Sendable (AuthorizedAccount) async throws -> Shown
    ) -> Answer<Shown> {
        .later {
            try await answering {
                let access = call.access(for: request)
                return try await mutator.refusing(call, access, { request.occurrence }) {
                    let judgement = try await authorize(call, access, request.occurrence)
                    try ready(call)
                    return try await body(judgement.account)
                }
            }
        }
    }
}
