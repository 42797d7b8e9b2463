import Messages
import NIOCore
import Testing

@testable import RPC

/// The frames that are put together by hand are those that the contract's encoder writes.
@Suite struct FrameWriterTests {
    @Test(
        arguments: [1, 127, 128, 16_383, 16_384, 0x7fff_ffff] as [UInt32], [0, 1, 2, 125, 126, 127, 128, 129, 16_384, 3 << 20])
    func answer(stream: UInt32, count: Int) {
        let message = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        var generated = FrameWriter()
        generated.write(Frame(stream: stream, kind: .response(Response(status: nil, message: message, metadata: []))))
        var byHand = FrameWriter()
        byHand.writeAnswer(stream, message)
        #expect(byHand.take() == generated.take())
    }

    @Test(
        arguments: [1, 0x7fff_ffff] as [UInt32],
        [nil, 0, 1, 999_999_999, 1_000_000_000, 29_999_123_456, 86_400_000_000_000] as [Int64?])
    func request(stream: UInt32, timeout: Int64?) {
        for (path, count) in [
            ("mandate.mailbox.v1.AccessService/Check", 71), ("", 0), (String(repeating: "x", count: 200), 20_000),
        ] {
            let message = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            var generated = FrameWriter()
            let request = Request(
                method: path, timeout: timeout.map { WireDuration(nanoseconds: $0) }, message: message, done: true)
            generated.write(Frame(stream: stream, kind: .request(request)))
            var byHand = FrameWriter()
            byHand.writeRequest(stream, path, timeout: timeout, message)
            #expect(byHand.take() == generated.take())
        }
    }
}
