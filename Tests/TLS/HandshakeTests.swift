import Foundation
import NIOCore
import TLS
import Testing
import X509

@Suite struct HandshakeTests {
    @Test("both sides learn who the other is")
    func mutual() throws {
        let pair = try Fixture().pair()
        #expect(!pair.client.handler.isEstablished)
        try pair.run()
        let seen = try #require(pair.server.recorder.peers.first)
        #expect(seen.uri == clientURI)
        #expect(seen.dnsNames == [])
        #expect(seen.protocolName == native)
        #expect(seen.version == "TLSv1.3")
        let expiry = try #require(seen.certificateExpiry)
        #expect(abs(expiry - Int64(Date.now.timeIntervalSince1970) - 3_600) < 60)
        let server = try #require(pair.client.recorder.peers.first)
        #expect(server.uri == serverURI)
        #expect(server.dnsNames == ["server.test"])
        for side in [pair.client, pair.server] {
            #expect(side.handler.isEstablished)
            #expect(side.recorder.peers.count == 1)
            #expect(side.recorder.errors.isEmpty)
        }
    }

    @Test("a peer's certificate ends no later than its authority's")
    func authorityEnds() throws {
        let folder = try TestFolder()
        let authority = try TestAuthority(until: .now + 600)
        let server = try TLSContext(
            role: .server(clientCertificates: true), files: folder.files("server", serverNames, by: authority),
            protocols: [native])
        let client = try TLSContext(role: .client, files: folder.files("client", clientNames, by: authority), protocols: [native])
        let pair = try Pair(client: client, server: server)
        try pair.run()
        for side in [pair.client, pair.server] {
            let expiry = try #require(side.recorder.peers.first?.certificateExpiry)
            #expect(abs(expiry - Int64(Date.now.timeIntervalSince1970) - 600) < 60)
        }
    }

    @Test("one byte at a time")
    func byteByByte() throws {
        let pair = try Fixture().pair()
        try pair.run(pieceBytes: 1)
        pair.client.send(pattern(20_000))
        try pair.run(pieceBytes: 1)
        #expect(pair.server.recorder.plaintext == pattern(20_000))
        #expect(pair.server.recorder.errors.isEmpty)
    }

    @Test("an idle server says nothing before the client, and sends no tickets after")
    func quietServer() throws {
        let pair = try Fixture().pair()
        #expect(try pair.server.sent().isEmpty)
        for buffer in try pair.client.sent() { pair.server.receive(buffer) }
        for buffer in try pair.server.sent() { pair.client.receive(buffer) }
        for buffer in try pair.client.sent() { pair.server.receive(buffer) }
        #expect(pair.server.handler.isEstablished)
        #expect(try pair.server.sent().isEmpty)
    }

    @Test("the server's order of protocols decides")
    func protocolOrder() throws {
        let fixture = try Fixture()
        let pair = try Pair(
            client: fixture.client(protocols: ["h2", native]),
            server: fixture.server(protocols: [native, "h2"]))
        try pair.run()
        #expect(pair.server.recorder.peers.first?.protocolName == native)
        #expect(pair.client.recorder.peers.first?.protocolName == native)
    }

    @Test("a server that asks for no certificate knows nobody")
    func anonymous() throws {
        let fixture = try Fixture()
        let pair = try Pair(
            client: fixture.client(), server: fixture.server(clientCertificates: false))
        try pair.run()
        let seen = try #require(pair.server.recorder.peers.first)
        #expect(seen.uri == nil)
        #expect(seen.certificateExpiry == nil)
    }

    @Test(
        "names by which a client accepts the server",
        arguments: [
            ("server.test", nil), ("127.0.0.1", nil), ("other.test", serverURI), (nil, serverURI),
            ("10.0.0.1", serverURI),
        ] as [(String?, String?)])
    func accepted(serverName: String?, expectedURI: String?) throws {
        let pair = try Fixture().pair(serverName: serverName, expectedURI: expectedURI)
        try pair.run()
        #expect(pair.client.recorder.errors.isEmpty)
        #expect(pair.client.handler.isEstablished)
        #expect(pair.server.handler.isEstablished)
    }

    @Test(
        "a certificate's URI counts only if it is the one URI, whole and printable",
        arguments: [
            ([.uniformResourceIdentifier(clientURI)], clientURI),
            ([.dnsName("a.test"), .uniformResourceIdentifier(clientURI)], clientURI),
            ([.uniformResourceIdentifier(clientURI), .uniformResourceIdentifier("spiffe://example.org/other")], nil),
            ([.uniformResourceIdentifier(clientURI + "\0.evil")], nil),
            ([.uniformResourceIdentifier(clientURI + "\n")], nil),
            ([.uniformResourceIdentifier("")], nil),
            ([.dnsName("a.test")], nil),
        ] as [([GeneralName], String?)])
    func oneURI(names: [GeneralName], expected: String?) throws {
        let fixture = try Fixture()
        let files = try fixture.folder.files("client", names, by: fixture.authority)
        let pair = try Pair(client: fixture.client(files), server: fixture.server())
        try pair.run()
        let seen = try #require(pair.server.recorder.peers.first)
        #expect(seen.uri == expected)
    }
}
