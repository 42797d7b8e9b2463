internal import ArgumentParser
internal import ChangeFeed
internal import Contract
internal import IdentityHandlers
internal import MailboxDomain
internal import MailboxHandlers
internal import Messages
internal import RPC

/// The same changes in an organization of a hundred thousand accounts and in one of a hundred, in turns, over one store that a
/// mailbox's index follows: what a change costs must not grow with who else there is.
struct ScaleBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes", abstract: "Milliseconds of changes in a large organization and in a small one.")

    @Option(help: "A folder on the disk that the servers' databases lie on.") var folder: String
    @Option var large = 100_000
    @Option var small = 100
    @Option(help: "Of each change in each organization.") var runs = 200

    func run() async throws {
        let database = try IdentityStore(folder: folder)
        defer { database.close() }
        let populations = [
            "large": try await Population.settle(database.store, accounts: large, name: "large"),
            "small": try await Population.settle(database.store, accounts: small, name: "small"),
        ]
        let feed = database.feed()
        let identity = try await database.identity(acknowledged: { await feed.acknowledged($0) })
        let following = try await feed.follow(into: AccessIndex())
        var times: [String: [Double]] = [:]
        for run in 0..<runs {
            // Each begins as often: what is first pays for what was left behind.
            for size in run.isMultiple(of: 2) ? ["large", "small"] : ["small", "large"] {
                guard let population = populations[size] else { continue }
                let changes = Changes(identity, population)
                for (name, took) in try await changes.timed(on: population.people[run % population.people.count]) {
                    times["\(name)_\(size)_ms", default: []].append(took)
                }
            }
        }
        for (key, times) in times.sorted(by: { $0.key < $1.key }) { value(key, median(times)) }
        following.cancel()
        await following.value
    }
}

extension Feed {
    /// A follower as mandate-mailbox is one, live.
    func follow(into index: AccessIndex) async throws -> Task<Void, Never> {
        var router = Router()
        router.add(FeedHandler(feed: self))
        let follower = Follower(
            name: "bench",
            transport: InProcessTransport(router: router, peer: Peer(caller: "spiffe://mandate.test/bench", address: "")),
            replica: IdentityReplica(index: index, administrators: AdministratorChanges(), settled: {}))
        let following = Task { await follower.run() }
        while follower.freshness != .fresh { try await Task.sleep(for: .milliseconds(5)) }
        return following
    }
}

/// What is timed, each with what takes it back.
private struct Changes {
    private let transport: any CallTransport
    private let options: CallOptions
    private let group: String

    init(_ identity: Identity, _ population: Population) {
        (transport, options) = identity.client(as: population.owner)
        group = population.emptyGroup
    }

    /// In milliseconds.
    func timed(on person: String) async throws -> [(String, Double)] {
        let groups = GroupClient(transport: transport)
        let accounts = AccountClient(transport: transport)
        let administrators = AdministratorClient(transport: transport)
        let role = "rol_auditor"
        return [
            (
                "add_member",
                try await time { _ = try await groups.addGroupMember(.init(groupId: group, memberId: person), options) }
            ),
            (
                "remove_member",
                try await time { _ = try await groups.removeGroupMember(.init(groupId: group, memberId: person), options) }
            ),
            ("suspend", try await time { _ = try await accounts.suspendAccount(.init(accountId: person), options) }),
            ("reactivate", try await time { _ = try await accounts.reactivateAccount(.init(accountId: person), options) }),
            (
                "assign",
                try await time { _ = try await administrators.assignRole(.init(accountId: person, roleId: role), options) }
            ),
            (
                "unassign",
                try await time { _ = try await administrators.unassignRole(.init(accountId: person, roleId: role), options) }
            ),
        ]
    }

    private func time(_ change: () async throws -> Void) async throws -> Double {
        let began = ContinuousClock.now
        try await change()
        return (ContinuousClock.now - began) / .milliseconds(1)
    }
}
