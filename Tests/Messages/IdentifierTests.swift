import Testing

@testable import Messages

@Suite("Ids and opaque text")
struct IdentifierTests {
    private struct Fixed: RandomNumberGenerator {
        var value: UInt64
        mutating func next() -> UInt64 { value }
    }

    @Test(
        "the spelling of known bits",
        arguments: [
            (UInt128(0), "acc_00000000000000000000000000"), (UInt128(1), "acc_00000000000000000000000001"),
            (UInt128(31) << 60, "acc_0000000000000z000000000000"), (UInt128.max, "acc_7zzzzzzzzzzzzzzzzzzzzzzzzz"),
        ])
    func spelling(_ bits: UInt128, _ text: String) {
        #expect(Identifier.text(bits, prefix: "acc") == text)
        #expect(Identifier.bits(text, prefix: "acc") == bits && Identifier.bits(text, of: "acc") == bits)
    }

    @Test("version and variant are a UUIDv7's, the time comes first")
    func version() {
        for value in [0, 1, UInt64.max, 0x1234_5678_9ABC_DEF0] {
            var random = Fixed(value: value)
            let bits = Identifier.bits(at: 1_700_000_000_123_456, random: &random)
            #expect(bits >> 80 == 1_700_000_000_123)
            #expect(bits >> 76 & 0xF == 7)
            #expect(bits >> 62 & 0b11 == 0b10)
        }
        #expect(Identifier.make("acc", at: 1_000_000) < Identifier.make("acc", at: 2_000_000))
    }

    @Test("random bits come back")
    func roundTrip() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<10_000 {
            let bits = UInt128(random.next()) << 64 | UInt128(random.next())
            #expect(Identifier.bits(Identifier.text(bits, prefix: "grp"), prefix: "grp") == bits)
        }
    }

    @Test(
        "an id has one spelling; other text is none",
        arguments: [
            "", "acc_", "acc", "acc_8zzzzzzzzzzzzzzzzzzzzzzzzz", "acc_0000000000000000000000000",
            "acc_000000000000000000000000000",
            "grp_00000000000000000000000000", "ACC_00000000000000000000000000", "acc_0000000000000000000000000Z",
            "acc_0000000000000000000000000i", "acc_0000000000000000000000000l", "acc_0000000000000000000000000o",
            "acc_0000000000000000000000000u", "acc-00000000000000000000000000", "acc_0000000000000000000000000\u{0}",
            "acc_000000000000000000000000é",
        ])
    func refused(_ text: String) {
        #expect(Identifier.bits(text, prefix: "acc") == nil && Identifier.bits(text, of: "acc") == nil)
    }

    @Test(
        "base64url both ways",
        arguments: [
            ([], ""), ([0], "AA"), ([255, 255], "__8"), ([1, 2, 3], "AQID"), ([251, 239, 190, 0], "----AA"),
        ] as [([UInt8], String)])
    func base64(_ bytes: [UInt8], _ text: String) {
        #expect(Base64URL.text(bytes) == text)
        #expect(Base64URL.bytes(text) == bytes)
    }

    @Test("base64url has one spelling", arguments: ["A", "AB", "AA=", "A A", "+/", "AAB", "é"])
    func base64Refused(_ text: String) {
        #expect(Base64URL.bytes(text) == nil)
    }
}
