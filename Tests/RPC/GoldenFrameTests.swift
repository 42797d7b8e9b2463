import Messages
import NIOCore
import Testing

@testable import RPC

/// The frames of PROTOCOL.md, byte for byte.
@Suite struct GoldenFrameTests {
    static let refused = Status(.notFound, .notFound, "no such thing")

    static let all: [(String, Frame, String)] = [
        ("hello", .hello(streams: 0), "0000000d120b0801108080800218808004"),
        (
            "request", .request(1, "test.Echo/Unary", [104, 105], timeout: WireDuration(seconds: 1)),
            "0000002108011a1d0a0f746573742e4563686f2f556e6172791202080122040a0268693001"
        ),
        ("message", .message(3, [104, 105]), "00000008080322040a026869"),
        ("half_close", .halfClose(3), "0000000408032a00"),
        ("response", Frame(stream: 1, kind: .response(Response(message: [10, 2, 104, 105]))), "0000000a0801320612040a026869"),
        (
            "failure", .response(3, refused),
            "000000720803326e0a6c0805120d6e6f2073756368207468696e671a590a28747970652e676f6f676c65617069732e636f6d2f"
                + "676f6f676c652e7270632e4572726f72496e666f122d0a094e4f545f464f554e44120b6d616e646174652e727063"
                + "1a130a0d726561736f6e5f6e756d62657212023530"
        ),
        ("cancel", .cancel(3), "0000000408033a00"),
        ("credit", .credit(3, 32_768), "000000080803420408808002"),
        ("ping", .ping(1), "0000000b4a09090100000000000000"),
        ("pong", Frame(stream: 0, kind: .pong(Pong(data: 1))), "0000000b5209090100000000000000"),
        ("goaway", .goaway(1, .draining, "bye"), "0000000b5a09080110011a03627965"),
    ]

    @Test(arguments: all.map(\.0))
    func golden(name: String) throws {
        let (_, frame, hex) = try #require(Self.all.first { $0.0 == name })
        let encoded = bytes(frame)
        #expect(encoded.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == hex)
        var decoder = FrameDecoder(frameBytesMax: 1_000)
        decoder.append(ByteBuffer(bytes: encoded))
        let decoded = try decoder.next()
        #expect(decoded == frame)
    }
}
