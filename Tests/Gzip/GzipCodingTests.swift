import Testing

@testable import Gzip

@Suite("Gzip")
struct GzipCodingTests {
    @Test("What was deflated inflates to the same bytes", arguments: [0, 1, 100, 16 << 10, 1_000_000])
    func roundTrip(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        #expect(try GzipCoding.inflate(GzipCoding.deflate(bytes), max: count) == bytes)
    }

    @Test("Another implementation's gzip is read")
    func foreign() throws {
        // printf 'mandate' | gzip -n
        let bytes: [UInt8] = [
            0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xcb, 0x4d, 0xcc, 0x4b, 0x49, 0x2c,
            0x49, 0x05, 0x00, 0xee, 0x0f, 0x7d, 0x19, 0x07, 0x00, 0x00, 0x00,
        ]
        #expect(try GzipCoding.inflate(bytes, max: 7) == Array("mandate".utf8))
    }

    @Test("A bomb stops at the limit")
    func bomb() {
        let bomb = GzipCoding.deflate([UInt8](repeating: 0, count: 10_000_000))
        #expect(bomb.count < 50_000)
        #expect(throws: GzipCoding.Failure.tooLarge(1000)) { try GzipCoding.inflate(bomb, max: 1000) }
    }

    @Test("A bomb that says it is small is no gzip")
    func lyingBomb() {
        var bomb = GzipCoding.deflate([UInt8](repeating: 0, count: 10_000_000))
        bomb.replaceSubrange((bomb.count - 4)..., with: [100, 0, 0, 0])
        #expect(GzipCoding.announced(bomb) == 100)
        #expect(throws: GzipCoding.Failure.malformed) { try GzipCoding.inflate(bomb, max: 1000) }
    }

    @Test("What is no gzip, is cut short, is damaged or has more behind it is refused")
    func broken() {
        let whole = GzipCoding.deflate(Array("a message of some length, of some length".utf8))
        var damaged = whole
        damaged[damaged.count - 6] ^= 1
        for bytes in [[], [1, 2, 3], damaged, whole.map { _ in 0 }, Array(whole.prefix(19))] {
            #expect(throws: GzipCoding.Failure.malformed) { try GzipCoding.inflate(bytes, max: 1000) }
        }
        // What stands where the length should be may be over the limit.
        for bytes in [Array(whole.dropLast()), whole + [0], whole + whole] {
            #expect(throws: GzipCoding.Failure.self) { try GzipCoding.inflate(bytes, max: 1000) }
        }
    }
}
