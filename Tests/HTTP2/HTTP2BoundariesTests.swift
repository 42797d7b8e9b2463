import NIOCore
import Testing

@testable import HTTP2

private func frame(_ kind: UInt8, _ length: Int) -> [UInt8] {
    [0, UInt8(length >> 8), UInt8(length & 255), kind, 0, 0, 0, 0, 0] + [UInt8](repeating: 9, count: length)
}

@Suite("Where HTTP/2's frames end")
struct HTTP2BoundariesTests {
    static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
    static let bytes = preface + frame(4, 0) + frame(1, 300) + frame(2, 5) + frame(0, 1) + frame(0x21, 0) + frame(8, 4)

    @Test("However the bytes are cut", arguments: 1...20)
    func cut(size: Int) {
        var boundaries = HTTP2Boundaries()
        var rest = Self.bytes[...]
        while !rest.isEmpty {
            boundaries.take(ByteBuffer(bytes: rest.prefix(size)).readableBytesSpan)
            rest = rest.dropFirst(size)
        }
        #expect(boundaries.count == 6)
        // A priority, and a kind that nobody knows.
        #expect(boundaries.ignored == 2)
        #expect(!boundaries.isInside)
    }

    @Test("Inside the preface, a header and a frame")
    func inside() {
        for count in [10, 24 + 5, 24 + 9 + 9 + 17] {
            var boundaries = HTTP2Boundaries()
            boundaries.take(ByteBuffer(bytes: Self.bytes.prefix(count)).readableBytesSpan)
            #expect(boundaries.isInside)
        }
        var whole = HTTP2Boundaries()
        whole.take(ByteBuffer(bytes: Self.preface).readableBytesSpan)
        #expect(!whole.isInside && whole.count == 0)
    }
}
