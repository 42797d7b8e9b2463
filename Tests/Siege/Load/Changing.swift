internal import Contract
internal import RPC

/// Lets pairs in and keeps them out, as an administrator.
struct Changing: Sendable {
    private let identity: Client
    private let mailboxes: [Client]
    private let options: CallOptions

    init(_ servers: Servers, _ options: Options) throws {
        identity = servers.connect(try Servers.Address(options.text("identity")))
        mailboxes = servers.mailboxes.map { servers.connect($0) }
        // A stalled disk holds a write up for half a minute on a busy machine; that is no fault of the servers.
        self.options = CallOptions(
            timeout: .seconds(60), metadata: [(MetadataKey.account, try options.text("account"))],
            waitsForConnection: false)
    }

    /// The same `requestID` makes it once, however often it is sent.
    func change(_ pair: Pair, to isAllowed: Bool, requestID: String) async throws(Status) {
        let client = pair.isIdentitys ? identity : mailboxes[pair.replicas[0]]
        let (path, message) = pair.change(to: isAllowed, requestID: requestID)
        _ = try await client.unary(path, message, options)
    }

    func close() async {
        await identity.close()
        for client in mailboxes { await client.close() }
    }
}
