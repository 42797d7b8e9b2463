package import ChangeFeed
internal import Messages
internal import RPC

/// What this process knows of identity, and how old that may be. Behind it stands a `Follower`.
package struct View: Sendable {
    let freshness: @Sendable () -> Freshness
    let place: @Sendable () -> (epoch: String, position: Int64)
    /// Of `place`, without a lock and a text: for every decision.
    let position: @Sendable () -> Int64

    package init(
        freshness: @escaping @Sendable () -> Freshness,
        place: @escaping @Sendable () -> (epoch: String, position: Int64), position: @escaping @Sendable () -> Int64
    ) {
        self.freshness = freshness
        self.place = place
        self.position = position
    }

    package init(_ follower: Follower) {
        self.init(
            freshness: { follower.freshness }, place: { follower.place }, position: { follower.appliedPosition })
    }
}

extension View {
    /// Whether identity's state is what this process knows: without that nobody knows who has lost anything.
    var isFresh: Bool {
        guard case .fresh = freshness() else { return false }
        return true
    }
}

extension Mailboxes {
    /// Throws unless the index may be decided on now: never an old ALLOWED, never a DENIED for want of knowing (D17).
    ///
    /// Under bounded staleness the answer says in its trailer how old the view may be, in whole seconds, rounded up.
    func ready(_ call: Call) throws(Status) {
        guard own.areWhole else { throw Status.stopped }
        switch view.freshness() {
        case .fresh: return
        case .behind(let age):
            let (seconds, rest) = age.components
            call.setTrailer("mandate-stale-for", "\(rest > 0 ? seconds + 1 : seconds)")
        case .stale: throw Status.stale
        case .loading: throw Status.loading
        }
    }

    /// Throws STALE when this process has not yet seen what the token's owner saw. An empty token asks for nothing. `field`:
    /// where the request has it.
    func meets(_ token: String, _ field: String = "consistency_token") throws(Status) {
        if token.isEmpty { return }
        guard let token = ConsistencyToken(token) else {
            throw Status.invalid(field, "it is no token of this installation")
        }
        let identity = view.place()
        guard token.isMet(by: "identity", epoch: identity.epoch, position: identity.position),
            token.isMet(by: "mailbox", epoch: store.epoch, position: store.position)
        else { throw Status.stale }
    }
}
