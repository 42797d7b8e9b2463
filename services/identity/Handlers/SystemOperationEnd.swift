internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import SQL

extension Identity {
    /// Of an account that holds nothing any more, as a part of its own write and event. Returns what it held, in words.
    func endOperations(of account: Account, _ write: Write) throws -> String {
        let held = try write.tx.holdings(of: account.id)
        for holding in held { try write.tx.delete(holding) }
        return held.map { $0.operation.shortName.lowercased() }.joined(separator: " ")
    }

    /// Of a group that is deleted: nobody is let through it any more, so it takes its turn, and its events wait where the outbox
    /// is full.
    func removeOperations(of group: Group, _ tx: Transaction) throws {
        for holding in try tx.holdings(of: group.id) {
            let target = EventTarget(id: group.id, resourceType: "system_operation", subjectId: group.id)
            try mutator.perform(SystemChange(.systemOperationRemoved, target, takesAway: false), in: tx) { write in
                try tx.delete(holding)
                try write.report(holding, nil)
            }
        }
    }
}
