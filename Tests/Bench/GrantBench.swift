internal import Contract
internal import Messages
internal import RPC

/// `Grant`, durable: authorized by mandate-identity, written with its audit event, committed to disk, acknowledged
/// by every follower, answered. The relay to the log works meanwhile.
///
/// Every grant is a new pair of a person's mailbox and another person, so that none is a repetition.
struct GrantBench {
    private let server: MailboxServer
    private let options: Options

    init(_ server: MailboxServer, _ options: Options) {
        self.server = server
        self.options = options
    }

    func measure(into report: inout Report) async throws {
        var taken = 0
        for (key, name, connections, inFlight, warmUp, calls) in [
            ("grants_1", "one at a time", 1, 1, 100, 400),
            ("grants_64", "64 callers", 8, 8, 640, 3_200),
        ] {
            let part = options.quick ? 10 : 1
            let load = Load(
                server, DelegationServiceMethods.grant.descriptor,
                requests(from: taken, (warmUp + calls * options.runs) / part),
                options: CallOptions(metadata: [(MetadataKey.account, server.account)]), connections: connections,
                inFlight: inFlight)
            taken += load.requests.count
            _ = try await load.run(warmUp / part)
            var values: [Double] = []
            for _ in 0..<options.runs { values.append(try await load.run(calls / part)) }
            await load.close()
            report.add(key, "durable grants, \(name)", "grants/s", values)
        }
    }

    private func requests(from first: Int, _ count: Int) -> [[UInt8]] {
        let accounts = server.ids.accounts
        return (first..<(first + count)).map { number in
            let grantee = number % accounts.count
            let owner = (grantee + 1 + number / accounts.count) % accounts.count
            return GrantRequest(
                mailboxId: IDs.mailbox(of: accounts[owner]), granteeId: accounts[grantee], rights: [.open, .send, .setUp]
            ).encoded()
        }
    }
}
