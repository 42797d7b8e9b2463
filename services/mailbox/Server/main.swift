import ChangeFeed
import Daemon
import Due
import MailboxDomain
import MailboxHandlers
import MailboxStorage

// mandate-mailbox: who may open, send from or set up a mailbox, and why.
await ServerProcess.run("mandate-mailbox", port: 7402, operationsPort: 7502) { process in
    let store = try await process.store(MailboxMigrations.all)
    let feed = Feed(store: store, lease: process.configuration.lease, snapshot: Mailboxes.snapshot)

    // Decisions come from this index: identity's part arrives by following, delegations from the own store.
    let index = AccessIndex()
    let administrators = AdministratorChanges()
    let tombstones = Tombstones()
    let signatures = SignatureEnds(index: index) { [clock = process.clock] in Now(clock.now).earliest }
    let follower = Follower(
        name: "mandate-mailbox \(store.epoch)", transport: try process.identityClient(),
        replica: IdentityReplica(
            index: index, administrators: administrators, tombstones: tombstones, signatures: signatures,
            settled: { await store.settled() }),
        staleness: process.configuration.boundedStaleness.map { .bounded($0) } ?? .lease,
        ended: { process.logger.warning("identity's feed ended", metadata: ["error": "\($0)"]) })
    let mailboxes = try await Mailboxes(
        store: store, acknowledged: { await feed.acknowledged($0) }, index: index, view: View(follower),
        administrators: administrators, tombstones: tombstones, signatures: signatures,
        authorizer: try process.remoteAuthorizer(), identity: try process.identityClient(),
        clock: { [clock = process.clock] in Now(clock.now) }, random: ServerProcess.random,
        refused: { process.failStop.strike("the index cannot take a change of its own", $0) })
    process.require(follower)
    process.show(feed)
    process.metrics.read(.checks) {
        mailboxes.decisions.all.map { MetricSample($0.count, [("decision", $0.decision), ("reason", $0.reason)]) }
    }
    process.metrics.read(.tombstones) { tombstones.count }
    process.metrics.read(.delegationMarks) { mailboxes.marks.count }
    process.metrics.read(.organizationLock) { index.longestHold / .seconds(1) }

    var router = process.router()
    mailboxes.register(in: &router)
    router.add(FeedHandler(feed: feed))
    let relay = try process.relay("mailbox", store)
    return .init(
        router: router, store: store, relay: relay,
        background: [
            .init("follower") { await follower.run() }, .init("relay") { await relay.run() },
            process.recording(mailboxes.refusals),
            process.doing(
                [
                    DueAction(.delegationStart, mailboxes.startDelegation),
                    DueAction(.delegationExpire, mailboxes.expireDelegation),
                ], on: mailboxes.schedule),
            .init("signatures") {
                await mailboxes.removeLostSignatures { error in
                    process.logger.error(
                        "signatures of who has no access any more are still here; it is tried again",
                        metadata: ["error": "\(error)"])
                }
            },
            .init("addresses") {
                await mailboxes.compareAddresses { mailbox, error in
                    process.logger.error(
                        "identity does not have a registered mailbox as it is here; it is tried again",
                        metadata: ["mailbox": "\(mailbox?.text ?? "all")", "error": "\(error)"])
                }
            },
            .init("address looks") { await mailboxes.lookAtAddresses() },
            .init("offboardings") {
                await mailboxes.carryOutOffboardings { offboarding, error in
                    process.logger.error(
                        "an offboarding cannot go on; it is tried again",
                        metadata: ["offboarding": "\(offboarding)", "error": "\(error)"])
                }
            },
            .init("revocations") {
                await mailboxes.removeMarkedDelegations { mark, error in
                    process.logger.error(
                        "delegations that were revoked all at once still have rows here; it is tried again",
                        metadata: ["of": "\(mark.marked.text)", "error": "\(error)"])
                }
            },
            .init("deletions") {
                await mailboxes.removeDependentRows { deleted, error in
                    process.logger.error(
                        "what goes with a deleted account or group is still here; it is tried again",
                        metadata: ["deleted": "\(deleted.text)", "error": "\(error)"])
                }
            },
        ],
        record: { try await mailboxes.record($0) }, drain: { feed.drain() })
}
