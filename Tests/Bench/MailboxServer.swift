internal import Foundation
internal import NIOPosix
internal import RPC
internal import TLS

/// A running mandate-mailbox, and how to reach it.
struct MailboxServer {
    let ids: IDs
    let account: String
    private let host: String
    private let port: Int
    private let tls: TLSContext
    private let group: MultiThreadedEventLoopGroup

    init(_ servers: Options.Servers, group: MultiThreadedEventLoopGroup) throws {
        guard let colon = servers.mailbox.lastIndex(of: ":"), let port = Int(servers.mailbox[colon...].dropFirst()) else {
            throw UsageError("'\(servers.mailbox)' is no address; write HOST:PORT")
        }
        host = String(servers.mailbox[..<colon])
        self.port = port
        self.group = group
        let folder = servers.certificates
        tls = try TLSContext(
            role: .client,
            files: TLSFiles(
                certificate: "\(folder)/operator-admin.pem", key: "\(folder)/operator-admin.key",
                authority: "\(folder)/authority.pem"),
            protocols: ["mandate-rpc/1"])
        ids = try IDs(file: servers.ids)
        account = servers.account
    }

    /// A client has one connection; the group hands its loops out in turn.
    func connect() -> Client { Client(host: host, port: port, tls: tls, serverName: host, group: group) }
}
