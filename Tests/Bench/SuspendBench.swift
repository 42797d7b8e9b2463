internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

/// What a revocation that holds at once costs: the time from SuspendAccount's request to its answer, which comes only when
/// the live follower (mandate-mailbox) has acknowledged. One at a time.
struct SuspendBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspends", abstract: "How long SuspendAccount takes, in milliseconds.")

    @OptionGroup var options: TargetOptions
    @Option(help: "The administrator who suspends, acc_….") var account: String
    @Option(help: "Accounts to suspend; each is reactivated at once.") var count: Int

    func run() async throws {
        let target = try options.target()
        let transport = target.connect()
        let client = AccountClient(transport: transport)
        let options = CallOptions(metadata: [(MetadataKey.account, account)])
        var millis: [Double] = []
        for id in target.ids.accounts.prefix(count) {
            let began = ContinuousClock.now
            _ = try await client.suspendAccount(SuspendAccountRequest(accountId: id, justification: "bench"), options)
            millis.append((ContinuousClock.now - began) / .milliseconds(1))
            _ = try await client.reactivateAccount(ReactivateAccountRequest(accountId: id), options)
        }
        await transport.close()
        millis.sort()
        // The smallest value that is not under so many hundredths of them (nearest rank).
        func percentile(_ hundredths: Int) -> Double { millis[(millis.count * hundredths + 99) / 100 - 1] }
        value("revoke_p50_ms", percentile(50))
        value("revoke_p99_ms", percentile(99))
    }
}
