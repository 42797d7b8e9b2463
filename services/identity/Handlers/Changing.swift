internal import Contract
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

// The shapes of identity's methods: what stands around the rule and the write of each.

extension Identity {
    /// A change by an administrator: who may is judged before the write and again inside it; it is done once for its request
    /// id and in one transaction with its event, and answered when no follower can decide on the state before. A denied
    /// attempt is an event. `after`: see `Mutator.perform`.
    func changing<Request: ChangeRequest, Changed: ChangeAnswer>(
        _ request: Request, _ call: Call, etag: String? = nil,
        _ body: @escaping @Sendable (Write, Administration) throws -> Changed,
        after: @escaping @Sendable (Write, Changed, _ isRepeated: Bool) throws -> Changed = { _, answer, _ in answer }
    ) -> Answer<Changed> {
        .later {
            try await answering {
                let mutation = Mutation<Changed>(call, request, etag: etag)
                let account = try await authorize(
                    call, mutation.access, organization: request.organizationNamed, mutation.occurrence)
                let matrix = judge.matrix
                return try await mutator.perform(
                    mutation, account: account,
                    { write in
                        let administration = try Administration(
                            write, account, mutation.access, touching: mutation.occurrence.target, matrix)
                        return try body(write, administration)
                    }, after: after)
            }
        }
    }

    /// What an account may see. A denied attempt is an event.
    func reading<Request: LoggedRequest, Shown: Message>(
        _ request: Request, _ call: Call,
        _ body: @escaping @Sendable (any Connection, AuthorizedAccount) throws -> Shown
    ) -> Answer<Shown> {
        .later {
            try await answering {
                let reader = try await authorize(
                    call, call.access(for: request), organization: request.organizationNamed, request.occurrence)
                return try await store.read { try body($0, reader) }
            }
        }
    }

    /// A page of what an account may see.
    func listing<Request: LoggedRequest & PagedRequest, Shown: Message>(
        _ request: Request, _ call: Call,
        _ body: @escaping @Sendable (any Connection, AuthorizedAccount, Page) throws -> Shown
    ) -> Answer<Shown> {
        .later {
            try await answering {
                let page = try Page(call, request)
                let reader = try await authorize(
                    call, call.access(for: request), organization: request.organizationNamed, request.occurrence)
                return try await store.read { try body($0, reader, page) }
            }
        }
    }
}
