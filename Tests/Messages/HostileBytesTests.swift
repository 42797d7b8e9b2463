import Messages
import Testing

@testable import struct Messages.Arena

/// What protobuf-c 1.4.1 does with hostile input when it is held by the arena.
@Suite struct HostileBytesTests {
    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        var code = MessageError.Code.malformed
    }

    static let frames: [Refused] = [
        Refused(testDescription: "field number 0", bytes: hex("00 00")),
        Refused(testDescription: "a tag of six bytes", bytes: hex("ff ff ff ff ff 01 00")),
        Refused(testDescription: "a tag without a value", bytes: hex("08")),
        Refused(testDescription: "a varint of eleven bytes", bytes: hex("08 ffffffffffffffffffff 01")),
        Refused(testDescription: "a varint without an end", bytes: hex("08 80")),
        Refused(testDescription: "a length past the end", bytes: hex("12 05 08 01")),
        Refused(testDescription: "a length of 2^31 - 1", bytes: hex("12 ff ff ff ff 07 00")),
        Refused(testDescription: "a length of 2^32 - 1", bytes: hex("12 ff ff ff ff 0f 00")),
        Refused(testDescription: "a length of 2^64 - 1", bytes: hex("12 ff ff ff ff ff ff ff ff ff 01 00")),
        Refused(testDescription: "a length that wraps to 1", bytes: hex("12 81 80 80 80 80 80 80 80 80 02 00")),
        Refused(testDescription: "stream as fixed32", bytes: hex("0d 01 00 00 00")),
        Refused(testDescription: "stream as fixed64", bytes: hex("09 01 00 00 00 00 00 00 00")),
        Refused(testDescription: "stream as bytes", bytes: hex("0a 01 01")),
        Refused(testDescription: "hello as a varint", bytes: hex("10 01")),
        Refused(testDescription: "ping's data as a varint", bytes: field(9, hex("08 01"))),
        Refused(testDescription: "a group", bytes: hex("0b 0c")),
        Refused(testDescription: "an unknown group", bytes: hex("fb 01 fc 01")),
        Refused(testDescription: "wire type 6", bytes: hex("0e 00")),
        Refused(testDescription: "wire type 7", bytes: hex("0f 00")),
        Refused(testDescription: "a cut-off fixed64", bytes: field(9, hex("09 01 02 03"))),
        Refused(testDescription: "broken inside a sub-message", bytes: field(3, hex("0a 05 61"))),
        Refused(
            testDescription: "4 MiB of empty sub-messages",
            bytes: field(3, Array(repeatElement(hex("1a 00"), count: 2 << 20).joined())),
            code: .tooLarge),
        Refused(
            testDescription: "4 MiB of unknown fields",
            bytes: Array(repeatElement(hex("78 00"), count: 2 << 20).joined()), code: .tooLarge),
    ]

    @Test("refused, and the arena is back at its mark", arguments: frames)
    func refused(_ input: Refused) {
        let before = Arena.ofThisThread.position
        let error = #expect(throws: MessageError.self) { try Frame(decoding: input.bytes) }
        #expect(error?.code == input.code)
        #expect(Arena.ofThisThread.position == before)
        #expect((try? Frame(decoding: hex("08 07")))?.stream == 7)
    }

    @Test("34 KB of nesting reach no deeper than the contract nests")
    func nested() throws {
        // Field 2 within field 2: 34 KB of this overflow an 8 MiB stack when messages may recurse.
        var bytes: [UInt8] = []
        for _ in 0..<10_000 { bytes = field(2, bytes) }
        #expect(bytes.count > 30_000)
        let before = Arena.ofThisThread.position
        for type in messageTypes.values {
            // Accepted as unknown fields or refused: it returns, that is the point.
            do throws(MessageError) { _ = try type.init(decoding: bytes) } catch {
                #expect(error.code == .malformed || error.code == .invalidText)
            }
        }
        #expect(Arena.ofThisThread.position == before)
    }
}
