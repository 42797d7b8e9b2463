package import SQL

/// What a follower keeps of another service's state.
///
/// Calls come one at a time, and what they return from is acknowledged: they may wait for what must happen before. After
/// one that throws, the whole state is sent again.
package protocol Replica: Sendable {
    /// The whole state: what is not in it is gone. Readers see the old one or the new one.
    func replace(with snapshot: [ChangeRecord]) async throws

    /// All changes of one transaction: readers see all of them or none.
    func apply(_ transaction: CommittedTransaction) async throws
}
