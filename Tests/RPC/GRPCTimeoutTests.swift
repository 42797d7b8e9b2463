import Testing

@testable import RPC

@Suite("grpc-timeout")
struct GRPCTimeoutTests {
    @Test(
        "Digits and a unit",
        arguments: [
            ("1n", 1), ("20u", 20_000), ("300m", 300_000_000), ("1S", 1_000_000_000), ("2M", 120_000_000_000),
            ("1H", 3_600_000_000_000), ("0S", 0), ("00000001S", 1_000_000_000), ("99999999n", 99_999_999),
            ("99999999H", .max),
        ] as [(String, Int64)])
    func read(text: String, nanoseconds: Int64) {
        #expect(GRPCTimeout.nanoseconds(Array(text.utf8).span) == nanoseconds)
    }

    @Test("Anything else is refused", arguments: ["", "1", "S", "-1S", "1s", "1.5S", "123456789S", " 1S", "1S ", "0x1S"])
    func refused(text: String) {
        #expect(GRPCTimeout.nanoseconds(Array(text.utf8).span) == nil)
    }
}
