internal import ArgumentParser
internal import Contract
internal import IdentityDomain
internal import IdentityHandlers
internal import Lots
internal import Messages
internal import RPC

/// A judgement of `Authorize` in process, one thread: from the request's fields to the answer's, without wire and decoding.
///
/// Half of those who are judged are administrators, so that both an early and a late answer count. There are more of them than
/// the caches hold.
struct AuthorizeBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authorize", abstract: "Nanoseconds of a judgement in process.")

    @Option(help: "A folder for the database.") var folder: String
    @Option var accounts = 100_000
    @Option var runs = 5
    @Option var judgements = 1 << 20

    func run() async throws {
        let database = try IdentityStore(folder: folder)
        defer { database.close() }
        let population = try await Population.settle(database.store, accounts: accounts, name: "authorize")
        let judge = try await database.identity().judge
        var random = SplitMix(seed: 1)
        let asked = (0..<(1 << 16)).compactMap { number in
            (number.isMultiple(of: 2) ? population.people : population.administrators).randomElement(using: &random)
        }.map { AccountID($0) }
        let demands = [AccessDemand(scope: "delegations", level: .edit)]
        _ = nanoseconds(judge, asked, population.organization, demands)
        for _ in 0..<runs { value("authorize_ns_100k", nanoseconds(judge, asked, population.organization, demands)) }
    }

    private func nanoseconds(
        _ judge: Judge, _ asked: [AccountID], _ organization: String, _ demands: [AccessDemand]
    ) -> Double {
        var allowed = 0
        let took = ContinuousClock().measure {
            for number in 0..<judgements {
                let answer = judge.answer(.account(asked[number % asked.count]), organization: organization, demands)
                if answer.allowed { allowed += 1 }
            }
        }
        // Two of the four built-in roles may. Also keeps the loop from being optimised away.
        precondition(allowed > judgements / 8 && allowed < judgements / 2, "\(allowed) of \(judgements) allowed")
        return took / .nanoseconds(judgements)
    }
}

/// `Authorize` over TLS on loopback, of accounts that are named by their ids: what the other services ask for every
/// administrative call.
struct AuthorizationsBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authorizations", abstract: "Authorize a second, over so many connections with so many calls in flight.")

    @OptionGroup var options: TargetOptions
    @Option(help: "An administrator, acc_…: every second one that is judged.") var account: String
    @Option(help: "The key of the result.") var key: String
    @Option var connections = 8
    @Option var inFlight = 64
    @Option(help: "Calls before the measured ones.") var warmUp: Int
    @Option(help: "Calls that are measured.") var calls: Int

    func run() async throws {
        let target = try options.target()
        var random = SplitMix(seed: 1)
        let requests = (0..<4096).compactMap { number in
            (number.isMultiple(of: 2) ? account : target.ids.accounts.randomElement(using: &random)).map { id in
                AuthorizeRequest(
                    subject: .accountId(id), demands: [AccessDemand(scope: "delegations", level: .edit)])
            }
        }
        let method = AuthorizationServiceMethods.authorize
        let transport = target.connect()
        let first = try await AuthorizationClient(transport: transport).authorize(requests[0])
        guard first.allowed else { throw Failure("\(account) may not: \(first)") }
        await transport.close()
        let load = Load(target, method, requests, connections: connections, inFlight: inFlight)
        _ = try await load.run(warmUp)
        value(key, try await load.run(calls))
        await load.close()
    }
}
