internal import ArgumentParser
internal import Foundation
internal import NIOPosix
internal import RPC
internal import TLS

/// A running server with the demo's institution, and who calls it.
struct TargetOptions: ParsableArguments {
    @Option(help: "HOST:PORT of the server.") var server: String
    @Option(help: "The folder that 'mandatectl certificates' filled.") var certificates: String
    @Option(help: "What 'mandatectl import --ids' wrote: kind,name,id.") var ids: String
    @Option(help: "Event loops of the load generator.") var threads = 1

    /// Connects nowhere yet.
    func target() throws -> Target {
        guard let colon = server.lastIndex(of: ":"), let port = Int(server[colon...].dropFirst()) else {
            throw ValidationError("'\(server)' is no address; write HOST:PORT")
        }
        let files = TLSFiles(
            certificate: "\(certificates)/operator-admin.pem", key: "\(certificates)/operator-admin.key",
            authority: "\(certificates)/authority.pem")
        return Target(
            host: String(server[..<colon]), port: port,
            tls: try TLSContext(role: .client, files: files, protocols: ["mandate-rpc/1"]),
            group: MultiThreadedEventLoopGroup(numberOfThreads: threads), ids: try IDs(file: ids))
    }
}

struct Target {
    let host: String
    let port: Int
    let tls: TLSContext
    let group: MultiThreadedEventLoopGroup
    let ids: IDs

    /// A client has one connection; the group hands its loops out in turn.
    func connect() -> Client { Client(host: host, port: port, tls: tls, serverName: host, group: group) }
}
