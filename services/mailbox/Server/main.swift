import ChangeFeed
import Daemon
import MailboxDomain
import MailboxHandlers
import MailboxStorage

// mandate-mailbox: who may open, send from or set up a mailbox, and why.
await Daemon.run("mandate-mailbox", port: 7402, operationsPort: 7502) { daemon in
    let store = try daemon.store(MailboxMigrations.all)
    let feed = Feed(store: store, lease: daemon.configuration.lease, snapshot: Mailboxes.snapshot)

    // Decisions come from this index: identity's part arrives by following, delegations from the own store.
    let index = AccessIndex()
    let follower = Follower(
        name: "mandate-mailbox \(store.epoch)", transport: daemon.client(daemon.configuration.identity),
        replica: IdentityReplica(index: index),
        staleness: daemon.configuration.boundedStaleness.map { .bounded($0) } ?? .lease,
        ended: { daemon.logger.warning("identity's feed ended", metadata: ["error": "\($0)"]) })
    let mailboxes = try await Mailboxes(
        store: store, acknowledged: { await feed.acknowledged($0) }, index: index, view: View(follower),
        authorizer: daemon.remoteAuthorizer, clock: Daemon.clock,
        refused: { daemon.logger.critical("a change does not fit the index", metadata: ["error": "\($0)"]) })
    daemon.require(follower)

    var router = daemon.router()
    mailboxes.register(in: &router)
    router.add(FeedHandler(feed: feed))
    let relay = daemon.relay("mailbox", store)
    return .init(
        router: router, store: store,
        background: [.init("follower") { await follower.run() }, .init("relay") { await relay.run() }],
        drain: { feed.drain() })
}
