internal import Contract
internal import NIOPosix
internal import RPC
internal import TLS

/// The running servers, and how to reach them.
struct Servers {
    /// Replicas: each follows identity, and has delegations of its own.
    let mailboxes: [Address]
    private let tls: TLSContext

    struct Address: Sendable {
        let host: String
        let port: Int

        init(_ text: some StringProtocol) throws(UsageError) {
            guard let colon = text.lastIndex(of: ":"), let port = Int(text[colon...].dropFirst()) else {
                throw UsageError("'\(text)' is no address; write HOST:PORT")
            }
            host = String(text[..<colon])
            self.port = port
        }
    }

    init(_ options: Options) throws {
        mailboxes = try options.text("mailbox").split(separator: ",").map { try Address($0) }
        let folder = try options.text("certificates")
        tls = try TLSContext(
            role: .client,
            files: TLSFiles(
                certificate: "\(folder)/operator-admin.pem", key: "\(folder)/operator-admin.key",
                authority: "\(folder)/authority.pem"),
            protocols: ["mandate-rpc/1"])
    }

    /// A client has one connection.
    func connect(_ address: Address) -> Client {
        Client(
            host: address.host, port: address.port, tls: tls, serverName: address.host,
            group: MultiThreadedEventLoopGroup.singleton)
    }
}
