import Messages
import NIOCore

@testable import RPC

/// `FrameDecoder` beside the format read in the plainest way, all bytes at once.
extension Fuzzed {
    /// First byte: the size of the parts in which the rest arrives, less one.
    ///
    /// 1. However the bytes are cut, the same frames come, and then the same violation.
    /// 2. A frame decoded, encoded and decoded is the same frame.
    /// 3. A violation has a reason of framing and says something.
    static func frames(_ bytes: [UInt8]) throws(BrokenPromise) {
        var script = Script(bytes)
        let part = script.operand() + 1
        let expected = PlainFraming(script.rest)
        var decoder = FrameDecoder(frameBytesMax: PlainFraming.bytesMax)
        var found = PlainFraming()
        do throws(Violation) {
            var rest = script.rest
            while !rest.isEmpty {
                decoder.append(ByteBuffer(bytes: rest.prefix(part)))
                rest = rest.dropFirst(part)
                while let frame = try decoder.next() { found.frames.append(frame) }
            }
            found.isInsideFrame = decoder.isInsideFrame
        } catch {
            found.broken = error.reason
            try promise(!error.message.isEmpty, "a violation says nothing")
        }
        try promise(found == expected, "in parts of \(part) bytes: \(found), at once: \(expected)")
        // Without a kind and a stream it is no bytes, and no bytes are no frame.
        for frame in found.frames where frame != Frame() {
            var writer = FrameWriter()
            writer.write(frame)
            var again = FrameDecoder(frameBytesMax: .max)
            again.append(writer.take())
            try promise((try? again.next()) == frame, "not the same again: \(frame)")
        }
    }
}

/// PROTOCOL.md's table: four bytes of length, big-endian, and that many of a frame.
private struct PlainFraming: Equatable {
    static let bytesMax = 300

    var frames: [Frame] = []
    var broken: GoawayReason?
    var isInsideFrame = false

    init() {}

    init(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while rest.count >= 4 {
            let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            guard 1...Self.bytesMax ~= length else {
                broken = .frameSize
                return
            }
            guard rest.count >= 4 + length else { break }
            guard let frame = try? Frame(decoding: rest.dropFirst(4).prefix(length)) else {
                broken = .malformedFrame
                return
            }
            frames.append(frame)
            rest = rest.dropFirst(4 + length)
        }
        isInsideFrame = !rest.isEmpty
    }
}
