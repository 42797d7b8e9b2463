import Foundation
import NIOCore
import NIOEmbedded
import TLS
import Testing
import X509

@Suite struct RefusalTests {
    /// What one side says about why it ended; exactly one error, and the channel closed.
    private func refusal(_ side: Side) throws -> TLSError {
        #expect(side.recorder.errors.count == 1)
        #expect(!side.handler.isEstablished)
        #expect(!side.channel.isActive)
        return try #require(side.recorder.tlsErrors.first)
    }

    @Test("the server refuses a client's certificate, and the client hears why")
    func clientCertificates() throws {
        let stranger = try TestAuthority("stranger")
        let cases: [(TestAuthority?, Date, Date, String, String)] = [
            (nil, .now - 7_200, .now - 3_600, "certificate has expired", "certificate expired"),
            (nil, .now + 3_600, .now + 7_200, "certificate is not yet valid", "bad certificate"),
            (stranger, .now - 3_600, .now + 3_600, "unable to get local issuer certificate", "unknown CA"),
        ]
        for (issuer, from, until, reason, alert) in cases {
            let fixture = try Fixture()
            let files = try fixture.folder.files(
                "client", clientNames, by: issuer ?? fixture.authority, trusting: fixture.authority,
                from: from, until: until)
            let pair = try Pair(client: fixture.client(files), server: fixture.server())
            try pair.run()
            let atServer = try refusal(pair.server)
            #expect(atServer.code == .certificate)
            #expect(atServer.message.contains(reason))
            #expect(pair.server.recorder.peers.isEmpty)
            let atClient = try refusal(pair.client)
            #expect(atClient.code == .handshake)
            #expect(atClient.message.contains(alert), "\(atClient)")
        }
    }

    @Test("the client refuses a server's certificate, and the server hears why")
    func serverCertificates() throws {
        let stranger = try TestAuthority("stranger")
        let cases: [(TestAuthority?, Date, String, String)] = [
            (nil, .now - 1_800, "certificate has expired", "certificate expired"),
            (stranger, .now + 3_600, "unable to get local issuer certificate", "unknown CA"),
        ]
        for (issuer, until, reason, alert) in cases {
            let fixture = try Fixture()
            let files = try fixture.folder.files(
                "server", serverNames, by: issuer ?? fixture.authority, trusting: fixture.authority,
                until: until)
            let pair = try Pair(client: fixture.client(), server: fixture.server(files))
            try pair.run()
            let atClient = try refusal(pair.client)
            #expect(atClient.code == .certificate)
            #expect(atClient.message.contains(reason))
            let atServer = try refusal(pair.server)
            #expect(atServer.message.contains(alert), "\(atServer)")
            #expect(pair.server.recorder.peers.isEmpty)
        }
    }

    @Test(
        "the client refuses another server than the one it wants",
        arguments: [
            ("other.test", nil, "hostname mismatch"), ("10.0.0.1", nil, "IP address mismatch"),
            ("server.test", clientURI, serverURI), (nil, serverURI + "/", serverURI),
        ] as [(String?, String?, String)])
    func otherServer(serverName: String?, expectedURI: String?, reason: String) throws {
        let pair = try Fixture().pair(serverName: serverName, expectedURI: expectedURI)
        try pair.run()
        let atClient = try refusal(pair.client)
        #expect(atClient.code == .otherPeer)
        #expect(atClient.message.contains(reason), "\(atClient)")
        #expect(try refusal(pair.server).message.contains("alert 'bad certificate'"))
    }

    @Test("a client that would accept any server is refused")
    func noIdentity() throws {
        let pair = try Fixture().pair(serverName: nil, expectedURI: nil)
        #expect(try refusal(pair.client).code == .configuration)
    }

    @Test("no protocol in common")
    func otherProtocol() throws {
        let fixture = try Fixture()
        let pair = try Pair(
            client: fixture.client(protocols: ["h2", "mandate-rpc/2"]), server: fixture.server())
        try pair.run()
        #expect(try refusal(pair.server).code == .noCommonProtocol)
        #expect(try refusal(pair.client).code == .noCommonProtocol)
    }

