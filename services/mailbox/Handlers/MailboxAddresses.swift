internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import RPC
internal import Synchronization

/// What identity keeps of registered mailboxes, their addresses and owners, as this service changes it.
struct MailboxAddresses: Sendable {
    let client: MailboxAddressClient
    let ids: MailboxIDs
    let uses = MailboxUses()
    let looks = AddressLooks()

    /// Takes the address for a mailbox, or gives the mailbox to that owner; the same again is nothing. What identity refuses
    /// is the caller's answer: the fields are called alike.
    func claim(
        _ mailbox: MailboxID, _ address: String, for owner: AccountID, by account: AuthorizedAccount, why justification: String,
        validateOnly: Bool, _ call: Call
    ) async throws(Status) {
        _ = try await client.claimMailboxAddress(
            ClaimMailboxAddressRequest(
                mailboxId: mailbox.text, ownerId: owner.text, address: address, requestedBy: account.accountID,
                justification: justification, validateOnly: validateOnly), CallOptions(within: call))
    }

    /// One more use of a mailbox, to be ended. `alone`: of those that are, there is one at a time.
    func begin(_ use: MailboxUses.Use, _ mailbox: MailboxID, alone: Bool = false) throws(Status) {
        if !use.begin(mailbox, alone: alone) { throw .inUse }
    }
}

/// What is to be looked at in identity, for the one who looks: however often it is asked for meanwhile, it is one look.
final class AddressLooks: Sendable {
    enum Look: Sendable {
        /// Addresses that are known to be left, perhaps.
        case pending
        /// Everything that is there.
        case all
    }

    /// Something is to be looked at.
    let signals: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let isAllWanted = Atomic(false)

    /// The first look is at all that is there.
    init() {
        (signals, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        add(.all)
    }

    func add(_ look: Look) {
        if look == .all { isAllWanted.store(true, ordering: .releasing) }
        continuation.yield()
    }

    /// What the next look is at, which is not wanted any more then.
    func take() -> Look { isAllWanted.exchange(false, ordering: .acquiringAndReleasing) ? .all : .pending }
}

extension Status {
    /// For a moment: what was left of an earlier attempt is being put in order, or it is being given away.
    fileprivate static let inUse = Status(.unavailable, .stale, "the mailbox is being changed; ask again")
}
