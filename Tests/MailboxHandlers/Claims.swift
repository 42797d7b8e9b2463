import Contract
import Messages
import Patience
import RPC
import Synchronization

/// What identity keeps of mailboxes' addresses, in a table: an address is one mailbox's, and the same claim again is nothing.
/// Which accounts may own one, and what else identity judges, has its tests there.
final class Claims: MailboxAddressService, Sendable {
    /// What becomes of the next call that changes something.
    enum Fate: Sendable {
        /// It is not made.
        case refused(Status)
        /// It is made, and its answer is lost.
        case lost
    }

    private struct State {
        var taken: [String: MailboxAddress] = [:]
        var calls: [any Message] = []
        var fate: Fate?
        var afterClaiming: (@Sendable () async throws -> Void)?
        var suspended: [SuspendAccountRequest] = []
    }

    private let state = Mutex(State())

    /// A client's side of it.
    var transport: any CallTransport {
        var router = Router()
        router.add(self)
        // Identity's own rules of it have their tests there.
        router.unary(AccountServiceMethods.suspendAccount) { [weak self] (request, _) throws(Status) in
            self?.state.withLock { $0.suspended.append(request) }
            return .now(SuspendAccountResponse(account: Account(id: request.accountId, state: .suspended)))
        }
        return InProcessTransport(router: router, peer: Peer(caller: "spiffe://test/service/mandate-mailbox")).patient
    }

    /// Whom it was asked to suspend.
    var suspended: [SuspendAccountRequest] { state.withLock { $0.suspended } }

    var taken: [MailboxAddress] { state.withLock { $0.taken.values.sorted { $0.mailboxId < $1.mailboxId } } }

    /// Every call so far that was not refused.
    var calls: [any Message] { state.withLock { $0.calls } }

    func next(_ fate: Fate) { state.withLock { $0.fate = fate } }

    /// Happens once, when the next claim is made and before it is answered.
    func afterClaiming(_ happens: @escaping @Sendable () async throws -> Void) {
        state.withLock { $0.afterClaiming = happens }
    }

    /// As if a mailbox had it that only identity knows, or as if identity had forgotten it.
    func set(_ mailbox: String, _ address: MailboxAddress?) { state.withLock { $0.taken[mailbox] = address } }

    func claimMailboxAddress(
        _ request: ClaimMailboxAddressRequest, _ call: Call
    ) throws(Status) -> Answer<ClaimMailboxAddressResponse> {
        let (answer, isLost, then) = try begin(request) { state throws(Status) in
            let key = request.address.lowercased()
            for (mailbox, other) in state.taken where other.address.lowercased() == key && mailbox != request.mailboxId {
                throw Status(.alreadyExists, .alreadyExists, "address is taken", metadata: ["field": "address"])
            }
            let before = state.taken[request.mailboxId]
            let address = MailboxAddress(
                mailboxId: request.mailboxId, ownerId: request.ownerId, address: request.address)
            if before?.ownerId == request.ownerId {
                return ClaimMailboxAddressResponse(mailboxAddress: before, unchanged: true)
            }
            if !request.validateOnly { state.taken[request.mailboxId] = address }
            return ClaimMailboxAddressResponse(mailboxAddress: address)
        }
        return .later {
            try await then?()
            if isLost { throw Self.unreachable }
            return answer
        }
    }

    func releaseMailboxAddress(
        _ request: ReleaseMailboxAddressRequest, _ call: Call
    ) throws(Status) -> Answer<ReleaseMailboxAddressResponse> {
        let (answer, isLost, _) = try begin(request) { state throws(Status) in
            let before = state.taken.removeValue(forKey: request.mailboxId)
            return ReleaseMailboxAddressResponse(mailboxAddress: before, unchanged: before == nil)
        }
        if isLost { throw Self.unreachable }
        return .now(answer)
    }

    func listMailboxAddresses(
        _ request: ListMailboxAddressesRequest, _ call: Call
    ) throws(Status) -> Answer<ListMailboxAddressesResponse> {
        let page = try Page(call, request)
        let (shown, next) = page.cut(page.rest(of: taken, \.mailboxId), \.mailboxId)
        return .now(ListMailboxAddressesResponse(mailboxAddresses: shown, nextPageToken: next))
    }

    static let unreachable = Status(.unavailable, .unspecified, "identity cannot be reached")

    private func begin<Answer: Sendable>(
        _ request: some Message, _ change: (inout sending State) throws(Status) -> sending Answer
    ) throws(Status) -> (Answer, isLost: Bool, then: (@Sendable () async throws -> Void)?) {
        try state.withLock { state throws(Status) in
            let fate = state.fate
            state.fate = nil
            if case .refused(let status) = fate { throw status }
            state.calls.append(request)
            let answer = try change(&state)
            defer { state.afterClaiming = nil }
            if case .lost = fate { return (answer, true, state.afterClaiming) }
            return (answer, false, state.afterClaiming)
        }
    }
}