    @Test("a client that names no protocol gets the alert no_application_protocol")
    func noProtocol() throws {
        let side = try Side(server: Fixture().server())
        side.receive(ClientHello(version: .tls13, protocols: []).record)
        #expect(try refusal(side).code == .noCommonProtocol)
        #expect(try side.sent().last?.bytes.suffix(2) == [2, 120])
    }

    @Test("a TLS 1.2 client is refused with the alert protocol_version, unless 1.2 is allowed")
    func oldVersion() throws {
        let fixture = try Fixture()
        let hello = ClientHello(version: .tls12, protocols: [native]).record
        let strict = try Side(server: fixture.server())
        strict.receive(hello)
        let error = try refusal(strict)
        #expect(error.code == .handshake)
        #expect(error.message.contains("no version of TLS"))
        #expect(try strict.sent().last?.bytes.suffix(2) == [2, 70])

        let lenient = try Side(server: fixture.server(minimumVersion: .tls12))
        lenient.receive(hello)
        #expect(lenient.recorder.errors.isEmpty)
        #expect(try lenient.sent().first?.bytes.first == 22)
    }

    @Test(
        "what is not TLS ends the connection",
        arguments: [
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            String(repeating: "\0", count: 64), String(repeating: "\u{7f}", count: 64),
            "\u{16}\u{03}\u{01}\u{00}\u{05}AAAAA",
        ])
    func garbage(text: String) throws {
        let side = try Side(server: Fixture().server())
        side.receive(ByteBuffer(string: text))
        #expect(try refusal(side).code == .handshake)
        // What comes later is not even looked at.
        side.receive(ByteBuffer(string: text))
        #expect(side.recorder.errors.count == 1)
    }

    @Test("a hello with any one byte changed is answered or refused, never both")
    func changedHello() throws {
        let server = try Fixture().server()
        let hello = ClientHello(version: .tls13, protocols: [native]).record
        for index in 0..<hello.readableBytes {
            for change: UInt8 in [0x01, 0x80, 0xFF] {
                var bytes = hello.bytes
                bytes[index] ^= change
                let side = try Side(server: server)
                side.receive(ByteBuffer(bytes: bytes))
                #expect(side.recorder.errors.count == (side.channel.isActive ? 0 : 1))
                #expect(!side.handler.isEstablished)
            }
        }
    }

    @Test("a changed record ends the connection, and nothing of it is delivered")
    func changedRecord() throws {
        let pair = try Fixture().pair()
        try pair.run()
        pair.client.send(pattern(100))
        pair.client.send(pattern(100))
        var records = try pair.client.sent()
        let last = records[1].writerIndex - 1
        let byte = try #require(records[1].getInteger(at: last, as: UInt8.self))
        records[1].setInteger(byte ^ 1, at: last)
        records[0].writeImmutableBuffer(records[1])
        pair.server.receive(records[0])
        #expect(pair.server.recorder.plaintext == pattern(100))
        #expect(try refusal(pair.server).code == .io)
        try pair.run()
        #expect(try refusal(pair.client).message.contains("alert 'bad record mac'"))
    }

    @Test("the peer goes away during the handshake")
    func goneEarly() throws {
        let side = try Side(server: Fixture().server())
        side.receive(ClientHello(version: .tls13, protocols: [native]).record.getSlice(at: 0, length: 20) ?? ByteBuffer())
        let failed = side.channel.eventLoop.makePromise(of: Void.self)
        side.channel.write(pattern(1), promise: failed)
        side.channel.pipeline.fireChannelInactive()
        #expect(side.recorder.tlsErrors.map(\.code) == [.closed])
        #expect(side.recorder.inactive == 1)
        #expect(throws: ChannelError.self) { try failed.futureResult.wait() }
    }
}

extension ByteBuffer {
    var bytes: [UInt8] { Array(readableBytesView) }
}
