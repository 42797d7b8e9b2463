internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// Signing in and out. Signing in has its own file.
struct SessionHandler: SessionService {
    let identity: Identity

    /// Ends the session that the call carries.
    func deleteSession(_ request: DeleteSessionRequest, _ call: Call) throws(Status) -> Answer<DeleteSessionResponse> {
        guard let token = call.metadata(MetadataKey.session) else { throw Status(SessionHandler.noSession) }
        return .later { [identity] in
            try await answering {
                let hash = SecretToken.hash(token)
                // What the token is to the judge: only the session itself is needed, no scope.
                var occurrence = request.occurrence
                let account = try await identity.refusing(request, call) {
                    try await identity.authorizer.authorize(
                        call, call.access(for: request), organization: nil, touching: occurrence.target)
                }
                occurrence.target.subjectId = account.accountID
                let draft = identity.events.draft(call, account, occurrence)
                let written = try await identity.store.write { tx in
                    guard try tx.deleteSession(tokenHash: hash) else { throw SessionHandler.noSession }
                    try tx.event(draft.encoded(at: tx.now).bytes, .withdrawal)
                    tx.afterCommit { identity.index.removeSession(hash) }
                }
                await identity.acknowledged(written.position)
                return DeleteSessionResponse()
            }
        }
    }

    private static let noSession = Refusal(.sessionInvalid, "the session is unknown or over")
}
