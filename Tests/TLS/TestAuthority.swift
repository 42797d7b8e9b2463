import Crypto
import Foundation
import NIOEmbedded
import TLS
import X509

/// A certificate authority made in memory, which issues what a test needs.
struct TestAuthority {
    let certificate: Certificate
    private let key: Certificate.PrivateKey
    private let name: DistinguishedName

    init(_ commonName: String = "test authority", until: Date = .now + 86_400 * 30) throws {
        name = try DistinguishedName { CommonName(commonName) }
        key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key.publicKey,
            notValidBefore: .now - 86_400 * 30, notValidAfter: until,
            issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try .init {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(keyCertSign: true))
            },
            issuerPrivateKey: key)
    }

    /// The certificate and its key as PEM; `names` are its subject alternative names.
    func issue(
        _ names: [GeneralName], from: Date = .now - 3_600, until: Date = .now + 3_600
    ) throws -> (certificate: String, key: String) {
        let own = P256.Signing.PrivateKey()
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: Certificate.PrivateKey(own).publicKey,
            notValidBefore: from, notValidAfter: until, issuer: name,
            subject: try DistinguishedName { CommonName("leaf") },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try .init {
                Critical(BasicConstraints.notCertificateAuthority)
                SubjectAlternativeNames(names)
            },
            issuerPrivateKey: key)
        return (try certificate.serializeAsPEM().pemString, own.pemRepresentation)
    }
}

/// A folder of certificates which goes when the last user has gone.
final class TestFolder {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func write(_ text: String, to name: String) throws {
        // Atomically, as whoever renews certificates does: the file gets another inode.
        try Data(text.utf8).write(to: URL(filePath: path(name)), options: .atomic)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path(name))
    }

    /// Writes `<name>.pem`, `<name>.key` and `<name>-authority.pem`.
    func files(
        _ name: String, _ names: [GeneralName], by authority: TestAuthority,
        trusting trusted: TestAuthority? = nil, from: Date = .now - 3_600, until: Date = .now + 3_600
    ) throws -> TLSFiles {
        let issued = try authority.issue(names, from: from, until: until)
        try write(issued.certificate, to: "\(name).pem")
        try write(issued.key, to: "\(name).key")
        try write(
            (trusted ?? authority).certificate.serializeAsPEM().pemString, to: "\(name)-authority.pem")
        return TLSFiles(
            certificate: path("\(name).pem"), key: path("\(name).key"),
            authority: path("\(name)-authority.pem"))
    }
}

let serverURI = "spiffe://example.org/service/server"
let clientURI = "spiffe://example.org/service/client"
let serverNames: [GeneralName] = [
    .dnsName("server.test"), .uniformResourceIdentifier(serverURI),
    .ipAddress(.init(contentBytes: [127, 0, 0, 1])),
]
let clientNames: [GeneralName] = [.uniformResourceIdentifier(clientURI)]
let native = "mandate-rpc/1"

/// A folder, an authority, and contexts of both sides that trust one another.
struct Fixture {
    let folder: TestFolder
    let authority: TestAuthority

    init() throws {
        folder = try TestFolder()
        authority = try TestAuthority()
    }

    func server(
        _ files: TLSFiles? = nil, protocols: [String] = [native], clientCertificates: Bool = true,
        minimumVersion: TLSContext.Version = .tls13
    ) throws -> TLSContext {
        try TLSContext(
            role: .server(clientCertificates: clientCertificates),
            files: try files ?? folder.files("server", serverNames, by: authority),
            protocols: protocols, minimumVersion: minimumVersion)
    }

    func client(_ files: TLSFiles? = nil, protocols: [String] = [native]) throws -> TLSContext {
        try TLSContext(
            role: .client, files: try files ?? folder.files("client", clientNames, by: authority),
            protocols: protocols)
    }

    func pair(
        serverName: String? = "server.test", expectedURI: String? = nil, elsewhere: EmbeddedEventLoop? = nil
    ) throws -> Pair {
        try Pair(
            client: client(), server: server(), serverName: serverName, expectedURI: expectedURI,
            elsewhere: elsewhere)
    }
}
