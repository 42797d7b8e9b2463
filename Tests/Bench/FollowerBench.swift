internal import ArgumentParser
internal import ChangeFeed
internal import MailboxDomain
internal import MailboxHandlers
internal import MailboxStorage
internal import NIOPosix
internal import RPC
internal import TLS

/// A new follower of an identity that has a million accounts in one organization: how long until it may decide
/// (`follow_1m_s`), and how long the organization's lock was held meanwhile, at most (`follow_hold_ms`), also while a second
/// snapshot takes the place of the first.
///
/// Leader and follower share this process and its cores; between them are TLS and loopback.
struct FollowerBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow", abstract: "Seconds until a new follower of many accounts is live, and the longest hold.")

    @Option(help: "A folder for the database.") var folder: String
    @Option(help: "The folder that 'mandatectl certificates' filled; without, leader and follower call each other in process.")
    var certificates: String?
    @Option var accounts = 1_000_000

    func run() async throws {
        let database = try IdentityStore(folder: folder)
        defer { database.close() }
        let population = try await Population.settle(database.store, accounts: accounts, name: "follow")
        var router = Router()
        router.add(FeedHandler(feed: database.feed()))
        let link = try await Link(router, certificates: certificates)
        let index = AccessIndex()
        for key in ["follow_1m_s", "follow_again_1m_s"] {
            value(key, try await live(index, link, population))
        }
        value("follow_hold_ms", index.longestHold / .milliseconds(1))
        await link.close()
    }

    /// Seconds until a follower with nothing is live.
    private func live(_ index: AccessIndex, _ link: Link, _ population: Population) async throws -> Double {
        let replica = IdentityReplica(index: index, administrators: AdministratorChanges(), settled: {})
        let began = ContinuousClock.now
        let follower = Follower(
            name: "bench", transport: link.transport, replica: replica, ended: { print("the feed ended: \($0)") })
        let following = Task { await follower.run() }
        while follower.freshness != .fresh { try await Task.sleep(for: .milliseconds(5)) }
        let took = (ContinuousClock.now - began) / .seconds(1)
        for id in [population.people.first, population.people.last] {
            guard let account = id.flatMap({ AccountID($0) }),
                index.decide(Question(account: .id(account), mailbox: .id(account.mailbox), right: .open), at: Now(0)).allowed
            else { throw Failure("\(id ?? "nobody") is not known to the follower") }
        }
        following.cancel()
        await following.value
        return took
    }
}

/// Between a follower and its leader.
private struct Link {
    let transport: any CallTransport
    private let server: Server?
    private let client: Client?

    init(_ router: Router, certificates: String?) async throws {
        guard let certificates else {
            transport = InProcessTransport(router: router, peer: Peer(caller: "spiffe://mandate.test/bench", address: ""))
            (server, client) = (nil, nil)
            return
        }
        func context(_ role: TLSContext.Role, _ name: String) throws -> TLSContext {
            try TLSContext(
                role: role,
                files: TLSFiles(
                    certificate: "\(certificates)/\(name).pem", key: "\(certificates)/\(name).key",
                    authority: "\(certificates)/authority.pem"),
                protocols: ["mandate-rpc/1"])
        }
        let group = MultiThreadedEventLoopGroup.singleton
        let server = try await Server.start(
            host: "127.0.0.1", port: 0, tls: try context(.server(clientCertificates: true), "mandate-identity"),
            router: router, group: group, errors: { error, _ in print(error) })
        let client = Client(
            host: "127.0.0.1", port: server.port, tls: try context(.client, "mandate-mailbox"), serverName: "localhost",
            group: group)
        (transport, self.server, self.client) = (client, server, client)
    }

    func close() async {
        await client?.close()
        await server?.drain(grace: .zero)
    }
}
