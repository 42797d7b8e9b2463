import Foundation
import TLS
import Testing
import X509

@Suite struct ContextTests {
    @Test("after a reload new connections get the new certificate, old ones live on")
    func reload() throws {
        let fixture = try Fixture()
        let context = try fixture.server()
        let client = try fixture.client()
        let old = try Pair(client: client, server: context)
        try old.run()

        _ = try fixture.folder.files(
            "server", [.dnsName("server.test"), .dnsName("second.test")], by: fixture.authority,
            until: .now + 7_200)
        let before = context.certificateExpiry
        try context.reload()
        #expect(context.certificateExpiry > before + 3_000)

        let new = try Pair(client: client, server: context)
        try new.run()
        #expect(old.client.recorder.peers.first?.dnsNames == ["server.test"])
        #expect(new.client.recorder.peers.first?.dnsNames == ["server.test", "second.test"])
        old.client.send(pattern(100))
        try old.run()
        #expect(old.server.recorder.plaintext == pattern(100))
    }

    @Test("a service's URI is in the trust domain of the own certificate")
    func service() throws {
        let fixture = try Fixture()
        #expect(try fixture.client().uri(ofService: "mandate-identity") == "spiffe://example.org/service/mandate-identity")
    }

    @Test(
        "without one URI of SPIFFE's form no service is known, and the error says which file to look at",
        arguments: [
            [.dnsName("client.test")], [.uniformResourceIdentifier("https://example.org/service/client")],
            [.uniformResourceIdentifier("spiffe://example.org")], [.uniformResourceIdentifier("spiffe:///service/client")],
            clientNames + clientNames,
        ] as [[GeneralName]])
    func noTrustDomain(names: [GeneralName]) throws {
        let fixture = try Fixture()
        let context = try fixture.client(fixture.folder.files("client", names, by: fixture.authority))
        let error = #expect(throws: TLSError.self) { _ = try context.uri(ofService: "mandate-identity") }
        #expect(error?.message.contains(fixture.folder.path("client.pem")) == true)
        #expect(error?.message.contains("mandate-identity") == true)
    }

    @Test("files are read again only when one of them changed")
    func reloadIfChanged() throws {
        let fixture = try Fixture()
        let context = try fixture.server()
        #expect(try context.reloadIfChanged() == false)
        _ = try fixture.folder.files("server", serverNames, by: fixture.authority, until: .now + 7_200)
        #expect(try context.reloadIfChanged() == true)
        #expect(try context.reloadIfChanged() == false)
        #expect(context.certificateExpiry > Int64(Date.now.timeIntervalSince1970) + 7_000)
    }

    @Test("a broken file keeps what was, until it is whole again")
    func brokenReload() throws {
        let fixture = try Fixture()
        let context = try fixture.server()
        let expiry = context.certificateExpiry
        try fixture.folder.write("no certificate", to: "server.pem")
        for _ in 0..<2 {
            #expect(throws: TLSError.self) { try context.reloadIfChanged() }
        }
        #expect(throws: TLSError.self) { try context.reload() }
        #expect(context.certificateExpiry == expiry)
        let pair = try Pair(client: fixture.client(), server: context)
        try pair.run()
        #expect(pair.server.handler.isEstablished)

        try fixture.folder.remove("server.pem")
        #expect(throws: TLSError.self) { try context.reloadIfChanged() }
        _ = try fixture.folder.files("server", serverNames, by: fixture.authority, until: .now + 7_200)
        #expect(try context.reloadIfChanged())
    }

    @Test("an unusable file is named, with what to do, and without its content")
    func unusableFiles() throws {
        let fixture = try Fixture()
        let folder = fixture.folder
        let good = try folder.files("good", serverNames, by: fixture.authority)
        let other = try folder.files("other", serverNames, by: fixture.authority)
        try folder.write("c2VjcmV0 secret", to: "garbage")
        // The head of an encrypted key is enough for OpenSSL to want the password.
        try folder.write(encryptedKey, to: "encrypted.key")
        let garbage = folder.path("garbage")
        let missing = folder.path("missing")
        let cases: [(String, String, String?, String, String)] = [
            (garbage, good.key, good.authority, garbage, "must be PEM"),
            (missing, good.key, good.authority, missing, "No such file"),
            (good.certificate, garbage, good.authority, garbage, "not encrypted"),
            (good.certificate, missing, good.authority, missing, "No such file"),
            (good.certificate, folder.path("encrypted.key"), good.authority, "encrypted.key", "not encrypted"),
            (good.certificate, other.key, good.authority, other.key, "does not belong"),
            (good.certificate, good.key, garbage, garbage, "at least one certificate"),
            (good.certificate, good.key, missing, missing, "No such file"),
        ]
        for (certificate, key, authority, file, words) in cases {
            let error = try #require(throws: TLSError.self) {
                _ = try fixture.server(TLSFiles(certificate: certificate, key: key, authority: authority))
            }
            #expect(error.code == .certificate)
            #expect(error.message.contains(file), "\(error)")
            #expect(error.message.contains(words), "\(error)")
            #expect(!error.message.contains("c2VjcmV0"))
        }
    }

    @Test("what cannot work is refused at once")
    func configuration() throws {
        let fixture = try Fixture()
        let files = try fixture.folder.files("server", serverNames, by: fixture.authority)
        let unverified = TLSFiles(certificate: files.certificate, key: files.key, authority: nil)
        let cases: [(TLSContext.Role, TLSFiles, [String])] = [
            (.server(clientCertificates: true), unverified, [native]),
            (.client, unverified, [native]),
            (.client, files, []),
            (.client, files, ["h2", ""]),
            (.client, files, [String(repeating: "a", count: 256)]),
        ]
        for (role, files, protocols) in cases {
            let error = try #require(throws: TLSError.self) {
                _ = try TLSContext(role: role, files: files, protocols: protocols)
            }
            #expect(error.code == .configuration)
        }
        _ = try TLSContext(role: .server(clientCertificates: false), files: unverified, protocols: [native])
    }
}

private let encryptedKey = """
    -----BEGIN EC PRIVATE KEY-----
    Proc-Type: 4,ENCRYPTED
    DEK-Info: AES-256-CBC,00000000000000000000000000000000

    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
    -----END EC PRIVATE KEY-----

    """
