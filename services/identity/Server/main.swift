import ChangeFeed
import Daemon
import IdentityHandlers
import IdentityStorage

// mandate-identity: who somebody is, and what an administrator may do.
await Daemon.run("mandate-identity", port: 7401, operationsPort: 7501) { daemon in
    let store = try daemon.store(IdentityMigrations.all)
    // Followers get every account, group and member; a change is answered when they have it.
    let feed = Feed(store: store, lease: daemon.configuration.lease) { try $0.eachChange($1) }
    let identity = try await Identity(
        store: store, acknowledged: { await feed.acknowledged($0) }, clock: Daemon.clock, random: Daemon.random)
    let relay = daemon.relay("identity", store)

    var router = daemon.router()
    identity.register(in: &router)
    router.add(FeedHandler(feed: feed))
    return .init(router: router, store: store, background: [.init("relay") { await relay.run() }],
        drain: { feed.drain() })
}
