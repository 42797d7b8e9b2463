import Testing

@testable import SQL

@Suite("Value")
struct ValueTests {
    @Test(
        "literals and optionals",
        arguments: [
            (Value(1), Value.integer(1)), (5, .integer(5)), ("a", .text("a")), (true, .integer(1)), (false, .integer(0)),
            (nil, .null), (Value(Optional<String>.none), .null), (Value(Optional("b")), .text("b")),
            (Value(Optional<Int64>.none), .null), (Value(Optional(Int64.max)), .integer(.max)),
            (Value([1, 2] as [UInt8]), .blob([1, 2])), (Value(Optional<[UInt8]>.none), .null), (Value(true), .integer(1)),
        ] as [(Value, Value)])
    func literals(_ made: Value, _ expected: Value) {
        #expect(made == expected)
    }
}

@Suite("Migration")
struct MigrationTests {
    // Test vectors of http://www.isthe.com/chongo/tech/comp/fnv/.
    @Test(
        "digest is FNV-1a",
        arguments: [
            ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
        ])
    func digest(_ text: String, _ expected: String) {
        #expect(Migration(number: 1, name: "x", sql: text).digest == expected)
    }
}

@Suite("Epoch")
struct EpochTests {
    @Test("26 characters of Crockford's alphabet, five bits of each byte")
    func make() {
        #expect(Epoch.make { Array(repeating: 0xff, count: $0) } == String(repeating: "z", count: 26))
        #expect(Epoch.make { (0..<$0).map { UInt8($0) } } == "0123456789abcdefghjkmnpqrs")
    }
}
