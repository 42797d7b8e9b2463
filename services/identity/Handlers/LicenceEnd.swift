package import Due
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
package import SQL

extension DueKind {
    /// Of a subscription that is cancelled: its id is the key.
    package static let licencesFree = DueKind("licences.free")
}

extension Identity {
    /// Enough for a write of some milliseconds.
    private static let freedAtOnceMax = 64

    /// Puts down that the licences of a cancelled subscription are to be freed. They give nothing any more, so it takes its
    /// turn.
    func freeLicences(of subscription: Subscription, _ tx: Transaction) throws {
        try schedule.put(
            DueEntry(.licencesFree, subscription.id, organization: subscription.organizationId, at: tx.now), tx)
    }

    /// Frees some, and comes back for the rest. It has no more room in the outbox than any other change: the cancellation
    /// was what took access away, and 100,000 of these must not take the room of the next one.
    package func freeLicences(_ entry: DueEntry, _ tx: Transaction) throws {
        guard let subscription = try tx.subscription(SubscriptionID(entry.key)), subscription.state == .cancelled else {
            return
        }
        let licences = try tx.licences(of: SubscriptionID(entry.key), after: "", limit: Self.freedAtOnceMax)
        for licence in licences {
            let target = EventTarget(id: subscription.id, resourceType: "subscription", subjectId: licence.accountId)
            try mutator.perform(SystemChange(.licenceFreed, target, takesAway: false), in: tx) { write in
                try tx.delete(licence)
                try write.report(licence, nil)
            }
        }
        if licences.count == Self.freedAtOnceMax { try freeLicences(of: subscription, tx) }
    }
}
