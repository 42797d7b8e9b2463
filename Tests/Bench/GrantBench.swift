internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

/// `Grant`, durable: authorized by mandate-identity, written with its audit event, committed to disk, acknowledged
/// by every follower, answered. The relay to the log works meanwhile.
///
/// Every grant is a new pair of a person's mailbox and another person, so that none is a repetition.
struct GrantBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grants", abstract: "Durable grants a second, one at a time and from 64 callers.")

    @OptionGroup var options: TargetOptions
    @Option(help: "The administrator who grants, acc_….") var account: String
    @Option(help: "Grants of one caller; of 64 callers eight times as many.") var calls: Int
    @Option(help: "Pairs used up by rounds before.") var from = 0

    func run() async throws {
        let target = try options.target()
        var taken = from
        for (key, connections, inFlight, calls) in [("grants_1", 1, 1, calls), ("grants_64", 8, 8, calls * 8)] {
            let warmUp = calls / 8
            let load = Load(
                target, DelegationServiceMethods.grantDelegation, requests(target.ids, from: taken, warmUp + calls),
                options: CallOptions(metadata: [(MetadataKey.account, account)]), connections: connections,
                inFlight: inFlight)
            taken += warmUp + calls
            _ = try await load.run(warmUp)
            value(key, try await load.run(calls))
            await load.close()
        }
    }

    private func requests(_ ids: IDs, from first: Int, _ count: Int) -> [GrantDelegationRequest] {
        let accounts = ids.accounts
        return (first..<(first + count)).map { number in
            let grantee = number % accounts.count
            let owner = (grantee + 1 + number / accounts.count) % accounts.count
            return GrantDelegationRequest(
                mailboxId: IDs.mailbox(of: accounts[owner]), granteeId: accounts[grantee], rights: [.open, .send, .setUp])
        }
    }
}
