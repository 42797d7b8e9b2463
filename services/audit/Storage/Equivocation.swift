package import AuditDomain

/// A source that said two things under one number: a restored database without a new epoch, or worse.
package struct Equivocation: Sendable, Equatable {
    package var source: String
    package var epoch: String
    package var sequence: Int64
    /// Of the leaf that the log has.
    package var recorded: TreeHash
    /// Of the leaf that it refused.
    package var offered: TreeHash

    package init(source: String, epoch: String, sequence: Int64, recorded: TreeHash, offered: TreeHash) {
        self.source = source
        self.epoch = epoch
        self.sequence = sequence
        self.recorded = recorded
        self.offered = offered
    }
}
