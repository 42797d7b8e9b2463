import Messages
import Testing

@testable import struct Messages.Arena

@Suite struct DecodingTests {
    @Test(
        "text is UTF-8 without NUL, everywhere",
        arguments: [
            (hex("61 00 62"), "holds a NUL"),
            (hex("00"), "holds a NUL"),
            (hex("ff"), "is not UTF-8"),
            (hex("c0 80"), "is not UTF-8"),  // NUL, too long
            (hex("ed a0 80"), "is not UTF-8"),  // a surrogate
            (hex("f4 90 80 80"), "is not UTF-8"),  // past U+10FFFF
            (hex("e6 bc"), "is not UTF-8"),  // cut off
        ])
    func text(_ bytes: [UInt8], _ reason: String) {
        func check<M: Message>(_ type: M.Type, _ bytes: [UInt8], _ field: String) {
            let error = #expect(throws: MessageError.self) { try M(decoding: bytes) }
            #expect(error == MessageError(.invalidText, "\(field) \(reason)"))
        }
        check(MetadataEntry.self, field(1, bytes), "mandate.rpc.v1.Metadata.key")
        // Deeper, inside a oneof, in a list.
        check(
            Frame.self, field(3, field(3, field(2, bytes))), "mandate.rpc.v1.Metadata.value")
        check(Frame.self, field(3, field(1, bytes)), "mandate.rpc.v1.Request.method")
        check(GetServerResponse.self, field(7, bytes), "mandate.server.v1.GetServerResponse.reasons")
        // Bytes are not text.
        #expect((try? StreamMessage(decoding: field(1, bytes)))?.body == bytes)
    }

    @Test("text keeps its length and its scalars")
    func textKept() throws {
        for text in ["", "a", "é漢🜚", String(repeating: "x", count: 300), "e\u{301}"] {
            let entry = MetadataEntry(key: text)
            #expect(try MetadataEntry(decoding: entry.encoded()) == entry)
            #expect(Array(try MetadataEntry(decoding: entry.encoded()).key.utf8) == Array(text.utf8))
        }
    }

    @Test("unknown fields of every wire type are ignored")
    func unknownFields() throws {
        let unknown =
            hex("f8 01 05") + hex("f9 01 0102030405060708") + hex("fa 01 03 616263")
            + hex("fd 01 01020304")
        let frame = try Frame(decoding: unknown + hex("08 07") + unknown)
        #expect(frame == Frame(stream: 7))
    }

    @Test("an unknown enum number is kept")
    func unknownEnum() throws {
        let bytes = hex("10 63")
        let goaway = try Goaway(decoding: bytes)
        #expect(goaway.reason == .unrecognized(99))
        #expect(goaway.encoded() == bytes)
        let negative = Goaway(reason: .unrecognized(-1))
        #expect(try Goaway(decoding: negative.encoded()) == negative)
    }

    @Test("of a repeated singular field the last counts")
    func lastWins() throws {
        #expect(try Frame(decoding: hex("08 01 08 02")).stream == 2)
        #expect(try MetadataEntry(decoding: hex("0a 01 61 0a 01 62")).key == "b")
        #expect(try Frame(decoding: hex("2a 00 3a 00")).kind == .cancel(Cancel()))
        #expect(try Frame(decoding: field(4, hex("0a0161")) + hex("3a 00")).kind == .cancel(Cancel()))
    }

    @Test("a repeated singular sub-message is merged as far as protobuf-c merges")
    func merged() throws {
        let before = Arena.ofThisThread.position
        let first = WireStatus(code: 5, message: "first", details: [AnyMessage(typeUrl: "a")])
        let second = WireStatus(code: 6, details: [AnyMessage(typeUrl: "b")])
        let merged = try Response(
            decoding: field(1, first.encoded()) + field(1, second.encoded()))
        #expect(merged.status?.code == 6)
        #expect(merged.status?.message == "first")
        #expect(merged.status?.details.map(\.typeUrl) == ["a", "b"])
        // Inside a oneof it replaces, which protobuf-c does and the specification does not.
        let ping = try Frame(decoding: field(2, hex("08 01")) + field(2, hex("10 02")))
        #expect(ping.kind == .hello(Hello(frameBytesMax: 2)))
        #expect(Arena.ofThisThread.position == before)
    }

    @Test("packed and unpacked lists are the same")
    func packed() throws {
        // FieldMask has repeated text only; lists of numbers go through the vectors.
        let mask = FieldMask(paths: ["a", "", "c"])
        #expect(mask.encoded() == hex("0a0161 0a00 0a0163"))
        #expect(try FieldMask(decoding: mask.encoded()) == mask)
    }

    @Test("a full frame of the messages lists are made of is within the limit")
    func honestLists() throws {
        // 4 MiB of real accounts, of which each has more than 16 fields on the wire:
        // protobuf-c then takes a table of 1 KiB an account, which the arena uses again.
        let vector = try #require(Vector.all.first { $0.name == "mandate.identity.v1.Account" })
        let account = field(1, vector.bytes)
        let count = (4 << 20) / account.count
        let bytes = Array(repeatElement(account, count: count).joined())
        #expect(try ListAccountsResponse(decoding: bytes).accounts.count == count)

        // 1,000 of the smallest answers, the most one call asks for.
        let answers = BatchCheckResponse(
            answers: Array(
                repeating: BatchCheckAnswer(answer: .decision(CheckResponse(allowed: true))),
                count: 1_000))
        #expect(try BatchCheckResponse(decoding: answers.encoded()) == answers)

        // 16 KiB of the smallest pairs.
        let pair = field(3, field(1, hex("61")))
        let pairs = Array(repeatElement(pair, count: (16 << 10) / pair.count).joined())
        #expect(try Request(decoding: pairs).metadata.count == (16 << 10) / pair.count)
    }

    @Test("a NUL or a broken byte is found wherever it stands in a text", arguments: 0..<40)
    func everywhere(_ at: Int) throws {
        var text = Array(repeating: UInt8(ascii: "a"), count: 40)
        func decoded() throws -> Request { try Request(decoding: [0x0a, 40] + text) }
        text[at] = 127
        #expect(try decoded().method.utf8.elementsEqual(text))
        for byte in [0, 0x80, 0xff] as [UInt8] {
            text[at] = byte
            #expect(throws: MessageError.self) { try decoded() }
        }
    }
}
