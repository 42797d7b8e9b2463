internal import ArgumentParser
internal import MailboxDomain

/// What one mark takes away in an organization of a million delegations: how long the longest hold of the organization's lock
/// is, and how long until the last record is gone.
struct MarkBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marks", abstract: "Milliseconds that a mark of many delegations keeps its organization's questions waiting."
    )

    @Option var delegations = 1_000_000
    @Option var named = 50_000
    @Option var runs = 5

    func run() throws {
        let institution = Institution(delegations: delegations)
        let watch = Watch()
        let index = AccessIndex(clock: watch.clock)
        index.apply(
            institution.accounts.map { .account(Account(id: $0, type: .user, state: .active)) }, in: institution.organization)
        index.apply(institution.groups.map { .group($0) }, in: institution.organization)
        index.reserve(delegations + named, in: institution.organization)
        index.apply(institution.delegations.map { .put($0) }, in: institution.organization)
        let before = index.delegationMemory.count
        for _ in 0..<runs {
            for isMailbox in [true, false] {
                let (records, mark) = marked(institution, isMailbox: isMailbox)
                for record in records { index.apply([.put(record)], in: institution.organization) }
                watch.start()
                let took = ContinuousClock().measure { index.apply([mark], in: institution.organization) }
                watch.stop()
                guard index.delegationMemory.count <= before else { throw Failure("the mark left something") }
                value(isMailbox ? "mark_mailbox_ms" : "mark_grantee_ms", took / .milliseconds(1))
            }
        }
        value("mark_hold_ms", index.longestHold / .milliseconds(1))
    }

    /// Delegations of one mailbox to many, or of many mailboxes to one, that the institution has nothing of, and their mark.
    private func marked(_ institution: Institution, isMailbox: Bool) -> ([Delegation], OwnChange) {
        let one = AccountID(bits: institution.accounts[0].bits ^ 1)
        let records = institution.accounts.shuffled().prefix(named).enumerated().map { number, other in
            Delegation(
                id: DelegationID(bits: UInt128(number + 1)), mailbox: (isMailbox ? one : other).mailbox,
                grantee: .account(isMailbox ? other : one), rights: .open)
        }
        return (records, isMailbox ? .mailboxCleared(one.mailbox) : .granteeCleared(.account(one)))
    }
}
