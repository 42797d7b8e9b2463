internal import ArgumentParser
internal import Foundation
internal import InteropContract
internal import NIOPosix
internal import RPC
internal import TLS
internal import UnixSignals

/// gRPC's test service on the product's server: the same sockets, protocols and router as the three servers have.
@main
struct RPCInterop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rpc-interop",
        abstract: "Serves grpc.testing.TestService over h2 and mandate-rpc/1 on 127.0.0.1, until SIGTERM.")

    @Option(help: "The port to listen on; 0 for any. It is printed: 'listening on PORT'.")
    var port: Int

    @Option(help: "The server's certificate and what is between it and its authority, PEM.")
    var certificate: String

    @Option(help: "The key of that certificate, PEM.")
    var key: String

    @Option(help: "Authorities whose certificates a client must have, PEM. Without it none is asked for.")
    var authority: String?

    func run() async throws {
        let tls = try TLSContext(
            role: .server(clientCertificates: authority != nil),
            files: TLSFiles(certificate: certificate, key: key, authority: authority),
            protocols: [Server.nativeProtocol, Server.grpcProtocol], protocolsOfTLS13: [Server.nativeProtocol],
            minimumVersion: .tls12)
        var router = Router()
        router.add(
            InteropService(
                clock: { Date().timeIntervalSince1970 },
                sleep: { duration in try await Task.sleep(for: duration) }))
        // Before the port is told: who knows it may already send the signal.
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let server = try await Server.start(
            host: "127.0.0.1", port: port, tls: tls, router: router, group: MultiThreadedEventLoopGroup.singleton,
            largeMessages: MultiThreadedEventLoopGroup(numberOfThreads: 1),
            errors: { error, call in
                Self.write("rpc-interop: \(call?.method.path ?? "connection"): \(error)", to: .standardError)
            })
        Self.write("listening on \(server.port)", to: .standardOutput)
        for await _ in signals { break }
        await server.drain(grace: .seconds(1))
    }

    /// Unbuffered, because standard output may be a pipe.
    private static func write(_ line: String, to file: FileHandle) {
        file.write(Data((line + "\n").utf8))
    }
}
