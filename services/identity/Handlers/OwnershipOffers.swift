package import Due
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
package import SQL

extension DueKind {
    /// Of an offer of ownership: its id is the key.
    package static let ownershipExpire = DueKind("ownership.expire")
}

// Offers of ownership as rows: made, answered, and ended by time (A3).

extension Identity {
    /// Stores an offer with its end, and tells the log.
    func offerOwnership(
        of organization: Organization, to account: Account, lifetime: Int64, _ write: Write
    ) throws -> OwnershipTransfer {
        let tx = write.tx
        let expireTime = tx.now + lifetime
        let offer = try tx.insert(
            OwnershipTransfer(
                id: write.id("otr"), organizationId: organization.id, ownerId: organization.ownerId, accountId: account.id,
                state: .pending, createTime: Timestamp(microsecondsSince1970: tx.now),
                expireTime: Timestamp(microsecondsSince1970: expireTime)))
        try schedule.put(DueEntry(.ownershipExpire, offer.id, organization: organization.id, at: expireTime), tx)
        try write.report(nil, offer) { event in
            event.action = .ownershipOffered
            event.target = EventTarget(id: offer.id, resourceType: "ownership_transfer", subjectId: offer.accountId)
        }
        return offer
    }

    /// Stores what became of an offer, and tells the log. Nothing happens at its end any more.
    func end(_ offer: OwnershipTransfer, as state: OwnershipOffer.State, _ write: Write) throws -> OwnershipTransfer {
        let ended = try store(offer, as: state, write)
        try write.report(offer, ended) { $0.target?.subjectId = offer.accountId }
        return ended
    }

    private func store(_ offer: OwnershipTransfer, as state: OwnershipOffer.State, _ write: Write) throws -> OwnershipTransfer {
        var ended = offer
        ended.state = OwnershipTransferState(state)
        try schedule.remove(.ownershipExpire, offer.id, write.tx)
        return try write.tx.update(ended)
    }

    /// An offer goes with the account to which it was made, and with its last role, whose own event tells of it. Returns its
    /// id; nothing for none.
    func voidOffer(to account: Account, _ write: Write) throws -> String {
        let pending = try write.tx.pendingTransfer(of: OrganizationID(account.organizationId))
        guard let pending, pending.accountId == account.id else { return "" }
        return try store(pending, as: .withdrawn, write).id
    }

    /// The offer that stands in the way of another. One that is over and has not had its turn ends within this write; while
    /// two clocks disagree nothing ends.
    func pendingTransfer(of organization: Organization, _ write: Write) throws -> OwnershipTransfer? {
        guard let found = try write.tx.pendingTransfer(of: OrganizationID(organization.id)) else { return nil }
        let now = clock()
        guard now.earliest == now.latest, try expire(found, write.tx) else { return found }
        return nil
    }

    /// When an offer's time is over.
    package func expireOwnershipOffer(_ entry: DueEntry, _ tx: Transaction) throws {
        guard let found = try tx.ownershipTransfer(entry.key) else { return }
        _ = try expire(found, tx)
    }

    /// True when it was over, and has ended.
    private func expire(_ found: OwnershipTransfer, _ tx: Transaction) throws -> Bool {
        guard try found.offer.isOver(at: tx.now) else { return false }
        let target = EventTarget(id: found.id, resourceType: "ownership_transfer", subjectId: found.accountId)
        let change = SystemChange(.ownershipExpired, target, behalf: found.ownerId, takesAway: true)
        _ = try mutator.perform(change, in: tx) { write in try end(found, as: .expired, write) }
        return true
    }
}
