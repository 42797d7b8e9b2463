internal import Contract
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

// The shapes of identity's methods: what stands around the rule and the write of each.

extension Identity {
    /// A change by an administrator: who may is judged before the write and again inside it; it is done once for its request
    /// id and in one transaction with its event, and answered when no follower can decide on the state before. What a
    /// rule refuses is an event. `after`: see `Mutator.perform`; `again` is who may, where the request is a repetition.
    /// `givesAway`: the caller gives away with it what it takes to do it, as ownership. Who repeats the request has it no more,
    /// so that is judged inside the write alone.
    func changing<Request: ChangeRequest, Changed: ChangeAnswer>(
        _ request: Request, _ call: Call, etag: String? = nil, givesAway: Bool = false,
        _ body: @escaping @Sendable (Write, Administration) throws -> Changed,
        after: @escaping @Sendable (Write, Changed, _ again: Administration?) throws -> Changed = { _, answer, _ in answer }
    ) -> Answer<Changed> {
        changing(
            request, call, etag: etag, givesAway: givesAway, finding: { _ in },
            { write, administration, _ in try body(write, administration) }, after: after)
    }

    /// The same with something that is found out between the two judgements: for whom may make the change, and while no
    /// write waits for it.
    func changing<Request: ChangeRequest, Changed: ChangeAnswer, Found: Sendable>(
        _ request: Request, _ call: Call, etag: String? = nil, givesAway: Bool = false,
        finding find: @escaping @Sendable (AuthorizedAccount) async throws -> Found,
        _ body: @escaping @Sendable (Write, Administration, Found) throws -> Changed,
        after: @escaping @Sendable (Write, Changed, _ again: Administration?) throws -> Changed = { _, answer, _ in answer }
    ) -> Answer<Changed> {
        .later {
            try await answering {
                let mutation = Mutation<Changed>(call, request, etag: etag)
                let target = mutation.occurrence.target
                var kept = mutation.access
                if givesAway { kept.kind = .account }
                let repeating = kept
                return try await refusing(request, call) {
                    let account = try await authorizer.authorize(
                        call, repeating, organization: request.organizationNamed, unit: request.unitNamed, touching: target)
                    let matrix = judge.matrix
                    let judged: @Sendable (Write, Access) throws -> Administration = { write, access in
                        try Administration(
                            write, call, account, access, unit: request.unitNamed, touching: target, matrix)
                    }
                    let found = try await find(account)
                    return try await mutator.perform(
                        mutation, account: account, { write in try body(write, judged(write, mutation.access), found) },
                        after: { write, answer, isRepeated in
                            // A repetition has no body, and what it does itself is done by who may do it now.
                            try after(write, answer, isRepeated ? judged(write, repeating) : nil)
                        })
                }
            }
        }
    }

    /// What an account may see. What a rule refuses is an event.
    func reading<Request: LoggedRequest, Shown: Message>(
        _ request: Request, _ call: Call,
        _ body: @escaping @Sendable (any Connection, AuthorizedAccount) throws -> Shown
    ) -> Answer<Shown> {
        .later {
            try await answering {
                try await refusing(request, call) {
                    let reader = try await reader(request, call)
                    return try await store.read { try body($0, reader) }
                }
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
                return try await refusing(request, call) {
                    let reader = try await reader(request, call)
                    return try await store.read { try body($0, reader, page) }
                }
            }
        }
    }

    private func reader(_ request: some LoggedRequest, _ call: Call) async throws(Status) -> AuthorizedAccount {
        try await authorizer.authorize(
            call, call.access(for: request), organization: request.organizationNamed, unit: request.unitNamed,
            touching: request.occurrence.target)
    }

    /// See `Mutator.refusing`. `complete` adds to the event what the request does not say.
    func refusing<Done>(
        _ request: some LoggedRequest, _ call: Call, _ complete: (inout Occurrence) -> Void = { _ in },
        _ work: () async throws -> Done
    ) async throws -> Done {
        try await mutator.refusing(
            call, call.access(for: request),
            {
                var occurrence = request.occurrence
                complete(&occurrence)
                return occurrence
            }, work)
    }
}
