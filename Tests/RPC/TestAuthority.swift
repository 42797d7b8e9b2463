import Crypto
import Foundation
import NIOPosix
import Patience
import TLS
import X509

@testable import RPC

let serverURI = "spiffe://example.org/service/server"
let clientURI = "spiffe://example.org/service/client"

/// One authority for all tests, made in memory, and contexts of both sides that trust it.
enum TestAuthority {
    struct Contexts: Sendable {
        let server: TLSContext
        let client: TLSContext
    }

    static func contexts() throws -> Contexts {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rpc-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // The contexts read the files at once.
        defer { try? FileManager.default.removeItem(at: folder) }
        let name = try DistinguishedName { CommonName("test authority") }
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let authority = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key.publicKey,
            notValidBefore: .now - 3_600, notValidAfter: .now + 3_600, issuer: name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try .init {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(keyCertSign: true))
            },
            issuerPrivateKey: key)

        func write(_ text: String, _ name: String) throws -> String {
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            return file.path
        }
        let trusted = try write(authority.serializeAsPEM().pemString, "authority.pem")

        func files(_ leaf: String, _ names: [GeneralName]) throws -> TLSFiles {
            let own = P256.Signing.PrivateKey()
            let certificate = try Certificate(
                version: .v3, serialNumber: .init(), publicKey: Certificate.PrivateKey(own).publicKey,
                notValidBefore: .now - 3_600, notValidAfter: .now + 3_600, issuer: name,
                subject: try DistinguishedName { CommonName(leaf) }, signatureAlgorithm: .ecdsaWithSHA256,
                extensions: try .init {
                    Critical(BasicConstraints.notCertificateAuthority)
                    SubjectAlternativeNames(names)
                },
                issuerPrivateKey: key)
            return TLSFiles(
                certificate: try write(certificate.serializeAsPEM().pemString, "\(leaf).pem"),
                key: try write(own.pemRepresentation, "\(leaf).key"), authority: trusted)
        }
        return Contexts(
            server: try TLSContext(
                role: .server(clientCertificates: true),
                files: files(
                    "server",
                    [.uniformResourceIdentifier(serverURI), .ipAddress(.init(contentBytes: [127, 0, 0, 1]))]),
                protocols: ["mandate-rpc/1"]),
            client: try TLSContext(
                role: .client, files: files("client", [.uniformResourceIdentifier(clientURI)]),
                protocols: ["mandate-rpc/1"]))
    }
}

/// A server and a client on loopback.
struct Loopback: Sendable {
    let contexts: TestAuthority.Contexts
    let server: Server
    let client: Client

    init(
        _ router: Router, serverLimits: Limits = .patient, clientLimits: Limits = .patient,
        expectedURI: String? = nil, clientWallClock: @escaping @Sendable () -> Int64 = systemSeconds
    ) async throws {
        contexts = try TestAuthority.contexts()
        server = try await Self.serve(router, contexts, limits: serverLimits)
        client = Client(
            host: "127.0.0.1", port: server.port, tls: contexts.client, expectedURI: expectedURI,
            limits: clientLimits, group: MultiThreadedEventLoopGroup.singleton, backoff: quick,
            wallClock: clientWallClock)
    }

    static func serve(
        _ router: Router, _ contexts: TestAuthority.Contexts, port: Int = 0, limits: Limits = .patient,
        wallClock: @escaping @Sendable () -> Int64 = systemSeconds
    ) async throws -> Server {
        try await Server.start(
            host: "127.0.0.1", port: port, tls: contexts.server, router: router, limits: limits,
            group: MultiThreadedEventLoopGroup.singleton, wallClock: wallClock, errors: { _, _ in })
    }

    func stop() async {
        await client.close()
        await server.drain(grace: .zero)
    }
}

/// Tests do not wait between attempts.
let quick = Backoff(first: .milliseconds(1), max: .milliseconds(5))
