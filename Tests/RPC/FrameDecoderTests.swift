import Messages
import NIOCore
import Testing

@testable import RPC

@Suite struct FrameDecoderTests {
    private static let frames: [Frame] = [
        .hello(), .request(1, "test.Echo/Unary", [1, 2, 3]), .message(1, [9]), .halfClose(1), .cancel(1),
        .credit(1, 5), .ping(7),
    ]

    @Test("the same frames come out however the bytes are cut", arguments: [1, 2, 3, 5, 7, 64, 10_000])
    func cut(size: Int) throws {
        let all = Self.frames.flatMap(bytes)
        var decoder = FrameDecoder(frameBytesMax: 1_000)
        var decoded: [Frame] = []
        for start in stride(from: 0, to: all.count, by: size) {
            decoder.append(ByteBuffer(bytes: all[start..<min(start + size, all.count)]))
            while let frame = try decoder.next() { decoded.append(frame) }
        }
        #expect(decoded == Self.frames)
        #expect(!decoder.isInsideFrame)
    }

    @Test(
        "a bad length is refused with its fourth byte",
        arguments: [[0, 0, 0, 0], [0, 0, 3, 233], [255, 255, 255, 255], [128, 0, 0, 0]] as [[UInt8]])
    func length(header: [UInt8]) throws {
        var decoder = FrameDecoder(frameBytesMax: 1_000)
        for byte in header.dropLast() {
            decoder.append(ByteBuffer(bytes: [byte]))
            let nothing = try decoder.next()
            #expect(nothing == nil)
        }
        decoder.append(ByteBuffer(bytes: header.suffix(1)))
        let violation = #expect(throws: Violation.self) { _ = try decoder.next() }
        #expect(violation?.reason == .frameSize)
    }

    @Test("a frame of exactly the limit passes")
    func limit() throws {
        let frame = Frame.message(1, Array(repeating: 7, count: 300))
        var decoder = FrameDecoder(frameBytesMax: bytes(frame).count - 4)
        decoder.append(ByteBuffer(bytes: bytes(frame)))
        let decoded = try decoder.next()
        #expect(decoded == frame)
    }

    @Test(
        "bytes that are no Frame are refused",
        arguments: [[0xff], [0x08], [0x1a, 0x05, 0x00], [0x1a, 0x04, 0x0a, 0x02, 0xff, 0xfe]] as [[UInt8]])
    func malformed(body: [UInt8]) throws {
        var decoder = FrameDecoder(frameBytesMax: 1_000)
        decoder.append(ByteBuffer(bytes: [0, 0, 0, UInt8(body.count)] + body))
        let violation = #expect(throws: Violation.self) { _ = try decoder.next() }
        #expect(violation?.reason == .malformedFrame)
    }
}
