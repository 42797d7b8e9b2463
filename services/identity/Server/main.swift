import ChangeFeed
import DNS
import Daemon
import IdentityDomain
import IdentityHandlers
import IdentityStorage

// mandate-identity: who somebody is, and what an administrator may do.
await ServerProcess.run("mandate-identity", port: 7401, operationsPort: 7501) { process in
    let store = try await process.store(IdentityMigrations.all)
    let feed = Feed(store: store, lease: process.configuration.lease) { connection, body in
        try connection.eachChange(body)
    }
    process.show(feed)
    let resolver = try Resolver(
        servers: process.configuration.resolver, timeout: process.configuration.resolverTimeout)
    let identity = try await Identity(
        store: store, acknowledged: { await feed.acknowledged($0) },
        matrix: RoleMatrix.standard.with(process.configuration.matrix),
        domains: DomainRules(
            allowsUnverified: process.configuration.unverifiedDomains, texts: { await resolver.texts(of: $0) }),
        clock: { [clock = process.clock] in clock.now },
        random: ServerProcess.random
    )

    var router = process.router()
    identity.register(in: &router)
    router.add(FeedHandler(feed: feed))
    let relay = try process.relay("identity", store)
    return .init(
        router: router, store: store, relay: relay,
        background: [
            .init("relay") { await relay.run() }, process.recording(identity.refusals),
            process.doing(identity.dueActions, on: identity.schedule),
            .init("session uses") {
                await identity.keepSessionUses {
                    process.logger.warning("uses of sessions are not stored", metadata: ["error": "\($0)"])
                }
            },
        ], record: { try await identity.record($0) }, drain: { feed.drain() })
}
