internal import Contract
internal import RPC

/// Lets pairs in and keeps them out, as an administrator.
struct Changing: Sendable {
    private let identity: Client
    private let mailboxes: [Client]
    private let administrator: String

    init(_ servers: Servers, _ options: Options) throws {
        identity = servers.connect(try Servers.Address(options.text("identity")))
        mailboxes = servers.mailboxes.map { servers.connect($0) }
        administrator = try options.text("account")
    }

    /// The same `requestID` makes it once, however often it is sent. Returns the answer's bytes.
    func change(
        _ pair: Pair, to isAllowed: Bool, registered: String = "", requestID: String
    ) async throws(Status) -> [UInt8] {
        let client = pair.isIdentitys ? identity : mailboxes[pair.replicas[0]]
        let (path, message) = pair.change(to: isAllowed, registered: registered, requestID: requestID)
        // A stalled disk holds a write up for half a minute on a busy machine; that is no fault of the servers.
        let options = CallOptions(
            timeout: .seconds(60), metadata: [(MetadataKey.account, pair.actor ?? administrator)], waitsForConnection: false)
        return try await client.unary(path, message, options)
    }

    func close() async {
        await identity.close()
        for client in mailboxes { await client.close() }
    }
}
