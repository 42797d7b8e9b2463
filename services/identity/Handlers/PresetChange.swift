package import Due
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
package import SQL

extension DueKind {
    /// Of an organization: its id is the key. What its preset says is something else since this version of the server.
    package static let presetChange = DueKind("preset.change")
}

extension Identity {
    /// Puts an entry, due now, for each organization whose followers were told under another table of presets. To tell them
    /// needs room in the outbox, which there may not be yet; a server that did not start for that would never get any.
    static func putPresetChanges(in store: Store, on schedule: Schedule) async throws {
        let outdated = try await store.read { try $0.toldOtherwise() }
        if outdated.isEmpty { return }
        _ = try await store.write { tx in
            for id in outdated {
                try schedule.put(DueEntry(.presetChange, id.text, organization: id.text, at: tx.now), tx)
            }
        }
    }

    /// Tells followers what holds now, and the log that it was the server's new version that changed it. The event has no
    /// changes: nothing that the organization has decided is different, and the table before is not kept. It is also told of
    /// one that has decided everything itself.
    package func changePreset(_ entry: DueEntry, _ tx: Transaction) throws {
        let organization = OrganizationID(entry.key)
        // Of what the preset said before nothing is known: it may have deleted later, or never (B4).
        try sweepSuspended(of: organization, behind: "", tx)
        // The organization may have decided something meanwhile: then they know.
        guard try tx.isToldOtherwise(organization) else { return }
        let target = EventTarget(id: organization.text, resourceType: "policies")
        try mutator.perform(SystemChange(.policiesUpdated, target, takesAway: false), in: tx) { write in
            let before = try tx.policies(of: organization)
            try write.report(before, try tx.update(before))
        }
    }
}
