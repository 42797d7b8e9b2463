import Messages
import NIOCore
import Testing

@testable import RPC

/// The one frame that is put together by hand is the one that the contract's encoder writes.
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
}
